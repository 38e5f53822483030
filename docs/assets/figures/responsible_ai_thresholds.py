"""Score distributions of two groups under one threshold, and the lower threshold that gives equal opportunity."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    x = np.linspace(-4, 4, 161)
    figure, panels = plt.subplots(2, 1, sharex=True, figsize=(5.4, 5.2))
    notes = ("threshold 0:\nTPR 0.75, FPR 0.25", "threshold 0:\nTPR 0.61, FPR 0.14\nthreshold -0.4:\nTPR 0.75, FPR 0.25")
    for axes, name, shift, note in zip(panels, "AB", (0.0, 0.4), notes, strict=True):
        positive = np.exp(-((x - 0.675 + shift) ** 2) / 2) / np.sqrt(2 * np.pi)
        negative = np.exp(-((x + 0.675 + shift) ** 2) / 2) / np.sqrt(2 * np.pi)
        axes.plot(x, positive, color="C0", label="qualified")
        axes.plot(x, negative, "--", color="C1", label="not qualified")
        above = x >= 0
        axes.fill_between(x[above], positive[above], color="C0", alpha=0.25, linewidth=0)
        axes.fill_between(x[above], negative[above], color="C1", alpha=0.35, linewidth=0)
        axes.axvline(0, color="0.4", linewidth=1.2)
        axes.set(title=f"Group {name}", ylabel="density", ylim=(0, 0.62))
        axes.annotate(note, (0.98, 0.95), xycoords="axes fraction", ha="right", va="top", fontsize=11)
        axes.legend(loc="upper left", fontsize=11)
    panels[1].axvline(-0.4, color="0.4", linewidth=1.2, linestyle=":")
    panels[1].set_xlabel("model score")
    return figure
