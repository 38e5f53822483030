"""Share of a game's players below a number of hours, for three kinds of games, with 10 hours marked."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm

GAMES = [  # name, median hours, spread of the logarithm, line, offset of the label
    ("puzzle", 2, 1.0, "-", (-40, 3)),
    ("story", 8, 1.0, "--", (8, -13)),
    ("online", 60, 1.6, "-.", (8, -13)),
]


def draw() -> Figure:
    hours = np.geomspace(0.1, 3_000, 120)
    figure, axes = plt.subplots(figsize=(6, 3.4))
    for name, median, spread, line, offset in GAMES:
        axes.plot(hours, norm.cdf(np.log(hours / median) / spread), line, linewidth=2.2, label=name)
        share = norm.cdf(np.log(10 / median) / spread)
        axes.plot(10, share, "o", color=axes.lines[-1].get_color(), markersize=7)
        axes.annotate(f"{share:.2f}", (10, share), xytext=offset, textcoords="offset points", fontsize=13)
    axes.axvline(10, color="0.5", linewidth=1, linestyle=":")
    axes.set_xscale("log")
    axes.set_xticks([0.1, 1, 10, 100, 1_000], ["0.1", "1", "10", "100", "1,000"])
    axes.minorticks_off()
    axes.tick_params(labelsize=12)
    axes.set_xlabel("hours played (log scale)", fontsize=13)
    axes.set_ylabel("share of players below", fontsize=13)
    axes.legend(fontsize=12, loc="upper left")
    return figure
