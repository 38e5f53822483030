"""Bagging: single deep trees against their average, and the variance floor that correlation leaves."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.tree import DecisionTreeRegressor


def draw() -> Figure:
    rng = np.random.default_rng(3)
    x = np.sort(rng.uniform(0, 1, 60))
    y = np.sin(2 * np.pi * x) + 0.3 * rng.standard_normal(60)
    grid = np.linspace(0, 1, 101)
    fits = []
    for _ in range(40):
        rows = rng.integers(60, size=60)
        fits.append(DecisionTreeRegressor(random_state=0).fit(x[rows, None], y[rows]).predict(grid[:, None]))
    figure, (left, right) = plt.subplots(1, 2)
    for i in range(2):
        left.plot(grid, fits[i], color="0.6", linewidth=0.7, label="single trees" if i == 0 else None)
    left.plot(grid, np.mean(fits, axis=0), linewidth=2, label="mean of 40")
    left.plot(grid, np.sin(2 * np.pi * grid), "--", label="truth")
    left.set(title="Average of deep trees", xlabel="x", ylabel="prediction")
    left.legend(fontsize="small")
    trees = np.arange(1, 101)
    for rho, style in ((0.2, "-"), (0.08, "--"), (0.0, ":")):
        right.plot(trees, rho + (1 - rho) / trees, style, label=f"correlation {rho:g}")
    right.set(title="Variance left over", xlabel="number of trees", ylabel="share of one tree's variance", ylim=(0, 0.6))
    right.legend(fontsize="small")
    return figure
