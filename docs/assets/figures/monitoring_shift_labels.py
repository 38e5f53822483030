"""Label shift rescales the two class densities; a pipeline fault puts a spike of default values into the inputs."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    x = np.linspace(-4, 4, 161)
    negative = np.exp(-((x + 1) ** 2) / (2 * 0.75**2)) / (0.75 * np.sqrt(2 * np.pi))
    positive = negative[::-1]
    figure, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(5.4, 4.8))
    top.plot(x, 0.5 * positive, label="positives, 50 %")
    top.plot(x, 0.1 * positive, "--", label="positives, 10 %")
    top.plot(x, 0.5 * negative, ":", label="negatives, 50 %")
    top.plot(x, 0.9 * negative, "-.", label="negatives, 90 %")
    top.set(title="Label shift: P(Y) moves", ylabel="density")
    before = 0.5 * positive + 0.5 * negative
    spike = np.exp(-((x - 0.8) ** 2) / (2 * 0.12**2)) / (0.12 * np.sqrt(2 * np.pi))
    bottom.plot(x, before, label="logged at training")
    bottom.plot(x, 0.7 * before + 0.3 * spike, "--", label="served: 30 % defaults")
    bottom.set(title="Pipeline fault: inputs break", xlabel="input x", ylabel="density")
    top.set_ylim(0, 0.8)
    top.legend(loc="upper left", ncols=2)
    bottom.set_ylim(0, 1.3)
    bottom.legend(loc="upper left")
    return figure
