"""Top: what may enter one example around its prediction time. Bottom: six weeks cut into blocks with gaps for the labels."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def _block(axes: Axes, start: float, end: float, row: float, text: str, color: str, hatch: str = "") -> None:
    axes.barh(row, end - start, left=start, height=0.62, color=color, alpha=0.28, edgecolor=color, hatch=hatch)
    axes.text((start + end) / 2, row, text, ha="center", va="center", fontsize=10)


def draw() -> Figure:
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(7.2, 4.4), height_ratios=(1.5, 1))
    _block(top, -30, 0, 2, "features: known before t0", "C0")
    _block(top, 0, 7, 2, "label", "C2", "//")
    for row, arrives, text in ((1, 3, "event of day -4 that arrives on day 3"), (0, 5, "status field edited on day 5")):
        top.text(-0.6 if row == 0 else -5.2, row, text, ha="right", va="center", fontsize=10)
        top.plot(arrives, row, "x", color="C1", markersize=11, markeredgewidth=3)
    top.plot([-4, 3], [1, 1], "--", color="C1", linewidth=1.5)
    top.plot([0, 0], [-0.6, 2.45], ":", color="0.3")
    top.text(0, 2.58, "t0: prediction", ha="center", fontsize=10)
    top.set(title="One example", xlabel="days from the prediction time t0", xlim=(-31, 10), ylim=(-0.6, 3.1))
    weeks = ((0, 14, "train", "C0", ""), (14, 21, "gap", "0.5", "//"), (21, 28, "validation", "C3", ""), (28, 35, "gap", "0.5", "//"))
    for start, end, text, color, hatch in (*weeks, (35, 42, "test", "C1", "")):
        _block(bottom, start, end, 0, text, color, hatch)
    bottom.set(title="All examples, by the day of t0 (label window: 7 days)", xlabel="day", xlim=(-1, 43), ylim=(-0.5, 0.5))
    bottom.set_xticks(range(0, 43, 7))
    for axes in (top, bottom):
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.grid(False)
    return figure
