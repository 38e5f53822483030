"""Net upward force on the two relevant items of a list: RankNet against LambdaRank."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def forces(grades: np.ndarray, scores: np.ndarray, weighted: bool) -> np.ndarray:
    """Upward force on each item of a ranked list, gain 2^grade - 1."""
    discount = 1 / np.log2(np.arange(2, grades.size + 2))
    gain = 2.0**grades - 1
    rho = np.where(grades[:, None] > grades, 1 / (1 + np.exp(scores[:, None] - scores)), 0)
    if weighted:
        ideal = np.sort(gain)[::-1] @ discount
        rho = rho * np.abs((gain[:, None] - gain) * (discount[:, None] - discount)) / ideal
    return rho.sum(axis=1) - rho.sum(axis=0)


def draw() -> Figure:
    grades = np.zeros(12)
    grades[[1, 9]] = 1
    ranks, scores = np.arange(1, 13), -0.1 * np.arange(12)
    figure, axes = plt.subplots(figsize=(6, 4.4))
    for x, weighted in ((1, False), (2, True)):
        up = forces(grades, scores, weighted)
        up = up / up.max()
        axes.plot(np.full(10, x), ranks[grades == 0], "o", color="0.6", mfc="none", markersize=9)
        axes.plot(np.full(2, x), ranks[grades == 1], "s", color=f"C{x - 1}", markersize=10)
        for r in ranks[grades == 1]:
            length = 2.6 * up[r - 1]
            axes.annotate(
                "",
                (x + 0.13, r - length),
                xytext=(x + 0.13, r),
                arrowprops={"arrowstyle": "-|>", "color": f"C{x - 1}", "linewidth": 3, "shrinkA": 0, "shrinkB": 0},
            )
            axes.annotate(f"{up[r - 1]:.2f}", (x + 0.2, r - length / 2), va="center", fontsize=12)
    axes.set(xlim=(0.6, 2.6), ylim=(12.7, -1.0), ylabel="rank now", xlabel="squares: relevant; arrows: net force, relative")
    axes.set_xticks([1, 2], ["RankNet", "LambdaRank"], fontsize=12)
    axes.set_yticks([1, 2, 5, 10, 12])
    axes.grid(visible=False, axis="x")
    return figure
