"""The random cuts of one isolation tree around an outlier and around a point in the middle of the same data."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

Segment = tuple[tuple[float, float], tuple[float, float]]


def cuts(X: np.ndarray, target: int, rng: np.random.Generator) -> list[Segment]:
    """Cut X (n, 2) at random until row target is alone; each cut as the segment (x1, x2), (y1, y2) of its cell."""
    low, high = X.min(axis=0) - 0.4, X.max(axis=0) + 0.4
    rows, segments = np.arange(len(X)), []
    while len(rows) > 1:
        feature = int(rng.integers(2))
        at = rng.uniform(X[rows, feature].min(), X[rows, feature].max())
        ends = [(low[0], high[0]), (low[1], high[1])]
        ends[feature] = (at, at)
        segments.append((ends[0], ends[1]))
        below = X[target, feature] < at
        rows = rows[(X[rows, feature] < at) == below]
        (high if below else low)[feature] = at
    return segments


def data() -> np.ndarray:
    """Fifty points (50, 2): row 0 is the outlier, row 1 lies in the middle of the others."""
    cloud = np.random.default_rng(3).normal(size=(48, 2))
    return np.concatenate([[[4.2, 3.6], [0.1, 0.0]], cloud])


def mean_depth(X: np.ndarray, target: int, trees: int = 1000) -> float:
    rng = np.random.default_rng(0)
    return float(np.mean([len(cuts(X, target, rng)) for _ in range(trees)]))


def draw() -> Figure:
    X = data()
    figure, panels = plt.subplots(1, 2, sharey=True)
    for axes, target, seed, name in ((panels[0], 0, 9, "Outlier"), (panels[1], 1, 5, "Point in the middle")):
        segments = cuts(X, target, np.random.default_rng(seed))
        axes.plot(*X[2:].T, "o", color="0.55", markersize=3)
        axes.plot(*X[[1 - target]].T, "o", color="0.55", markersize=3)
        for i, (x, y) in enumerate(segments):
            axes.plot(x, y, "-" if i < 4 else "--", color="C0", linewidth=1.4)
        axes.plot(*X[[target]].T, "D", color="C1", markersize=7)
        axes.set(title=f"{name}: {len(segments)} cuts", xlabel="feature 1")
        axes.grid(visible=False)
    panels[0].set(ylabel="feature 2")
    return figure
