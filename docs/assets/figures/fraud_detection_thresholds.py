"""Amount against fraud probability: where blocking, stepping up and passing are cheapest."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    amount = np.geomspace(2, 2000, 200)
    decline, friction, survives = 5.0, 0.5, 0.15
    single = decline / (decline + amount)
    low = friction / (friction + (1 - survives) * amount)
    high = (decline - friction) / (decline - friction + survives * amount)
    figure, axes = plt.subplots(figsize=(6, 4.2))
    axes.fill_between(amount, low, high, color="0.5", alpha=0.15, linewidth=0)
    axes.plot(amount, single, label="block or pass: 5/(5 + x)")
    axes.plot(amount, high, "--", label="block, if step-up exists")
    axes.plot(amount, low, ":", label="start of step-up")
    for x, y, word in ((300, 0.4, "block"), (14, 0.115, "step-up"), (6, 0.004, "pass")):
        axes.text(x, y, word, fontsize=12, fontweight="bold", ha="center")
    axes.set(xscale="log", yscale="log", ylim=(2e-4, 1), xlim=(2, 2000))
    axes.set(xlabel="amount x in USD", ylabel="probability of fraud p")
    axes.legend(fontsize=11, loc="lower left", frameon=False)
    return figure
