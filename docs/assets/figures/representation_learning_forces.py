"""Push and pull of one InfoNCE anchor on keys around the unit circle, at temperature 0.2."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    anchor = np.deg2rad(90)
    keys = {  # name: angle in degrees, label position
        "positive": (42, (1.3, 0.62)),
        "false\nnegative": (112, (-0.46, 1.26)),
        "hard\nnegative": (147, (-1.28, 0.42)),
        "easy\nnegative": (250, (-0.36, -0.62)),
    }
    angles = np.deg2rad([angle for angle, _ in keys.values()])
    p = np.exp(np.cos(angles - anchor) / 0.2)
    p /= p.sum()
    figure, axes = plt.subplots(figsize=(6, 4.4))
    circle = np.linspace(0, 2 * np.pi, 200)
    axes.plot(np.cos(circle), np.sin(circle), color="0.55", linewidth=1)
    axes.plot(np.cos(anchor), np.sin(anchor), "*", markersize=17, color="C1")
    axes.text(0.0, 0.84, "anchor", fontsize=12, ha="center", va="center")
    for (name, (_, place)), angle, weight in zip(keys.items(), angles, p, strict=True):
        positive = name == "positive"
        point = np.array([np.cos(angle), np.sin(angle)])
        pull = (1 - weight) if positive else -weight  # minus the gradient in the key, times the temperature
        force = pull * (np.array([0.0, 1.0]) - point[1] * point)
        axes.plot(*point, "o" if positive else "s", markersize=7, color="C0" if positive else "C3")
        tip = point + 1.6 * force
        if np.linalg.norm(force) > 0.001:
            arrow = {"arrowstyle": "-|>", "linewidth": 2, "mutation_scale": 13, "shrinkA": 0, "color": "C0" if positive else "C3"}
            axes.annotate("", xy=tip, xytext=point, arrowprops=arrow)
        axes.text(*place, f"{name}\np = {weight:.2f}", ha="center", va="center", fontsize=12)
    axes.set(xlim=(-1.75, 1.75), ylim=(-1.1, 1.5), aspect="equal")
    axes.axis("off")
    return figure
