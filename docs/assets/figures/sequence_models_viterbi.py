"""Trellis of the weather example: path probabilities, back-pointers and the winning path of the Viterbi algorithm."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

START = np.array([0.6, 0.4])
A = np.array([[0.7, 0.3], [0.4, 0.6]])
B = np.array([[0.1, 0.4, 0.5], [0.6, 0.3, 0.1]])
STATES, OBSERVED = ("Rain", "Sun"), ("walk", "shop", "clean")


def viterbi() -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Best path probabilities (3, 2), back-pointers (3, 2) and the best path."""
    delta, back = np.zeros((3, 2)), np.zeros((3, 2), dtype=int)
    delta[0] = START * B[:, 0]
    for t in (1, 2):
        scores = delta[t - 1][:, None] * A
        back[t], delta[t] = scores.argmax(axis=0), scores.max(axis=0) * B[:, t]
    path = [int(delta[2].argmax())]
    for t in (2, 1):
        path.insert(0, int(back[t, path[0]]))
    return delta, back, path


def draw() -> Figure:
    delta, back, path = viterbi()
    figure, axes = plt.subplots()
    for t in (1, 2):
        for i in range(2):
            for j in range(2):
                kept = back[t, j] == i
                won = kept and path[t - 1] == i and path[t] == j
                axes.annotate(
                    "", (t, 1 - j), xytext=(t - 1, 1 - i),
                    arrowprops={
                        "arrowstyle": "-|>", "shrinkA": 34, "shrinkB": 34, "mutation_scale": 16 if kept else 10,
                        "linewidth": 3.5 if won else 1.8 if kept else 0.9, "linestyle": "-" if kept else (0, (2, 3)),
                        "color": "C1" if won else "0.35" if kept else "0.6",
                    },
                )  # fmt: skip
                share, lift = (0.5, 0.1) if i == j else (0.3, 0.12) if i < j else (0.26, 0.15)
                axes.annotate(
                    f"{A[i, j]}", (t - 1 + share, 1 - i + (share if i > j else -share if i < j else 0) + lift),
                    ha="center", va="center", fontsize=10, color="0.3",
                )  # fmt: skip
    for t in range(3):
        for j in range(2):
            on_path = path[t] == j
            axes.plot(t, 1 - j, "o", markersize=52, markerfacecolor="none", markeredgecolor="C1" if on_path else "0.5",
                      markeredgewidth=3 if on_path else 1.2)  # fmt: skip
            axes.annotate(f"{STATES[j]}\n{delta[t, j]:.5f}".rstrip("0"), (t, 1 - j), ha="center", va="center", fontsize=10)
    axes.set(xticks=range(3), xlim=(-0.35, 2.35), ylim=(-0.4, 1.4), yticks=[])
    axes.set_xticklabels([f"t = {t + 1}\n{word}" for t, word in enumerate(OBSERVED)])
    axes.tick_params(length=0)
    axes.grid(False)
    for side in axes.spines.values():
        side.set_visible(False)
    return figure
