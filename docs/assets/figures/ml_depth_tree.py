"""Tree of a project deep dive: five branches from the pitch, each with three levels of why."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

CHAINS = {  # branch: why, why not the alternative, which evidence; True where there is no evidence yet
    "Problem": ("Why ML\nat all?", "Why not\nbetter rules?", "Share without\ncheck digit?", False),
    "Data": ("Why labels\nby an LLM?", "Why not only\nby people?", "LLM's recall\nper type?", False),
    "Model": ("Why drop\nlayers?", "Why not a\nsmall student?", "Student at\nequal size?", True),
    "Evaluation": ("Why at 90 %\nrecall?", "Why not\naccuracy?", "Interval,\nper slice?", False),
    "Production": ("Why at most\n10 ms?", "Why not\nmore GPUs?", "p99 at three\ntimes the load?", True),
}
LEFT = [0.25, 1.6, 3.05, 4.5]
WIDTH = [1.1, 1.25, 1.25, 1.4]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 5.2))
    top = len(CHAINS)
    _box(axes, 0, top, 1.9, "Pitch, two minutes", "C0", bold=True)
    axes.plot([0.1, 0.1], [0, top - 0.32], color="0.5", lw=1.2)
    for x, width, head in zip(LEFT[1:], WIDTH[1:], ("1 why", "2 why not", "3 evidence"), strict=True):
        axes.text(x + width / 2, top - 0.46, head, ha="center", va="center", fontsize=11, style="italic")
    for row, (branch, (*levels, unknown)) in enumerate(CHAINS.items()):
        y = top - 1 - row
        axes.plot([0.1, LEFT[0]], [y, y], color="0.5", lw=1.2)
        for column, text in enumerate([branch, *levels]):
            leaf = unknown and column == 3
            color = "C0" if column == 0 else "C1" if leaf else "0.5"
            _box(axes, LEFT[column], y, WIDTH[column], text, color, "--" if leaf else "-", bold=column == 0)
            if column:
                axes.plot([LEFT[column - 1] + WIDTH[column - 1], LEFT[column]], [y, y], color="0.5", lw=1.2)
    axes.text(5.9, -0.62, "dashed: here I would test", ha="right", va="center", color="C1", fontsize=11)
    axes.set(xlim=(-0.05, 5.95), ylim=(-0.8, top + 0.4))
    axes.axis("off")
    return figure


def _box(axes: Axes, x: float, y: float, width: float, text: str, color: str, line: str = "-", bold: bool = False) -> None:
    patch = FancyBboxPatch((x, y - 0.3), width, 0.6, boxstyle="round,pad=0,rounding_size=0.1")
    patch.set(facecolor="none", edgecolor=color, linestyle=line, linewidth=1.6)
    axes.add_patch(patch)
    weight = "bold" if bold else "normal"
    axes.text(x + width / 2, y, text, ha="center", va="center", fontsize=11, weight=weight, linespacing=1.1)
