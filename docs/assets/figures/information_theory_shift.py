"""Two unit-width uniform densities at a growing shift: Jensen-Shannon stops at ln 2, Wasserstein keeps growing."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.2, 3.1))
    shift = np.linspace(0, 2.5, 51)
    axis.plot(shift, shift, "-", label="Wasserstein-1")
    axis.plot(shift, np.log(2) * np.minimum(shift, 1), "--", label="Jensen-Shannon (nats)")
    axis.axvline(1, color="0.4", linestyle=":", linewidth=1)
    axis.text(1.04, 2.25, "supports disjoint from here", va="center", fontsize=10)
    axis.text(2.5, 0.78, "ln 2: gradient 0", ha="right", color="C1")
    axis.legend(loc="upper left", bbox_to_anchor=(0, 0.88), fontsize=10)
    axis.set(xlabel="shift between the two uniform densities (units of x)", ylabel="units of x; nats", ylim=(0, 2.55))
    return figure
