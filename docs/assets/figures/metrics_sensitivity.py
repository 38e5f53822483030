"""Users per arm against the relative effect to detect, for four metrics of one product."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    effect = np.geomspace(0.001, 0.1, 50)
    figure, axes = plt.subplots(figsize=(6, 4.2))
    metrics = {
        "revenue per user": (399, "-."),
        "user buys (0.5 %)": (199, "--"),
        "user clicks (5 %)": (19, "-"),
        "user returns (40 %)": (1.5, ":"),
    }
    for name, (squared_cv, style) in metrics.items():
        axes.loglog(100 * effect, 15.7 * squared_cv / effect**2, style, linewidth=2, label=name)
    axes.plot([2], [15.7 * 19 / 0.02**2], "o", color="0.4")
    axes.annotate("about 750,000", (2, 15.7 * 19 / 0.02**2), xytext=(0.125, 6e4), arrowprops={"arrowstyle": "-", "color": "0.4"})
    axes.set(xlabel="relative effect to detect (%)", ylabel="users per arm")
    axes.set_xticks([0.1, 0.3, 1, 3, 10], ["0.1", "0.3", "1", "3", "10"])
    axes.minorticks_off()
    axes.legend(loc="upper right", fontsize=10)
    return figure
