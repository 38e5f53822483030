"""Left: how well a target-encoded noise column fits its own label. Right: share of values that collide in a hash table."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def _correlations(rows_per_level: int, levels: int = 200, m: float = 10.0) -> list[float]:
    rng = np.random.default_rng(rows_per_level)
    n = rows_per_level * levels
    found = []
    for _ in range(30):
        c, y, fold = np.repeat(np.arange(levels), rows_per_level), rng.integers(2, size=n), rng.permutation(n) % 5
        sums, counts = np.zeros((5, levels)), np.zeros((5, levels))
        np.add.at(sums, (fold, c), y)
        np.add.at(counts, (fold, c), 1.0)
        plain = sums.sum(axis=0) / rows_per_level
        smooth = (sums.sum(axis=0) + m * y.mean()) / (rows_per_level + m)
        sums, counts = sums.sum(axis=0) - sums, counts.sum(axis=0) - counts
        prior = (sums.sum(axis=1) / counts.sum(axis=1))[:, None]
        out = ((sums + m * prior) / (counts + m))[fold, c]
        found.append([np.corrcoef(column, y)[0, 1] for column in (plain[c], smooth[c], out)])
    return list(np.mean(found, axis=0))


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2)
    rows = [2, 3, 5, 8, 12, 20, 30, 50]
    plain, smooth, out = np.array([_correlations(r) for r in rows]).T
    left.plot(rows, plain, "-o", markersize=4, label="plain mean")
    left.plot(rows, smooth, "--s", markersize=4, label="smoothed")
    left.plot(rows, out, "-.^", markersize=4, label="out-of-fold")
    left.set(title="Fit to a coin-flip label", xlabel="rows per level", ylabel="correlation", xscale="log", ylim=(-0.1, 0.8))
    left.set_xticks([2, 5, 10, 20, 50], ["2", "5", "10", "20", "50"])
    left.minorticks_off()
    left.legend()
    load = np.geomspace(0.5, 100, 60)
    right.plot(load, 100 * (1 - np.exp(-1 / load)))
    for x, label in ((2**14 / 1e4, "10,000 in $2^{14}$: 46 %"), (2**18 / 1e4, "in $2^{18}$:\n3.7 %")):
        y = 100 * (1 - np.exp(-1 / x))
        right.plot(x, y, "o", color="C1")
        right.annotate(label, (x, y), xytext=(6, 6), textcoords="offset points")
    right.set(title="Hash table", xlabel="buckets per value", ylabel="values that share a bucket (%)", xscale="log", ylim=(0, 90))
    right.set_xticks([1, 10, 100], ["1", "10", "100"])
    return figure
