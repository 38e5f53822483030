"""Success in at least one and in all of k runs, for equal tasks and for a mix with the same mean."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    k = np.arange(1, 17)
    figure, axes = plt.subplots(figsize=(6, 3.8))
    for rates, name, style in (((0.8,), "every task 0.8", "-"), ((1.0, 0.6), "half 1.0, half 0.6", "--")):
        p = np.array(rates)[:, None]
        axes.plot(k, (1 - (1 - p) ** k).mean(axis=0), "o" + style, color="C0", markersize=4, label=f"pass@k, {name}")
        axes.plot(k, (p**k).mean(axis=0), "s" + style, color="C1", markersize=4, label=f"pass^k, {name}")
    axes.set(xlabel="independent runs k of the same task", ylabel="probability", ylim=(0, 1.04))
    axes.legend(fontsize=10, loc="center right", bbox_to_anchor=(1.0, 0.67))
    return figure
