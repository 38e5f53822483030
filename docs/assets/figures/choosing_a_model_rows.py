"""Test AUC of logistic regression and boosted trees over the number of rows, for two kinds of truth."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from threadpoolctl import threadpool_limits

ROWS = {100: 8, 300: 8, 1000: 4, 3000: 3}  # training rows and how often to repeat


def additive(x: np.ndarray) -> np.ndarray:
    return x[:, 0] + 0.8 * x[:, 1] - 0.6 * x[:, 2] + 0.4 * x[:, 3]


def interacting(x: np.ndarray) -> np.ndarray:
    gated = np.sign(x[:, 1]) * (x[:, 2] > 0)
    both = np.where((x[:, 3] > 0) & (x[:, 4] > 0), 1.0, -0.33)
    return 0.5 * x[:, 0] + 1.6 * gated + 1.2 * both


def draw() -> Figure:
    figure, panels = plt.subplots(1, 2, sharey=True)
    for axes, log_odds, title in zip(panels, (additive, interacting), ("Additive truth", "Interactions"), strict=True):
        rng = np.random.default_rng(0)

        def sample(n: int, log_odds=log_odds, rng=rng) -> tuple[np.ndarray, np.ndarray]:
            x = rng.normal(size=(n, 10))
            return x, (rng.random(n) < 1 / (1 + np.exp(-log_odds(x)))).astype(int)

        x_test, y_test = sample(4000)
        scores = np.zeros((2, len(ROWS)))
        for column, (n, repeats) in enumerate(ROWS.items()):
            for _ in range(repeats):
                x, y = sample(n)
                boosted = HistGradientBoostingClassifier(max_iter=80, learning_rate=0.06, max_leaf_nodes=8)
                with threadpool_limits(1):
                    for row, model in enumerate((LogisticRegression(), boosted)):
                        p = model.fit(x, y).predict_proba(x_test)[:, 1]
                        scores[row, column] += roc_auc_score(y_test, p) / repeats
        axes.plot(list(ROWS), scores[0], "o-", label="logistic")
        axes.plot(list(ROWS), scores[1], "s--", label="boosted trees")
        axes.set(title=title, xscale="log", xlabel="training rows")
    panels[0].set(ylabel="test AUC")
    panels[1].legend(loc="lower right")
    return figure
