"""Wide & Deep, DeepFM and DCN side by side: the same embeddings and deep part, three different cross parts."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

STEP, WIDTH, HEIGHT = 3.3, 1.35, 0.95
MODELS = [
    ("Wide & Deep", "crosses\nby hand", "one-hot\nfields", "sum + σ"),
    ("DeepFM", "FM\npairs", None, "sum + σ"),
    ("DCN", "cross\nlayers", None, "concat,\nlinear, σ"),
]


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6, 4.3))
    arrow = {"arrowstyle": "-|>", "linewidth": 1.5, "color": "0.25", "shrinkA": 0, "shrinkB": 0}

    def box(x: float, y: float, width: float, text: str, crossed: bool = False) -> None:
        style = {"facecolor": "C1", "alpha": 0.45, "linewidth": 2.2} if crossed else {"facecolor": "none", "linewidth": 1.0}
        patch = FancyBboxPatch((x, y), width, HEIGHT, boxstyle="round,pad=0.02", edgecolor="0.2", **style)
        axis.add_patch(patch)
        axis.text(x + width / 2, y + HEIGHT / 2, text, ha="center", va="center", fontsize=12)

    def up(x: float, y: float, to: float | None = None) -> None:
        axis.annotate("", (x if to is None else to, y + 0.62), (x, y), arrowprops=arrow)

    for i, (name, cross, own_input, output) in enumerate(MODELS):
        left = STEP * i
        right, middle = left + WIDTH + 0.2, left + WIDTH + 0.1
        box(left, 1.6, WIDTH, cross, crossed=True)
        box(right, 1.6, WIDTH, "MLP")
        box(left + 0.5, 3.2, 2 * WIDTH + 0.2 - 1.0, output)
        if own_input:
            box(left, 0, WIDTH, own_input)
            box(right, 0, WIDTH, "embed-\ndings")
        else:
            box(left, 0, 2 * WIDTH + 0.2, "shared\nembeddings")
        for x in (left + WIDTH / 2, right + WIDTH / 2):
            up(x, HEIGHT + 0.02)
            up(x, 1.6 + HEIGHT + 0.02, to=middle + (x - middle) * 0.5)
        axis.text(middle, 4.75, name, ha="center", va="center", fontsize=13)
    axis.set(xlim=(-0.1, 2 * STEP + 2 * WIDTH + 0.3), ylim=(-0.1, 5.1))
    axis.axis("off")
    return figure
