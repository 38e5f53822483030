"""The worked example as a computational graph: values above the nodes, gradients below, the inactive unit grey."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def number(value: float) -> str:
    return f"{value + 0.0:.4g}".replace("-", "\N{MINUS SIGN}")


def draw() -> Figure:
    x, W1, b1 = np.array([1.0, 2.0]), np.array([[0.5, -0.5], [1.0, 0.5]]), np.array([0.0, -0.5])
    w2, b2 = np.array([1.0, -1.0]), 0.5
    z1 = W1 @ x + b1
    a1 = np.maximum(z1, 0)
    z2 = w2 @ a1 + b2
    p = 1 / (1 + np.exp(-z2))
    da1 = (p - 1) * w2
    dz1 = da1 * (z1 > 0)
    dx = W1.T @ dz1

    nodes = {  # name: (column, row, label, value, gradient)
        "x1": (0, 1.2, "input\n1", x[0], dx[0]),
        "x2": (0, -1.2, "input\n2", x[1], dx[1]),
        "z1": (1.2, 1.2, f"sum 1\nb = {number(b1[0])}", z1[0], dz1[0]),
        "z2": (1.2, -1.2, f"sum 2\nb = {number(b1[1])}", z1[1], dz1[1]),
        "a1": (2.3, 1.2, "ReLU\n1", a1[0], da1[0]),
        "a2": (2.3, -1.2, "ReLU\n2", a1[1], da1[1]),
        "z": (3.4, 0, f"logit\nb = {number(b2)}", z2, p - 1),
        "p": (4.45, 0, "sig-\nmoid", p, -1 / p),
        "l": (5.4, 0, "loss", -np.log(p), 1.0),
    }
    edges = {  # (start, end): (weight, where it stands)
        ("x1", "z1"): (W1[0, 0], (0.53, 1.36)),
        ("x2", "z1"): (W1[0, 1], (1.06, 0.22)),
        ("x1", "z2"): (W1[1, 0], (0.53, 0.5)),
        ("x2", "z2"): (W1[1, 1], (0.47, -1.4)),
        ("a1", "z"): (w2[0], (2.93, 0.8)),
        ("a2", "z"): (w2[1], (2.84, -0.3)),
    }
    figure, axes = plt.subplots(figsize=(6.0, 3.9))
    axes.set(xlim=(-0.6, 5.75), ylim=(-2.05, 2.0))
    axes.axis("off")
    boxes = {}
    for name, (column, row, label, value, gradient) in nodes.items():
        ink, line = ("0.45", "--") if name == "z1" else ("black", "-")
        box = {"boxstyle": "round,pad=0.25", "facecolor": "none", "edgecolor": ink, "linestyle": line}
        boxes[name] = axes.text(column, row, label, ha="center", va="center", color=ink, bbox=box)
        axes.text(column, row + 0.5, number(value), ha="center", color="C0", fontsize=12)
        left = {"x1": 0.17, "a1": 0.08}.get(name, 0)
        axes.text(column - left, row - 0.5, number(gradient), ha="center", va="top", color="C1", fontsize=12)
    figure.canvas.draw()  # gives the boxes their size, at which the arrows end
    for start, end in [*edges, ("z1", "a1"), ("z2", "a2"), ("z", "p"), ("p", "l")]:
        (ax, ay), (bx, by) = nodes[start][:2], nodes[end][:2]
        style = {"color": "0.55", "linestyle": (0, (3, 2))} if "z1" in (start, end) else {"color": "black"}
        ends = {"patchA": boxes[start].get_bbox_patch(), "patchB": boxes[end].get_bbox_patch()}
        arrow = {"arrowstyle": "-|>", "shrinkA": 2, "shrinkB": 2, "linewidth": 1.3}
        axes.annotate("", (bx, by), (ax, ay), arrowprops=arrow | ends | style)
        if (start, end) in edges:
            weight, at = edges[start, end]
            axes.text(*at, number(weight), ha="center", va="center", fontsize=10.5, color="0.35")
    axes.text(2.95, 1.75, "above: value (forward)", color="C0", fontsize=12)
    axes.text(2.95, 1.4, "below: gradient (backward)", color="C1", fontsize=12)
    return figure
