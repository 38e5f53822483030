"""One next-token distribution under two temperatures and three cuts, with the original as an outline."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

P = np.array([0.40, 0.25, 0.15, 0.10, 0.06, 0.04])


def _group(axes: Axes, number: int, p: np.ndarray, color: str) -> None:
    x = 7.2 * number + np.arange(len(P))
    axes.bar(x, p, width=0.8, color=color, alpha=0.55, edgecolor=color)
    axes.bar(x, P, width=0.8, color="none", edgecolor="0.35", linestyle=":", linewidth=1)
    axes.text(x[0], max(p[0], P[0]) + 0.02, f"{p[0]:.2f}", ha="center", fontsize=11)


def draw() -> Figure:
    top_p, min_p = 0.8, 0.2 - 1e-9
    kept = {
        "top-k\nk = 2": np.arange(len(P)) < 2,
        "top-p\np = 0.8": np.cumsum(P) - P < top_p - 1e-9,
        "min-p\n0.2": P / P.max() >= min_p,
    }
    scaled = {"temperature 1\n(the model)": P, "temperature\n0.5": P**2, "temperature\n2": P**0.5}
    cut = {name: np.where(mask, P, 0) for name, mask in kept.items()}
    figure, panels = plt.subplots(2, 1, figsize=(6, 5))
    for axes, rows, color in ((panels[0], scaled, "C0"), (panels[1], cut, "C1")):
        for number, p in enumerate(rows.values()):
            _group(axes, number, p / p.sum(), color)
        axes.set_xticks([7.2 * number + 2.5 for number in range(3)], list(rows))
        axes.set(ylim=(0, 0.75), ylabel="probability")
        axes.grid(axis="x", visible=False)
    return figure
