"""Why corners give zeros: elliptical loss contours touch the L1 diamond at a corner and the L2 disk off the axes."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

CENTER = np.array([0.6, 2.0])
HESSIAN = np.array([[1.0, 0.45], [0.45, 1.0]])


def level(w: np.ndarray) -> np.ndarray:
    """Excess loss at the points w (m, 2)."""
    return np.einsum("ij,jk,ik->i", w - CENTER, HESSIAN, w - CENTER)


def draw() -> Figure:
    figure, axes = plt.subplots(1, 2, figsize=(6.2, 3.4))
    angle = np.linspace(0, 2 * np.pi, 4001)
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    shapes = {"L1": circle / np.abs(circle).sum(axis=1, keepdims=True), "L2": circle}
    root = np.linalg.inv(np.linalg.cholesky(HESSIAN)).T
    for axis, (name, border) in zip(axes, shapes.items(), strict=True):
        best = border[level(border).argmin()].round(2) + 0.0
        axis.fill(*border[::40].T, color="C4", alpha=0.35)
        for k, scale in enumerate((0.35, 0.7, 1.0)):
            ellipse = CENTER + np.sqrt(scale * level(best[None])[0]) * circle[::40] @ root.T
            axis.plot(*ellipse.T, "--" if k < 2 else "-", color="C1", linewidth=1.4)
        axis.plot(*CENTER, "+", color="C1", markersize=10)
        axis.annotate("minimum", CENTER, xytext=(1.4, 3.2), arrowprops={"arrowstyle": "-", "color": "0.4"})
        axis.plot(*best, "o", color="C0", markersize=7)
        axis.text(-1.85, 1.1, f"({best[0]:.2g}, {best[1]:.2g})")
        axis.axhline(0, color="0.4", linewidth=0.8)
        axis.axvline(0, color="0.4", linewidth=0.8)
        axis.set(title=f"{name} budget of 1", xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
        axis.set(xlim=(-1.9, 2.9), ylim=(-1.2, 3.6))
    return figure
