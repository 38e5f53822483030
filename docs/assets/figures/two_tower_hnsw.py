"""HNSW search: greedy descent through two sparse layers, then a local search in the full graph of layer 0."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

SIZES = (40, 12, 4)
SEED = 1661
QUERY = np.array([0.88, 0.35])


def project(points: np.ndarray, layer: int) -> np.ndarray:
    """Points (m, 2) of the unit square -> (m, 2) on a slanted plane at the layer's height."""
    return np.column_stack([points[:, 0] * 2.5 + points[:, 1] * 0.9, points[:, 1] * 0.66 + layer * 0.85])


def search(seed: int) -> tuple[np.ndarray, list[list[tuple[int, int]]], list[list[int]]]:
    """Points (m, 2); links and greedily visited nodes of each layer. Layer l holds the first SIZES[l] points."""
    points = np.random.default_rng(seed).uniform(0.05, 0.95, (SIZES[0], 2))
    to_query = np.linalg.norm(points - QUERY, axis=1)
    here, links, visited = int(points[: SIZES[2], 0].argmin()), [[], [], []], [[], [], []]
    for layer in (2, 1, 0):
        nodes = np.arange(SIZES[layer])
        gaps = np.linalg.norm(points[nodes, None] - points[None, nodes], axis=-1)
        near = np.argsort(gaps, axis=1)[:, 1 : (4 if layer == 0 else 3)]
        links[layer] = sorted({(min(a, b), max(a, b)) for a in nodes.tolist() for b in near[a].tolist()})
        visited[layer] = [here]
        while True:
            best = min((a + b - here for a, b in links[layer] if here in (a, b)), key=lambda node: to_query[node])
            if to_query[best] >= to_query[here]:
                break
            here = best
            visited[layer].append(here)
    return points, links, visited


def draw() -> Figure:
    points, links, visited = search(SEED)
    figure, axis = plt.subplots(figsize=(7.2, 4.0))
    last = None
    for layer in (2, 1, 0):
        flat = project(points, layer)
        plane = project(np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0.0]]), layer)
        axis.plot(*plane.T, color="0.6", linewidth=0.8)
        axis.text(plane[0, 0] - 0.06, plane[0, 1] + 0.05, f"layer {layer}", ha="right", fontsize=11)
        for pair in links[layer]:
            axis.plot(*flat[list(pair)].T, color="0.72", linewidth=0.7, zorder=1)
        axis.scatter(*flat[: SIZES[layer]].T, s=16, color="#0072B2", zorder=3)
        route = flat[visited[layer]]
        if last is not None:
            axis.plot(*np.array([last, route[0]]).T, ":", color="#D55E00", zorder=4)
        for start, end in zip(route[:-1], route[1:], strict=True):
            axis.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": "#D55E00", "lw": 2}, zorder=4)
        if layer == 2:
            axis.scatter(*route[0], s=60, marker="s", color="#D55E00", zorder=5)
            axis.annotate("entry point", route[0], xytext=(-8, 8), textcoords="offset points", ha="right")
        last = route[-1]
    spot = project(QUERY[None], 0)[0]
    axis.scatter(*spot, s=130, marker="*", color="#009E73", zorder=5)
    axis.annotate("query", spot, xytext=(8, -14), textcoords="offset points")
    axis.axis("off")
    return figure
