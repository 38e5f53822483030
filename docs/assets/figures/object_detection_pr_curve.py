"""Precision-recall points of the worked example, with the all-point envelope and the eleven VOC recall levels."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    recall = np.array([0.25, 0.25, 0.50, 0.75, 0.75])
    precision = np.array([1, 1 / 2, 2 / 3, 3 / 4, 3 / 5])
    edge, height = np.array([0, 0.25, 0.25, 0.75, 0.75, 1]), np.array([1, 1, 0.75, 0.75, 0, 0])
    figure, (left, right) = plt.subplots(1, 2, sharey=True)
    left.fill_between(edge, height, alpha=0.2)
    left.plot(edge, height, label="envelope")
    left.plot(recall, precision, "o--", label="raw points")
    left.set(title="All points: AP = 0.625", xlabel="recall", ylabel="precision", xlim=(-0.03, 1.03), ylim=(-0.05, 1.1))
    left.legend(loc="lower left")
    levels = np.linspace(0, 1, 11)
    right.plot(edge, height)
    right.plot(levels, [1] * 3 + [0.75] * 5 + [0] * 3, "s", color="C1", label="11 levels")
    right.set(title="VOC 2007: AP = 0.614", xlabel="recall", xlim=(-0.03, 1.03))
    right.legend(loc="lower left")
    return figure
