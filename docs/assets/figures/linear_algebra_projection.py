"""Least squares with one column: the projection of y on the line is the closest point, the residual is perpendicular."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    x, y = np.array([2.0, 1.0]), np.array([1.0, 3.0])
    figure, axes = plt.subplots()
    axes.plot([-1, 4.2], [-0.5, 2.1], color="0.4", label="column space of x")
    for c in (0.25, 1.75):
        axes.plot([y[0], c * x[0]], [y[1], c * x[1]], ":", color="0.4")
        axes.plot(c * x[0], c * x[1], "o", color="0.4")
    axes.plot([0, y[0]], [0, y[1]], "-", color="C0", label="target y = (1, 3)")
    axes.plot(*y, "o", color="C0")
    axes.plot([y[0], x[0]], [y[1], x[1]], "--", color="C1", label="residual (-1, 2)")
    axes.plot(*x, "s", color="C1", label="projection (2, 1)")
    corner = x + 0.12 * np.array([[-1.0, 2.0], [1.0, 3.0], [2.0, 1.0]])
    axes.plot(corner[:, 0], corner[:, 1], color="0.4", linewidth=0.8)
    axes.set(aspect="equal", xlim=(-1, 6.6), ylim=(-0.6, 3.9), xlabel="first example", ylabel="second example")
    axes.legend(loc="upper right")
    return figure
