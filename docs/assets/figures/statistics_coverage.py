"""What 95 % confidence promises: repeated intervals for a mean, and the coverage of two intervals for a proportion."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import binom


def coverage(n: int, p: np.ndarray, wilson: bool) -> np.ndarray:
    """Exact probability that the 95 % interval from n trials covers p, for each p."""
    z, share = 1.96, np.arange(n + 1) / n
    shift, scale = (z**2 / n, 1 + z**2 / n) if wilson else (0.0, 1.0)
    middle = (share + shift / 2) / scale
    half = z / scale * np.sqrt(share * (1 - share) / n + shift / (4 * n))
    inside = (middle - half <= p[:, None]) & (p[:, None] <= middle + half)
    return (binom.pmf(np.arange(n + 1), n, p[:, None]) * inside).sum(axis=1)


def jumps(n: int, wilson: bool) -> np.ndarray:
    """Proportions from 0.4 % to 20 %: both sides of every jump of the coverage, and a grid between."""
    z, share = 1.96, np.arange(n + 1) / n
    shift, scale = (z**2 / n, 1 + z**2 / n) if wilson else (0.0, 1.0)
    half = z * np.sqrt(share * (1 - share) / n + shift / (4 * n))
    ends = np.concatenate([share + shift / 2 - half, share + shift / 2 + half]) / scale
    p = np.concatenate([ends - 1e-7, ends + 1e-7, np.geomspace(0.004, 0.2, 70)])
    return np.unique(p[(p >= 0.004) & (p <= 0.2)])


def draw() -> Figure:
    rng = np.random.default_rng(0)
    figure, (left, right) = plt.subplots(1, 2)
    sample = rng.normal(0, 1, (40, 25))
    middle, half = sample.mean(axis=1), 2.064 * sample.std(axis=1, ddof=1) / 5
    missed = np.abs(middle) > half
    for rows, style in ((~missed, {"color": "C0", "linewidth": 1}), (missed, {"color": "C1", "linewidth": 2.5})):
        left.hlines(np.flatnonzero(rows), (middle - half)[rows], (middle + half)[rows], **style)
    left.axvline(0, color="0.4", linewidth=0.9, linestyle=":")
    left.set(title=f"40 repetitions, {missed.sum()} miss", xlabel="interval for the mean", ylabel="repetition")
    for wilson, style, name in ((True, "-", "Wilson"), (False, "--", "Wald")):
        p = jumps(100, wilson)
        right.plot(100 * p, 100 * coverage(100, p, wilson), style, label=name, linewidth=1.2)
    right.axhline(95, color="0.4", linewidth=0.8, linestyle=":")
    right.set(title="Proportion, n = 100", xlabel="true proportion, %", ylabel="coverage, %", ylim=(30, 101))
    right.legend(loc="lower right")
    return figure
