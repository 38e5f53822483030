"""A ratings matrix with empty cells next to the tall user matrix and the wide item matrix that approximate it."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

RATINGS = np.array([[5, 4, 0, 1, 0], [4, 0, 4, 0, 1], [0, 5, 0, 2, 0], [1, 0, 2, 5, 0], [0, 1, 0, 0, 5], [2, 0, 1, 4, 4]])


def grid(axis: Axes, left: float, top: float, shape: tuple[int, int], rows: dict[int, str], cols: dict[int, str]) -> None:
    for i in range(shape[0]):
        for j in range(shape[1]):
            color = rows.get(i) or cols.get(j) or "none"
            axis.add_patch(Rectangle((left + j, top - i - 1), 1, 1, facecolor=color, edgecolor="0.45", alpha=0.9))


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6, 3.6))
    pale = "#9fc9e8"
    grid(axis, 0, 6, (6, 5), {}, {})
    axis.add_patch(Rectangle((2, 1), 1, 1, facecolor="none", edgecolor="C1", linewidth=3, zorder=3))
    for i, j in np.argwhere(RATINGS > 0):
        axis.text(j + 0.5, 5.5 - i, str(RATINGS[i, j]), ha="center", va="center", fontsize=12)
    axis.text(2.5, 1.5, "?", ha="center", va="center", fontsize=14, color="C1", weight="bold")
    axis.text(5.8, 3, r"$\approx$", ha="center", va="center", fontsize=20)
    grid(axis, 6.7, 6, (6, 2), {4: pale}, {})
    axis.text(9.3, 3, r"$\times$", ha="center", va="center", fontsize=16)
    grid(axis, 10, 4, (2, 5), {}, {2: pale})
    for x, y, text in (
        (2.5, 6.25, "R: users x items\nempty = not rated"),
        (7.7, 6.25, "P: one row\na user"),
        (12.5, 4.25, "Q transposed:\none column an item"),
    ):
        axis.text(x, y, text, ha="center", va="bottom", fontsize=12)
    axis.text(7.7, -0.15, "d numbers", ha="center", va="top", fontsize=12)
    axis.set(xlim=(-0.2, 15.2), ylim=(-0.9, 7.9), aspect="equal")
    axis.axis("off")
    return figure
