"""Two steps of beam search with width 2: kept hypotheses with solid lines, cut ones dashed."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

NODES = {  # name: (step, height, text, kept)
    "start": (0, 1.5, "start", True),
    "good": (1, 2.5, "good\n0.60", True),
    "have": (1, 0.5, "have\n0.40", True),
    "day": (2, 3, "good day\n0.60 x 0.30 = 0.18", True),
    "morning": (2, 2, "good morning\n0.60 x 0.25 = 0.15", False),
    "fun": (2, 1, "have fun\n0.40 x 0.90 = 0.36", True),
    "time": (2, 0, "have time\n0.40 x 0.10 = 0.04", False),
}
EDGES = [("start", "good"), ("start", "have"), ("good", "day"), ("good", "morning"), ("have", "fun"), ("have", "time")]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3.4))
    for parent, child in EDGES:
        kept = NODES[child][3]
        ends = [[NODES[name][axis] for name in (parent, child)] for axis in (0, 1)]
        axes.plot(ends[0], ends[1], "-" if kept else "--", color="C0" if kept else "0.5", linewidth=3 if kept else 1.5)
    for step, height, text, kept in NODES.values():
        box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": "C0" if kept else "0.5"}
        axes.text(step, height, text, ha="center" if step < 2 else "left", va="center", fontsize=11, bbox=box)
    axes.text(3.25, 3, "kept", va="center", fontsize=11)
    axes.text(3.25, 2, "cut", va="center", fontsize=11)
    axes.text(3.25, 1, "kept", va="center", fontsize=11)
    axes.text(3.25, 0, "cut", va="center", fontsize=11)
    axes.set(xlim=(-0.3, 3.6), ylim=(-0.5, 3.5))
    axes.axis("off")
    return figure
