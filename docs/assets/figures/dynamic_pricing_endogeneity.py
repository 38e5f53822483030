"""Observed prices and quantities rise together although both demand curves fall."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    rng = np.random.default_rng(0)
    price = np.linspace(8.5, 20, 120)
    figure, axes = plt.subplots(figsize=(6, 4.2))
    observed = []
    for center, scale, word, style, marker in (
        (11.5, 55, "quiet hours", "-", "o"),
        (15.5, 110, "busy hours", "--", "^"),
    ):
        curve = axes.plot(price, scale * (price / center) ** -2.0, style, label=f"demand, {word}")[0]
        x = center * np.exp(rng.normal(0, 0.05, 25))
        y = scale * (x / center) ** -2.0 * np.exp(rng.normal(0, 0.06, 25))
        axes.plot(x, y, marker, color=curve.get_color(), markersize=4.5, alpha=0.7, linewidth=0)
        observed.append(np.log([x, y]))
    x, y = np.concatenate(observed, axis=1)
    slope, level = np.polyfit(x, y, 1)
    axes.plot(price, np.exp(level) * price**slope, ":", color="0.4", linewidth=2.2, label="fit to all points")
    axes.set(xlim=(8.5, 20), ylim=(0, 200), xlabel="price in USD", ylabel="requests per hour")
    axes.legend(fontsize=11, loc="upper right", frameon=False)
    return figure
