"""What the independence assumption costs: error of naive Bayes and logistic regression, and repeated evidence."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm
from sklearn.linear_model import LogisticRegression

D, SIZES = 20, (10, 20, 40, 80, 160, 320, 640, 1280)


def learning_curves() -> tuple[np.ndarray, float]:
    """Mean test error (sizes, 3) of naive Bayes, logistic regression weakly and well penalized; the Bayes error."""
    rng = np.random.default_rng(0)
    mean = rng.uniform(0, 1, size=D)  # of class 1; class 0 has mean zero
    cov = np.kron(np.eye(D // 2), np.array([[1.0, 0.5], [0.5, 1.0]]))
    root = np.linalg.cholesky(cov)

    def error(w: np.ndarray, b: float) -> float:
        """Exact error of the rule w @ x + b > 0."""
        scale = np.sqrt(w @ cov @ w)
        return float(0.5 * norm.cdf(b / scale) + 0.5 * norm.cdf(-(mean @ w + b) / scale))

    rows = []
    for n in SIZES:
        runs = []
        for _ in range(30):
            y = np.arange(n) % 2
            x = rng.normal(size=(n, D)) @ root.T + np.outer(y, mean)
            low, high = x[y == 0].mean(axis=0), x[y == 1].mean(axis=0)
            w = (high - low) / np.mean((x - np.where(y[:, None], high, low)) ** 2, axis=0)
            run = [error(w, -w @ (low + high) / 2)]
            for c in (1e3, 1.0):
                fit = LogisticRegression(C=c, max_iter=500).fit(x, y)
                run.append(error(fit.coef_[0], fit.intercept_[0]))
            runs.append(run)
        rows.append(np.mean(runs, axis=0))
    best = np.linalg.solve(cov, mean)
    return np.array(rows), error(best, -best @ mean / 2)


def draw() -> Figure:
    errors, floor = learning_curves()
    figure, (left, right) = plt.subplots(1, 2)
    names = (("naive Bayes", "o-"), ("logistic, C = 1000", "s--"), ("logistic, C = 1", "^:"))
    for j, (name, style) in enumerate(names):
        left.plot(SIZES, 100 * errors[:, j], style, label=name, markersize=4)
    left.axhline(100 * floor, color="0.4", linewidth=1)
    left.annotate("best possible", (10, 100 * floor), xytext=(0, 4), textcoords="offset points")
    left.set(title="Error", xlabel="training examples", ylabel="test error, %", xscale="log", ylim=(9, 31))
    left.set_xticks([10, 100, 1000], ["10", "100", "1000"])
    left.legend()
    copies = np.arange(1, 7)
    right.plot(copies, 4.0**copies / (1 + 4.0**copies), "o-")
    right.plot(copies, np.full(6, 0.8), "--")
    right.annotate("stated", (2.6, 0.95), color="C0")
    right.annotate("true", (4.5, 0.812), color="C1")
    right.set(title="One clue, copied", xlabel="copies of the clue", ylabel="probability", ylim=(0.75, 1.01))
    return figure
