"""Attention weights of the chapter's three-token example, without and with the causal mask."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    tokens = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    scores = tokens @ tokens.T / np.sqrt(2)
    figure, axes = plt.subplots(1, 2)
    for axis, allowed, title in zip(axes, (np.ones((3, 3)), np.tri(3)), ("No mask", "Causal mask"), strict=True):
        weights = np.exp(scores) * allowed
        weights /= weights.sum(axis=1, keepdims=True)
        for i in range(3):
            for j in range(3):
                seen = bool(allowed[i, j])
                axis.add_patch(
                    plt.Rectangle(
                        (j - 0.5, i - 0.5),
                        1,
                        1,
                        facecolor="C0" if seen else "none",
                        edgecolor="0.5",
                        alpha=0.1 + 0.5 * weights[i, j] if seen else 1.0,
                        hatch=None if seen else "//",
                        linewidth=0.8,
                    )
                )
                if seen:
                    axis.text(j, i, f"{100 * weights[i, j]:.0f} %", ha="center", va="center")
        axis.set(title=title, xlabel="key position", xticks=range(3), yticks=range(3), aspect="equal")
        axis.set(xlim=(-0.5, 2.5), ylim=(2.5, -0.5), xticklabels=[1, 2, 3], yticklabels=[1, 2, 3])
        axis.grid(False)
    axes[0].set_ylabel("query position")
    return figure
