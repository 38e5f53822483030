"""Bytes of model state per parameter and GPU under data parallelism and the three ZeRO stages, on eight GPUs."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    gpus = 8
    names = ["DDP", "ZeRO-1", "ZeRO-2", "ZeRO-3"]
    weights = np.array([2, 2, 2, 2 / gpus])
    gradients = np.array([2, 2, 2 / gpus, 2 / gpus])
    optimizer = np.array([12, 12 / gpus, 12 / gpus, 12 / gpus])
    figure, axis = plt.subplots(figsize=(6.0, 4.0))
    place = np.arange(len(names))
    axis.bar(place, weights, color="C0", alpha=0.85, label="weights, 16 bits")
    axis.bar(place, gradients, bottom=weights, color="C2", alpha=0.7, label="gradients, 16 bits")
    axis.bar(
        place,
        optimizer,
        bottom=weights + gradients,
        color="C1",
        alpha=0.6,
        hatch="//",
        label="FP32 weights and two moments",
    )
    for x, total in zip(place, weights + gradients + optimizer, strict=True):
        axis.text(x, total + 0.3, f"{total:g} bytes\n7B: {7 * total:g} GB", ha="center", fontsize=11)
    axis.set(ylabel="bytes per parameter and GPU", ylim=(0, 19.5))
    axis.set_yticks([0, 4, 8, 12, 16])
    axis.set_xticks(place, names, fontsize=11)
    axis.legend(loc="upper right", fontsize=11)
    return figure
