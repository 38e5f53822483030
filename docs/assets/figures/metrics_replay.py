"""Online against offline change of twelve made-up past experiments, with intervals and the fitted line."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    offline = np.array([-0.8, -0.5, -0.3, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0])
    online = np.array([-0.9, -0.1, -0.4, 0.2, -0.1, 0.3, 0.1, -0.2, 0.6, 0.2, 0.5, 0.9])
    agree = offline * online > 0
    slope = (offline * online).sum() / (offline**2).sum()
    figure, axes = plt.subplots(figsize=(6, 4))
    for keep, marker, label in ((agree, "o", "signs agree"), (~agree, "s", "signs differ")):
        axes.errorbar(offline[keep], online[keep], 0.392, fmt=marker, capsize=3, markersize=6, label=label)
    axes.plot([-1, 1.1], [-slope, 1.1 * slope], "--", color="0.4", label="line through zero")
    axes.axhline(0, color="0.4", linewidth=0.8)
    axes.axvline(0, color="0.4", linewidth=0.8)
    axes.set(xlabel="offline gain, NE (%)", ylabel="online change, clicks per user (%)")
    axes.legend(loc="upper left", fontsize=10)
    return figure
