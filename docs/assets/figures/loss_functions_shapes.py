"""Regression losses over the residual, and classification losses over the margin."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    e = np.linspace(-3, 3, 121)
    size = np.abs(e)
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(e, e**2, label="squared")
    left.plot(e, size, "--", label="absolute")
    left.plot(e, np.where(size <= 1, e**2 / 2, size - 0.5), ":", linewidth=2.2, label="Huber, delta 1")
    left.plot(e, np.maximum(0.9 * e, -0.1 * e), "-.", label="pinball, q 0.9")
    left.set(title="Regression", xlabel="residual: target - prediction", ylabel="loss", ylim=(-0.2, 7))
    left.legend(loc="upper center")
    m = np.linspace(-2.5, 2.5, 121)
    right.step([-2.5, 0, 2.5], [1, 1, 0], where="pre", color="0.5", linewidth=1.2, label="0-1")
    right.plot(m, np.maximum(0, 1 - m), label="hinge")
    right.plot(m, np.logaddexp(0, -m), "--", label="logistic")
    right.plot(m, np.exp(-m), ":", linewidth=2.2, label="exponential")
    right.set(title="Classification", xlabel="margin: label times score", ylabel="loss", ylim=(-0.1, 4))
    right.legend(loc="upper right")
    return figure
