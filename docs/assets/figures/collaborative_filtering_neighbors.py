"""The example rating matrix with the neighbors of one user (rows) and of one item (columns)."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

RATINGS = np.array([[0, 3, 0, 3, 4], [4, 0, 0, 2, 0], [0, 0, 3, 0, 0], [3, 0, 4, 0, 3], [4, 3, 0, 4, 4]])
NEIGHBORS = (1, 3, 4)  # users 2, 4, 5 and items 2, 4, 5


def cosine_rows(matrix: np.ndarray) -> np.ndarray:
    unit = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit @ unit.T


def grid(axes: Axes, title: str) -> None:
    for u in range(5):
        for i in range(5):
            known = RATINGS[u, i] > 0
            text = "?" if u == i == 0 else str(RATINGS[u, i]) if known else "·"
            weight = "bold" if u == i == 0 else "normal"
            axes.text(i, u, text, ha="center", va="center", fontsize=13, fontweight=weight)
    edges = np.arange(6) - 0.5
    axes.hlines(edges, -0.5, 4.5, colors="0.5", linewidth=0.6)
    axes.vlines(edges, -0.5, 4.5, colors="0.5", linewidth=0.6)
    axes.add_patch(Rectangle((-0.5, -0.5), 1, 1, fill=False, edgecolor="C1", linewidth=2.5, zorder=3))
    axes.set(title=title, xlim=(-0.6, 5.6), ylim=(5.2, -0.6), aspect="equal")
    axes.set_xticks(range(5), [f"i{i + 1}" for i in range(5)])
    axes.set_yticks(range(5), [f"u{u + 1}" for u in range(5)])
    axes.tick_params(length=0, labelsize=12)
    axes.xaxis.tick_top()
    axes.grid(False)
    axes.spines[:].set_visible(False)


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.4))
    grid(left, "User-based: rows")
    grid(right, "Item-based: columns")
    users, items = cosine_rows(RATINGS.astype(float)), cosine_rows(RATINGS.T.astype(float))
    for n in NEIGHBORS:
        left.add_patch(Rectangle((-0.5, n - 0.5), 5, 1, color="C0", alpha=0.1 + 0.5 * users[0, n], linewidth=0))
        left.text(4.6, n, f"{users[0, n]:.2f}", va="center", fontsize=12)
        right.add_patch(Rectangle((n - 0.5, -0.5), 1, 5, color="C2", alpha=0.1 + 0.5 * items[0, n], linewidth=0))
        right.text(n, 4.85, f"{items[0, n]:.2f}", ha="center", va="center", fontsize=12)
    return figure
