"""Double descent: error of minimum-norm least squares over model size (simulation) and over sample size (closed form)."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

N, D, NOISE, RIDGE = 100, 10, 0.3, 0.1
WIDTHS = (5, 10, 20, 40, 60, 80, 90, 100, 110, 125, 160, 250, 500, 1000)


def errors(runs: int = 25) -> np.ndarray:
    """Median excess test error (widths, 2) of random-ReLU regression without and with a ridge penalty."""
    rng = np.random.default_rng(0)
    result = np.empty((runs, len(WIDTHS), 2))
    for run in range(runs):
        w = rng.standard_normal(D) / np.sqrt(D)
        train, test = rng.standard_normal((N, D)), rng.standard_normal((300, D))
        y = train @ w + NOISE * rng.standard_normal(N)
        for j, p in enumerate(WIDTHS):
            first = rng.standard_normal((D, p)) / np.sqrt(D)
            a, b = (np.maximum(z @ first, 0) / np.sqrt(p) for z in (train, test))
            u, s, vt = np.linalg.svd(a, full_matrices=False)
            for k, gain in enumerate((1 / s, s / (s**2 + RIDGE))):
                result[run, j, k] = np.mean((b @ (vt.T @ (gain * (u.T @ y))) - test @ w) ** 2)
    return np.median(result, axis=0)


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.2, 3.4))
    plain, ridge = errors().T
    left.loglog(WIDTHS, plain, "o-", markersize=4, label="no penalty")
    left.loglog(WIDTHS, ridge, "--", label="ridge")
    left.axvline(N, color="0.4", linewidth=1.2, linestyle=":")
    left.set(title="Larger model (n = 100)", xlabel="random features p", ylabel="excess squared error", ylim=(0.006, 100))
    left.legend(fontsize=10, loc="lower left", handlelength=1.6)

    d, variance = 50, 0.25
    under, over = np.arange(5, 49), np.arange(52, 201)
    right.semilogy(under, (1 - under / d) + variance * under / (d - under - 1), color="C0")
    right.semilogy(over, variance * d / (over - d - 1), color="C0")
    right.axvline(d, color="0.4", linewidth=1.2, linestyle=":")
    right.set(title="More data (d = 50)", xlabel="training examples n", ylim=(0.05, 30))
    return figure
