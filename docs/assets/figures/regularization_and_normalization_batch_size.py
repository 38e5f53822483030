"""Spread of the batch-normalized value of one fixed input while the rest of its batch varies, over the batch size."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    rng = np.random.default_rng(0)
    sizes = 2 ** np.arange(1, 9)
    spread = []
    for size in sizes:
        batch = np.concatenate([np.ones((8000, 1)), rng.normal(size=(8000, size - 1))], axis=1)
        spread.append(((1 - batch.mean(1)) / np.sqrt(batch.var(1) + 1e-5)).std())
    figure, axes = plt.subplots()
    axes.plot(sizes, spread, "o-", label="simulated: input 1, companions N(0, 1)")
    axes.plot(sizes, np.sqrt(1.5 / sizes), "--", label="large-batch rule: square root of 1.5 / B")
    axes.set_xscale("log", base=2)
    axes.set_xticks(sizes, [str(size) for size in sizes])
    axes.set(xlabel="batch size B (examples)", ylabel="standard deviation of output", ylim=(0, 0.95))
    axes.set_title("How much the companions move one output")
    axes.legend()
    return figure
