"""The funnel of a video home page: videos left after each stage, and the milliseconds of the stage."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

STAGES = [
    ("catalog", 1e8, "100 M"),
    ("retrieval", 1_000, "1,000 after 25 ms"),
    ("ranking", 500, "500 scored, 60 ms"),
    ("re-ranking", 20, "20 after 15 ms"),
]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3))
    for row, (_, count, text) in enumerate(STAGES):
        axes.barh(row, count, height=0.6, color="C0", alpha=0.6)
        axes.text(count * 1.6, row, text, va="center", fontsize=13)
    axes.set_xscale("log")
    axes.set_xlim(1, 3e9)
    axes.set_xticks([1, 1e2, 1e4, 1e6, 1e8])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_yticks(range(len(STAGES)), [name for name, _, _ in STAGES], fontsize=13)
    axes.tick_params(axis="x", labelsize=12)
    axes.grid(False)
    axes.invert_yaxis()
    axes.set_xlabel("videos left (log scale)", fontsize=12)
    return figure
