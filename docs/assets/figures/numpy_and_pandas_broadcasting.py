"""Broadcasting as a grid: a column of three and a row of four stretch to three by four before they are added."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 2.3))
    column, row = [0, 10, 20], [1, 2, 3, 4]
    grids = [
        (0, "(3, 1)", "C0", lambda i, j: column[i], lambda i, j: j == 0),
        (5, "(4,)", "C1", lambda i, j: row[j], lambda i, j: i == 0),
        (10, "(3, 4)", "C2", lambda i, j: column[i] + row[j], lambda i, j: True),
    ]
    for left, shape, color, value, real in grids:
        for i in range(3):
            for j in range(4):
                solid = real(i, j)
                axes.add_patch(Rectangle((left + j, -i - 1), 1, 1, facecolor=color if solid else "none", alpha=0.25 if solid else 1))
                axes.add_patch(
                    Rectangle(
                        (left + j, -i - 1),
                        1,
                        1,
                        fill=False,
                        edgecolor=color,
                        linewidth=1.6 if solid else 0.8,
                        linestyle="-" if solid else ":",
                    )
                )
                axes.text(
                    left + j + 0.5,
                    -i - 0.5,
                    str(value(i, j)),
                    ha="center",
                    va="center",
                    fontsize=13,
                    alpha=1 if solid else 0.55,
                )
        axes.text(left + 2, 0.3, shape, ha="center", fontsize=14)
    axes.text(4.5, -1.5, "+", ha="center", va="center", fontsize=17)
    axes.text(9.5, -1.5, "=", ha="center", va="center", fontsize=17)
    axes.set(xlim=(-0.1, 14.1), ylim=(-3.1, 1.0), aspect="equal")
    axes.axis("off")
    return figure
