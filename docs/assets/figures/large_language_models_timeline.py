"""One request's time to first token and time per output token, and static against continuous batching."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6.2, 5.6), height_ratios=(1, 2.1))
    top.broken_barh([(0, 2)], (0, 1), facecolor="0.6", alpha=0.35)
    top.broken_barh([(2, 3)], (0, 1), facecolor="C0", alpha=0.45, hatch="//")
    top.broken_barh([(5 + i, 0.9) for i in range(6)], (0, 1), facecolor="C1", alpha=0.5)
    top.text(1, 0.5, "queue", ha="center", va="center")
    top.text(3.5, 0.5, "prefill: t1", ha="center", va="center")
    for i in range(6):
        top.text(5.45 + i, 0.5, f"t{i + 2}", ha="center", va="center")
    for a, b, label in ((0, 5, "TTFT"), (7, 8, "TPOT")):
        top.annotate("", (a, 1.35), (b, 1.35), arrowprops={"arrowstyle": "<->", "color": "0.4"})
        top.text((a + b) / 2, 1.5, label, ha="center")
    top.set(xlim=(-0.1, 12.1), ylim=(-0.1, 2.2), title="One request")

    lengths = {"A": 9, "B": 2, "C": 3, "D": 4, "E": 3, "F": 4}
    static = {"A": (0, 0), "B": (1, 0), "C": (2, 0), "D": (0, 9), "E": (1, 9), "F": (2, 9)}
    continuous = {"A": (0, 0), "B": (1, 0), "C": (2, 0), "D": (1, 2), "E": (2, 3), "F": (1, 6)}
    for plan, base in ((static, 4.2), (continuous, 0.0)):
        for name, (slot, start) in plan.items():
            color, hatch = ("C0", "//") if name in "DEF" else ("C1", None)
            y = base + 2 - slot
            bottom.broken_barh([(start + 0.04, lengths[name] - 0.08)], (y, 0.8), facecolor=color, alpha=0.45, hatch=hatch)
            bottom.text(start + lengths[name] / 2, y + 0.4, name, ha="center", va="center", fontweight="bold")
    bottom.text(0, 7.2, "Static batch: D, E, F wait for A")
    bottom.text(0, 3.0, "Continuous: a free slot is filled at once")
    bottom.set(xlim=(-0.1, 13.2), ylim=(-0.1, 7.9), xlabel="decode steps", title="Three slots, six requests")
    for axis in (top, bottom):
        axis.set_yticks([])
        axis.grid(False)
        for side in ("left", "right", "top"):
            axis.spines[side].set_visible(False)
    top.set_xticks([])
    top.spines["bottom"].set_visible(False)
    return figure
