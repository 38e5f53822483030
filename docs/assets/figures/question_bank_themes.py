"""Fourteen themes of behavioral questions around a hub, each with the tested trait and a sample question."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

LEFT = [
    ("Accomplishment", "effect, with evidence", '"What makes you proud?"'),
    ("Leadership", "direction without rank", '"What did you start?"'),
    ("Project management", "scope, risk, dates", '"What kept it on track?"'),
    ("Time management", "choice under load", '"When were you late?"'),
    ("Client work", "need behind the wish", '"Who was a hard client?"'),
    ("Cross-functional", "their goals, your plan", '"Who had to agree?"'),
    ("Communication", "what was understood", '"What did they misread?"'),
]
RIGHT = [
    ("Teamwork, mentoring", "others get better", '"Who grew with you?"'),
    ("Conflict", "listens, seeks evidence", '"When did you disagree?"'),
    ("Adaptability", "learns, lets go", '"What changed on you?"'),
    ("Problem solving", "cause before cure", '"Which bug was hardest?"'),
    ("Ambiguity", "bounds a vague goal", '"Who set the goal?"'),
    ("Failure", "own part, new habit", '"What went wrong?"'),
    ("Ethics, saying no", "speaks up in time", '"What did you refuse?"'),
]

GROUP = {theme: "delivery" for theme, _, _ in LEFT[:6]}
GROUP |= {theme: "people" for theme, _, _ in (LEFT[6], *RIGHT[:2])}
GROUP |= {theme: "change, judgment" for theme, _, _ in RIGHT[2:]}
COLOR = {"delivery": "C0", "people": "C1", "change, judgment": "C2"}
LINE = {"delivery": "-", "people": "--", "change, judgment": ":"}


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(5.4, 6.6))
    rows = len(LEFT)
    middle = (rows - 1) / 2
    for index, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        y = rows - 1 - index
        for (theme, trait, question), x, align, anchor in ((left, -0.98, "left", -0.24), (right, 0.98, "right", 0.24)):
            axes.plot([0, anchor], [middle, y], color=COLOR[GROUP[theme]], linestyle=LINE[GROUP[theme]], linewidth=1.6)
            axes.text(x, y + 0.24, theme, ha=align, va="center", fontsize=11, fontweight="bold")
            axes.text(x, y - 0.02, trait, ha=align, va="center", fontsize=10.5)
            axes.text(x, y - 0.28, question, ha=align, va="center", fontsize=10.5, fontstyle="italic")
    axes.plot(0, middle, "o", color="C0", markersize=26)
    axes.text(0, middle, "you", ha="center", va="center", fontsize=11, color="white", fontweight="bold")
    for group, color in COLOR.items():
        axes.plot([], [], color=color, linestyle=LINE[group], linewidth=1.6, label=group)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=3, frameon=False, fontsize=11)
    axes.set(xlim=(-1, 1), ylim=(-0.5, rows - 0.5))
    axes.axis("off")
    return figure
