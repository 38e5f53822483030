"""How two minutes of a STAR answer are spent, and the three decisions inside the action part."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(1, 1)
    parts = [("Situation", 18, ""), ("Task", 12, "//"), ("Action", 72, ""), ("Result", 18, "//")]
    start = 0
    for index, (name, seconds, hatch) in enumerate(parts):
        axes.barh(1, seconds, left=start, height=0.42, color=f"C{index}", alpha=0.45, hatch=hatch, edgecolor="0.4")
        axes.text(start + seconds / 2, 1.3, name, ha="center", va="bottom", rotation=0 if seconds > 40 else 35)
        axes.text(start + seconds / 2, 1, f"{seconds} s", ha="center", va="center")
        start += seconds
    decisions = ["decision 1", "decision 2", "decision 3"]
    for index, name in enumerate(decisions):
        left = index * 40
        axes.barh(0, 40, left=left, height=0.55, color="C2", alpha=0.25, edgecolor="0.4")
        axes.text(left + 20, 0, f"{name}, 24 s\noptions, choice,\nreason", ha="center", va="center")
    axes.plot([30, 0], [0.79, 0.28], ":", color="0.5")
    axes.plot([102, 120], [0.79, 0.28], ":", color="0.5")
    axes.set(xlim=(0, 120), ylim=(-0.4, 1.8), xlabel="seconds (upper bar)", yticks=[])
    axes.set_xticks([0, 18, 30, 102, 120])
    axes.grid(False)
    axes.spines["left"].set_visible(False)
    return figure
