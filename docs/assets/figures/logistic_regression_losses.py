"""Cross-entropy against squared error over the logit, for a positive label: the losses and their curvature."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    z = np.linspace(-6, 6, 241)
    p = 1 / (1 + np.exp(-z))
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(z, np.logaddexp(0, -z), label="cross-entropy")
    left.plot(z, (1 - p) ** 2, "--", label="squared error")
    left.set(title="Loss for y = 1", xlabel="logit z", ylabel="loss")
    left.legend()
    right.plot(z, p * (1 - p))
    right.plot(z, 2 * p * (1 - p) ** 2 * (3 * p - 1), "--")
    right.axhline(0, color="0.4", linewidth=0.8)
    right.axvline(-np.log(2), color="0.4", linewidth=0.8, linestyle=":")
    right.annotate("p = 1/3", (-np.log(2), -0.085), xytext=(0.2, -0.1))
    right.set(title="Second derivative in z", xlabel="logit z", ylabel="curvature")
    return figure
