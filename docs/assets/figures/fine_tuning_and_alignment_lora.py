"""The frozen weight matrix and the two trained factors of LoRA, with their shapes."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.2, 4.3))
    parts = (
        ((0.3, 2.5), 3.4, 3.2, "0.6", None),
        ((4.9, 1.3), 3.4, 0.6, "C1", "//"),
        ((6.3, 2.5), 0.6, 3.2, "C1", "//"),
    )
    for corner, width, height, color, hatch in parts:
        axis.add_patch(Rectangle(corner, width, height, facecolor=color, edgecolor=color, alpha=0.3, hatch=hatch))
    axis.text(2.0, 4.3, "W0", ha="center", va="center", fontsize=15, fontweight="bold")
    axis.text(2.0, 3.6, "frozen, d x k", ha="center", va="center")
    axis.text(8.45, 1.6, "A: r x k\nrandom", ha="left", va="center")
    axis.text(7.1, 4.1, "B: d x r\nstarts at zero", ha="left", va="center")
    axis.text(6.4, 6.3, "times alpha / r", ha="left", va="center")
    arrow = {"arrowstyle": "->", "color": "0.35", "linewidth": 1.4}
    for start, end in (
        ((3.7, 0.6), (2.0, 2.4)),
        ((5.0, 0.6), (6.6, 1.2)),
        ((6.6, 1.95), (6.6, 2.45)),
        ((2.0, 5.8), (4.0, 6.55)),
        ((6.6, 5.8), (4.7, 6.55)),
    ):
        axis.annotate("", end, start, arrowprops=arrow)
    axis.text(4.4, 0.35, "input x (k numbers)", ha="center", va="center")
    axis.text(4.35, 6.7, "+", ha="center", va="center", fontsize=18)
    axis.text(4.35, 7.25, "output h (d numbers)", ha="center", va="center")
    axis.set(xlim=(0, 10.2), ylim=(0, 7.6))
    axis.axis("off")
    return figure
