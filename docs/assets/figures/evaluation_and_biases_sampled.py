"""Credit for one relevant item by its true rank: full recall@10 against recall@10 among 100 sampled negatives."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import hypergeom


def draw() -> Figure:
    catalog, sample, k = 10_000, 100, 10
    rank = np.unique(np.round(np.geomspace(1, catalog, 120)).astype(int))
    figure, axes = plt.subplots(figsize=(6, 3.6))
    axes.step(rank, (rank <= k).astype(float), where="post", label="full catalog")
    axes.plot(rank, hypergeom.cdf(k - 1, catalog - 1, rank - 1, sample), "--", label="among 100 random negatives")
    axes.set_xscale("log")
    axes.set(xlabel="true rank of the relevant item among 10,000", ylabel="expected recall@10", ylim=(-0.05, 1.3))
    axes.set_yticks([0, 0.5, 1])
    axes.legend(loc="upper right", ncols=2, fontsize=11)
    return figure
