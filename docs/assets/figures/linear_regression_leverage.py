"""One point moved up by 6, in the middle of the feature's range and at its end: influence is residual and leverage."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(1, 2, figsize=(7.2, 3.2), sharey=True)
    x = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 12.0])
    y = 1 + 0.5 * x + np.array([0.3, -0.3, 0.2, -0.4, 0.3, -0.1, 0.0])
    A = np.column_stack([np.ones(len(x)), x])
    leverage = np.diag(A @ np.linalg.solve(A.T @ A, A.T))
    ends = np.array([-0.5, 12.5])
    for axis, moved in zip(axes, (4, 6), strict=True):
        shifted = y.copy()
        shifted[moved] += 6
        for target, style, label in ((y, "C0--", "before"), (shifted, "C1-", "after")):
            slope, intercept = np.polyfit(x, target, 1)
            axis.plot(ends, intercept + slope * ends, style, label=f"{label}, slope {slope:.2f}")
        rest = np.arange(len(x)) != moved
        axis.plot(x[rest], y[rest], "o", color="0.4")
        axis.plot(x[moved], y[moved], "o", markerfacecolor="none", color="C0")
        axis.plot(x[moved], shifted[moved], "D", color="C1")
        axis.set(title=f"Leverage {leverage[moved]:.2f}", xlabel="x", ylim=(-1, 18))
        axis.legend(loc="upper left")
    axes[0].set_ylabel("y")
    return figure
