"""A U-Net with four poolings for a 256 by 256 image: the shape of every stage."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

WIDTH, HEIGHT, STEP, SHIFT = 2.0, 0.62, 1.25, 0.14
RIGHT = 6.5  # right edge of the picture


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6, 6.6))
    arrow = {"arrowstyle": "-|>", "linewidth": 1.6, "color": "0.25", "shrinkA": 0, "shrinkB": 0}

    def stage(x: float, y: float, text: str, color: str) -> None:
        axis.add_patch(FancyBboxPatch((x, y), WIDTH, HEIGHT, boxstyle="round,pad=0.02", facecolor=color, edgecolor="0.2", alpha=0.35))
        axis.text(x + WIDTH / 2, y + HEIGHT / 2, text, ha="center", va="center", fontsize=13)

    def line(start: tuple[float, float], end: tuple[float, float], style: str = "-") -> None:
        axis.annotate("", end, start, arrowprops=arrow | {"linestyle": style})

    for level in range(4):
        side, channels, y = 256 >> level, 64 << level, -STEP * level
        left, right = SHIFT * level, RIGHT - WIDTH - SHIFT * level
        stage(left, y, f"{side}² × {channels}", "C0")
        stage(right, y, f"{side}² × {channels}", "C1")
        middle = y + HEIGHT / 2
        line((left + WIDTH, middle), (right, middle), "--")
        axis.text(RIGHT / 2, middle + 0.1, f"{channels} + {channels}", ha="center", va="bottom", fontsize=12)
        bottom = y - STEP + HEIGHT
        if level < 3:
            line((left + WIDTH / 2, y), (left + WIDTH / 2, bottom))
            line((right + WIDTH / 2, bottom), (right + WIDTH / 2, y))
    y = -STEP * 4
    stage((RIGHT - WIDTH) / 2, y, "16² × 1024", "C2")
    line((SHIFT * 3 + WIDTH / 2, y + STEP), ((RIGHT - WIDTH) / 2, y + HEIGHT / 2))
    line(((RIGHT + WIDTH) / 2, y + HEIGHT / 2), (RIGHT - SHIFT * 3 - WIDTH / 2, y + STEP))
    axis.text(0.1, y + 0.35, "max-pool\n2 × 2", ha="left", va="center", fontsize=12)
    axis.text(RIGHT - 0.1, y + 0.35, "up-conv\n2 × 2", ha="right", va="center", fontsize=12)
    axis.text(RIGHT / 2, HEIGHT + 0.02, "skip:\nconcatenate", ha="center", va="bottom", fontsize=12)
    axis.text(WIDTH / 2, HEIGHT + 0.75, "image 256² × 1", ha="center", va="bottom", fontsize=13)
    axis.text(RIGHT - WIDTH / 2, HEIGHT + 0.75, "logits 256² × 2", ha="center", va="bottom", fontsize=13)
    line((WIDTH / 2, HEIGHT + 0.7), (WIDTH / 2, HEIGHT + 0.02))
    line((RIGHT - WIDTH / 2, HEIGHT + 0.02), (RIGHT - WIDTH / 2, HEIGHT + 0.7))
    axis.set(xlim=(-0.1, RIGHT + 0.1), ylim=(y - 0.15, HEIGHT + 1.15))
    axis.axis("off")
    return figure
