"""Cost per week of retraining every T weeks: compute, staleness and their sum."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    rise, run, value = 0.3, 40.0, 20 / 0.15
    weeks = np.linspace(0.4, 3.6, 200)
    compute, stale = run / weeks, value * rise * weeks / 2
    figure, axes = plt.subplots(figsize=(6, 3.6), layout="constrained")
    axes.plot(weeks, compute + stale, label="sum")
    axes.plot(weeks, compute, "--", label="compute")
    axes.plot(weeks, stale, ":", label="staleness")
    ends = np.array([1.0, 2.0])
    axes.plot(ends, run / ends + value * rise * ends / 2, "o", color="C0")
    best = np.sqrt(2 * run / (value * rise))
    axes.plot(best, run / best + value * rise * best / 2, "D", color="C0")
    axes.annotate("1 and 2 weeks: 60", (2, 60), (1.08, 47), fontsize=11)
    axes.annotate("minimum at 1.4 weeks", (best, 56.6), (1.2, 68), fontsize=11)
    axes.set(xlabel="retrain interval in weeks", ylabel="GPU-hours a week", ylim=(0, 110), xlim=(0.4, 3.6))
    axes.legend(loc="upper center")
    return figure
