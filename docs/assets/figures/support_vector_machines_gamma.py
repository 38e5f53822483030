"""Decision regions of an RBF support vector machine on noisy data, with a moderate and a very large gamma."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import make_moons
from sklearn.svm import SVC


def draw() -> Figure:
    X, y = make_moons(60, noise=0.3, random_state=0)
    figure, axes = plt.subplots(1, 2, sharey=True)
    grid = np.meshgrid(np.linspace(-1.9, 2.9, 56), np.linspace(-1.5, 2.0, 42))
    points = np.column_stack([g.ravel() for g in grid])
    for axis, gamma in zip(axes, (1.0, 50.0), strict=True):
        model = SVC(C=1.0, gamma=gamma).fit(X, y)
        score = model.decision_function(points).reshape(grid[0].shape)
        axis.contourf(*grid, score, levels=[0, 99], colors=["C0"], alpha=0.15)
        axis.contour(*grid, score, levels=[0], colors="0.3", linewidths=1.4)
        for label, marker, color in ((0, "x", "C1"), (1, "o", "C0")):
            axis.plot(*X[y == label].T, marker, color=color, markersize=4)
        axis.set(title=f"gamma = {gamma:g}: {len(model.support_)} of 60 support", xlabel="feature 1")
    axes[0].set_ylabel("feature 2")
    return figure
