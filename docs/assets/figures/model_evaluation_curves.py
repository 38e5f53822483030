"""ROC and precision-recall curve of the worked example's ten scores, with the cut at 0.5 marked on both."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

LABELS = np.array([1, 1, 0, 1, 0, 1, 0, 0, 0, 0])  # by descending score
CUT = 6  # six scores are at least 0.5


def draw() -> Figure:
    tp, fp = np.cumsum(LABELS), np.cumsum(1 - LABELS)
    recall, fpr, precision = tp / tp[-1], fp / fp[-1], tp / (tp + fp)
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.5))
    left.step(np.r_[0, fpr], np.r_[0, recall], where="post", label="scores")
    left.fill_between(np.r_[0, fpr], np.r_[0, recall], step="post", alpha=0.15)
    left.plot([0, 1], [0, 1], ":", color="0.4", label="chance")
    left.plot(fpr[CUT - 1], recall[CUT - 1], "D", color="C1", markersize=8, label="cut 0.5")
    left.set(title="ROC: AUC = 0.875", xlabel="false-positive rate", ylabel="recall")
    left.legend(loc="lower right")

    right.step(np.r_[0, recall], np.r_[precision[0], precision], where="pre")
    right.fill_between(np.r_[0, recall], np.r_[precision[0], precision], step="pre", alpha=0.15)
    right.plot(recall[LABELS == 1], precision[LABELS == 1], "o", color="C0", markersize=5)
    right.axhline(LABELS.mean(), color="0.4", linestyle=":")
    right.plot(recall[CUT - 1], precision[CUT - 1], "D", color="C1", markersize=8)
    right.set(title="PR: average precision = 0.854", xlabel="recall", ylabel="precision")
    for axes in (left, right):
        axes.set(xlim=(-0.04, 1.06), ylim=(0, 1.06), xticks=(0, 0.5, 1), yticks=(0, 0.25, 0.5, 0.75, 1))
    return figure
