"""Toy over-optimization: best-of-n by a reward model that overrates one answer in a hundred."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.integrate import quad
from scipy.stats import norm


def largest(n: int) -> float:
    """Expected maximum of n standard normal scores."""
    return quad(lambda z: z * n * norm.pdf(z) * norm.cdf(z) ** (n - 1), -9, 9)[0]


def draw() -> Figure:
    sizes = 2 ** np.arange(9)
    top = np.array([largest(int(n)) for n in sizes])
    clean = 0.99**sizes
    figure, axis = plt.subplots(figsize=(6.2, 3.9))
    place = np.arange(len(sizes))
    axis.plot(place, clean * top + (1 - clean) * 5, "C0-o", label="score of the reward model")
    axis.plot(place, clean * 0.8 * top - (1 - clean), "C1--s", label="true quality")
    axis.axhline(0, color="0.6", linewidth=1)
    axis.set(xlabel="samples n per prompt, the best score is kept", ylabel="mean of the kept answer")
    axis.set_xticks(place, [str(n) for n in sizes])
    axis.legend(loc="upper left")
    return figure
