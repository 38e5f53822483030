"""Training and expected risk: over the threshold for six points, and over the sample size for threshold rule and 1-NN."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def risks(n: int, repeats: int, rng: np.random.Generator) -> tuple[float, float, float]:
    """Mean training risk and expected risk of the best threshold, and expected risk of 1-NN, for n points."""
    total = np.zeros(3)
    for _ in range(repeats):
        x = np.sort(rng.uniform(0.5, 6.5, n))
        y = rng.random(n) < np.where(x < 3.5, 0.2, 0.8)
        wrong = np.append(0, np.cumsum(np.where(y, 1, -1))) + np.sum(~y)
        edges = np.concatenate(([0.5], (x[1:] + x[:-1]) / 2, [6.5]))
        threshold = edges[wrong.argmin()]
        left = np.diff(np.minimum(edges, 3.5))
        right = np.diff(edges) - left
        nearest = np.where(y, 0.8 * left + 0.2 * right, 0.2 * left + 0.8 * right).sum() / 6
        total += wrong.min() / n, 0.2 + 0.1 * abs(threshold - 3.5), nearest
    return tuple(total / repeats)


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, sharey=True)
    x, y = np.arange(1, 7), np.array([0, 0, 1, 0, 1, 1])
    cuts = np.arange(0.5, 7)
    train = [np.mean((x > t) != y) for t in cuts]
    left.step(np.append(cuts, 7.5) - 0.5, np.append(train, train[-1]), where="post", label="training risk")
    left.plot(cuts, 0.2 + 0.1 * np.abs(cuts - 3.5), "--", label="expected risk")
    left.set(title="Six points", xlabel="threshold t", ylabel="share of errors", xticks=cuts[::2], xlim=(0.2, 6.8))
    left.legend(loc="upper center")
    rng = np.random.default_rng(0)
    sizes = np.array([6, 12, 25, 50, 100, 200, 400])
    curves = np.array([risks(n, 1000, rng) for n in sizes])
    right.plot(sizes, curves[:, 2], "-.^", color="C2", label="1-NN, expected")
    right.plot(sizes, curves[:, 1], "--s", color="C1", label="threshold, expected")
    right.plot(sizes, curves[:, 0], "-o", color="C0", label="threshold, training")
    right.plot(sizes, 0 * sizes, ":v", color="C3", label="1-NN, training")
    right.set(title="More points", xlabel="training points n (log scale)", xscale="log", ylim=(-0.02, 0.62))
    right.set_xticks([6, 25, 100, 400], ["6", "25", "100", "400"])
    right.minorticks_off()
    right.legend(loc="upper center")
    return figure
