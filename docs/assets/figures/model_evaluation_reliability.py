"""Reliability diagram of overconfident scores before and after temperature scaling, with the share of rows per bin."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.optimize import minimize_scalar
from scipy.special import expit

BINS = 10


def draw() -> Figure:
    rng = np.random.default_rng(0)
    true_logit = rng.normal(0, 1.5, 4000)
    label = (rng.random(4000) < expit(true_logit)).astype(float)
    logit = 2.5 * true_logit
    fit, test = slice(0, 2000), slice(2000, 4000)
    found = minimize_scalar(
        lambda t: np.mean(np.logaddexp(0, logit[fit] / t) - label[fit] * logit[fit] / t), bounds=(0.1, 10), method="bounded"
    )
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.6))
    left.plot([0, 1], [0, 1], ":", color="0.4", label="perfect")
    edges = np.arange(BINS) / BINS
    for p, style, name, shift in ((expit(logit[test]), "o-", "as trained", 0), (expit(logit[test] / found.x), "s--", "rescaled", 1)):
        bins = np.minimum((p * BINS).astype(int), BINS - 1)
        count = np.bincount(bins, minlength=BINS)
        stated, rate = np.bincount(bins, p) / count, np.bincount(bins, label[test]) / count
        left.errorbar(stated, rate, 1.96 * np.sqrt(rate * (1 - rate) / count), fmt=style, markersize=5, elinewidth=1, label=name)
        right.bar(
            edges + (0.028 + 0.044 * shift),
            count / len(p),
            0.04,
            label=name,
            hatch="////" if shift else None,
            edgecolor="white",
            linewidth=0,
        )
    left.set(title="Reliability", xlabel="mean score in the bin", ylabel="share of positives", xlim=(-0.03, 1.03), ylim=(-0.03, 1.03))
    left.legend(loc="upper left")
    right.set(title="Where the scores are", xlabel="score", ylabel="share of rows")
    right.legend(loc="upper center")
    return figure
