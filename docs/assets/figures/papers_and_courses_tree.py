"""Tree of language-model papers from word2vec to DeepSeek-R1: which paper builds on which."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

PAPERS = {  # label: column, row, year, whether it is one of the eleven core papers
    "word2vec": (0, 0, 2013, False),
    "seq2seq": (1, 0, 2014, False),
    "soft alignment": (1, 1, 2014, False),
    "Transformer": (1, 2, 2017, True),
    "ELMo": (0, 2, 2018, False),
    "BERT": (0, 3, 2018, True),
    "scaling laws": (2, 3, 2020, False),
    "GPT-3": (2, 4, 2020, True),
    "RAG": (0, 4, 2020, True),
    "LoRA": (1, 5, 2021, True),
    "Chinchilla": (2, 6, 2022, True),
    "InstructGPT": (3, 5, 2022, True),
    "FlashAttention": (1, 6, 2022, True),
    "PagedAttention": (1, 7, 2023, True),
    "DPO": (3, 6, 2023, True),
    "GRPO": (3, 7, 2024, False),
    "DeepSeek-R1": (3, 8, 2025, True),
}
STRAIGHT = [
    ("word2vec", "ELMo"),
    ("ELMo", "BERT"),
    ("BERT", "RAG"),
    ("seq2seq", "soft alignment"),
    ("soft alignment", "Transformer"),
    ("scaling laws", "GPT-3"),
    ("InstructGPT", "DPO"),
    ("GRPO", "DeepSeek-R1"),
]
STEP_X, WIDTH, HALF = 1.5, 1.3, 0.29
GRAY = {"color": "0.5", "lw": 1.4}
ARROW = {"arrowstyle": "-|>", "shrinkA": 0, "shrinkB": 0, **GRAY}


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 7))
    for label, (column, row, year, core) in PAPERS.items():
        _box(axes, STEP_X * column, -row, f"{label}\n{year}", core)
    for start, end in STRAIGHT:
        _path(axes, [_edge(start, "bottom"), _edge(end, "top")])
    gap = (STEP_X - WIDTH) / 2
    left = STEP_X - WIDTH / 2 - gap
    _path(axes, [(STEP_X - WIDTH / 2, -2.12), (left, -2.12), (left, -3), _edge("BERT", "right")])
    for label in ("LoRA", "FlashAttention", "PagedAttention"):
        y = _edge(label, "left")[1]
        _path(axes, [(left, -3), (left, y), _edge(label, "left")])
    _path(axes, [(STEP_X + WIDTH / 2, -2), (2 * STEP_X, -2), _edge("scaling laws", "top")])
    outer = 2 * STEP_X - WIDTH / 2 - gap
    _path(axes, [_edge("scaling laws", "left"), (outer, -3), (outer, -6), _edge("Chinchilla", "left")])
    _path(axes, [_edge("GPT-3", "right"), (3 * STEP_X, -4), _edge("InstructGPT", "top")])
    far = 3 * STEP_X + WIDTH / 2 + gap
    _path(axes, [_edge("InstructGPT", "right"), (far, -5), (far, -7), _edge("GRPO", "right")])
    axes.text(-WIDTH / 2, -7.75, "thick frame: the\neleven core papers", va="center", fontsize=12)
    axes.set(xlim=(-WIDTH / 2 - 0.05, far + 0.06), ylim=(-8.33, 0.32))
    axes.axis("off")
    return figure


def _edge(label: str, side: str) -> tuple[float, float]:
    column, row, *_ = PAPERS[label]
    dx, dy = {"left": (-1, 0), "right": (1, 0), "top": (0, 1), "bottom": (0, -1)}[side]
    return STEP_X * column + dx * WIDTH / 2, -row + dy * HALF


def _path(axes: Axes, points: list[tuple[float, float]]) -> None:
    axes.plot(*zip(*points[:-1], strict=True), **GRAY)
    axes.annotate("", xy=points[-1], xytext=points[-2], arrowprops=ARROW)


def _box(axes: Axes, x: float, y: float, text: str, core: bool) -> None:
    patch = FancyBboxPatch((x - WIDTH / 2, y - HALF), WIDTH, 2 * HALF, boxstyle="round,pad=0,rounding_size=0.1")
    patch.set(facecolor="none", edgecolor="C0" if core else "0.5", linewidth=2.4 if core else 1.2)
    axes.add_patch(patch)
    axes.text(x, y, text, ha="center", va="center", fontsize=11, linespacing=1.1)
