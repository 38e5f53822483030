"""A regression tree on a linear trend, and the accuracy along the path of cost-complexity pruning."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.linear_model import LinearRegression
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


def draw() -> Figure:
    rng = np.random.default_rng(0)
    x = np.sort(rng.uniform(0, 6, 60))
    y = 1 + x + 0.5 * rng.standard_normal(60)
    grid = np.linspace(0, 9, 451)[:, None]
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(x, y, "o", color="0.6", markersize=3)
    left.plot(grid, DecisionTreeRegressor(max_depth=3, random_state=0).fit(x[:, None], y).predict(grid), label="tree, depth 3")
    left.plot(grid, LinearRegression().fit(x[:, None], y).predict(grid), "--", label="line")
    left.axvline(6, color="0.4", linewidth=1, linestyle=":")
    left.annotate("end of data", (6, 0.6), xytext=(4, 0), textcoords="offset points", fontsize=9.5)
    left.set(title="A linear trend", xlabel="x", ylabel="prediction")
    left.legend(fontsize=9.5)

    rng = np.random.default_rng(0)
    X = rng.uniform(-1, 1, (2400, 2))
    inside = ((X**2).sum(axis=1) < 0.5).astype(int)
    label = np.where(rng.random(2400) < 0.15, 1 - inside, inside)
    fit, test = slice(0, 400), slice(400, None)
    alphas = DecisionTreeClassifier(random_state=0).cost_complexity_pruning_path(X[fit], label[fit]).ccp_alphas
    models = [DecisionTreeClassifier(random_state=0, ccp_alpha=max(a, 0)).fit(X[fit], label[fit]) for a in alphas]
    leaves = [m.get_n_leaves() for m in models]
    right.plot(leaves, [m.score(X[fit], label[fit]) for m in models], label="training")
    right.plot(leaves, [m.score(X[test], label[test]) for m in models], "--", label="test")
    right.set(title="Pruning a full tree", xlabel="number of leaves", ylabel="accuracy", xscale="log")
    right.set(xticks=[1, 3, 10, 30, 100], xticklabels=["1", "3", "10", "30", "100"], ylim=(0.5, 1.02))
    right.minorticks_off()
    right.legend(fontsize=9.5)
    return figure
