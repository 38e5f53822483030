"""A skewed arrival-time distribution with median, mean and p80, and beneath it the cost of each promise."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import lognorm


def draw() -> Figure:
    trip = lognorm(0.3, scale=20)
    x = np.linspace(8, 42, 240)
    sample = trip.ppf((np.arange(4000) + 0.5) / 4000)
    late = np.array([np.maximum(sample - q, 0).mean() for q in x])
    early = np.array([np.maximum(q - sample, 0).mean() for q in x])
    marks = (("median", trip.median(), ":"), ("mean", trip.mean(), "--"), ("p80", trip.ppf(0.8), "-"))
    figure, (top, low) = plt.subplots(2, 1, figsize=(6, 5.6), sharex=True)
    top.plot(x, trip.pdf(x))
    top.fill_between(x, trip.pdf(x), where=x >= trip.ppf(0.8), alpha=0.25, linewidth=0)
    low.plot(x, 4 * late + early, label="total")
    low.plot(x, 4 * late, "--", label="late, 4 a minute")
    low.plot(x, early, ":", label="early, 1 a minute")
    for (name, at, style), side in zip(marks, ("right", "left", "left"), strict=True):
        for axes in (top, low):
            axes.axvline(at, color="0.45", linestyle=style, linewidth=1.1)
        top.text(at + (0.3 if side == "left" else -0.3), 0.082, name, fontsize=12, ha=side)
    top.text(30.6, 0.021, "20 % late", fontsize=12)
    top.set(ylabel="density per minute", ylim=(0, 0.09))
    low.set(xlabel="minutes to arrival, or promise", ylabel="expected cost", ylim=(0, 36))
    low.legend(fontsize=11, loc="upper right", frameon=False)
    return figure
