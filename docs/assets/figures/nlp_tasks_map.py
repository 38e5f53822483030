"""Six input and output shapes of language tasks, each with its model head and its metric."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

ROWS = (
    ("Text to labels: topic, intent, sentiment", "text", 1, "pooled vector + softmax", "macro F1, per class"),
    ("Pair to score: similarity, entailment", "pair", 1, "cross-encoder or cosine", "accuracy, Spearman, nDCG"),
    ("Tokens to labels: entities, POS, slots", "text", 5, "linear per token, CRF", "entity F1 (POS: accuracy)"),
    ("Text to span: extractive QA", "text", -1, "start and end scores", "exact match, token F1"),
    ("Text to text: translation, summary, chat", "text", 4, "decoder", "COMET, ROUGE, facts"),
    ("Audio to text: speech recognition", "audio", 3, "CTC, RNN-T or decoder", "word error rate"),
)


def boxes(axes: Axes, x: float, y: float, widths: list[float], color: str, filled: tuple[int, ...]) -> None:
    """A row of boxes from x to the right; those in `filled` are solid."""
    for i, width in enumerate(widths):
        axes.add_patch(Rectangle((x, y), width, 0.34, facecolor=color if i in filled else "none", edgecolor=color, linewidth=1.4))
        x += width + 0.06


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 5.6))
    for i, (title, source, count, head, metric) in enumerate(ROWS):
        y = 5.45 - i
        axes.text(0, y + 0.48, title, fontsize=11.5, fontweight="bold", va="center")
        if source == "audio":
            boxes(axes, 0, y - 0.1, [0.06] * 14, "C0", ())
        elif source == "pair":
            boxes(axes, 0, y - 0.1, [0.28] * 2, "C0", ())
            boxes(axes, 0.9, y - 0.1, [0.28] * 2, "C0", ())
        else:
            boxes(axes, 0, y - 0.1, [0.28] * 5, "C0", ())
        axes.annotate("", (2.25, y + 0.07), xytext=(1.78, y + 0.07), arrowprops={"arrowstyle": "-|>", "color": "0.35"})
        number = 5 if count < 0 else count
        boxes(axes, 2.35, y - 0.1, [0.28] * number, "C1", (1, 2) if count < 0 else tuple(range(number)))
        axes.text(4.2, y + 0.18, head, fontsize=11, va="center")
        axes.text(4.2, y - 0.12, metric, fontsize=11, va="center", style="italic")
    axes.set(xlim=(-0.05, 6.9), ylim=(0.1, 6.2))
    axes.axis("off")
    return figure
