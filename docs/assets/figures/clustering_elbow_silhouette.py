"""Inertia and mean silhouette over the number of clusters: six groups against uniform noise of the same extent."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score


def six_groups() -> np.ndarray:
    """600 points (600, 2) around six centers, the data of the k-means notebook."""
    rng = np.random.default_rng(5)
    centers = np.array([[0, 0], [5, 0], [0, 5], [5, 5], [10, 2], [2, 10]], dtype=float)
    return centers[rng.integers(6, size=600)] + rng.normal(scale=0.9, size=(600, 2))


def curves(X: np.ndarray) -> tuple[list[float], list[float]]:
    """Inertia for k = 1..9 and mean silhouette for k = 2..9, best of ten starts each."""
    fits = [KMeans(k, n_init=10, random_state=0).fit(X) for k in range(1, 10)]
    return [fit.inertia_ for fit in fits], [float(silhouette_score(X, fit.labels_)) for fit in fits[1:]]


def draw() -> Figure:
    groups = six_groups()
    uniform = np.random.default_rng(0).uniform(groups.min(axis=0), groups.max(axis=0), size=groups.shape)
    figure, (left, right) = plt.subplots(1, 2)
    for X, style, label in ((groups, "o-", "six groups"), (uniform, "s--", "uniform noise")):
        inertia, silhouette = curves(X)
        left.plot(range(1, 10), np.array(inertia) / inertia[0], style, label=label)
        right.plot(range(2, 10), silhouette, style, label=label)
    for axes in (left, right):
        axes.axvline(6, color="0.4", linewidth=1, linestyle=":")
        axes.set(xlabel="number of clusters k", xticks=range(1, 10))
    left.set(title="Elbow", ylabel="inertia, share of k = 1", ylim=(0, None))
    right.set(title="Silhouette", ylabel="mean silhouette", ylim=(0, 0.8), xlim=left.get_xlim())
    left.legend()
    return figure
