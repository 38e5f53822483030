"""Minutes until a canary sees a raised error rate, over its traffic share, for three sizes of the fault."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

Z = 1.959964 + 0.841621  # two-sided 5 %, power 80 %


def draw() -> Figure:
    share = np.geomspace(0.001, 0.5, 100)
    figure, axes = plt.subplots(figsize=(6, 4))
    for bad, style, name in (
        (0.0015, "-", "0.1 to 0.15 %"),
        (0.002, "--", "0.1 to 0.2 %"),
        (0.01, "-.", "0.1 to 1 %"),
    ):
        requests = Z**2 * (0.001 * 0.999 + bad * (1 - bad)) / (bad - 0.001) ** 2
        axes.plot(100 * share, requests / (1000 * share) / 60, style, label=name)
    axes.plot(1, 39.2, "o", color="0.3")
    axes.annotate("1 %: 39 min", (1, 39.2), xytext=(0.93, 29), fontsize=11, ha="right", va="top")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.xaxis.set_major_locator(FixedLocator([0.1, 1, 5, 25]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xticklabels(["0.1", "1", "5", "25"])
    axes.yaxis.set_major_locator(FixedLocator([0.1, 1, 10, 60, 480]))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.set_yticklabels(["0.1", "1", "10", "60", "480"])
    axes.set_xlabel("canary share of 1,000 requests/s (%)", fontsize=12)
    axes.set_ylabel("minutes to detect", fontsize=12)
    axes.tick_params(labelsize=11)
    axes.legend(title="error rate", fontsize=11, title_fontsize=11)
    return figure
