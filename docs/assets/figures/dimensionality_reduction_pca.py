"""A cloud with its principal axes, and how the variance along a direction and the residual share the total."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    rng = np.random.default_rng(4)
    x = rng.normal(size=(30, 2)) @ np.array([[1.9, 1.1], [-0.5, 0.95]])
    x -= x.mean(axis=0)
    values, vectors = np.linalg.eigh(x.T @ x / (len(x) - 1))
    first, second = vectors[:, 1] * np.sign(vectors[0, 1]), vectors[:, 0] * np.sign(vectors[1, 0])
    shadow = np.outer(x @ first, first)
    figure, (left, right) = plt.subplots(1, 2)
    for point, foot in zip(x, shadow, strict=True):
        left.plot(*np.stack([point, foot]).T, ":", color="0.45", linewidth=1)
    left.plot(*(np.outer([-5.2, 5.2], first)).T, color="0.6", linewidth=0.8)
    left.plot(*x.T, "o", color="C0", markersize=4)
    left.plot(*shadow.T, "x", color="0.25", markersize=4)
    for vector, value, color, style, label, place in (
        (first, values[1], "C1", "-", "first axis", (2.7, -2.0)),
        (second, values[0], "C2", "--", "second axis", (-1.9, 1.6)),
    ):
        tip = np.sqrt(value) * vector
        left.plot([0, tip[0]], [0, tip[1]], style, color=color, linewidth=4, zorder=3)
        left.annotate(label, place, color=color, ha="center")
    left.set(title="Projections on the first axis", xlabel="feature 1", ylabel="feature 2", aspect="equal")
    left.set(xlim=(-5.2, 5.2), ylim=(-3.4, 3.4))

    degrees = np.linspace(0, 180, 181)
    directions = np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], axis=1)
    along = (x @ directions.T).var(axis=0, ddof=1)
    right.plot(degrees, along, "C1", label="kept: variance along it")
    right.plot(degrees, values.sum() - along, "C0--", label="lost: squared residual")
    right.axhline(values.sum(), color="0.4", linestyle=":", linewidth=1.2, label="sum: total variance")
    right.axvline(np.degrees(np.arctan2(first[1], first[0])), color="0.4", linewidth=0.8)
    right.set(title="Any one direction", xlabel="angle of the direction (degrees)", ylabel="variance")
    right.set(xticks=[0, 45, 90, 135, 180], ylim=(0, values.sum() * 1.65))
    right.legend(loc="upper right", fontsize=10)
    return figure
