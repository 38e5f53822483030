"""A rare-disease test as counts: 1,000 people as squares, then only those who test positive."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

BLUE, ORANGE, GRAY, INK = "#0072B2", "#D55E00", "#b8c0c8", "#1f2328"


def column(ax: Axes, x: float, top: float, count: float, pitch: float, size: float, color: str) -> None:
    """``count`` squares (a fraction gives a cut square) below each other: one dashed line keeps the file small."""
    length = int(count) * pitch + (count % 1) * size
    gaps = (0, (1, pitch / size - 1))
    ax.plot([x, x], [top, top - length], color=color, linewidth=size, linestyle=gaps, dash_capstyle="butt")


def draw() -> Figure:
    width, height = 390, 336
    figure = plt.figure(figsize=(width / 72, height / 72), layout="none")
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, width), ylim=(0, height))
    ax.axis("off")
    large = {"fontsize": 13, "color": INK}

    ax.text(8, 316, "1,000 people: 10 sick, 990 healthy", fontweight="bold", **large)
    ax.text(8, 297, "9 found", fontsize=12, color=BLUE)
    ax.text(66, 297, "49.5 false alarms", fontsize=12, color=ORANGE)
    ax.text(380, 297, "940.5 correctly negative", fontsize=12, color=INK, ha="right")
    top, pitch, size = 288, 6.9, 5.0
    column(ax, 12, top, 9, pitch, size, BLUE)
    ax.add_patch(Rectangle((9.5, top - 9 * pitch - size), size, size, fill=False, edgecolor=BLUE, linewidth=1))
    ax.text(8, top - 13 * pitch, "1\nmissed", fontsize=12, color=BLUE, va="center")
    left = 69
    for index, healthy in enumerate((22, 22, 5.5)):
        column(ax, left + index * pitch, top, healthy, pitch, size, ORANGE)
    start = top - 5 * pitch
    ax.add_patch(Rectangle((left + 2 * pitch - size / 2, start - size), size, size / 2, color=GRAY, linewidth=0))
    column(ax, left + 2 * pitch, start - pitch, 16, pitch, size, GRAY)
    for index in range(3, 45):
        column(ax, left + index * pitch, top, 22, pitch, size, GRAY)

    ax.annotate("", (195, 98), xytext=(195, 130), arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.5})
    ax.text(205, 110, "keep the positive tests", fontsize=12, color=INK)
    ax.text(8, 78, "58.5 positive tests: 9 / 58.5 = 15.4 % are sick", fontweight="bold", **large)
    top, pitch, size = 68, 18.5, 14.0
    for index in range(3):
        column(ax, 16 + index * pitch, top, 3, pitch, size, BLUE)
    for index in range(17):
        column(ax, 16 + (index + 3) * pitch, top, 3 if index < 16 else 1.5, pitch, size, ORANGE)
    return figure
