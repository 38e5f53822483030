"""Boosting on four points: the staircase after rounds 1 to 3, and what each round still has to fit."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def stump(x: np.ndarray, r: np.ndarray) -> tuple[float, float, float]:
    cuts = (x[:-1] + x[1:]) / 2
    errors = [r[x < c].var() * (x < c).sum() + r[x > c].var() * (x > c).sum() for c in cuts]
    cut = cuts[int(np.argmin(errors))]
    return cut, r[x < cut].mean(), r[x > cut].mean()


def draw() -> Figure:
    x, y = np.arange(1.0, 5.0), np.array([1.0, 2.0, 6.0, 7.0])
    grid = np.linspace(0.6, 4.4, 381)
    scores, curve = np.full(4, 4.0), np.full(381, 4.0)
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(x, y, "o", color="0.4", label="data")
    left.plot(grid, curve, color="0.6", linewidth=1, label="start")
    for m, (style, marker) in enumerate((("-", "o"), ("--", "s"), (":", "^")), start=1):
        residual = y - scores
        cut, low, high = stump(x, residual)
        (line,) = right.plot(x + 0.1 * (m - 2), residual, marker, label=f"round {m}")
        right.plot([0.6, cut, cut, 4.4], [low, low, high, high], style, color=line.get_color(), linewidth=1.2)
        scores = scores + 0.5 * np.where(x < cut, low, high)
        curve = curve + 0.5 * np.where(grid < cut, low, high)
        left.plot(grid, curve, style, color=line.get_color(), label=f"after round {m}")
    left.set(title="Sum of stumps, rate 0.5", xlabel="x", ylabel="y")
    left.legend(fontsize="small")
    right.axhline(0, color="0.4", linewidth=0.8)
    right.set(title="Residuals and fitted stump", xlabel="x", ylabel="residual before the round")
    right.legend(fontsize="small")
    return figure
