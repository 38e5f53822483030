"""Histograms of tanh activations in layers 1, 5, 10 and 20 for four scales of the initial weights."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WIDTH, ROWS, LAYERS = 256, 64, (1, 5, 10, 20)
SCHEMES = {"too small\n0.25/n": 0.25, "Xavier\n1/n": 1.0, "He\n2/n": 2.0, "too large\n9/n": 9.0}


def draw() -> Figure:
    figure, axes = plt.subplots()
    edges = np.linspace(-1, 1, 26)
    for group, factor in enumerate(SCHEMES.values()):
        rng = np.random.default_rng(0)
        x = rng.standard_normal((ROWS, WIDTH))
        for layer in range(1, max(LAYERS) + 1):
            x = np.tanh(x @ rng.normal(0, np.sqrt(factor / WIDTH), (WIDTH, WIDTH)))
            if layer in LAYERS:
                share = np.histogram(x, edges)[0]
                place = 5 * group + LAYERS.index(layer)
                color = f"C{LAYERS.index(layer)}"
                axes.stairs(place + 0.85 * share / share.max(), edges, baseline=place, orientation="horizontal", fill=True, color=color)
                axes.text(place + 0.3, -1.22, str(layer), ha="center", fontsize=8)
    axes.set_xticks([5 * group + 1.9 for group in range(len(SCHEMES))], list(SCHEMES))
    axes.tick_params(axis="x", length=0, pad=8)
    axes.set(xlabel="layers 1, 5, 10, 20 at four weight variances, n = 256", ylabel="tanh activation", xlim=(-0.4, 19.4), ylim=(-1.3, 1.1))
    return figure
