"""What each position may look at in an encoder, a decoder and an encoder-decoder, above their stacks."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

SIZE, SOURCE, CELL = 5, 3, 0.3
LEVEL, HALF_WIDTH, HALF_HEIGHT = 1.1, 0.74, 0.37
COLUMNS = (0.8, 2.6, 4.4, 6.3)  # BERT, GPT, encoder and decoder of T5


def visible(family: int, query: int, key: int) -> str:
    """Kind of attention from a query to a key: self, cross or none."""
    if family == 0 or (family == 1 and key <= query):
        return "self"
    if family == 2:
        if query < SOURCE or key >= SOURCE:
            same = (query < SOURCE) == (key < SOURCE)
            return "self" if same and (query < SOURCE or key <= query) else "none"
        return "cross"
    return "none"


def arrow(axis: Axes, tail: tuple[float, float], tip: tuple[float, float]) -> None:
    look = {"arrowstyle": "->", "color": "0.35", "linewidth": 1.4, "shrinkA": 1, "shrinkB": 1}
    axis.annotate("", tip, tail, arrowprops=look)


def stack(axis: Axes, x: float, boxes: tuple[tuple[str, str], ...]) -> None:
    """Boxes from the bottom up, each fed by the one below."""
    for level, (text, color) in enumerate(boxes):
        y = 0.5 + LEVEL * level
        corner = (x - HALF_WIDTH, y - HALF_HEIGHT)
        face = to_rgba(color, 0.25)
        axis.add_patch(Rectangle(corner, 2 * HALF_WIDTH, 2 * HALF_HEIGHT, facecolor=face, edgecolor=color))
        axis.text(x, y, text, ha="center", va="center", fontsize=12)
        if level:
            arrow(axis, (x, y - LEVEL + HALF_HEIGHT), (x, y - HALF_HEIGHT))


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.2, 5.1))
    looks = {
        "self": {"facecolor": to_rgba("C0", 0.45), "edgecolor": "0.5"},
        "cross": {"facecolor": to_rgba("C1", 0.35), "edgecolor": "0.35", "hatch": "////"},
        "none": {"facecolor": "none", "edgecolor": "0.5"},
    }
    centers = (COLUMNS[0], COLUMNS[1], (COLUMNS[2] + COLUMNS[3]) / 2)
    names = ("Encoder\nBERT", "Decoder\nGPT", "Encoder-decoder\nT5, BART")
    top = 5.3
    for family, (name, center) in enumerate(zip(names, centers, strict=True)):
        left = center - CELL * SIZE / 2
        axis.text(center, top + 0.45, name, ha="center", va="center", fontsize=12, fontweight="bold")
        for query in range(SIZE):
            for key in range(SIZE):
                corner = (left + CELL * key, top - CELL * (query + 1))
                axis.add_patch(Rectangle(corner, CELL, CELL, **looks[visible(family, query, key)]))
        below = "keys" if family < 2 else "source | target"
        axis.text(center, top - CELL * SIZE - 0.24, below, ha="center", va="center", fontsize=12)
    axis.text(-0.18, top - CELL * SIZE / 2, "queries", ha="center", va="center", rotation=90, fontsize=12)
    stack(axis, COLUMNS[0], (("whole\ntext", "0.6"), ("encoder\nlayers", "C0"), ("a vector\nper token", "C2")))
    stack(axis, COLUMNS[1], (("text\nso far", "0.6"), ("decoder\nlayers", "C0"), ("next\ntoken", "C2")))
    stack(axis, COLUMNS[2], (("source\ntext", "0.6"), ("encoder\nlayers", "C0")))
    stack(axis, COLUMNS[3], (("target\nso far", "0.6"), ("decoder,\ncross-att.", "C1"), ("next\ntoken", "C2")))
    arrow(axis, (COLUMNS[2] + HALF_WIDTH, 0.5 + LEVEL), (COLUMNS[3] - HALF_WIDTH, 0.5 + LEVEL))
    axis.set(xlim=(-0.35, 7.1), ylim=(0.05, 6.1), aspect="equal")
    axis.axis("off")
    return figure
