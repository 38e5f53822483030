"""A flat partial dependence that hides crossing ICE lines, and the PDP and ALE of two models equal on all data."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    rng = np.random.default_rng(0)
    figure, (left, right) = plt.subplots(1, 2)
    grid = np.linspace(-1, 1, 2)
    lines = np.outer(np.resize([1, -1], 16), grid) + 0.35 * rng.standard_normal((16, 1))
    for i, line in enumerate(lines):
        up = i % 2 == 0
        label = {0: "ICE, group 1", 1: "ICE, group 2"}.get(i)
        left.plot(grid, line, "-" if up else "--", color="C0" if up else "C1", linewidth=0.9, alpha=0.8, label=label)
    left.plot(grid, lines.mean(axis=0), color="0.1", linewidth=3, label="PDP")
    left.set(title="A mean hides two groups", xlabel="feature (standardized)", ylabel="prediction", ylim=(-2, 3.4))
    left.legend(loc="upper center", ncols=2, fontsize=9)
    x1 = rng.uniform(0, 1, 500)
    x2 = x1 + rng.uniform(-0.1, 0.1, 500)
    z = np.linspace(0, 1, 41)
    right.plot(z, z, color="C0", label="PDP of f")
    right.plot(z, [(t + 5 * (x2 - t > 0.4)).mean() for t in z], "--", color="C1", label="PDP of g")
    edges = np.quantile(x1, np.linspace(0, 1, 11))
    right.plot(edges, edges - edges[0], "o", color="C2", markersize=5, fillstyle="none", label="ALE of both")
    right.set(title="Equal on every row", xlabel="feature 1", ylabel="effect curve")
    right.legend(loc="upper right", fontsize=9)
    return figure
