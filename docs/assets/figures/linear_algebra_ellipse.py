"""A matrix maps the unit circle to an ellipse: right singular vectors before, the half axes of the ellipse after."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure


def arrow(axes: Axes, tip: np.ndarray, color: str, style: str, label: str, place: tuple[float, float]) -> None:
    axes.plot([0, tip[0]], [0, tip[1]], style, color=color)
    axes.plot(*tip, "o", color=color)
    axes.annotate(label, place, color=color, ha="center", va="center")


def draw() -> Figure:
    a = np.array([[2.0, 2.0], [-1.0, 1.0]])
    v1, v2 = np.array([1.0, 1.0]) / np.sqrt(2), np.array([-1.0, 1.0]) / np.sqrt(2)
    angle = np.linspace(0, 2 * np.pi, 121)
    circle = np.stack([np.cos(angle), np.sin(angle)])
    figure, panels = plt.subplots(1, 2)
    for axes, shape in zip(panels, (circle, a @ circle), strict=True):
        axes.plot(*shape, color="0.4")
        axes.axhline(0, color="0.6", linewidth=0.6)
        axes.axvline(0, color="0.6", linewidth=0.6)
        axes.set(aspect="equal", xlim=(-3.3, 3.3), ylim=(-2.3, 2.3), xlabel="first coordinate")
        axes.set_xticks([-2, 0, 2])
        axes.set_yticks([-2, -1, 0, 1, 2])
    left, right = panels
    arrow(left, v1, "C0", "-", r"$v_1$", (1.1, 1.0))
    arrow(left, v2, "C1", "--", r"$v_2$", (-1.1, 1.0))
    left.set(title="Unit circle", ylabel="second coordinate")
    arrow(right, a @ v1, "C0", "-", r"$\sigma_1 u_1$: 2.83", (1.35, 0.35))
    arrow(right, a @ v2, "C1", "--", r"$\sigma_2 u_2$: 1.41", (0.0, 1.85))
    right.set(title="Its image under A")
    return figure
