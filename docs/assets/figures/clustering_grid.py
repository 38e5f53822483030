"""Four data sets (rows) clustered by four methods (columns), with the adjusted Rand index of each cell."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

SHAPES = [(0.01, 0.0, "round"), (0.01, 0.0, "projecting"), (0.0, 0.2, "butt"), (0.2, 0.0, "butt")]  # dot, square, bars


def data_sets() -> dict[str, tuple[np.ndarray, np.ndarray, int]]:
    """Name -> points (n, 2) between -1 and 1, true labels (n,) with -1 for noise, number of clusters."""
    rng = np.random.default_rng(0)
    three = np.repeat([[-2.0, -1.2], [2.0, -1.0], [0.0, 2.0]], 12, axis=0)
    two = np.repeat([[-1.6, 0.0], [1.6, 0.0]], 16, axis=0)
    dense = rng.normal([-1.1, 0.0], 0.13, size=(16, 2))
    sparse = rng.normal([1.2, 0.0], 1.1, size=(28, 2))
    moons, halves = make_moons(44, noise=0.05, random_state=0)
    sets = {
        "round": (three + rng.normal(scale=0.55, size=three.shape), np.repeat([0, 1, 2], 12), 3),
        "moons": (moons, halves, 2),
        "unequal\ndensity": (np.concatenate([dense, sparse]), np.repeat([0, 1], [16, 28]), 2),
        "noise": (
            np.concatenate([two + rng.normal(scale=0.28, size=two.shape), rng.uniform(-3.2, 3.2, size=(12, 2))]),
            np.repeat([0, 1, -1], [16, 16, 12]),
            2,
        ),
    }
    scaled = {}
    for name, (X, y, k) in sets.items():
        center, half = (X.max(axis=0) + X.min(axis=0)) / 2, (X.max(axis=0) - X.min(axis=0)).max() / 2
        scaled[name] = ((X - center) / half, y, k)
    return scaled


def score(y: np.ndarray, labels: np.ndarray) -> float:
    """Adjusted Rand index; each noise point, true or found, is a cluster of its own."""
    alone = -1 - np.arange(len(y))
    return float(adjusted_rand_score(np.where(y < 0, alone, y), np.where(labels < 0, alone, labels)))


def clusterings(X: np.ndarray, y: np.ndarray, k: int) -> dict[str, np.ndarray]:
    """Labels (n,) by method; eps of DBSCAN is the best of a grid, which favors it."""
    runs = [DBSCAN(eps=eps, min_samples=4).fit_predict(X) for eps in np.arange(0.1, 0.6, 0.02)]
    return {
        "k-means": KMeans(k, n_init=10, random_state=0).fit_predict(X),
        "Gaussian\nmixture": GaussianMixture(k, n_init=10, random_state=0).fit_predict(X),
        "DBSCAN": max(runs, key=lambda labels: score(y, labels)),
        "Ward": AgglomerativeClustering(k).fit_predict(X),
    }


def matched(labels: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Labels renamed to the true classes that they share most points with; -1 stays noise."""
    found, true = [c for c in np.unique(labels) if c >= 0], [c for c in np.unique(y) if c >= 0]
    shared = np.array([[np.sum((labels == c) & (y == t)) for t in true] for c in found])
    names = dict(zip(*linear_sum_assignment(-shared), strict=True))
    rest = iter(range(len(true), len(true) + len(found)))
    renamed = {c: names[i] if i in names else next(rest) for i, c in enumerate(found)}
    return np.array([renamed.get(c, -1) for c in labels])


def strokes(axes: Axes, points: np.ndarray, dx: float, dy: float, **style: object) -> None:
    """One short stroke (dx, dy) centered on each of the points (n, 2), all in one path: a tenth of the size of markers."""
    half = np.array([dx, dy]) / 2
    ends = np.stack([points - half, points + half], axis=1).reshape(-1, 2)
    codes = np.tile([Path.MOVETO, Path.LINETO], len(points))
    path = Path(ends, codes)
    path.should_simplify = False
    axes.add_patch(PathPatch(path, fill=False, clip_on=False, **style))


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.2, 7.6))
    rows = data_sets()
    columns: list[str] = []
    for row, (X, y, k) in enumerate(rows.values()):
        results = clusterings(X, y, k)
        columns = list(results)
        for column, labels in enumerate(results.values()):
            points = X + [2.6 * column, -3.0 * row]
            names = matched(labels, y)
            for j in range(names.max() + 1):
                dx, dy, cap = SHAPES[j % 4]
                strokes(axes, points[names == j], dx, dy, color=f"C{j}", linewidth=3.6, capstyle=cap)
            for slope in (0.13, -0.13):
                strokes(axes, points[names < 0], 0.13, slope, color="0.4", linewidth=1)
            axes.text(2.6 * column, -3.0 * row - 1.4, f"ARI {score(y, labels):.2f}", ha="center", va="center", fontsize=14)
    axes.set_xticks([2.6 * j for j in range(4)], columns)
    axes.set_yticks([-3.0 * i for i in range(4)], list(rows))
    axes.xaxis.tick_top()
    axes.tick_params(length=0, labelsize=14)
    axes.grid(visible=False)
    for side in axes.spines.values():
        side.set_visible(False)
    for i in range(1, 4):
        axes.axhline(-3.0 * i + 1.3, color="0.7", linewidth=0.8)
        axes.axvline(2.6 * i - 1.3, color="0.7", linewidth=0.8)
    axes.set(xlim=(-1.3, 9.1), ylim=(-10.7, 1.2))
    return figure
