"""One user's purchase count by event time and by availability, and which value a training row may see."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3.9))
    event, available, row = 10.0, 10.5, 10.25
    axes.axvspan(event, available, color="C1", alpha=0.15, linewidth=0)
    axes.plot([9.35, event], [3, 3], color="C1", linewidth=6, alpha=0.45, solid_capstyle="butt")
    axes.plot([event, 11.1], [3, 3], color="C1", linewidth=6, solid_capstyle="butt")
    axes.plot([9.35, available], [1, 1], color="C0", linewidth=6, alpha=0.45, solid_capstyle="butt")
    axes.plot([available, 11.1], [1, 1], color="C0", linewidth=6, solid_capstyle="butt")
    axes.text(9.37, 3.32, "by event time")
    axes.text(9.37, 0.32, "by availability: what serving can read")
    for x, y, text in [(9.68, 2.5, "3"), (10.85, 2.5, "4"), (9.68, 1.27, "3"), (10.85, 1.27, "4")]:
        axes.text(x, y, f"count {text}", ha="center")
    axes.axvline(row, color="0.2", linestyle=":", linewidth=1.4)
    axes.plot(row, 2, "s", color="0.2", markersize=9)
    axes.text(row + 0.28, 2, "training row, 10:15", va="center")
    legal = {"arrowstyle": "-|>", "color": "C0", "linewidth": 2.2}
    leak = {"arrowstyle": "-|>", "color": "C1", "linewidth": 2.2, "linestyle": "--"}
    axes.annotate("", xy=(10.12, 1.1), xytext=(row - 0.01, 1.9), arrowprops=legal)
    axes.annotate("", xy=(10.12, 2.9), xytext=(row - 0.01, 2.1), arrowprops=leak)
    axes.text(10.02, 1.62, "legal: 3", color="C0", ha="right", va="center")
    axes.text(10.02, 2.2, "leak: 4", color="C1", ha="right", va="center")
    axes.text(event, 3.75, "purchase", ha="center")
    axes.text(available, 3.75, "in the store", ha="center")
    axes.set(xlabel="time on Tuesday", xlim=(9.35, 11.1), ylim=(0, 4.1), yticks=[])
    axes.set_xticks([9.5, 10, 10.25, 10.5, 11], ["9:30", "10:00", "10:15", "10:30", "11:00"])
    axes.spines["left"].set_visible(False)
    axes.grid(visible=False)
    return figure
