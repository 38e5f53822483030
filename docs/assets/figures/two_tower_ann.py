"""Left: share of points a k-d tree compares, by dimension. Right: recall of an inverted file against share scanned."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.neighbors import KDTree

POINTS, DIM, LISTS = 20_000, 32, 64


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def kd_share(dim: int, rng: np.random.Generator) -> float:
    tree = KDTree(rng.standard_normal((POINTS, dim)), leaf_size=40)
    tree.reset_n_calls()
    tree.query(rng.standard_normal((50, dim)), k=1)
    return tree.get_n_calls() / 50 / POINTS


def ivf_curve(items: np.ndarray, queries: np.ndarray, rng: np.random.Generator) -> tuple[list[float], list[float]]:
    """Share scanned and recall@10 for 1, 2, 4, ..., 64 probed lists."""
    centers = items[rng.choice(len(items), LISTS, replace=False)]
    for _ in range(10):
        owner = (items @ centers.T).argmax(1)
        centers = unit(np.stack([items[owner == c].mean(0) if (owner == c).any() else centers[c] for c in range(LISTS)]))
    owner = (items @ centers.T).argmax(1)
    exact = np.argsort(-(queries @ items.T), axis=1)[:, :10]
    order = np.argsort(-(queries @ centers.T), axis=1)
    place = np.argsort(order, axis=1)
    probes = [2**i for i in range(7)]
    found = [float(np.mean(np.take_along_axis(place, owner[exact], 1) < p)) for p in probes]
    share = [float(np.mean(place[:, owner] < p)) for p in probes]
    return share, found


def draw() -> Figure:
    rng = np.random.default_rng(0)
    figure, (left, right) = plt.subplots(1, 2)
    dims = [2, 4, 8, 12, 16, 24, 32, 64]
    left.plot(dims, [100 * kd_share(dim, rng) for dim in dims], marker="o")
    left.set(title="Exact k-d tree, 20,000 points", xlabel="dimension", ylabel="points compared (%)", ylim=(-3, 105))
    queries = unit(rng.standard_normal((200, DIM)))
    share, found = ivf_curve(unit(rng.standard_normal((POINTS, DIM))), queries, rng)
    themes = unit(rng.standard_normal((400, DIM)))
    items, asks = (unit(themes[rng.integers(400, size=m)] + 0.12 * rng.standard_normal((m, DIM))) for m in (POINTS, 200))
    share_2, found_2 = ivf_curve(items, asks, rng)
    right.plot(100 * np.array(share_2), found_2, marker="o", label="clustered vectors")
    right.plot(100 * np.array(share), found, "--", marker="s", label="random directions")
    right.set(title="Inverted file, d = 32", xlabel="vectors scanned (%)", ylabel="recall@10", xscale="log", ylim=(0, 1.05))
    right.set_xticks([1, 3, 10, 30, 100], ["1", "3", "10", "30", "100"])
    right.legend(loc="lower right")
    return figure
