"""Churn campaign: who is worth a call, and the profit over the number of customers contacted."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm

CUSTOMERS, BASE, GAIN, COST = 100_000, 0.05, 0.30 * 300, 10


def draw() -> Figure:
    cut = np.linspace(4.5, -3.5, 400)  # contact everybody whose score exceeds the cut
    figure, (left, right) = plt.subplots(1, 2)
    for auc, style in ((0.719, "-"), (0.749, "--"), (0.5, ":")):
        shift = np.sqrt(2) * norm.ppf(auc)
        churners = BASE * norm.sf(cut - shift)
        contacted = churners + (1 - BASE) * norm.sf(cut)
        profit = CUSTOMERS * (churners * GAIN - contacted * COST)
        right.plot(CUSTOMERS * contacted / 1e3, profit / 1e3, style, label="random" if auc == 0.5 else f"AUC {auc}")
        if auc == 0.719:
            odds = BASE / (1 - BASE) * np.exp(shift * cut - shift**2 / 2)
            shown = contacted > 1e-3
            left.plot(CUSTOMERS * contacted[shown] / 1e3, churners[shown] / contacted[shown], label="all contacted")
            left.plot(CUSTOMERS * contacted[shown] / 1e3, (odds / (1 + odds))[shown], "--", label="the last one")
    left.axhline(COST / GAIN, color="0.4", linewidth=1.2, linestyle=":", label="break-even")
    left.set(title="Share of churners", xlabel="contacted (thousands)", ylabel="precision", xlim=(0, 25), ylim=(0, 0.4))
    left.legend()
    right.axhline(0, color="0.4", linewidth=0.8)
    right.set(title="Profit", xlabel="contacted (thousands)", ylabel="thousand USD", xlim=(0, 25), ylim=(-60, 60))
    right.legend(loc="lower right")
    return figure
