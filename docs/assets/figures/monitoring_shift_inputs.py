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
    figure, (left, right) = plt.subplots(1, 2, sharey=True)
    left.plot(x, density, label="P(X) before")
    left.plot(x, moved, "--", label="P(X) now")
    left.plot(x, rule, ":", label="P(Y=1 | X), same")
    left.set(title="Covariate shift: P(X) moves", xlabel="input x", ylabel="density or probability")
    right.plot(x, density, label="P(X), same")
    right.plot(x, new_rule, "--", label="P(Y=1 | X) now")
    right.plot(x, rule, ":", label="P(Y=1 | X) before")
    right.set(title="Concept drift: P(Y | X) moves", xlabel="input x")
    for axes in (left, right):
        axes.set_ylim(0, 1.45)
        axes.legend(loc="upper left")
    return figure
