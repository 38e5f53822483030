"""Paths of gradient descent, momentum, RMSProp and Adam in a bowl that is 25 times steeper in y than in x."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse

CURVATURE = np.array([1.0, 25.0])


def path(name: str, rate: float) -> np.ndarray:
    """Thirty steps (31, 2) from (-6, 1.5)."""
    point, m, v = np.array([-6.0, 1.5]), np.zeros(2), np.zeros(2)
    points = [point]
    for t in range(1, 31):
        g = CURVATURE * point
        if name == "GD":
            step = g
        elif name == "momentum":
            m = 0.8 * m + g
            step = m
        elif name == "RMSProp":
            v = 0.9 * v + 0.1 * g**2
            step = g / (np.sqrt(v) + 1e-8)
        else:
            m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g**2
            step = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.99**t)) + 1e-8)
        point = point - rate * step
        points.append(point)
    return np.array(points)


def draw() -> Figure:
    figure, axes = plt.subplots(2, 1, figsize=(7.2, 5.2), sharex=True)
    panels = (
        (("GD", 0.07, "o-"), ("momentum", 0.03, "s--")),
        (("RMSProp", 0.2, "D-"), ("Adam", 0.3, "v--")),
    )
    for k, (ax, lines) in enumerate(zip(axes, panels, strict=True)):
        for loss in (0.5, 3, 10, 25, 46):
            width = 2 * np.sqrt(2 * loss)
            ax.add_patch(Ellipse((0, 0), width, width / 5, fill=False, edgecolor="0.6", linewidth=0.8))
        for j, (name, rate, style) in enumerate(lines):
            label = f"{name}, rate {rate:g}"
            ax.plot(*path(name, rate).T, style, color=f"C{2 * k + j}", label=label, markersize=4, linewidth=1.5)
        ax.plot(0, 0, "k+", markersize=12)
        ax.set(ylabel="weight y (steep)", xlim=(-7, 3), ylim=(-2, 2.7))
        ax.grid(False)
        ax.legend(loc="upper center", ncols=2)
    axes[1].set_xlabel("weight x (flat)")
    return figure
