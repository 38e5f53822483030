"""Three ways to join text and image: joint sequence, separate encoders, cross-attention."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

INK, BLUE, ORANGE, GREEN = "#1f2328", "#0072B2", "#D55E00", "#009E73"


def box(axes: Axes, x: float, y: float, width: float, label: str, color: str) -> None:
    """Draw a labeled box of height 0.8 around the center (x, y)."""
    style = {"boxstyle": "round,pad=0,rounding_size=0.1", "facecolor": to_rgba(color, 0.22), "edgecolor": color}
    axes.add_patch(FancyBboxPatch((x - width / 2, y - 0.4), width, 0.8, linewidth=1.5, **style))
    axes.text(x, y, label, ha="center", va="center", fontsize=12)


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], label: str = "") -> None:
    """Draw an arrow from start to end, with a label beside its middle."""
    axes.annotate("", xy=end, xytext=start, arrowprops={"arrowstyle": "-|>", "lw": 1.4, "color": INK})
    if label:
        axes.text((start[0] + end[0]) / 2 + 0.1, (start[1] + end[1]) / 2, label, fontsize=12, va="center")


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4.6))
    for x, title in ((1.5, "joint sequence"), (5.0, "separate encoders"), (8.5, "cross-attention")):
        axes.text(x, 6.65, title, ha="center", fontsize=13, weight="bold")
        box(axes, x - 0.77, 0.4, 1.45, "text", BLUE)
        box(axes, x + 0.77, 0.4, 1.45, "image", ORANGE)
    box(axes, 1.5, 2.9, 3.0, "one Transformer", GREEN)
    box(axes, 1.5, 5.4, 1.8, "output", GREEN)
    for x in (5.0, 8.5):
        box(axes, x - 0.77, 2.1, 1.45, "encoder", BLUE)
        box(axes, x + 0.77, 2.1, 1.45, "encoder", ORANGE)
        for side in (-0.77, 0.77):
            arrow(axes, (x + side, 0.85), (x + side, 1.65))
    box(axes, 5.0, 5.4, 2.7, "dot product\nor mean", GREEN)
    box(axes, 8.5, 4.1, 3.0, "cross-attention", GREEN)
    box(axes, 8.5, 5.8, 1.8, "output", GREEN)
    for side in (-0.77, 0.77):
        arrow(axes, (1.5 + side, 0.85), (1.5 + side, 2.45))
        arrow(axes, (5.0 + side, 2.55), (5.0 + side * 0.8, 4.95))
    arrow(axes, (7.73, 2.55), (7.73, 3.65), "Q")
    arrow(axes, (9.27, 2.55), (9.27, 3.65), "K, V")
    arrow(axes, (1.5, 3.35), (1.5, 4.95))
    arrow(axes, (8.5, 4.55), (8.5, 5.35))
    axes.set(xlim=(-0.1, 10.2), ylim=(-0.1, 7.1))
    axes.axis("off")
    return figure
