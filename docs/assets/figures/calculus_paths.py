"""Four paths on the bowl f = (x^2 + 10 y^2)/2 from (10, 1): crawl, best fixed step, divergence, momentum."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

CURVATURE = np.array([1.0, 10.0])


def path(step: float, momentum: float, count: int) -> np.ndarray:
    """Heavy-ball iterates (count + 1, 2); plain gradient descent for momentum 0."""
    point, velocity = np.array([10.0, 1.0]), np.zeros(2)
    points = [point]
    for _ in range(count):
        velocity = momentum * velocity + CURVATURE * point
        point = point - step * velocity
        points.append(point)
    return np.array(points)


def draw() -> Figure:
    root = np.sqrt(10.0)
    heavy = (4 / (root + 1) ** 2, ((root - 1) / (root + 1)) ** 2)
    panels = (
        ((path(0.02, 0, 20), "C1", "s--", "step 0.02: crawls"), (path(2 / 11, 0, 20), "C0", "o-", "step 0.182: zig-zags")),
        ((path(0.21, 0, 7), "C3", "^--", "step 0.21: diverges"), (path(*heavy, 18), "C2", "o-", "step 0.231, momentum 0.27")),
    )
    figure, axes = plt.subplots(2, 1, figsize=(6.2, 5.2), sharex=True)
    x, y = np.meshgrid(np.linspace(-2, 11, 80), np.linspace(-2.4, 2.5, 60))
    for axis, lines in zip(axes, panels, strict=True):
        axis.contour(x, y, (x**2 + 10 * y**2) / 2, levels=[1, 5, 15, 30, 55], colors="0.6", linewidths=0.8)
        for points, color, style, label in lines:
            front = 3 if "--" in style else 2
            axis.plot(*points.T, style, color=color, label=label, markersize=4, linewidth=1.5, zorder=front)
        axis.plot(0, 0, "k+", markersize=11)
        axis.set(ylabel="y", xlim=(-2, 11), ylim=(-2.4, 3.2))
        axis.grid(False)
        axis.legend(loc="upper left", ncols=2, fontsize=10, handlelength=1.8, columnspacing=1)
    axes[1].set_xlabel("x")
    return figure
