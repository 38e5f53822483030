"""Chance of a false alarm when a test of equal variants stops at the first significant look."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm

POCOCK = {1: 1.960, 2: 2.178, 5: 2.413, 10: 2.555, 20: 2.672}  # bounds that hold 5 % over so many looks


def false_alarm(looks: int, bound: float = 1.96) -> np.ndarray:
    """P(|z| has passed the bound by look 1, ..., looks), equally spaced looks, normal data."""
    total = np.linspace(-bound, bound, 401)  # sum of standard normal steps that has not crossed yet
    density = norm.pdf(total)
    chance = [2 * norm.sf(bound)]
    for look in range(2, looks + 1):
        edge = bound * np.sqrt(look)
        crossing = norm.sf(edge - total) + norm.cdf(-edge - total)
        chance.append(chance[-1] + np.trapezoid(density * crossing, total))
        grid = np.linspace(-edge, edge, 401)
        density = np.trapezoid(density * norm.pdf(grid[:, None] - total), total, axis=1)
        total = grid
    return np.array(chance)


def draw() -> Figure:
    looks = np.arange(1, 101)
    naive = 100 * false_alarm(100)
    figure, axes = plt.subplots(figsize=(6.2, 3.4))
    axes.plot(looks, naive, label="|z| > 1.96 at any look")
    for at, shift in ((1, (0, 8)), (5, (-4, 8)), (10, (-4, 8)), (20, (-4, 8)), (100, (-6, 8))):
        axes.plot([at], [naive[at - 1]], "o", color="C0")
        axes.annotate(f"{naive[at - 1]:.0f} %", (at, naive[at - 1]), xytext=shift, textcoords="offset points", ha="center")
    corrected = [100 * false_alarm(k, bound)[-1] for k, bound in POCOCK.items()]
    axes.plot(list(POCOCK), corrected, "s--", label="Pocock's bound for so many looks")
    axes.set(xscale="log", xlabel="number of equally spaced looks", ylabel="false alarms, %", ylim=(0, 43))
    axes.set_xticks([1, 2, 5, 10, 20, 50, 100], ["1", "2", "5", "10", "20", "50", "100"])
    axes.minorticks_off()
    axes.legend(loc="upper left")
    return figure
