"""A 3x3 kernel slides over a 5x5 checkerboard; the receptive field of three stacked layers of kernel size 3."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

INK, BLUE, ORANGE, GREEN = "#1f2328", "#0072B2", "#D55E00", "#009E73"


def grid(axes: Axes, values: np.ndarray, left: float, top: float, shown: int, color: str, title: str) -> None:
    """Draw a matrix as cells of side 1; only the first `shown` cells have a number."""
    for position, (i, j) in enumerate(np.ndindex(values.shape)):
        value = values[i, j] if position < shown else None
        face = to_rgba(color, 0.25 if value else 0.0)
        axes.add_patch(Rectangle((left + j, top - i - 1), 1, 1, facecolor=face, edgecolor=INK, lw=0.8))
        if value is not None:
            axes.text(left + j + 0.5, top - i - 0.5, str(value), ha="center", va="center", fontsize=13)
    axes.text(left + values.shape[1] / 2, top + 0.25, title, ha="center", va="bottom", fontsize=13)


def draw() -> Figure:
    board = (np.indices((5, 5)).sum(axis=0) + 1) % 2
    kernel = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])
    output = np.array([[(board[i : i + 3, j : j + 3] * kernel).sum() for j in range(3)] for i in range(3)])
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6, 6.2), height_ratios=[1.1, 1])
    grid(top, board, 0, 5, 25, BLUE, "input 5 x 5")
    grid(top, kernel, 6, 4, 9, ORANGE, "kernel 3 x 3")
    grid(top, output, 10, 4, 5, GREEN, "output 3 x 3")
    top.add_patch(Rectangle((1, 1), 3, 3, fill=False, edgecolor=ORANGE, lw=3.5))
    top.add_patch(Rectangle((11, 2), 1, 1, fill=False, edgecolor=ORANGE, lw=3.5))
    top.text(6.5, -0.35, "fifth window: five ones meet five ones, so the output is 5", ha="center", va="top", fontsize=12)
    top.set(xlim=(-0.2, 13.2), ylim=(-1.3, 6.1), aspect="equal")
    for layer, width in enumerate((7, 5, 3, 1)):
        for x in range(-4, 5):
            inside = abs(x) <= width // 2
            bottom.plot(x, layer, "o" if inside else "s", ms=13 if inside else 7, color=BLUE if inside else "0.75")
            if inside and layer:
                for step in (-1, 0, 1):
                    bottom.plot([x, x + step], [layer, layer - 1], color=BLUE, lw=0.9, zorder=0)
        bottom.text(4.7, layer, f"{'input' if layer == 0 else f'layer {layer}'}: {width}", va="center", fontsize=12)
    bottom.text(0, 3.45, "one unit of layer 3 depends on 7 inputs", ha="center", va="bottom", fontsize=13)
    bottom.set(xlim=(-4.5, 7.2), ylim=(-0.4, 4.1))
    for axes in (top, bottom):
        axes.axis("off")
    return figure
