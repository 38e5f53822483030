"""Two-hop computation tree of one node with two sampled neighbors per node."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

NODES = {  # label, x, row from the bottom, sampled
    "root": ("v", 3.0, 2, True),
    "a": ("a", 1.2, 1, True),
    "b": ("b", 3.8, 1, True),
    "f": ("f", 5.6, 1, False),
    "c": ("c", 0.4, 0, True),
    "d": ("d", 1.2, 0, True),
    "g": ("v", 2.0, 0, False),
    "v": ("v", 3.4, 0, True),
    "e": ("e", 4.2, 0, True),
}
EDGES = [("a", "root"), ("b", "root"), ("f", "root"), ("c", "a"), ("d", "a"), ("g", "a"), ("v", "b"), ("e", "b")]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3.6))
    for start, end in EDGES:
        _, x0, y0, sampled = NODES[start]
        _, x1, y1, _ = NODES[end]
        look = {"color": "C0", "linewidth": 2} if sampled else {"color": "0.5", "linewidth": 1.2, "linestyle": "--"}
        axes.annotate("", (x1, y1), (x0, y0), arrowprops={"arrowstyle": "->", "shrinkA": 14, "shrinkB": 15, **look})
    for label, x, y, sampled in NODES.values():
        face, edge, ink = ("C0", "C0", "white") if sampled else ("none", "0.5", "0.4")
        axes.plot(x, y, "o", markersize=26, markerfacecolor=face, markeredgecolor=edge)
        axes.text(x, y, label, ha="center", va="center", fontsize=14, color=ink)
    for y, text in enumerate(["features", "layer 1", "layer 2"]):
        axes.text(-1.5, y, text, va="center", fontsize=13)
    axes.set(xlim=(-1.6, 6.1), ylim=(-0.35, 2.35))
    axes.axis("off")
    return figure
