"""Rings of graph distance around the open document: serving candidates, a gap, and training negatives."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Annulus, Circle


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 5.6))
    axes.add_patch(Annulus((0, 0), 4.6, 1.1, color="C1", alpha=0.18, hatch="//"))
    axes.add_patch(Circle((0, 0), 2.3, color="C0", alpha=0.2))
    for radius in (1.3, 2.3, 3.5, 4.6):
        axes.add_patch(Circle((0, 0), radius, fill=False, edgecolor="0.5", linewidth=1, linestyle="--"))
    rings = [(0.95, (60, 180, 300), "C0"), (1.8, (0, 40, 145, 200, 250, 325), "C0"), (4.1, (5, 35, 140, 175, 215, 325), "C1")]
    for radius, angles, color in rings:
        for angle in np.radians(angles):
            axes.plot(radius * np.cos(angle), radius * np.sin(angle), "s" if color == "C1" else "o", color=color, markersize=9)
    for angle in np.radians((10, 150, 205, 320)):
        axes.plot(2.95 * np.cos(angle), 2.95 * np.sin(angle), "o", color="0.55", markersize=9, fillstyle="none", markeredgewidth=2)
    axes.plot(0, 0, "*", color="C2", markersize=22)
    axes.plot(0.42, -0.02, "*", color="C2", markersize=12, fillstyle="none", markeredgewidth=1.8)
    axes.text(0, -0.42, "open, copy", ha="center", va="top", fontsize=11)
    style = {"ha": "center", "va": "center", "fontsize": 12}
    axes.text(0, 1.66, "1 and 2: served", color="C0", fontweight="bold", **style)
    axes.text(0, 2.85, "3: in neither set", **style)
    axes.text(0, 4.05, "above 3: training\nnegatives", color="C1", fontweight="bold", **style)
    axes.set(xlim=(-4.7, 4.7), ylim=(-4.7, 4.7), aspect="equal")
    axes.axis("off")
    return figure
