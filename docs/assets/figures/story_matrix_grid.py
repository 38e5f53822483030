"""A filled story matrix: 14 themes by 6 stories, primary and alternative marks, one theme without a primary."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

STORIES = ["compression", "recommender", "ownership", "false alarms", "client data", "platform"]
GRID = [
    ("accomplishment", "PA...."),
    ("leadership", "P....A"),
    ("project management", "P...A."),
    ("time management", ".P..A."),
    ("client work", "...AP."),
    ("cross-functional", "A....P"),
    ("communication", "A...P."),
    ("teamwork, mentoring", ".AP..."),
    ("conflict", ".AP..."),
    ("adaptability", "...A.P"),
    ("problem solving", ".P...A"),
    ("ambiguity", "...A.P"),
    ("failure", "..AP.."),
    ("ethics, saying no", "....A."),
]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(5.4, 6))
    for row, (_, marks) in enumerate(GRID):
        if "P" not in marks:
            axes.axhspan(row - 0.5, row + 0.5, color="C1", alpha=0.25)
            axes.text(1.5, row, "gap: dig for a story", ha="center", va="center", fontsize=11)
        for column, mark in enumerate(marks):
            if mark == "P":
                axes.plot(column, row, "o", color="C0", markersize=13)
            elif mark == "A":
                axes.plot(column, row, "o", color="C0", markersize=12, fillstyle="none", markeredgewidth=2)
    axes.plot([], [], "o", color="C0", markersize=11, label="primary")
    axes.plot([], [], "o", color="C0", markersize=10, fillstyle="none", markeredgewidth=2, label="alternative")
    axes.set(xlim=(-0.5, 5.5), ylim=(13.5, -0.5))
    axes.set_xticks(range(6), STORIES, rotation=35, ha="left", rotation_mode="anchor", fontsize=11)
    axes.xaxis.tick_top()
    axes.set_yticks(range(14), [theme for theme, _ in GRID], fontsize=11)
    axes.grid(True, linewidth=0.5)
    axes.tick_params(length=0)
    axes.legend(loc="upper center", bbox_to_anchor=(0.35, -0.01), ncols=2, frameon=False, fontsize=11)
    return figure
