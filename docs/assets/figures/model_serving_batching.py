"""Simulated p99 latency against load for three maximum batch sizes, with the budget."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def p99(rate: float, largest: int, n: int = 20_000) -> float:
    """99th percentile (ms) for n Poisson arrivals at one device that needs 8 + 0.3 b ms for a batch of b."""
    arrival = np.cumsum(np.random.default_rng(0).exponential(1000 / rate, n))
    done, free, i = np.empty(n), 0.0, 0
    while i < n:
        start = max(free, arrival[i])
        j = min(int(np.searchsorted(arrival, start, side="right")), i + largest)
        free = start + 8 + 0.3 * (j - i)
        done[i:j], i = free, j
    return float(np.percentile(done - arrival, 99))


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3.9))
    settings = [
        (1, "maximum 1", [10, 15, 20, 30, 40, 50, 60, 70], "C1", "--", "o"),
        (6, "maximum 6", [10, 30, 60, 100, 150, 200, 250, 300, 350, 400, 450, 500, 540], "C2", "-.", "^"),
        (23, "maximum 23", [10, 30, 60, 100, 150, 200, 300, 400, 480, 600, 800, 1000, 1200], "C0", "-", "s"),
    ]
    for largest, label, rates, color, line, marker in settings:
        values = [p99(rate, largest) for rate in rates]
        axes.plot(rates, values, color=color, linestyle=line, marker=marker, markersize=5, label=label)
    axes.axhline(20, color="0.3", linewidth=1.2, linestyle=":")
    axes.text(1350, 18.5, "budget 20 ms", ha="right")
    axes.set(xlabel="requests per second", ylabel="p99 latency (ms)", ylim=(10, 42), xscale="log")
    axes.set_xticks([10, 30, 100, 300, 1000], ["10", "30", "100", "300", "1,000"])
    axes.minorticks_off()
    axes.legend(loc="upper left", frameon=False)
    return figure
