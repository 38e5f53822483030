"""Posts a day over the model's confidence: harmful and harmless, cut into pass, review and remove."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm


def draw() -> Figure:
    shift, posts, rate = norm.ppf(0.90) + norm.ppf(0.99), 5e8, 0.001
    offset = np.log(rate / (1 - rate)) - shift**2 / 2
    cuts = [np.log(p / (1 - p)) for p in (0.198, 0.9)]
    logit = np.linspace(-16, 10, 261)
    z = (logit - offset) / shift
    figure, axes = plt.subplots(figsize=(6, 4.2))
    axes.plot(logit, posts * (1 - rate) * norm.pdf(z) / shift, label="harmless")
    axes.plot(logit, posts * rate * norm.pdf(z - shift) / shift, "--", label="harmful")
    for low, high, alpha in ((cuts[0], cuts[1], 0.12), (cuts[1], 10, 0.3)):
        axes.axvspan(low, high, color="0.5", alpha=alpha, linewidth=0)
    for cut in cuts:
        axes.axvline(cut, color="0.3", linestyle=":", linewidth=1)
    for x, text in ((-8.5, "pass\n499.5 M"), (0.4, "review\n400 k"), (6.1, "remove\n122 k")):
        axes.text(x, 2.2e9, text, ha="center", va="top", fontsize=11)
    axes.set(yscale="log", ylim=(1e2, 4e9), xlim=(-16, 10))
    ticks = {-13.8: "1e-6", -6.9: "0.001", cuts[0]: "0.2", cuts[1]: "0.9", 6.9: "0.999"}
    axes.set_xticks(list(ticks), list(ticks.values()), fontsize=11)
    axes.set_xlabel("P(violation), log-odds scale", fontsize=11)
    axes.set_ylabel("posts a day per unit of log-odds", fontsize=11)
    axes.legend(loc=(0.02, 0.3), fontsize=11)
    return figure
