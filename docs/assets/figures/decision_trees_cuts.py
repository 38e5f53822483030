"""Axis-parallel cuts of a small data set beside the tree that makes them, with class counts in each node."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.tree import DecisionTreeClassifier


def draw() -> Figure:
    rng = np.random.default_rng(99)
    X = np.round(rng.uniform([10, 0], [90, 60], (48, 2)))
    late = np.where(X[:, 0] < 45, X[:, 1] > 15, X[:, 1] > 45)
    late = late ^ (rng.random(48) < 0.05)
    model = DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, late)
    tree = model.tree_
    counts = np.round(tree.value[:, 0, :] * tree.n_node_samples[:, None]).astype(int)
    figure, (left, right) = plt.subplots(1, 2, width_ratios=[0.9, 1.1])
    left.plot(*X[~late].T, "o", color="C0", markersize=5, label="repaid")
    left.plot(*X[late].T, "x", color="C1", markersize=6, markeredgewidth=2, label="late")
    left.set(title="Three cuts, four boxes", xlabel="income (thousand USD)", ylabel="debt ratio (percent)")
    left.set(xlim=(8, 92), ylim=(-1, 74), yticks=range(0, 61, 20))
    left.legend(loc="upper center", ncols=2)
    right.set(xlim=(-0.02, 1.02), ylim=(0, 1))
    right.axis("off")
    right.set_title("Its tree: repaid : late")
    order = []

    def place(node: int, x: float, width: float, level: int, box: tuple[float, float, float, float]) -> None:
        y = (0.88, 0.5, 0.12)[level]
        repaid, overdue = counts[node]
        if tree.children_left[node] == -1:
            color, name = ("C0", "repaid") if repaid > overdue else ("C1", "late")
            text = f"{name}\n{repaid} : {overdue}"
            right.text(x, y, text, ha="center", va="center", fontsize=10.5, bbox={"boxstyle": "round", "fc": "none", "ec": color, "lw": 2})
            return
        cut, feature = tree.threshold[node], tree.feature[node]
        order.append(node)
        x0, x1, y0, y1 = box
        if feature == 0:
            left.plot([cut, cut], [y0, y1], color="0.3", linewidth=1.4)
            left.annotate(str(len(order)), (cut, y1 - 4), xytext=(3, 0), textcoords="offset points", fontsize=9)
            boxes = ((x0, cut, y0, y1), (cut, x1, y0, y1))
        else:
            left.plot([x0, x1], [cut, cut], color="0.3", linewidth=1.4)
            left.annotate(str(len(order)), (x1, cut), xytext=(-8, 2), textcoords="offset points", fontsize=9)
            boxes = ((x0, x1, y0, cut), (x0, x1, cut, y1))
        text = f"{len(order)}. {('income', 'debt')[feature]} <= {cut:g}\n{repaid} : {overdue}"
        for sign, name in ((-1, "yes"), (1, "no")):
            target = x + sign * width / 2
            right.plot([x, target], [y - 0.08, (0.88, 0.5, 0.12)[level + 1] + 0.08], color="0.5", linewidth=1.2, zorder=0)
            right.text((x + target) / 2 + sign * 0.025, y - 0.17, name, ha="left" if sign > 0 else "right", va="center", fontsize=9.5)
        right.text(x, y, text, ha="center", va="center", fontsize=10.5, bbox={"boxstyle": "square", "fc": "none", "ec": "0.5"})
        place(tree.children_left[node], x - width / 2, width / 2, level + 1, boxes[0])
        place(tree.children_right[node], x + width / 2, width / 2, level + 1, boxes[1])

    place(0, 0.5, 0.5, 0, (10, 90, 0, 60))
    return figure
