"""Greedy NMS on the chapter's three boxes: the best box removes its duplicate, then the next survivor is kept."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

BOXES = {"A 0.9": (10, 10), "B 0.8": (12, 12), "C 0.7": (30, 10)}
SIDE = 40


def panel(axis: Axes, title: str, styles: dict[str, tuple[str, str, float]], notes: list[tuple[float, float, str]]) -> None:
    for name, (x, y) in BOXES.items():
        color, line, width = styles[name]
        axis.add_patch(Rectangle((x, y), SIDE, SIDE, fill=False, edgecolor=color, linestyle=line, linewidth=width))
    for x, y, text in notes:
        axis.annotate(text, (x, y), ha="center")
    axis.set(title=title, xlabel="x (px)", ylabel="y (px)", xlim=(0, 80), ylim=(62, 0), aspect="equal")


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2)
    keep, drop, wait = ("C0", "-", 2.5), ("C1", "--", 1.8), ("0.5", ":", 1.8)
    panel(
        left,
        "1: keep A, drop B",
        {"A 0.9": keep, "B 0.8": drop, "C 0.7": wait},
        [(18, 8, "A 0.9"), (42, 58, "B 0.8: IoU 0.822"), (56, 8, "C 0.7: IoU 0.333")],
    )
    panel(
        right,
        "2: keep C, nothing left",
        {"A 0.9": ("C0", "-", 1.2), "B 0.8": ("none", "-", 0), "C 0.7": keep},
        [(20, 8, "A 0.9"), (60, 8, "C 0.7")],
    )
    return figure
