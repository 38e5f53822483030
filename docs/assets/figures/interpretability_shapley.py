"""Two features enter a game in both orders; the mean of their steps is the Shapley value, shown as a waterfall."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, sharey=True)
    for x, steps in enumerate(((("A", 4), ("B", 6)), (("B", 2), ("A", 8)))):
        left.bar(x, 10, 0.6, color="0.75")
        level = 10.0
        for feature, step in steps:
            add_step(left, x, level, feature, step)
            level += step
        left.text(x, 5, "10", ha="center", va="center")
    left.set_xticks([0, 1], ["A first", "B first"])
    left.set(title="Both orders", ylabel="value v", ylim=(0, 22.5), yticks=range(0, 21, 5), xlim=(-0.6, 1.6))
    for x, height in ((0, 10), (3, 20)):
        right.bar(x, height, 0.6, color="0.75")
        right.text(x, height / 2, str(height), ha="center", va="center")
    add_step(right, 1, 10, "A", 6)
    add_step(right, 2, 16, "B", 4)
    for x, level in ((0, 10), (1, 16), (2, 20)):
        right.plot([x + 0.3, x + 0.7], [level, level], ":", color="0.3", linewidth=1.2)
    right.set_xticks(range(4), ["none", "A", "B", "both"])
    right.set(title="Waterfall of the means")
    for axes in (left, right):
        axes.grid(visible=False)
    return figure


def add_step(axes: Axes, x: float, bottom: float, feature: str, step: float) -> None:
    color, style = {"A": ("C0", "-"), "B": ("C1", "--")}[feature]
    axes.bar(x, step, 0.6, bottom, facecolor="none", edgecolor=color, linestyle=style, linewidth=2)
    axes.text(x, bottom + step / 2, f"{feature} +{step:g}", ha="center", va="center", color=color)
