"""Error of difference quotients of the sigmoid at 1 against the step h, in float64 and float32."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def envelope(h: np.ndarray, order: int, unit: float) -> np.ndarray:
    """Truncation error plus the largest rounding error of one difference, for forward (1) and central (2)."""
    p = 1 / (1 + np.exp(-1.0))
    second, third = p * (1 - p) * (1 - 2 * p), p * (1 - p) * (1 - 6 * p * (1 - p))
    if order == 1:
        return np.abs(second) * h / 2 + 2 * unit * p / h
    return np.abs(third) * h**2 / 6 + unit * p / h


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.2, 3.6))
    h = np.logspace(-12, 0, 121)
    lines = (
        (1, 2.0**-53, "C1", "--", "forward, float64"),
        (2, 2.0**-53, "C0", "-", "central, float64"),
        (2, 2.0**-24, "C2", ":", "central, float32"),
    )
    for order, unit, color, style, label in lines:
        axis.loglog(h, envelope(h, order, unit), style, color=color, label=label)
    axis.annotate("rounding", (2e-9, 3e-6), color="0.3")
    axis.annotate("truncation", (3e-4, 1e-11), color="0.3")
    axis.set(xlabel="step h", ylabel="bound on the error", ylim=(1e-14, 1e2), xlim=(1e-12, 1))
    axis.legend(loc="lower left", fontsize=10)
    return figure
