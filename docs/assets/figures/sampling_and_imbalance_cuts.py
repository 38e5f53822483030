"""Scores of both classes at 1 % positives with two cuts, as they are and after keeping 5 % of the negatives."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import logit
from scipy.stats import norm


def draw() -> Figure:
    figure, panels = plt.subplots(2, 1, sharex=True, figsize=(6.4, 5.2))
    edges = np.arange(-14.0, 7.01, 0.5)
    for axes, share, title in zip(panels, (1.0, 0.05), ("All rows", "5 % of the negatives kept"), strict=True):
        shift = logit(0.01) - np.log(share)
        # Negatives score N(0, 1), positives N(2, 1); the logit of the fitted score is 2x - 2 + shift.
        x = (edges + 2 - shift) / 2
        negative = 990_000 * share * np.diff(norm.cdf(x))
        positive = 10_000 * np.diff(norm.cdf(x - 2))
        axes.stairs(negative, edges, fill=True, alpha=0.35, color="C0", label="negatives")
        axes.stairs(positive, edges, color="C1", linewidth=2.2, label="positives")
        axes.set(yscale="log", ylim=(8, 6e5), ylabel="rows", title=title)
        axes.minorticks_off()
        cut = logit(5 / 205) - np.log(share)
        axes.axvline(cut, color="0.3", linestyle="--", linewidth=1.5)
        axes.text(cut - 0.15, 2.2e5, "0.024" if share == 1 else "0.333", ha="right")
        axes.axvline(0, color="0.3", linestyle=":", linewidth=1.5)
        axes.text(0.15, 2.2e5, "0.5")
    panels[0].legend(loc="upper right")
    ticks = [1e-5, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999]
    panels[1].set(xticks=logit(ticks), xticklabels=["0.00001", *(f"{t:g}" for t in ticks[1:])], xlabel="score (log-odds scale)")
    return figure
