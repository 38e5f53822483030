"""Type I error, type II error and power as areas under the two sampling distributions of a z statistic."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm

CRITICAL, EFFECT = 1.96, 2.8  # in standard errors: 5 % two-sided, 80 % power


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6.2, 3.6))
    z = np.linspace(-4, 6.3, 207)
    axes.plot(z, norm.pdf(z), color="C0", label="no effect (H0)")
    axes.plot(z, norm.pdf(z - EFFECT), "--", color="C1", label="true effect of 2.8 (H1)")
    for low, high in ((-4, -CRITICAL), (CRITICAL, 3.7)):
        part = np.linspace(low, high, 40)
        axes.fill_between(part, norm.pdf(part), color="C0", alpha=0.65, linewidth=0)
    miss, hit = np.linspace(-0.8, CRITICAL, 50), np.linspace(CRITICAL, 6.3, 60)
    axes.fill_between(miss, norm.pdf(miss - EFFECT), color="C1", alpha=0.45, linewidth=0)
    axes.fill_between(hit, norm.pdf(hit - EFFECT), color="C1", alpha=0.15, linewidth=0)
    axes.axvline(CRITICAL, 0, 0.83, color="0.4", linewidth=1)
    axes.axvline(-CRITICAL, 0, 0.83, color="0.4", linewidth=1, linestyle=":")
    axes.text(2.95, 0.13, "power\n80 % (1 − β)", ha="center")
    axes.annotate("miss, 20 %\n(β)", (1.3, 0.07), xytext=(0.25, 0.13), ha="center", arrowprops={"arrowstyle": "-"})
    for side, place in ((-1, (-3.0, 0.13)), (1, (5.3, 0.13))):
        label = "false alarm\n2.5 % (α/2)"
        axes.annotate(label, (side * 2.15, 0.02), xytext=place, ha="center", arrowprops={"arrowstyle": "-"})
    arrow = {"arrowstyle": "->", "linewidth": 1.4}
    axes.annotate("", (4.4, 0.425), xytext=(EFFECT, 0.425), arrowprops=arrow)
    axes.text(3.6, 0.44, "larger n or effect", ha="center")
    axes.annotate("", (0.75, 0.425), xytext=(CRITICAL, 0.425), arrowprops=arrow)
    axes.text(1.35, 0.44, "larger α", ha="center")
    axes.set(xlabel="estimate, in standard errors", ylabel="density", ylim=(0, 0.58), xlim=(-4, 6.3))
    axes.legend(loc="upper center", ncols=2, frameon=False)
    return figure
