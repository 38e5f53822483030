"""Covariate shift moves the inputs under a fixed rule; concept drift moves the rule under fixed inputs."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    x = np.linspace(-4, 4, 161)
    density = np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
    moved = np.exp(-((x - 1.3) ** 2) / (2 * 0.7**2)) / (0.7 * np.sqrt(2 * np.pi))
    rule = 1 / (1 + np.exp(-2 * x))
    new_rule = 1 / (1 + np.exp(-2 * (x - 1.5)))
    figure, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(5.4, 4.8))
    top.plot(x, density, label="P(X) before")
    top.plot(x, moved, "--", label="P(X) now")
    top.plot(x, rule, ":", label="P(Y=1 | X), same")
    top.set(title="Covariate shift: P(X) moves", ylabel="density, probability")
    bottom.plot(x, density, label="P(X), same")
    bottom.plot(x, new_rule, "--", label="P(Y=1 | X) now")
    bottom.plot(x, rule, ":", label="P(Y=1 | X) before")
    bottom.set(title="Concept drift: P(Y | X) moves", xlabel="input x", ylabel="density, probability")
    for axes in (top, bottom):
        axes.set_ylim(0, 1.1)
        axes.legend(loc="upper left")
    return figure
