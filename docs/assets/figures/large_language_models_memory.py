"""Memory of an 80 GB accelerator that serves Llama-3-8B to a growing number of sequences of 8,192 tokens."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    weights = 2 * 8_030_261_248 / 1e9
    workspace = 4.0
    sequences = np.array([1, 16, 32, 48, 64])
    per_sequence = 2 * 32 * 8 * 128 * 2 * 8192 / 1e9
    cache = sequences * per_sequence
    figure, axis = plt.subplots(figsize=(6.2, 3.9))
    place = np.arange(len(sequences))
    axis.bar(place, weights, color="C0", alpha=0.8, label="weights, 2 bytes each")
    axis.bar(place, workspace, bottom=weights, color="C2", alpha=0.8, label="workspace (assumed)")
    axis.bar(place, cache, bottom=weights + workspace, color="C1", alpha=0.6, hatch="//", label="KV cache, 8 KV heads")
    for x, c in zip(place, cache, strict=True):
        axis.text(x, weights + workspace + c + 1.5, f"{weights + workspace + c:.0f}", ha="center")
    axis.axhline(80, color="0.4", linestyle="--", linewidth=1.2)
    axis.text(-0.4, 82, "80 GB device")
    axis.set(xlabel="concurrent sequences of 8,192 tokens", ylabel="memory in GB", ylim=(0, 105))
    axis.set_xticks(place, [str(s) for s in sequences])
    axis.legend(loc="upper left", bbox_to_anchor=(0.0, 0.76))
    return figure
