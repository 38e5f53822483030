"""Users and films as vectors of a two-dimensional factorization, fitted by alternating least squares."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

USERS = ["Ana", "Ben", "Cy", "Dee"]
FILMS = ["Chase", "Heist", "Wedding", "Letters", "Space"]
RATINGS = np.array([[5, 5, 1, 0, 4], [4, 0, 2, 2, 5], [1, 2, 5, 4, 0], [3, 0, 0, 5, 1]], dtype=float)


def half_step(ratings: np.ndarray, seen: np.ndarray, fixed: np.ndarray, penalty: float) -> np.ndarray:
    rows = []
    for values, mask in zip(ratings, seen, strict=True):
        factors = fixed[mask]
        gram = factors.T @ factors + penalty * np.eye(fixed.shape[1])
        rows.append(np.linalg.solve(gram, factors.T @ values[mask]))
    return np.array(rows)


def draw() -> Figure:
    seen = RATINGS > 0
    centered = RATINGS - RATINGS[seen].mean()
    items = np.random.default_rng(0).normal(size=(len(FILMS), 2))
    for _ in range(200):
        users = half_step(centered, seen, items, 0.3)
        items = half_step(centered.T, seen.T, users, 0.3)
    figure, axis = plt.subplots(figsize=(6, 4.4))
    for name, (x, y) in zip(USERS, users, strict=True):
        axis.annotate("", (x, y), (0, 0), arrowprops={"arrowstyle": "-|>", "color": "C0", "linewidth": 2, "shrinkB": 0})
        axis.text(1.12 * x, 1.12 * y, name, color="C0", ha="center", va="center", fontsize=13)
    axis.plot(*items.T, "D", color="C1", markersize=8)
    for name, (x, y) in zip(FILMS, items, strict=True):
        left = name == "Heist"  # keeps the label off an arrow
        axis.text(x - 0.1 * left, y + 0.1 * (not left), name, color="C1", fontsize=13)
        axis.texts[-1].set(ha="right" if left else "center", va="center" if left else "bottom")
    axis.axhline(0, color="0.5", linewidth=0.8)
    axis.axvline(0, color="0.5", linewidth=0.8)
    axis.set(xlabel="first factor", ylabel="second factor", aspect="equal", xlim=(-1.9, 1.9), ylim=(-1.6, 1.75))
    return figure
