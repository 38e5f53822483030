"""Which company's article or paper in the tables belongs to which case: a dot where there is one."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

COMPANIES = ["Google", "Meta", "LinkedIn", "Netflix", "Amazon", "Airbnb", "Uber", "others"]
READING = {
    "ads clicks": "Google Meta",
    "video recommendation": "Google Netflix",
    "game recommendation": "others",
    "event recommendation": "others",
    "news feed": "Meta LinkedIn",
    "people you may know": "Meta LinkedIn",
    "search ranking": "Google Meta LinkedIn Amazon Airbnb",
    "visual search": "Meta others",
    "video search": "Netflix",
    "harmful content": "Meta",
    "typeahead": "others",
    "self-driving": "others",
    "fraud": "others",
    "documents": "Google",
    "personal data": "others",
    "knowledge-base answers": "others",
    "dynamic pricing": "Airbnb",
    "jobs": "LinkedIn",
    "customer support": "LinkedIn",
    "arrival time": "Uber",
}


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 7))
    for row, companies in enumerate(READING.values()):
        columns = [COMPANIES.index(company) for company in companies.split()]
        axes.plot(columns, [row] * len(columns), "o", color="C0", markersize=9)
    axes.set_xticks(range(len(COMPANIES)), COMPANIES, rotation=50, ha="left", fontsize=13)
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(READING)), READING, fontsize=13)
    axes.set_xlim(-0.5, len(COMPANIES) - 0.5)
    axes.set_ylim(len(READING) - 0.5, -0.5)
    axes.tick_params(length=0)
    axes.grid(True, linewidth=0.5)
    axes.set_axisbelow(True)
    return figure
