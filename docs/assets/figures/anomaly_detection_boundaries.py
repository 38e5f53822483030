"""Isolation forest, LOF and one-class SVM on the same 182 points, each cut where it flags eight of them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor
from sklearn.svm import OneClassSVM

MARKED = np.array([[0.7, 0.7], [5.0, 5.0]])
FLAGGED = 8


def data() -> np.ndarray:
    """A dense and two wide groups of 60, one point beside the dense group, one in the empty corner: (182, 2)."""
    rng = np.random.default_rng(0)
    groups = [((0, 0), 0.12), ((5, 0), 0.8), ((0, 5), 0.8)]
    return np.concatenate([rng.normal(mean, sd, size=(60, 2)) for mean, sd in groups] + [MARKED])


def dots(axes: Axes, points: np.ndarray) -> None:
    """All points (n, 2) in one path of round caps: a quarter of the size of markers."""
    ends = np.repeat(points.round(2), 2, axis=0) + np.tile([[0, 0], [0.01, 0]], (len(points), 1))
    path = Path(ends, np.tile([Path.MOVETO, Path.LINETO], len(points)))
    path.should_simplify = False
    axes.add_patch(PathPatch(path, fill=False, edgecolor="0.55", linewidth=2.6, capstyle="round"))


def draw() -> Figure:
    X = data()
    x, y = np.meshgrid(np.linspace(-2.6, 7.6, 52), np.linspace(-2.6, 7.6, 52))
    grid = np.column_stack([x.ravel(), y.ravel()])
    models = [
        ("isolation forest", IsolationForest(random_state=0)),
        ("LOF, k = 20", LocalOutlierFactor(20, novelty=True)),
        ("one-class SVM", OneClassSVM(nu=0.2, gamma=0.25, tol=1e-6)),
    ]
    figure, panels = plt.subplots(1, 2, sharey=True)
    for i, (_, model) in enumerate(models):
        model.fit(X)
        scores = np.sort(model.negative_outlier_factor_ if i == 1 else model.score_samples(X))
        cut = (scores[FLAGGED - 1] + scores[FLAGGED]) / 2
        surface = model.score_samples(grid).reshape(x.shape)
        style = ("solid", "dashed", "dotted")[i]
        panels[int(i > 0)].contour(x, y, surface, [cut], colors=f"C{i}", linewidths=1.8, linestyles=style)
    for axes in panels:
        dots(axes, X[:-2])
        axes.plot(*MARKED.T, "D", color="0.2", markersize=5)
        axes.set(xlabel="feature 1", xlim=(-2.6, 7.6), ylim=(-2.6, 8.8))
        axes.grid(visible=False)
    handles = [Line2D([], [], color=f"C{i}", linestyle=("-", "--", ":")[i], label=models[i][0]) for i in range(3)]
    panels[0].legend(handles=handles[:1], loc="upper right")
    panels[1].legend(handles=handles[1:], loc="upper right")
    panels[0].set(ylabel="feature 2")
    return figure
