"""Exact ACF and PACF of an AR(1) and an MA(1) process with coefficient 0.8."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

LAGS = np.arange(1, 9)
C = 0.8


def draw() -> Figure:
    figure, panels = plt.subplots(1, 2, sharey=True)
    ar = C**LAGS, np.where(LAGS == 1, C, 0.0)
    ma = np.where(LAGS == 1, C / (1 + C**2), 0.0), -((-C) ** LAGS) * (1 - C**2) / (1 - C ** (2 * (LAGS + 1)))
    for axes, (acf, pacf), title in zip(panels, (ar, ma), ("AR(1): PACF cuts off at lag 1", "MA(1): ACF cuts off at lag 1"), strict=True):
        for values, color, marker, shift, label in ((acf, "C0", "o", -0.14, "ACF"), (pacf, "C1", "s", 0.14, "PACF")):
            axes.vlines(LAGS + shift, 0, values, color=color, linewidth=2.5, linestyle="-" if label == "ACF" else "--")
            axes.plot(LAGS + shift, values, marker, color=color, markersize=5, label=label)
        axes.axhline(0, color="0.3", linewidth=0.8)
        axes.set(title=title, xlabel="lag", xticks=LAGS, ylim=(-0.42, 0.9))
    panels[0].set_ylabel("correlation")
    panels[1].legend()
    return figure
