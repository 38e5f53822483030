"""The clipped objective of PPO over the probability ratio, for a good and for a bad action."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def objective(ratio: np.ndarray, advantage: float, epsilon: float = 0.2) -> np.ndarray:
    """min(ratio A, clip(ratio) A), elementwise."""
    return np.minimum(ratio * advantage, np.clip(ratio, 1 - epsilon, 1 + epsilon) * advantage)


def draw() -> Figure:
    ratio = np.array([0.2, 0.8, 1.2, 1.8])
    figure, axes = plt.subplots(figsize=(6.2, 4.2))
    axes.axvspan(0.8, 1.2, color="0.5", alpha=0.15, linewidth=0)
    axes.axhline(0, color="0.5", linewidth=0.8)
    axes.plot(ratio, objective(ratio, 1.0), "C0-", label="good action, A = +1")
    axes.plot(ratio, objective(ratio, -1.0), "C1--", label="bad action, A = -1")
    for point, advantage, text, shift in (
        (0.5, 1, "0.5: pushed up", (4, -16)),
        (1.5, 1, "1.2: flat, no gradient", (-70, 10)),
        (0.5, -1, "-0.8: flat, no gradient", (-52, 12)),
        (1.5, -1, "-1.5: pushed down", (-112, -14)),
    ):
        value = float(objective(np.array(point), advantage))
        axes.plot(point, value, "o", color="C0" if advantage > 0 else "C1", markersize=7)
        axes.annotate(text, (point, value), xytext=shift, textcoords="offset points", fontsize=11)
    axes.set(xlabel="ratio: new over old probability of the action", ylabel="clipped objective (to maximize)", ylim=(-1.95, 2.05))
    axes.legend(loc="upper left", fontsize=11)
    return figure
