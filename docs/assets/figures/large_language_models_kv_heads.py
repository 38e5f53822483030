"""Query heads and the key-value heads that they share in MHA, GQA and MQA."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.2, 5.0))
    heads = 8
    variants = (("MHA: a key-value head per query head", 8), ("GQA: one per group of four", 2), ("MQA: one for all", 1))
    for row, (name, groups) in enumerate(variants):
        y = 3.0 * (len(variants) - 1 - row)
        size = heads // groups
        for g in range(groups):
            center = (g + 0.5) * size - 0.5
            for q in range(g * size, (g + 1) * size):
                axis.plot([q, center], [y + 1.2, y + 0.5], color="0.5", linewidth=1)
            patch = FancyBboxPatch(
                (center - 0.3, y),
                0.6,
                0.5,
                boxstyle="round,pad=0.04",
                facecolor="C1",
                edgecolor="C1",
                alpha=0.35,
            )
            axis.add_patch(patch)
            axis.text(center, y + 0.25, "KV", ha="center", va="center", fontsize=11)
        for q in range(heads):
            patch = FancyBboxPatch((q - 0.3, y + 1.2), 0.6, 0.5, boxstyle="round,pad=0.04", facecolor="C0", edgecolor="C0", alpha=0.25)
            axis.add_patch(patch)
            axis.text(q, y + 1.45, "Q", ha="center", va="center", fontsize=11)
        axis.text(-0.35, y + 2.0, name, fontweight="bold")
        axis.text(7.9, y + 0.25, f"cache x {groups}", va="center", fontsize=11)
    axis.set(xlim=(-0.5, 9.6), ylim=(-0.2, 8.5))
    axis.axis("off")
    return figure
