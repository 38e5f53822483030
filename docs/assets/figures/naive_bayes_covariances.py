"""Two Gaussian classes fitted with four kinds of covariance: ellipses of two standard deviations and the boundary."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

MEANS = np.array([[-1.1, 0.5], [1.0, -0.3]])
SPREADS = np.array([[[1.5, 0.85], [0.85, 0.8]], [[0.3, 0.12], [0.12, 0.9]]])


def sample(rng: np.random.Generator, n: int) -> np.ndarray:
    """n points of each class, (2, n, 2)."""
    return np.stack([rng.multivariate_normal(m, s, size=n) for m, s in zip(MEANS, SPREADS, strict=True)])


def score(points: np.ndarray, mean: np.ndarray, cov: np.ndarray) -> np.ndarray:
    """Gaussian log-density of points (n, 2), without its constant."""
    z = points - mean
    return -0.5 * np.log(np.linalg.det(cov)) - 0.5 * np.sum(z * np.linalg.solve(cov, z.T).T, axis=1)


def panel(axes: Axes, data: np.ndarray, fresh: np.ndarray, covs: np.ndarray, title: str) -> None:
    means = data.mean(axis=1)
    angle = np.linspace(0, 2 * np.pi, 49)
    circle = 2 * np.stack([np.cos(angle), np.sin(angle)])
    for j, (marker, line) in enumerate((("o", "-"), ("x", "--"))):
        axes.plot(*data[j, :16].T, marker, color=f"C{j}", markersize=4, alpha=0.45)
        axes.plot(*(means[j][:, None] + np.linalg.cholesky(covs[j]) @ circle), line, color=f"C{j}")
    x, y = np.meshgrid(np.linspace(-4.2, 4.2, 49), np.linspace(-3.6, 3.6, 43))
    grid = np.column_stack([x.ravel(), y.ravel()])
    gap = score(grid, means[1], covs[1]) - score(grid, means[0], covs[0])
    axes.contour(x, y, gap.reshape(x.shape), [0.0], colors="0.4", linewidths=3)
    wrong = [np.mean((score(f, means[1], covs[1]) > score(f, means[0], covs[0])) != j) for j, f in enumerate(fresh)]
    axes.set_title(f"{title}\nerror {100 * np.mean(wrong):.1f} %", fontsize=15)
    axes.set(xlim=(-4.2, 4.2), ylim=(-3.6, 3.6))
    axes.set_xticks([])
    axes.set_yticks([])


def draw() -> Figure:
    rng = np.random.default_rng(0)
    data, fresh = sample(rng, 400), sample(rng, 20_000)
    own = np.stack([np.cov(d.T, bias=True) for d in data])
    shared = np.stack([own.mean(axis=0)] * 2)
    figure, axes = plt.subplots(2, 2, figsize=(7.2, 7.4))
    panel(axes[0, 0], data, fresh, own * np.eye(2), "own, diagonal:\nGaussian naive Bayes")
    panel(axes[0, 1], data, fresh, own, "own, full:\nQDA")
    panel(axes[1, 0], data, fresh, shared * np.eye(2), "shared, diagonal:\ndiagonal LDA")
    panel(axes[1, 1], data, fresh, shared, "shared, full:\nLDA")
    return figure
