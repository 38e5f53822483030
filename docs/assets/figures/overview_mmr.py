"""Relevance kept and diversity gained by maximal marginal relevance as its trade-off weight falls from 1 to 0."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WEIGHTS = np.linspace(1, 0, 21)


def pages(seed: int) -> list[tuple[float, float]]:
    """Total relevance and mean dissimilarity of a page of ten for each weight; 300 candidates on 8 topics."""
    rng = np.random.default_rng(seed)
    centers = rng.standard_normal((8, 16))
    centers /= np.linalg.norm(centers, axis=1, keepdims=True)
    taste = np.sort(rng.dirichlet(np.full(8, 0.6)))[::-1]
    topic = rng.choice(8, 300, p=0.5 * taste + 0.5 / 8)
    items = centers[topic] + 0.6 * rng.standard_normal((300, 16)) / 4
    items /= np.linalg.norm(items, axis=1, keepdims=True)
    relevance = 0.6 * taste[topic] / taste.max() + 0.4 * rng.random(300)
    relevance = (relevance - relevance.min()) / np.ptp(relevance)
    similarity = np.clip(items @ items.T, 0, 1)
    result = []
    for weight in WEIGHTS:
        page = [int(np.argmax(relevance))]
        while len(page) < 10:
            score = weight * relevance - (1 - weight) * similarity[:, page].max(axis=1)
            score[page] = -np.inf
            page.append(int(np.argmax(score)))
        pairs = np.triu_indices(10, 1)
        result.append((relevance[page].sum(), (1 - similarity[np.ix_(page, page)])[pairs].mean()))
    return result


def draw() -> Figure:
    relevance, diversity = np.mean([pages(seed) for seed in range(30)], axis=0).T
    figure, axes = plt.subplots(figsize=(6, 3.6))
    axes.plot(WEIGHTS, relevance / relevance[0], label="relevance kept")
    axes.plot(WEIGHTS, diversity, "--", label="mean dissimilarity of pairs")
    axes.invert_xaxis()
    axes.set(xlabel="weight of relevance (1 = relevance only)", ylabel="share kept, or 1 - cosine", ylim=(0, 1.25))
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1])
    axes.legend(loc="upper center", ncols=2, fontsize=11)
    return figure
