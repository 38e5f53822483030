"""What least squares minimizes, and three residual plots: fine, curved, and a funnel."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.2, 3.6))
    x, y = np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([2.0, 1.0, 4.0, 3.0, 5.0])
    fit = 0.6 + 0.8 * x
    for a, b, f in zip(x, y, fit, strict=True):
        side = abs(b - f)
        corner = (a, min(b, f)) if b < f else (a - side, f)
        left.add_patch(plt.Rectangle(corner, side, side, facecolor="C1", alpha=0.3, edgecolor="none"))
        left.plot([a, a], [b, f], "--", color="C1", linewidth=1.4)
    left.plot([0, 6], [0.6, 5.4], color="C0")
    left.plot(x, y, "o", color="C0")
    left.set(title="Areas add up to RSS = 3.6", xlabel="x", ylabel="y", aspect="equal", xlim=(0, 6), ylim=(0, 6))

    rng = np.random.default_rng(5)
    fitted = np.linspace(0, 10, 44)
    noise = rng.standard_normal(44)
    curve = 1.6 * ((fitted - 5) ** 2 / 12.5 - 0.69)
    funnel = 0.13 * (fitted + 0.5) * noise
    bands = {"fine": (0.5 * noise, "o"), "curve": (curve + 0.35 * noise, "s"), "funnel": (funnel, "^")}
    for k, (name, (residual, marker)) in enumerate(bands.items()):
        level = -4.6 * k
        right.plot([-0.3, 10.3], [level, level], color="0.4", linewidth=0.8)
        right.plot(fitted, level + residual, marker, color=f"C{k}", markersize=3.2)
        right.text(10.7, level, name, va="center")
    right.set(title="Residuals around zero", xlabel="fitted value", ylabel="residual, one row per case", yticks=[])
    right.set(xlim=(-0.5, 13.8), ylim=(-12.4, 2.4), xticks=[0, 5, 10])
    right.grid(visible=False, axis="y")
    return figure
