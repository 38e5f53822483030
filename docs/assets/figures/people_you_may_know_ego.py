"""Ego network with three candidates, their mutual friends and Adamic-Adar scores; the funnel below."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

CANDIDATES = {  # name: angle in degrees, (angle, ties) of the mutual friends, Adamic-Adar
    "A": (90, [(68, 10), (112, 1000)], 0.579),
    "B": (195, [(178, 50), (214, 50)], 0.511),
    "C": (345, [(308, 2000), (345, 2000), (22, 2000)], 0.395),
}


def place(angle: float, radius: float) -> tuple[float, float]:
    return 1.5 * radius * np.cos(np.radians(angle)), radius * np.sin(np.radians(angle))


def draw() -> Figure:
    figure, (axes, funnel) = plt.subplots(2, 1, figsize=(6, 6.8), height_ratios=[3, 1])
    turn = np.linspace(0, 360, 181)
    for radius, style in ((1, "-"), (2, "--")):
        axes.plot(*np.array([place(t, radius) for t in turn]).T, style, color="0.7", linewidth=0.8)
    for name, (angle, friends, score) in CANDIDATES.items():
        x, y = place(angle, 2)
        for where, ties in friends:
            fx, fy = place(where, 1)
            hub = ties > 1000
            line = {"color": "0.6", "linestyle": "--"} if hub else {"color": "C0", "linestyle": "-"}
            axes.plot([0, fx, x], [0, fy, y], linewidth=1.8, zorder=1, **line)
            axes.plot(fx, fy, "o", markersize=31, color="0.55" if hub else "C0", zorder=2)
            axes.text(fx, fy, ties, ha="center", va="center", color="white", fontsize=11, zorder=3)
        axes.plot(x, y, "s", markersize=24, color="C1", zorder=2)
        axes.text(x, y, name, ha="center", va="center", color="white", fontsize=14, zorder=3)
        text = f"{len(friends)} mutual\nAA {score:.3f}"
        if name == "A":
            axes.text(x + 0.35, y + 0.1, text, ha="left", va="center", fontsize=12)
        else:
            axes.text(x, y - 0.32, text, ha="center", va="top", fontsize=12)
    axes.plot(0, 0, "o", markersize=28, color="C2", zorder=2)
    axes.text(0, 0, "you", ha="center", va="center", color="white", fontsize=12, zorder=3)
    axes.set(xlim=(-3.7, 3.7), ylim=(-2.15, 2.35))
    axes.axis("off")
    sizes = {"friends of friends": 48_000, "cheap filter": 1_000, "scored, stored": 100, "shown": 10}
    funnel.barh(list(sizes), list(sizes.values()), color="C0")
    for row, size in enumerate(sizes.values()):
        funnel.text(size * 1.15, row, f"{size:,}", va="center", fontsize=12)
    funnel.invert_yaxis()
    funnel.set(xscale="log", xlim=(1, 400_000), xlabel="people per user (log scale)")
    funnel.tick_params(axis="y", labelsize=12)
    return figure
