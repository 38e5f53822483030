"""A recurrent network unrolled over three steps: inputs enter from below, outputs leave the state at the top."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

INK = "#1f2328"


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0})


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3))
    axes.set(xlim=(0, 12), ylim=(0, 6))
    axes.axis("off")
    axes.text(0.55, 3, "$h_0$", ha="center", va="center", fontsize=14)
    for t, x in enumerate((3, 6, 9), start=1):
        box = {"boxstyle": "round,pad=0,rounding_size=0.15", "facecolor": "none", "edgecolor": "C0", "linewidth": 2}
        axes.add_patch(FancyBboxPatch((x - 0.6, 2.4), 1.2, 1.2, **box))
        axes.text(x, 3, f"$h_{t}$", ha="center", va="center", fontsize=14)
        axes.text(x, 0.35, f"$x_{t}$", ha="center", va="center", fontsize=14)
        axes.text(x, 5.6, f"$y_{t}$", ha="center", va="center", fontsize=14)
        arrow(axes, (x - 1.9 if t > 1 else 1.0, 3), (x - 0.65, 3))
        if t > 1:
            axes.plot([x - 2.4, x - 1.9], [3, 3], color=INK, linewidth=1.4)
        arrow(axes, (x, 0.8), (x, 2.35))
        arrow(axes, (x, 3.65), (x, 5.15))
        axes.text(x - 1.5 if t > 1 else 1.7, 3.35, "$W_h$", ha="center", color="C1", fontsize=13)
        axes.text(x + 0.2, 1.4, "$W_x$", ha="left", color="C1", fontsize=13)
        axes.text(x + 0.2, 4.3, "$g$", ha="left", color="C1", fontsize=13)
    arrow(axes, (9.6, 3), (11.2, 3))
    axes.text(11.6, 3, "...", ha="center", va="center", fontsize=14)
    return figure
