"""Distances from a point to 1,000 uniform points, and the edge of a cube that holds 1 percent of them, by dimension."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    rng = np.random.default_rng(0)
    figure, (left, right) = plt.subplots(1, 2)
    edges = np.linspace(0, 2.4, 73)
    for d, style in ((2, "-"), (10, "--"), (100, "-."), (1000, ":")):
        ratios = []
        for _ in range(60):
            distances = np.linalg.norm(rng.random((1000, d)) - rng.random(d), axis=1)
            ratios.append(distances / distances.mean())
        density, _ = np.histogram(np.concatenate(ratios), bins=edges, density=True)
        left.plot((edges[1:] + edges[:-1]) / 2, density / density.max(), style, label=f"d = {d:,}")
    left.set(title="Distances to 1,000 points", xlabel="distance / mean distance", ylabel="density, peak = 1")
    left.legend(handlelength=1.6, loc="upper right", fontsize=9)
    d = np.arange(1, 51)
    right.plot(d, 0.01 ** (1 / d))
    right.plot([2, 10, 50], 0.01 ** (1 / np.array([2, 10, 50])), "o", color="C0")
    for dim, shift in ((2, (8, -4)), (10, (8, -8)), (50, (-24, -16))):
        right.annotate(f"{0.01 ** (1 / dim):.2f}", (dim, 0.01 ** (1 / dim)), xytext=shift, textcoords="offset points")
    right.set(title="Cube with 1 % of the volume", xlabel="dimension d", ylabel="edge length", ylim=(0, 1.02))
    return figure
