"""The resolution probability that a support bot needs, over the expected damage per conversation."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    harm = np.geomspace(0.005, 20, 200)
    bar = (0.0114 + 1 + harm) / 6
    intents = [
        ("order status", 0.01, 0.70),
        ("policy question", 0.20, 0.45),
        ("cancellation", 0.40, 0.40),
        ("refund", 0.60, 0.40),
        ("damaged item", 1.00, 0.20),
        ("account takeover", 10.0, 0.10),
    ]
    offsets = [(9, 0, "left"), (-9, 4, "right"), (0, -13, "center"), (0, 12, "left"), (9, -2, "left"), (0, -13, "center")]
    figure, axes = plt.subplots(figsize=(6, 4.2))
    axes.plot(harm, bar)
    axes.axhline(1, color="0.5", linestyle=":")
    for (name, x, p), (dx, dy, side) in zip(intents, offsets, strict=True):
        automate = p > (1.0114 + x) / 6
        axes.plot(x, p, marker="o" if automate else "s", color="C1" if automate else "C2", markersize=8, linestyle="none")
        axes.annotate(name, (x, p), (dx, dy), textcoords="offset points", ha=side, va="center", fontsize=11)
    axes.text(0.03, 0.88, "bot first", fontsize=12, fontweight="bold", color="C1", ha="center")
    axes.text(0.03, 0.05, "person at once", fontsize=12, fontweight="bold", color="C2", ha="center")
    axes.text(0.006, 0.215, "probability needed", fontsize=11, color="C0")
    axes.set(
        xscale="log", xlim=(0.005, 30), ylim=(0, 1.05), xlabel="expected damage per conversation (USD)", ylabel="probability of resolving"
    )
    axes.set_xticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    return figure
