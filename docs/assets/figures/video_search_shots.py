"""Best-shot and mean-vector cosine of a video against its number of shots, simulated with random 256-d shots."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

COUNTS = [1, 2, 4, 8, 16, 32, 64, 128, 256]
MATCH = 0.35  # cosine between the query and the one matching shot
SHOTS = 25_600  # shots simulated a point, at least 200 videos


def cosines(count: int, match: float) -> tuple[float, float]:
    """Average best-shot and mean-vector cosine of videos with `count` shots, the first of which matches."""
    rng = np.random.default_rng(0)
    shots = rng.normal(size=(max(200, SHOTS // count), count, 256))
    shots /= np.linalg.norm(shots, axis=-1, keepdims=True)
    if match:
        first = shots[:, 0, 1:]
        first *= np.sqrt(1 - match**2) / np.linalg.norm(first, axis=-1, keepdims=True)
        shots[:, 0, 0] = match
    mean = shots.mean(1)
    return float(shots[..., 0].max(1).mean()), float((mean[:, 0] / np.linalg.norm(mean, axis=-1)).mean())


def draw() -> Figure:
    one = np.array([cosines(count, MATCH) for count in COUNTS])
    none = np.array([cosines(count, 0.0) for count in COUNTS])
    figure, axes = plt.subplots(figsize=(6, 3.6))
    axes.plot(COUNTS, one[:, 0], "-", label="one matching shot: best shot")
    axes.plot(COUNTS, one[:, 1], "--", label="one matching shot: mean vector")
    axes.plot(COUNTS, none[:, 0], ":", label="no matching shot: best shot", linewidth=2.5)
    axes.set_xscale("log", base=2)
    axes.set_xticks(COUNTS, [str(count) for count in COUNTS])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_ylim(-0.02, 0.54)
    axes.tick_params(labelsize=12)
    axes.set_xlabel("shots in the video (log scale)", fontsize=12)
    axes.set_ylabel("cosine with the query", fontsize=12)
    axes.legend(fontsize=11.5, loc="upper right")
    return figure
