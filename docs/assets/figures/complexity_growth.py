"""Time of n, n log n, n^2 and n^3 operations with a line at one hour, and memory of an n by n matrix with a line at 64 GB."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    n = np.logspace(3, 9, 61)
    figure, (left, right) = plt.subplots(1, 2)
    curves = {r"$n^3$": n**3, r"$n^2$": n**2, r"$n\,\log_2 n$": n * np.log2(n), r"$n$": n}
    for (label, operations), style, spot in zip(curves.items(), ("-.", "--", "-", ":"), (6, 12, 24, 24), strict=True):
        (line,) = left.plot(n, operations / 1e9, style)
        offset, align = ((-4, 4), "right") if label != "$n$" else ((6, -4), "left")
        left.annotate(
            label,
            (n[spot], operations[spot] / 1e9),
            xytext=offset,
            textcoords="offset points",
            ha=align,
            va="bottom" if align == "right" else "top",
            color=line.get_color(),
        )
    left.axhline(3600, color="0.4", linewidth=0.8)
    left.annotate("one hour", (9e8, 3600), xytext=(0, 3), textcoords="offset points", ha="right")
    left.set(title="Time at a billion steps a second", xlabel="rows n", ylabel="seconds", ylim=(1e-6, 1e8))
    right.plot(n, 8 * n**2 / 1e9, "--", color="C1", label=r"$n \times n$")
    right.plot(n, 8 * 100 * n / 1e9, ":", color="C3", label=r"$n \times 100$")
    right.axhline(64, color="0.4", linewidth=0.8)
    right.annotate("64 GB", (1.5e3, 64), xytext=(0, 3), textcoords="offset points")
    right.set(title="Memory in float64", xlabel="rows n", ylabel="GB", ylim=(1e-4, 1e8))
    right.legend(loc="lower right")
    for axes in (left, right):
        axes.set(xscale="log", yscale="log", xlim=(1e3, 1e9))
        axes.set_xticks([1e3, 1e5, 1e7, 1e9])
        axes.minorticks_off()
    return figure
