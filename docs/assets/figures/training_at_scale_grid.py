"""Sixteen GPUs in two nodes as a grid of tensor-, pipeline- and data-parallel groups."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.0, 4.0))
    for stage in range(2):
        low = 2.1 * (1 - stage)
        axis.text(-0.1, low + 1.42, f"node {stage} = stage {stage}", fontsize=11)
        for replica in range(2):
            left = 4.6 * replica
            frame = Rectangle((left - 0.08, low - 0.08), 4.16, 1.36, fill=False, edgecolor="0.4", linewidth=1.4)
            axis.add_patch(frame)
            for rank in range(4):
                face = Rectangle((left + rank + 0.06, low + 0.06), 0.88, 1.08, facecolor=f"C{stage}", alpha=0.35)
                axis.add_patch(face)
                center = left + rank + 0.5
                axis.text(center, low + 0.82, "ABCDEFGH"[4 * stage + rank], ha="center", va="center", fontsize=15)
                axis.text(center, low + 0.34, f"{8 * stage + 4 * replica + rank}", ha="center", va="center", fontsize=11)
    for replica in range(2):
        start = 4.6 * replica + 2.6
        axis.text(start + 0.12, 1.58, "activations", fontsize=11)
        axis.annotate("", (start, 1.32), (start, 1.98), arrowprops={"arrowstyle": "<->", "color": "0.4"})
        axis.text(4.6 * replica + 2.0, -0.5, f"replica {replica}", ha="center", fontsize=11)
    axis.annotate("", (4.5, 2.7), (4.1, 2.7), arrowprops={"arrowstyle": "<->", "color": "0.4", "shrinkA": 0, "shrinkB": 0})
    axis.text(4.3, 3.52, "same letter: gradients averaged", ha="left", fontsize=11)
    axis.text(4.35, -1.0, "letter: shard of the model, number: GPU, frame: tensor-parallel group", ha="center", fontsize=10)
    axis.set(xlim=(-0.2, 8.9), ylim=(-1.2, 3.9))
    axis.axis("off")
    return figure
