"""One normal fitted to a mixture of two: forward KL covers both modes, reverse KL settles on one."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.optimize import minimize
from scipy.special import rel_entr
from scipy.stats import norm

WEIGHTS, MEANS, SPREAD = np.array([0.6, 0.4]), np.array([-2.0, 2.0]), 0.6


def target(x: np.ndarray) -> np.ndarray:
    """Density of the mixture at x (m,)."""
    return WEIGHTS @ norm.pdf(x, MEANS[:, None], SPREAD)


def reverse_fit(start: float) -> tuple[float, float, float]:
    """Mean, standard deviation and reverse KL of the local optimum next to a starting mean."""
    grid = np.linspace(-9, 9, 3601)
    p = target(grid)

    def reverse_kl(parameters: np.ndarray) -> float:
        q = norm.pdf(grid, parameters[0], np.exp(parameters[1]))
        return float(rel_entr(q, p).sum() * (grid[1] - grid[0]))

    best = minimize(reverse_kl, [start, np.log(SPREAD)], method="Nelder-Mead")
    return float(best.x[0]), float(np.exp(best.x[1])), float(best.fun)


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, sharey=True, figsize=(6.2, 3.3))
    x = np.linspace(-6, 6, 181)
    mean = WEIGHTS @ MEANS
    deviation = np.sqrt(SPREAD**2 + WEIGHTS @ MEANS**2 - mean**2)
    for axis in (left, right):
        axis.fill_between(x, target(x), color="0.5", alpha=0.3, linewidth=0)
        axis.set(xlabel="x", xticks=[-4, -2, 0, 2, 4], ylim=(0, 0.74))
    left.plot(x, norm.pdf(x, mean, deviation), "-", color="C0")
    left.set(title="Forward KL(p || q)", ylabel="density")
    left.text(2.6, 0.4, f"mean {mean:.1f}\nsd {deviation:.2f}", color="C0", ha="center")
    left.text(-2.2, 0.5, "target p", color="0.35", ha="center")
    for start, style, color in ((-2.0, "-", "C1"), (2.0, "--", "C3")):
        m, s, value = reverse_fit(start)
        right.plot(x, norm.pdf(x, m, s), style, color=color)
        right.text(m, 0.69, f"KL {value:.2f}", color=color, ha="center")
    right.set(title="Reverse KL(q || p)")
    return figure
