"""Decision regions of k-nearest neighbors on noisy labels around a sine curve, for k = 1, 5 and 50."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.neighbors import KNeighborsClassifier


def draw() -> Figure:
    rng = np.random.default_rng(0)
    points = np.column_stack([rng.uniform(-3, 3, 200), rng.uniform(-2, 2, 200)])
    labels = (points[:, 1] > np.sin(2 * points[:, 0])).astype(int)
    labels = np.where(rng.random(200) < 0.1, 1 - labels, labels)
    x, y = np.linspace(-3, 3, 73), np.linspace(-2, 2, 49)
    grid = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
    share = {k: KNeighborsClassifier(k).fit(points, labels).predict_proba(grid)[:, 1].reshape(49, 73) for k in (1, 5, 50)}
    figure, panels = plt.subplots(1, 2, sharey=True)
    for panel in panels:
        panel.plot(x[::2], np.sin(2 * x[::2]), ":", color="0.25", linewidth=1.6)
        panel.set(xlabel="feature 1", xlim=(-3, 3), ylim=(-2, 2), xticks=(-3, 0, 3), yticks=(-2, 0, 2))
        panel.grid(visible=False)
    left, right = panels
    for label, marker, color in ((0, "o", "C1"), (1, "^", "C0")):
        left.plot(*points[labels == label].T, marker, markersize=3, color=color, markeredgewidth=0)
    left.contourf(x, y, share[1], levels=[0.5, 1.1], colors=["C0"], alpha=0.25)
    left.set(title="k = 1", ylabel="feature 2")
    right.contour(x, y, share[5], levels=[0.5], colors="C2", linewidths=1.2)
    right.contour(x, y, share[50], levels=[0.5], colors="C3", linewidths=2.2, linestyles="--")
    right.plot([], [], color="C2", linewidth=1.2, label="k = 5")
    right.plot([], [], "--", color="C3", linewidth=2.2, label="k = 50")
    right.plot([], [], ":", color="0.25", linewidth=1.6, label="true curve")
    figure.legend(loc="outside lower center", ncols=3)
    right.set(title="k = 5 and k = 50")
    return figure
