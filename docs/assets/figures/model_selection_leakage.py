"""Pure noise looks predictable when features are selected before the split: accuracy over the number of features."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

ROWS, KEPT, FOLDS = 50, 10, 5
LABEL = np.tile([-1.0, 1.0], ROWS // 2)
FOLD = np.arange(ROWS) // 2 % FOLDS  # five rows of each class in every fold


def top(X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The columns with the largest absolute t statistic between the classes."""
    high, low = X[y > 0], X[y < 0]
    t = (high.mean(axis=0) - low.mean(axis=0)) / np.sqrt(high.var(axis=0) + low.var(axis=0))
    return np.argsort(-np.abs(t))[:KEPT]


def accuracy(X: np.ndarray, inside: bool) -> float:
    """Five-fold accuracy of the nearest class mean on the selected columns."""
    correct = 0
    columns = top(X, LABEL)
    for fold in range(FOLDS):
        train, test = fold != FOLD, fold == FOLD
        if inside:
            columns = top(X[train], LABEL[train])
        A, y = X[train][:, columns], LABEL[train]
        means = np.array([A[y < 0].mean(axis=0), A[y > 0].mean(axis=0)])
        distance = ((X[test][:, columns][:, None, :] - means) ** 2).sum(axis=2)
        correct += int(np.sum((distance.argmin(axis=1) * 2 - 1) == LABEL[test]))
    return correct / ROWS


def draw() -> Figure:
    rng = np.random.default_rng(0)
    sizes = np.array([10, 20, 50, 100, 200, 500, 1000, 2000])
    scores = np.empty((2, len(sizes), 60))
    for j, d in enumerate(sizes):
        for r in range(60):
            X = rng.standard_normal((ROWS, d))
            scores[:, j, r] = accuracy(X, inside=False), accuracy(X, inside=True)
    figure, (left, right) = plt.subplots(1, 2)
    for row, style, name in zip(scores, ("o-", "s--"), ("before the split", "inside each fold"), strict=True):
        left.plot(sizes, row.mean(axis=1), style, label=name, markersize=4)
    left.axhline(0.5, color="0.4", linewidth=0.8, linestyle=":")
    left.set(xscale="log", ylim=(0.4, 1.02), xlabel="noise features to select 10 from", ylabel="mean CV accuracy")
    left.set_title("50 rows, every feature is noise")
    left.legend(title="selection", loc="upper left")
    bins = np.arange(0.19, 1.03, 0.04)
    right.hist(scores[0, -1], bins, alpha=0.75, label="before")
    right.hist(scores[1, -1], bins, alpha=0.75, hatch="//", edgecolor="0.2", linewidth=0.4, label="inside")
    right.axvline(0.5, color="0.4", linewidth=0.8, linestyle=":")
    right.set(title="60 data sets with 2,000 features", xlabel="CV accuracy", ylabel="data sets", xlim=(0.2, 1.02))
    right.legend(loc="upper left")
    return figure
