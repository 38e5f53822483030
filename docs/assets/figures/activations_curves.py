"""Common hidden activations and their derivatives."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import expit
from scipy.stats import norm


def draw() -> Figure:
    x = np.linspace(-4, 4, 161)
    gate = expit(x)
    functions = {
        "sigmoid": (gate, gate * (1 - gate), ":"),
        "tanh": (np.tanh(x), 1 - np.tanh(x) ** 2, "--"),
        "ReLU": (np.maximum(x, 0), np.where(x > 0, 1.0, 0.0), "-"),
        "GELU": (x * norm.cdf(x), norm.cdf(x) + x * norm.pdf(x), "-."),
    }
    figure, (left, right) = plt.subplots(1, 2)
    for name, (value, slope, style) in functions.items():
        left.plot(x, value, style, label=name)
        right.plot(x, slope, style, label=name)
    left.set(title="Activation", xlabel="pre-activation z", ylabel="output", ylim=(-1.2, 3))
    left.legend()
    right.set(title="Derivative", xlabel="pre-activation z", ylabel="slope", ylim=(-0.25, 1.25))
    right.axhline(0.25, color="0.4", linewidth=0.8)
    right.annotate("1/4", (-3.9, 0.28))
    return figure
