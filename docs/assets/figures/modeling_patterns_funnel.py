"""A recommendation funnel: counts and milliseconds on the left, the kind of model of each stage on the right."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    stages = [
        ("Retrieve", 1e8, 1e3, "20 ms", "two towers + ANN,\nBM25, graph walk"),
        ("Filter, light rank", 1e3, 1e2, "10 ms", "eligibility rules,\nsmall boosted trees"),
        ("Rank", 1e2, 1e2, "50 ms", "DCN with several\nheads, cross-encoder"),
        ("Re-rank", 1e2, 1e1, "10 ms", "diversity, quotas,\nbusiness rules"),
    ]
    figure, axes = plt.subplots(figsize=(6, 4.6))
    for row, (name, entering, leaving, time, model) in enumerate(stages):
        top, bottom = -row, -row - 0.86
        wide, narrow = 0.7 + 0.16 * np.log10(entering), 0.7 + 0.16 * np.log10(leaving)
        axes.fill([-wide, wide, narrow, -narrow], [top, top, bottom, bottom], alpha=0.35, color=f"C{row}")
        axes.plot([-wide, wide, narrow, -narrow, -wide], [top, top, bottom, bottom, top], color=f"C{row}")
        middle = (top + bottom) / 2
        axes.text(0, middle, name.replace(", ", ",\n"), ha="center", va="center", fontsize=11, weight="bold")
        axes.text(-2.1, middle, time, ha="right", va="center", fontsize=11)
        axes.text(2.1, middle, model, ha="left", va="center", fontsize=11)
    edges = {0.0: "100 million", -1.0: "1,000", -2.0: "100", -3.0: "100", -3.95: "10"}
    for height, count in edges.items():
        axes.text(-3.1, height + 0.02, count, ha="right", va="center", fontsize=11)
    for x, align, title in ((-3.1, "right", "Items"), (-2.1, "right", "Time"), (2.1, "left", "Model")):
        axes.text(x, 0.42, title, ha=align, va="center", fontsize=11, weight="bold")
    axes.set(xlim=(-4.9, 4.9), ylim=(-4.1, 0.6))
    axes.axis("off")
    return figure
