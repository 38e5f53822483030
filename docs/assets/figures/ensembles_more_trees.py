"""Test error over the number of trees: a random forest flattens, boosting turns up again."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor

SIZES = np.unique(np.geomspace(1, 600, 40).astype(int))


def draw() -> Figure:
    rng = np.random.default_rng(0)
    X = rng.uniform(-1, 1, (1500, 5))
    f = np.sin(3 * X[:, 0]) + X[:, 1] ** 2
    y = f + rng.standard_normal(1500)
    train, test = slice(0, 300), slice(300, None)
    forest = RandomForestRegressor(600, max_features=2, random_state=0).fit(X[train], y[train])
    averages = np.cumsum([tree.predict(X[test]) for tree in forest.estimators_], axis=0)
    error = [np.mean((averages[b - 1] / b - f[test]) ** 2) for b in SIZES]
    figure, axes = plt.subplots()
    axes.plot(SIZES, error, "-", label="random forest, full depth")
    for rate, style in ((0.3, "--"), (0.05, ":")):
        model = GradientBoostingRegressor(n_estimators=600, learning_rate=rate, max_depth=3, random_state=0)
        staged = list(model.fit(X[train], y[train]).staged_predict(X[test]))
        error = [np.mean((staged[b - 1] - f[test]) ** 2) for b in SIZES]
        axes.plot(SIZES, error, style, label=f"boosting, depth 3, rate {rate:g}")
    axes.set(xscale="log", xlabel="number of trees", ylabel="squared error to the true function", ylim=(0, 1))
    axes.legend()
    return figure
