"""Swin windows on 8 x 8 tokens: regular windows of side 4, and the same windows shifted by 2."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

INK, BLUE, ORANGE = "#1f2328", "#0072B2", "#D55E00"


def draw() -> Figure:
    figure, panels = plt.subplots(1, 2, figsize=(6, 3.5))
    for axes, cuts, title in zip(panels, ([0, 4, 8], [0, 2, 6, 8]), ("layer l: regular", "layer l + 1: shifted"), strict=True):
        query = (2, 3)  # row and column of the marked token
        for row, column in np.ndindex(8, 8):
            same = all(
                np.searchsorted(cuts, a, "right") == np.searchsorted(cuts, q, "right") for a, q in zip((row, column), query, strict=True)
            )
            face = to_rgba(BLUE, 0.3 if same else 0.0)
            axes.add_patch(Rectangle((column, 7 - row), 1, 1, facecolor=face, edgecolor="0.6", lw=0.6))
        for top, bottom in zip(cuts[:-1], cuts[1:], strict=True):
            for left, right in zip(cuts[:-1], cuts[1:], strict=True):
                axes.add_patch(Rectangle((left, 8 - bottom), right - left, bottom - top, fill=False, edgecolor=INK, lw=2.4))
        axes.plot(query[1] + 0.5, 7 - query[0] + 0.5, "*", ms=17, color=ORANGE)
        axes.set_title(title, fontsize=13)
        axes.set(xlim=(-0.2, 8.2), ylim=(-0.2, 8.2), aspect="equal")
        axes.axis("off")
    return figure
