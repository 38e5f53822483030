"""Impurity of two classes over the share of one, and why the error rate misses a useful split."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    p = np.linspace(0, 1, 201)
    gini = 2 * p * (1 - p)
    inner = p[1:-1]
    entropy = np.concatenate([[0], -inner * np.log2(inner) - (1 - inner) * np.log2(1 - inner), [0]])
    error = np.minimum(p, 1 - p)
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(p, entropy / 2, label="entropy / 2 (bits)")
    left.plot(p, gini, "--", label="Gini")
    left.plot(p, error, ":", label="error", linewidth=2.4)
    left.set(title="Impurity of a node", xlabel="share of class 1", ylabel="impurity", ylim=(0, 0.73))
    left.legend(loc="upper center", ncols=2, fontsize=9.5)
    near = p >= 0.5
    right.plot(p[near], gini[near], "--", color="C1")
    right.plot(p[near], error[near], ":", color="C2", linewidth=2.4)
    right.plot([0.6, 1], [0.48, 0], "o-", color="0.3", linewidth=1.2, markersize=5)
    right.plot([0.6, 1], [0.4, 0], "o", color="0.3", markersize=5)
    right.plot([0.8, 0.8], [0.24, 0.32], color="C3", linewidth=3)
    right.plot(0.8, 0.32, "s", color="0.2", markersize=6)
    right.plot(0.8, 0.2, "s", color="0.2", markersize=6)
    right.annotate("Gini gain 0.08", (0.8, 0.28), xytext=(0.83, 0.36), fontsize=9.5)
    right.annotate("error gain 0", (0.8, 0.2), xytext=(0.62, 0.12), fontsize=9.5)
    right.set(title="80 : 20 into 50 : 0 and 30 : 20", xlabel="share of class 1", ylim=(0, 0.55), xlim=(0.5, 1.02))
    return figure
