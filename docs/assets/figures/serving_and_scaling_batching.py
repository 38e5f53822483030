"""Median latency over the arrival rate for one call at a time, greedy batches and a batching window."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def latencies(rate: float, cap: int, window: float, rng: np.random.Generator, n: int = 12_000) -> np.ndarray:
    arrival = np.cumsum(rng.exponential(1000 / rate, n))
    done = np.empty(n)
    free, i = 0.0, 0
    while i < n:
        start = max(free, min(arrival[i] + window, arrival[min(i + cap, n) - 1]))
        j = min(i + cap, int(np.searchsorted(arrival, start, "right")))
        free = start + 8 + 0.3 * (j - i)
        done[i:j] = free
        i = j
    return done - arrival


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4))
    policies = (
        ("one at a time", 1, 0.0, [5, 10, 20, 40, 60, 80, 95, 105, 112, 117], "o-"),
        ("batch of what waits", 32, 0.0, [5, 20, 40, 60, 80, 110, 160, 320, 640, 1100, 1500, 1700], "s--"),
        ("batch, 5 ms window", 32, 5.0, [5, 20, 40, 60, 80, 110, 160, 320, 640, 1100, 1500, 1700], "^:"),
    )
    for label, cap, window, rates, style in policies:
        p50 = [np.median(latencies(r, cap, window, np.random.default_rng(0))) for r in rates]
        axes.plot(rates, p50, style, label=label, markersize=5)
    axes.axvline(1000 / 8.3, color="0.4", linewidth=0.8)
    axes.text(1000 / 8.3 * 1.06, 40, "capacity of\nsingle calls:\n120/s", fontsize=11)
    axes.set(xscale="log", yscale="log", xlabel="arrivals per second, one server", ylabel="median latency (ms)")
    axes.set_xticks([5, 10, 30, 100, 300, 1000], ["5", "10", "30", "100", "300", "1,000"])
    axes.set_yticks([8, 10, 15, 20, 30, 50, 100], ["8", "10", "15", "20", "30", "50", "100"])
    axes.minorticks_off()
    axes.legend(loc="upper left", fontsize=11)
    return figure
