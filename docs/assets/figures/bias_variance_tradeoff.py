"""Squared error against polynomial degree, and learning curves of a rigid and a flexible polynomial (closed forms)."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

NOISE = 0.3**2


def squared_bias(n: int, degree: int) -> float:
    """Mean squared bias of a least-squares polynomial for a sine on n equispaced points."""
    x = np.linspace(0, 1, n)
    f = np.sin(2 * np.pi * x)
    basis, _ = np.linalg.qr(np.polynomial.legendre.legvander(2 * x - 1, degree))
    return float(np.mean((basis @ (basis.T @ f) - f) ** 2))


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.2, 3.6))
    degrees = np.arange(1, 13)
    bias = np.array([squared_bias(20, d) for d in degrees])
    variance = NOISE * (degrees + 1) / 20
    left.plot(degrees, bias + variance + NOISE, "o-", markersize=4, label="total")
    left.plot(degrees, bias, "--", label="squared bias")
    left.plot(degrees, variance, "-.", label="variance")
    left.axhline(NOISE, color="0.4", linewidth=1.2, linestyle=":", label="noise floor")
    left.set(title="Complexity (n = 20)", xlabel="polynomial degree", ylabel="mean squared error")
    left.set(xticks=range(1, 13, 2), ylim=(0, 0.36))
    left.legend(fontsize=10, loc="upper right")

    sizes = np.arange(14, 201, 3)
    for degree, color in ((1, "C1"), (9, "C0")):
        b = np.array([squared_bias(n, degree) for n in sizes])
        p = degree + 1
        right.plot(sizes, b + NOISE * (1 + p / sizes), color=color, label=f"degree {degree}, test")
        right.plot(sizes, b + NOISE * (1 - p / sizes), "--", color=color, label=f"degree {degree}, train")
    right.axhline(NOISE, color="0.4", linewidth=1.2, linestyle=":")
    right.set(title="Learning curves", xlabel="training examples n", ylim=(0, 0.42))
    right.legend(fontsize=10, loc=(0.3, 0.33))
    return figure
