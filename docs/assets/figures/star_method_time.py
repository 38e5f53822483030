"""How two minutes of a STAR answer are spent, and the three decisions inside the action part."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(5.4, 3))
    parts = [("Situation", 18, ""), ("Task", 12, "//"), ("Action", 72, ""), ("Result", 18, "//")]
    start = 0
    for index, (name, seconds, hatch) in enumerate(parts):
        axes.barh(1, seconds, left=start, height=0.42, color=f"C{index}", alpha=0.45, hatch=hatch, edgecolor="0.4")
        axes.text(start + seconds / 2, 1.27, name, ha="center", va="bottom")
        axes.text(start + seconds / 2, 1, f"{seconds} s", ha="center", va="center")
        start += seconds
    for index in range(3):
        left = index * 40
        axes.barh(0, 40, left=left, height=0.62, color="C2", alpha=0.25, edgecolor="0.4")
        axes.text(left + 20, 0, f"decision {index + 1}, 24 s:\noptions, choice,\nreason", ha="center", va="center")
    axes.plot([30, 0], [0.79, 0.31], ":", color="0.5")
    axes.plot([102, 120], [0.79, 0.31], ":", color="0.5")
    axes.set(xlim=(0, 120), ylim=(-0.4, 1.55), xlabel="seconds (upper bar)", yticks=[])
    axes.set_xticks([0, 18, 30, 102, 120])
    axes.grid(False)
    axes.spines["left"].set_visible(False)
    return figure
