"""Probability as an area under a fixed density, likelihood as a curve over the parameter at fixed data."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def density(x: np.ndarray | float, mean: np.ndarray | float) -> np.ndarray | float:
    """Normal density with standard deviation 10."""
    return np.exp(-((x - mean) ** 2) / 200) / np.sqrt(200 * np.pi)


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(6.2, 3.3))
    x = np.linspace(40, 110, 141)
    left.plot(x, density(x, 70))
    tail = np.linspace(80, 110, 61)
    left.fill_between(tail, density(tail, 70), alpha=0.35, linewidth=0)
    left.annotate("area\n15.9 %", (84, 0.008), xytext=(91, 0.023), arrowprops={"arrowstyle": "-"})
    left.set(title="Probability: mean fixed at 70", xlabel="weight x, kg", ylabel="density, 1/kg")
    mean = np.linspace(50, 110, 121)
    right.plot(mean, density(80, mean), "--", color="C1")
    for at in (70, 80):
        right.plot([at, at], [0, density(80, at)], color="0.4", linewidth=1, linestyle=":")
        right.plot([at], [density(80, at)], "o", color="C1")
        right.annotate(f"{density(80, at):.4f}", (at, density(80, at)), xytext=(-46, -1), textcoords="offset points")
    right.set(title="Likelihood: x observed at 80", xlabel="mean of the model, kg", ylim=(0, 0.044))
    return figure
