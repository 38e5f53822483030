"""The sigmoid over the log-odds: the same step in log-odds moves the probability a lot in the middle and little far out."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    z = np.linspace(-6, 6, 241)
    figure, axes = plt.subplots(figsize=(6.4, 3.4))
    axes.plot(z, 1 / (1 + np.exp(-z)))
    for start in (-0.35, 4.3):
        p, q = 1 / (1 + np.exp(-start)), 1 / (1 + np.exp(-start - 0.7))
        axes.plot([start, start + 0.7, start + 0.7], [p, p, q], "--", color="C1", linewidth=1.5)
        axes.annotate(
            f"+0.7: {100 * p:.1f} % to {100 * q:.1f} %", (start + 0.7, (p + q) / 2), xytext=(0.75, p - 0.12) if start < 0 else (1.9, 0.8)
        )
    axes.set(xlabel="log-odds z", ylabel="probability p", ylim=(-0.02, 1.06))
    odds = axes.secondary_xaxis("top")
    ticks = [-4, -2, 0, 2, 4]
    odds.set_xticks(ticks, [f"{np.exp(t):.2g}" for t in ticks])
    odds.set_xlabel("odds p / (1 - p)")
    return figure
