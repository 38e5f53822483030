"""One user around a scored impression: feature windows before it, label window after it, and the leak between them."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4.3))
    bars = [
        (4, -31.5, 30, "C0", "30-day counts, nightly job"),
        (3, -7, 6.9, "C2", "7-day counts, stream"),
        (2, 0.1, 7, "C5", "label window, 7 days"),
        (1, -31.5, 41.5, "none", "today's counter, joined later"),
    ]
    for row, start, length, color, name in bars:
        style = {"linestyle": "--", "edgecolor": "C1"} if color == "none" else {"edgecolor": "0.2", "alpha": 0.55}
        axes.barh(row, length, left=start, height=0.34, color=color, linewidth=1.4, **style)
        axes.text(-31.5, row + 0.24, name, va="bottom")
    for day in (-27, -21, -19, -12, -5, -2, -1.1):
        axes.plot(day, 5, "o", color="0.2", markersize=6)
    axes.plot(0, 5, "s", color="0.2", markersize=9)
    axes.plot([2.5, 4.5, 9], [5, 5, 5], "^", color="C1", markersize=8)
    axes.text(-31.5, 5.24, "past events", va="bottom")
    axes.text(-1.2, 5.3, "impression", va="bottom", ha="right")
    axes.text(0.8, 5.3, "click, later events", va="bottom")
    axes.axvline(0, color="0.2", linewidth=1.2, linestyle=":")
    arrow = {"arrowstyle": "-|>", "color": "C1", "linewidth": 2.5, "connectionstyle": "arc3,rad=-0.25"}
    axes.annotate("", xy=(-0.6, 0.35), xytext=(9.2, 0.72), arrowprops=arrow)
    axes.text(-1.2, 0.35, "leak: the outcome travels back", color="C1", ha="right", va="center")
    axes.set(xlabel="days from the scored impression", xlim=(-32.5, 11), ylim=(0, 5.9), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.grid(visible=False, axis="y")
    return figure
