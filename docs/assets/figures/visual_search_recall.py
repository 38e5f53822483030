"""Recall at 10 against the share of scanned vectors: flat lists, product quantization, and re-ranking after it."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

PROBES = (1, 2, 4, 8, 16, 32, 64)


def kmeans(x: np.ndarray, k: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    c = x[rng.choice(len(x), k, replace=False)].copy()
    for _ in range(5):
        near = np.argmin((c**2).sum(1) - 2 * x @ c.T, axis=1)
        for j in np.unique(near):
            c[j] = x[near == j].mean(axis=0)
    return c, np.argmin((c**2).sum(1) - 2 * x @ c.T, axis=1)


def measure() -> tuple[list[float], dict[str, list[float]]]:
    rng = np.random.default_rng(0)
    n, d, queries, k, lists = 8_000, 32, 100, 10, 64
    scale = 0.85 ** np.arange(d)
    centers = rng.normal(size=(40, d)) * scale

    def photos(m: int) -> np.ndarray:
        x = centers[rng.integers(40, size=m)] + 0.7 * rng.normal(size=(m, d)) * scale
        return x / np.linalg.norm(x, axis=1, keepdims=True)

    base, query = photos(n), photos(queries)
    cells, cell_of = kmeans(base, lists, rng)
    coded = np.empty_like(base)
    for p in range(0, d, 2):
        words, code = kmeans(base[:, p : p + 2], 32, rng)
        coded[:, p : p + 2] = words[code]
    exact, approx = query @ base.T, query @ coded.T
    truth = np.argsort(-exact, axis=1)[:, :k]
    nearest = np.argsort((cells**2).sum(1) - 2 * query @ cells.T, axis=1)
    share, curves = [], {"full vectors": [], "PQ codes, top 100 re-ranked": [], "PQ codes only": []}
    for nprobe in PROBES:
        probed = np.zeros((queries, lists), bool)
        np.put_along_axis(probed, nearest[:, :nprobe], True, axis=1)
        scanned = probed[:, cell_of]
        share.append(100 * scanned.mean())
        codes = np.argsort(-np.where(scanned, approx, -9), axis=1)[:, :100]
        full = np.take_along_axis(np.where(scanned, exact, -9), codes, axis=1)
        found = {
            "full vectors": np.argsort(-np.where(scanned, exact, -9), axis=1),
            "PQ codes, top 100 re-ranked": np.take_along_axis(codes, np.argsort(-full, axis=1), axis=1),
            "PQ codes only": codes,
        }
        for name, ids in found.items():
            hits = [len(set(a) & set(b)) for a, b in zip(ids[:, :k], truth, strict=True)]
            curves[name].append(np.mean(hits) / k)
    return share, curves


def draw() -> Figure:
    share, curves = measure()
    figure, axes = plt.subplots(figsize=(6, 4))
    for (name, recall), style in zip(curves.items(), ("-o", "--s", ":^"), strict=True):
        axes.plot(share, recall, style, label=name)
    axes.annotate(
        "knee: 8 of 64 lists",
        (share[3], curves["full vectors"][3]),
        (15, 0.66),
        fontsize=11,
        arrowprops={"arrowstyle": "->", "color": "0.4"},
    )
    axes.set_xscale("log")
    axes.set_xticks([2, 5, 10, 20, 50, 100], ["2", "5", "10", "20", "50", "100"])
    axes.minorticks_off()
    axes.set(xlabel="vectors scanned (%)", ylabel="recall at 10", ylim=(0, 1.05))
    axes.legend(loc="center right", bbox_to_anchor=(1, 0.48))
    return figure
