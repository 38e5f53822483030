"""A soft margin with its support vectors and slacks, and the dual variable of each point over its margin."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.svm import SVC


def draw() -> Figure:
    rng = np.random.default_rng(58)
    y = np.repeat([-1, 1], 16)
    X = rng.normal(size=(32, 2)) + 1.1 * y[:, None]
    model = SVC(kernel="linear", C=1.0, tol=1e-10).fit(X, y)
    w, b = model.coef_[0], model.intercept_[0]
    margin = y * (X @ w + b)
    alpha = np.zeros(len(y))
    alpha[model.support_] = np.abs(model.dual_coef_[0])
    slack = {"arrowstyle": "-|>", "color": "C3", "linewidth": 1.8, "shrinkA": 0, "shrinkB": 3}
    figure, (left, right) = plt.subplots(1, 2)
    x1 = np.array([-2.8, 3.6])
    for level, style in ((-1, "--"), (0, "-"), (1, "--")):
        left.plot(x1, (level - b - w[0] * x1) / w[1], style, color="0.4", linewidth=1.6)
    for i in np.flatnonzero(margin < 1 - 1e-6):
        foot = X[i] + (1 - margin[i]) * y[i] * w / (w @ w)
        left.annotate("", X[i], foot, arrowprops=slack)
    for sign, marker, color in ((-1, "x", "C1"), (1, "o", "C0")):
        left.plot(*X[y == sign].T, marker, color=color, label=f"y = {sign:+d}", markersize=5)
        rows = y == sign
        right.plot(margin[rows], alpha[rows], marker, color=color, label=f"y = {sign:+d}", markersize=5, clip_on=False)
    left.plot(*X[alpha > 0].T, "o", markersize=11, markerfacecolor="none", markeredgecolor="0.3")
    left.set(xlabel="feature 1", ylabel="feature 2", title="Margin and slack", xlim=(-2.8, 3.6), ylim=(-2.8, 3.6))
    left.set_aspect("equal")
    right.axvline(1, color="0.4", linewidth=1, linestyle="--")
    right.axvline(0, color="0.4", linewidth=1)
    right.set(xlabel="y f(x)", ylabel="dual variable", title="Dual variable, C = 1", ylim=(0, 1.15))
    right.legend(loc="center right", handletextpad=0.1)
    right.set_yticks([0, 0.5, 1], ["0", "C/2", "C"])
    return figure
