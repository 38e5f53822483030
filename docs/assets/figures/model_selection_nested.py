"""Nested cross-validation: which rows are fitted, validated and tested in the outer and in the inner loop."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

LOOK = {
    "fit": {"facecolor": "C4", "alpha": 0.35},
    "validation": {"facecolor": "C5", "hatch": "///"},
    "test": {"facecolor": "C1"},
}


def cell(axes: Axes, column: int, row: float, kind: str) -> None:
    axes.add_patch(Rectangle((column + 0.04, row + 0.12), 0.92, 0.76, edgecolor="0.25", linewidth=0.6, **LOOK[kind]))


def draw() -> Figure:
    figure, (outer, inner) = plt.subplots(1, 2, gridspec_kw={"width_ratios": [1, 1]})
    for row in range(5):
        for column in range(5):
            cell(outer, column, row, "test" if row == column else "fit")
    outer.add_patch(Rectangle((-0.08, 0), 5.16, 1, fill=False, linewidth=1.8, edgecolor="0.25"))
    outer.set_title("Outer loop: estimate")
    outer.set_yticks([row + 0.5 for row in range(5)], [f"fold {row + 1}" for row in range(5)])
    for row in range(4):
        for column in range(4):
            cell(inner, column + 1, row, "validation" if row == column else "fit")
    for column in range(4):
        cell(inner, column + 1, 4.5, "fit")
    cell(inner, 0, 4.5, "test")
    inner.annotate(
        "refit on 2-5, score once on 1",
        (0.5, 5.45),
        xytext=(3.1, 6.1),
        ha="center",
        va="center",
        fontsize=10,
        arrowprops={"arrowstyle": "->", "color": "0.25", "connectionstyle": "angle,angleA=0,angleB=90"},
    )
    inner.set_title("Inside fold 1: choose, refit, score")
    labels = [*(f"inner {row + 1}" for row in range(4)), "winner"]
    inner.set_yticks([0.5, 1.5, 2.5, 3.5, 5.0], labels)
    for axes, bottom in ((outer, 6.5), (inner, 6.5)):
        axes.set(xlim=(-0.15, 5.15), ylim=(bottom, -0.1), xlabel="fifths of the rows")
        axes.set_xticks([c + 0.5 for c in range(5)], [str(c + 1) for c in range(5)])
        axes.grid(visible=False)
        axes.tick_params(length=0)
        for side in axes.spines.values():
            side.set_visible(False)
    handles = [Patch(edgecolor="0.25", linewidth=0.6, label=kind, **look) for kind, look in LOOK.items()]
    figure.legend(handles=handles, loc="outside lower center", ncols=3)
    return figure
