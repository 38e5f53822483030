"""Common neighbors of new friends, random strangers and friends of friends in a simulated network."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    rng = np.random.default_rng(0)
    group = np.repeat(np.arange(50), 20)
    chance = np.where(group[:, None] == group, 0.4, 0.002)
    upper = np.triu(rng.random((1000, 1000)) < chance, 1)
    adjacency = (upper | upper.T).astype(float)
    i, j = np.nonzero(np.triu(adjacency == 0, 1))
    shared = (adjacency @ adjacency)[i, j]
    new = rng.random(len(i)) < 1 - 0.97**shared
    sets = {
        "new friends": shared[new],
        "random non-edges": shared[~new],
        "friends of friends that did not connect": shared[~new & (shared > 0)],
    }
    figure, axes = plt.subplots(figsize=(6, 3.6))
    for k, ((label, values), hatch) in enumerate(zip(sets.items(), ["", "//", "x"], strict=True)):
        share = 100 * np.bincount(np.minimum(values, 5).astype(int), minlength=6) / len(values)
        axes.bar(np.arange(6) + 0.27 * (k - 1), share, 0.27, label=label, hatch=hatch)
    axes.set_xticks(range(6), ["0", "1", "2", "3", "4", "5+"])
    axes.set(xlabel="common neighbors of the pair", ylabel="share of pairs (%)")
    axes.legend()
    return figure
