"""Three groups of very different spread, and their t-SNE maps at perplexity 5, 20 and 50."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

SIZE = 24


def groups() -> np.ndarray:
    """Three groups of 24 points (72, 2): standard deviation 0.2, 2 and 0.2, the last one 3.4 times as far."""
    rng = np.random.default_rng(0)
    return np.concatenate([rng.normal(c, s, size=(SIZE, 2)) for c, s in (((0, 0), 0.2), ((6, 2.5), 2.0), ((30, -1), 0.2))])


def affinities(x: np.ndarray, perplexity: float) -> np.ndarray:
    """Symmetric neighbor probabilities (n, n); every row's Gaussian is fitted to the perplexity by bisection."""
    distance = ((x[:, None] - x[None]) ** 2).sum(axis=2)
    np.fill_diagonal(distance, np.inf)
    low, high = np.full(len(x), -20.0), np.full(len(x), 20.0)  # logarithm of the precision
    for _ in range(60):
        middle = (low + high) / 2
        p = np.exp(-np.exp(middle)[:, None] * (distance - distance.min(axis=1, keepdims=True)))
        p /= p.sum(axis=1, keepdims=True)
        entropy = -(p * np.log(np.maximum(p, 1e-300))).sum(axis=1)
        wide = entropy > np.log(perplexity)
        low, high = np.where(wide, middle, low), np.where(wide, high, middle)
    return (p + p.T) / (2 * len(x))


def tsne(x: np.ndarray, perplexity: float) -> np.ndarray:
    """Map (n, 2). Small steps from the data themselves: no chaos, so every machine draws the same map."""
    p, y, step = affinities(x, perplexity), x / x.std(), 0.0
    for _ in range(1500):
        w = 1 / (1 + ((y[:, None] - y[None]) ** 2).sum(axis=2))
        np.fill_diagonal(w, 0)
        pull = (p - w / w.sum()) * w
        step = 0.8 * step - 40 * (pull.sum(axis=1)[:, None] * y - pull @ y)
        y = y + step
    return y


def draw() -> Figure:
    x = groups()
    figure, axes = plt.subplots(figsize=(7.2, 4.2))
    maps = [("The data", x)] + [(f"t-SNE, perplexity {k}", tsne(x, k)) for k in (5, 20, 50)]
    for k, (title, y) in enumerate(maps):
        column, row = k % 2, 1 - k // 2
        y = y - (y.max(axis=0) + y.min(axis=0)) / 2
        y = y * min(0.94 / np.ptp(y[:, 0]), 0.42 / np.ptp(y[:, 1])) + np.array([1.1 * column, 0.66 * row])
        for j, marker in enumerate("os^"):
            axes.plot(*y[j * SIZE : (j + 1) * SIZE].T, marker, color=f"C{j}", markersize=5, markeredgecolor="none")
        axes.text(1.1 * column, 0.66 * row + 0.27, title, ha="center")
    axes.set(aspect="equal", xlim=(-0.52, 1.62), ylim=(-0.26, 1.0))
    axes.axhline(0.33, color="0.7", linewidth=0.8)
    axes.axvline(0.55, color="0.7", linewidth=0.8)
    axes.axis("off")
    return figure
