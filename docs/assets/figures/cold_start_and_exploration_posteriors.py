"""Beta posteriors of the click rate: a new item under two priors, and an item with 300 impressions."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import beta


def draw() -> Figure:
    rate = np.linspace(0, 0.6, 301)
    figure, axes = plt.subplots(figsize=(6, 4))
    for (a, b), label, style in (
        ((31, 271), "old: 30 clicks in 300", "-"),
        ((3, 9), "new: 2 in 10, flat prior", "--"),
        ((7, 53), "new: 2 in 10, category prior", ":"),
    ):
        axes.plot(rate, beta.pdf(rate, a, b), style, label=label, linewidth=2.2)
    axes.set(xlabel="click rate", ylabel="posterior density", xlim=(0, 0.6), ylim=(0, 26))
    axes.legend(loc="upper right", fontsize=11)
    return figure
