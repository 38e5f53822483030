"""Hinge and logistic loss over the margin, and the epsilon-insensitive loss over the residual."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2)
    m = np.linspace(-2.5, 3, 221)
    left.plot(m, np.maximum(0, 1 - m), label="hinge")
    left.plot(m, np.logaddexp(0, -m), "--", label="logistic")
    left.plot(m, m < 0, ":", label="0-1 error")
    left.set(title="Classification", xlabel="margin y f(x)", ylabel="loss")
    left.legend()
    r = np.linspace(-2, 2, 201)
    right.plot(r, np.maximum(0, np.abs(r) - 0.5), label="epsilon-insensitive")
    right.plot(r, r**2 / 2, "--", label="squared, halved")
    right.set(title="Regression, epsilon = 0.5", xlabel="residual y - f(x)", ylabel="loss", ylim=(-0.1, 2.6))
    right.legend()
    return figure
