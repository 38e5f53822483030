"""InfoNCE pull and push around a query photo, and four shards whose top results are merged into one list."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

POINTS = [  # label, cosine to the query, side of the query, marker
    ("positive, cos 0.8: pulled, 0.269", 0.8, 1, "*"),
    ("hard negative, cos 0.7: pushed, 0.269", 0.7, -1, "X"),
    ("easy negative, cos 0.1: pushed, 0.001", 0.1, 1, "s"),
]
TOPS = [(0.62, 0.66, 0.90), (0.55, 0.58, 0.61), (0.70, 0.84, 0.87), (0.57, 0.64, 0.72)]


def plane(axes: plt.Axes) -> None:
    logits = np.array([cosine / 0.1 for _, cosine, _, _ in POINTS])
    force = np.array([1, 0, 0]) - np.exp(logits) / np.exp(logits).sum()
    circle = np.radians(np.linspace(0, 180, 200))
    axes.plot(np.cos(circle), np.sin(circle), color="0.6", linewidth=0.8)
    axes.plot(0, 1, "o", color="C0", markersize=11, label="query: phone photo of a shoe")
    for i, (label, cosine, side, marker) in enumerate(POINTS):
        angle = np.pi / 2 - side * np.arccos(cosine)
        at = np.array([np.cos(angle), np.sin(angle)])
        axes.plot(*at, marker, color=f"C{i + 1}", markersize=14, label=label, linestyle="none")
        tip = at + 1.5 * force[i] * side * np.array([-np.sin(angle), np.cos(angle)])
        if abs(force[i]) > 0.01:
            arrow = {"arrowstyle": "-|>", "color": f"C{i + 1}", "lw": 2.5, "shrinkA": 0, "shrinkB": 0}
            axes.annotate("", tip, at, arrowprops=arrow)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0.42), fontsize=11, frameon=False)
    axes.set(xlim=(-1.9, 1.9), ylim=(-1.0, 1.2), aspect="equal")
    axes.set_title("Training: pull the positive, push the hard negative", fontsize=12)
    axes.axis("off")


def shards(axes: plt.Axes) -> None:
    rng = np.random.default_rng(0)
    for row, top in enumerate(TOPS):
        others = top[0] - 0.02 - 0.4 * rng.beta(1.2, 1.5, size=20)
        axes.plot(others, np.full(20, row), ".", color="0.6")
        axes.plot(top, np.full(3, row), "o", color="C0", markersize=8)
    for s, row in sorted(((s, row) for row, top in enumerate(TOPS) for s in top), reverse=True)[:3]:
        axes.plot([s, s], [row, 4], ":", color="C1", linewidth=1.4)
        axes.plot(s, 4, "*", color="C1", markersize=14)
    axes.axhline(3.5, color="0.6", linewidth=0.8)
    axes.set_yticks(range(5), [*(f"shard {i}" for i in range(1, 5)), "merged"])
    axes.set(xlabel="similarity to the query", ylim=(4.5, -0.5))
    axes.set_title("Serving: each shard returns its top 3, the merger keeps 3", fontsize=12)


def draw() -> Figure:
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6, 6.6), height_ratios=[1.3, 1])
    plane(top)
    shards(bottom)
    return figure
