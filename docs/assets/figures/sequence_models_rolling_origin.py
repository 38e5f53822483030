"""Rolling-origin validation: five forecast origins, each with training window, gap and test window."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

TRAIN, GAP, TEST, FOLDS = 12, 1, 4, 5  # weeks


def draw() -> Figure:
    figure, axes = plt.subplots()
    for fold in range(FOLDS):
        end, y = TRAIN + TEST * fold, FOLDS - fold
        axes.barh(y, end, color="C0", height=0.55, label="train" if fold == 0 else None)
        axes.barh(y, GAP, left=end, color="none", edgecolor="0.4", hatch="//", height=0.55, label="gap" if fold == 0 else None)
        axes.barh(y, TEST, left=end + GAP, color="C1", height=0.55, label="test" if fold == 0 else None)
        axes.plot([end, end], [y - 0.42, y + 0.42], color="0.2", linewidth=2)
    axes.annotate("data end", (TRAIN, FOLDS + 0.45), ha="center", va="bottom", fontsize=10)
    axes.set(xlabel="time (weeks)", ylabel="fold", yticks=range(1, FOLDS + 1), ylim=(0.5, FOLDS + 1.9), xlim=(0, 34))
    axes.set_yticklabels([str(FOLDS - k) for k in range(FOLDS)])
    axes.grid(axis="y", visible=False)
    axes.legend(ncols=3, loc="upper right")
    return figure
