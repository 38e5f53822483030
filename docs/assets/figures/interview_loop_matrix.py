"""Weight of each kind of round in the loops of five ML roles, as circles of three sizes."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

ROLES = ["Data\nscientist", "ML\nengineer", "AI\nengineer", "Applied\nscientist", "Research\nscientist"]
ROUNDS = {  # 2 high, 1 medium, 0 low or absent
    "Coding": (0, 2, 2, 1, 1),
    "ML coding": (0, 1, 1, 1, 1),
    "System design": (0, 2, 2, 1, 0),
    "ML breadth": (1, 1, 1, 2, 1),
    "ML depth": (1, 1, 1, 2, 2),
    "Statistics, SQL,\nproduct": (2, 0, 0, 1, 0),
    "Math, papers,\nresearch talk": (0, 0, 0, 1, 2),
    "Behavioral": (1, 1, 1, 1, 1),
}
MARKS = [("low", 30, "none"), ("medium", 110, "C4"), ("high", 300, "C0")]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(5.4, 4.8))
    for level, (name, size, fill) in enumerate(MARKS):
        cells = [(x, y) for y, row in enumerate(ROUNDS.values()) for x, weight in enumerate(row) if weight == level]
        axes.scatter(*zip(*cells, strict=True), s=size, facecolors=fill, edgecolors="C0", linewidths=1.3, label=name)
    axes.set_xticks(range(len(ROLES)), ROLES)
    axes.set_yticks(range(len(ROUNDS)), list(ROUNDS))
    axes.set(xlim=(-0.5, len(ROLES) - 0.5), ylim=(len(ROUNDS) - 0.5, -0.5))
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    figure.legend(loc="outside lower center", ncols=3, title="typical weight", handletextpad=0.4)
    return figure
