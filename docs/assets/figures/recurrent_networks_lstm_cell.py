"""One LSTM cell: the cell state runs straight through at the top, gates below decide what it loses, gains and shows."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch

INK = "#1f2328"


def line(axes: Axes, *points: tuple[float, float], color: str = INK, width: float = 1.4, head: bool = True) -> None:
    """A line through the points, with an arrow head at the last one."""
    *rest, before, end = points
    near = (end[0] - 0.15 * (end[0] > before[0]), end[1]) if head else end
    axes.plot(*zip(*rest, before, near, strict=True), color=color, linewidth=width, solid_capstyle="butt")
    if head:
        mid = tuple(0.5 * a + 0.5 * b for a, b in zip(before, end, strict=True))
        axes.annotate("", end, mid, arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": width, "shrinkA": 0, "shrinkB": 0})


def operation(axes: Axes, x: float, y: float, sign: str) -> None:
    axes.add_patch(Circle((x, y), 0.36, facecolor="none", edgecolor=INK, linewidth=1.4))
    axes.text(x, y - 0.03, sign, ha="center", va="center", fontsize=14)


def box(axes: Axes, x: float, y: float, text: str, color: str) -> None:
    shape = {"boxstyle": "round,pad=0,rounding_size=0.12", "facecolor": "none", "edgecolor": color, "linewidth": 2}
    axes.add_patch(FancyBboxPatch((x - 0.62, y - 0.4), 1.24, 0.8, **shape))
    axes.text(x, y, text, ha="center", va="center", fontsize=13)


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4.4))
    axes.set(xlim=(0, 12), ylim=(0, 8.8), aspect="equal")
    axes.axis("off")
    top, middle, gates, bus = 7.6, 5.4, 3.2, 1.5
    line(axes, (1.1, top), (2.24, top), color="C0", width=4)
    line(axes, (2.96, top), (5.24, top), color="C0", width=4, head=False)
    line(axes, (5.96, top), (11.0, top), color="C0", width=4)
    operation(axes, 2.6, top, r"$\times$")
    operation(axes, 5.6, top, "$+$")
    operation(axes, 5.6, middle, r"$\times$")
    operation(axes, 9.8, middle - 1.1, r"$\times$")
    columns = {
        2.6: (r"$\sigma$", "$f_t$", "C1"),
        4.6: (r"$\sigma$", "$i_t$", "C1"),
        6.6: ("tanh", r"$\tilde{c}_t$", "C2"),
        8.6: (r"$\sigma$", "$o_t$", "C1"),
    }
    for x, (inside, name, color) in columns.items():
        box(axes, x, gates, inside, color)
        line(axes, (x, bus), (x, gates - 0.42))
        axes.text(x - 0.25, gates + 0.55, name, ha="right", fontsize=14)
    line(axes, (2.6, gates + 0.4), (2.6, top - 0.38))
    line(axes, (4.6, gates + 0.4), (4.6, middle), (5.22, middle))
    line(axes, (6.6, gates + 0.4), (6.6, middle), (5.98, middle))
    line(axes, (5.6, middle + 0.36), (5.6, top - 0.38))
    line(axes, (8.6, gates + 0.4), (8.6, middle - 1.1), (9.42, middle - 1.1))
    box(axes, 9.8, 5.95, "tanh", INK)
    line(axes, (9.8, top), (9.8, 6.37))
    line(axes, (9.8, 5.55), (9.8, middle - 0.72))
    line(axes, (9.8, middle - 1.46), (9.8, bus), (11.0, bus))
    line(axes, (1.1, bus), (8.6, bus), head=False)
    line(axes, (1.6, 0.75), (1.6, bus), head=False)
    labels = ((0.5, top, "$c_{t-1}$"), (11.5, top, "$c_t$"), (0.5, bus, "$h_{t-1}$"), (11.5, bus, "$h_t$"), (1.6, 0.35, "$x_t$"))
    for x, y, name in labels:
        axes.text(x, y, name, ha="center", va="center", fontsize=14)
    for x, name in zip(columns, ("forget", "input", "candidate", "output"), strict=True):
        axes.text(x, 0.85, name, ha="center", fontsize=12)
    axes.text(7.7, top + 0.35, "cell state", ha="center", color="C0", fontsize=12)
    return figure
