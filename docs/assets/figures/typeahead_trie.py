"""A trie for cat, car and cart with the top two completions on each node, and a fresh overlay with a trending query."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4.8))
    nodes = {
        "c": (3.1, 4.2, "c", "cat 50, car 45"),
        "ca": (3.1, 3.1, "ca", "cat 50, car 45"),
        "cat": (1.1, 2.0, "cat", "cat 50"),
        "car": (3.8, 2.0, "car", "car 45, cart 12"),
        "cart": (2.4, 0.9, "cart", "cart 12"),
        "carnival": (5.2, 0.9, "carnival", "carnival 60"),
    }
    edges = [("c", "ca", "a"), ("ca", "cat", "t"), ("ca", "car", "r"), ("car", "cart", "t"), ("car", "carnival", "nival")]
    for parent, child, letters in edges:
        (x0, y0), (x1, y1) = nodes[parent][:2], nodes[child][:2]
        fresh = child == "carnival"
        axes.plot([x0, x1], [y0 - 0.3, y1 + 0.3], "--" if fresh else "-", color="C1" if fresh else "0.45", linewidth=1.4)
        side = -1 if x1 < x0 else 1
        x, y = (x0 + x1) / 2 + 0.12 * side, (y0 + y1) / 2 + 0.08
        axes.text(x, y, letters, fontsize=11, style="italic", ha="right" if side < 0 else "left", va="bottom")
    for name, (x, y, prefix, best) in nodes.items():
        fresh = name == "carnival"
        box = {"boxstyle": "round,pad=0.35", "facecolor": "none", "edgecolor": "C1" if fresh else "C0"}
        box |= {"linestyle": "--" if fresh else "-", "linewidth": 1.4}
        axes.text(x, y, f"{prefix}\n{best}", fontsize=11, ha="center", va="center", bbox=box, linespacing=1.3)
    axes.text(4.25, 4.1, "merged answers:\nc: carnival 60, cat 50\ncar: carnival 60, car 45", fontsize=11, va="center")
    axes.text(0.1, 4.2, "solid: daily build\ndashed: overlay", fontsize=11, va="center")
    axes.set(xlim=(0, 6.7), ylim=(0.4, 4.7))
    axes.axis("off")
    return figure
