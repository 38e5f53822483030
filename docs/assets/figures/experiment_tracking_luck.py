"""Expected luck of the best of k equal runs, in standard deviations, with the middle 90 percent."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from scipy.integrate import quad
from scipy.stats import norm


def expected_maximum(k: float) -> float:
    return quad(lambda z: z * k * norm.pdf(z) * norm.cdf(z) ** (k - 1), -9, 9)[0]


def draw() -> Figure:
    runs = np.unique(np.geomspace(1, 100, 40).round()).astype(int)
    figure, axes = plt.subplots(figsize=(6, 3.6), layout="constrained")
    low, high = norm.ppf(0.05 ** (1 / runs)), norm.ppf(0.95 ** (1 / runs))
    axes.fill_between(runs, low, high, alpha=0.2, linewidth=0, label="middle 90 %")
    axes.plot(runs, [expected_maximum(k) for k in runs], label="mean")
    axes.axhline(0, color="C1", linestyle="--", label="true gain")
    for k in (5, 20, 50):
        luck = expected_maximum(k)
        axes.plot(k, luck, "o", color="C0")
        axes.annotate(f"{luck:.2f}", (k, luck), (0, -18), textcoords="offset points", ha="center", fontsize=11)
    axes.set_xscale("log")
    axes.set_xticks([1, 2, 5, 10, 20, 50, 100], ["1", "2", "5", "10", "20", "50", "100"])
    axes.minorticks_off()
    axes.set(xlabel="number of equal runs k", ylabel="luck of the best, in sd", xlim=(1, 100))
    axes.legend(loc="lower right", bbox_to_anchor=(1, 0.08))
    return figure
