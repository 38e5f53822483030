"""Two overlapping circles: entropies, conditional entropies and mutual information of the chapter's joint table."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Circle


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6.2, 3.6))
    axis.set(xlim=(-3.3, 3.3), ylim=(-2.05, 2.05), aspect="equal")
    axis.axis("off")
    for x, color, style in ((-0.95, "C0", "-"), (0.95, "C1", "--")):
        axis.add_patch(Circle((x, 0), 1.6, facecolor=color, alpha=0.22, edgecolor="none"))
        axis.add_patch(Circle((x, 0), 1.6, facecolor="none", edgecolor=color, linewidth=2, linestyle=style))
    for x, name, value in (
        (-1.55, "H(X | Y)", "0.722 bits"),
        (0, "I(X; Y)", "0.278 bits"),
        (1.55, "H(Y | X)", "0.722 bits"),
    ):
        axis.text(x, 0.18, name, ha="center", va="center")
        axis.text(x, -0.22, value, ha="center", va="center", fontsize=9)
    axis.text(-1.5, 1.72, "H(X) = 1 bit", ha="center", color="C0")
    axis.text(1.5, 1.72, "H(Y) = 1 bit", ha="center", color="C1")
    axis.text(0, -1.85, "both circles together: H(X, Y) = 1.722 bits", ha="center", va="center")
    return figure
