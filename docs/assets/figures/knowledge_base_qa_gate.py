"""Three places for the permission check in a retrieval pipeline, two of them wrong."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 5.2))
    steps = ["Question, groups", "Index: rank top 50", "LLM writes", "Answer"]
    gates = [
        ("C2", "1  Filter before ranking", "only readable chunks compete"),
        ("C3", "2  Only after the top 50", "1 % readable: 60.5 % of queries empty"),
        ("C1", "3  After the LLM", "too late: it has read the text"),
    ]
    for row, name in enumerate(steps):
        y = 3 - row
        axes.add_patch(FancyBboxPatch((0, y - 0.2), 1.7, 0.4, boxstyle="round,pad=0.05", fill=False, edgecolor="0.5", linewidth=1.5))
        axes.text(0.85, y, name, ha="center", va="center", fontsize=12)
        if row < 3:
            axes.annotate("", (0.85, y - 0.74), (0.85, y - 0.26), arrowprops={"arrowstyle": "-|>", "color": "0.5", "lw": 1.5})
    for row, (color, title, note) in enumerate(gates):
        y = 2.5 - row
        axes.plot([0.55, 1.15], [y, y], color=color, linewidth=5, linestyle="-" if row == 0 else (0, (1, 0.6)))
        if row == 2:
            axes.plot([0.7, 1.0], [y - 0.15, y + 0.15], color=color, linewidth=3)
            axes.plot([0.7, 1.0], [y + 0.15, y - 0.15], color=color, linewidth=3)
        axes.text(1.95, y + 0.11, title, va="center", fontsize=12, fontweight="bold", color=color)
        axes.text(1.95, y - 0.13, note, va="center", fontsize=11)
    axes.set(xlim=(-0.1, 4.6), ylim=(-0.3, 3.3))
    axes.axis("off")
    return figure
