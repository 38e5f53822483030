"""Histograms of the positive ReLU activations in layers 1, 5, 10 and 20 for four scales of the initial weights."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WIDTH, ROWS, LAYERS = 256, 64, (1, 5, 10, 20)
SCHEMES = {"too small\n0.25/n": 0.25, "Xavier\n1/n": 1.0, "He\n2/n": 2.0, "too large\n9/n": 9.0}


def draw() -> Figure:
    figure, axes = plt.subplots()
    edges = np.arange(-13, 9.1, 0.5)
    for group, factor in enumerate(SCHEMES.values()):
        rng = np.random.default_rng(0)
        x = rng.standard_normal((ROWS, WIDTH))
        for layer in range(1, max(LAYERS) + 1):
            x = np.maximum(x @ rng.normal(0, np.sqrt(factor / WIDTH), (WIDTH, WIDTH)), 0)
            if layer in LAYERS:
                share = np.histogram(np.log10(x[x > 0]), edges)[0]
                place = 5 * group + LAYERS.index(layer)
                color = f"C{LAYERS.index(layer)}"
                axes.stairs(place + 0.85 * share / share.max(), edges, baseline=place, orientation="horizontal", fill=True, color=color)
                axes.text(place + 0.3, -14.6, str(layer), ha="center", fontsize=8)
    axes.axhline(0, color="0.4", linewidth=0.8, linestyle=":")
    axes.set_xticks([5 * group + 1.9 for group in range(len(SCHEMES))], list(SCHEMES))
    axes.tick_params(axis="x", length=0, pad=8)
    axes.set(xlabel="layers 1, 5, 10, 20 at four weight variances, n = 256", ylabel="log10 of positive activations", xlim=(-0.4, 19.4))
    axes.set_ylim(-15.2, 9)
    return figure
