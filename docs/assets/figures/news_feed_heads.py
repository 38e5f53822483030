"""One post through shared layers and seven heads: weight times prediction, stacked into one value."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

HEADS = [
    ("click", 0.20, 0.5),
    ("like", 0.10, 1.0),
    ("comment", 0.02, 5.0),
    ("share", 0.006, 10.0),
    ("log dwell", 2.30, 0.05),
    ("skip", 0.25, -0.2),
    ("hide", 0.002, -50.0),
]


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4.4))
    total = 0.0
    for row, (_, prediction, weight) in enumerate(HEADS):
        part = prediction * weight
        axes.barh(row, part, left=total, color="C0" if part > 0 else "C1", alpha=0.9 if part > 0 else 0.6)
        axes.text(0.50, row, f"{weight:g} × {prediction:g}".replace("-", "−"), va="center", fontsize=11)
        axes.plot([total + part] * 2, [row, row + 1], color="0.5", linewidth=0.8)
        total += part
    axes.barh(len(HEADS), total, color="C2")
    axes.text(0.50, len(HEADS), f"= {total:.3f}", va="center", fontsize=11)
    axes.set_yticks(range(len(HEADS) + 1), [name for name, *_ in HEADS] + ["value"], fontsize=11)
    axes.set(xlim=(0, 0.68), xlabel="running sum of weight × prediction")
    axes.set_xticks([0, 0.1, 0.2, 0.3, 0.4])
    axes.grid(False)
    axes.invert_yaxis()
    return figure
