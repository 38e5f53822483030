"""Roofline of two GPUs: attainable TFLOP/s over arithmetic intensity, with decoding, prefill and training."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator


def draw() -> Figure:
    intensity = np.geomspace(0.5, 5000, 300)
    figure, axes = plt.subplots(figsize=(6, 4.2))
    for name, peak, bandwidth, style in (("H100 SXM", 989, 3.35, "-"), ("A100 SXM", 312, 2.04, "--")):
        axes.plot(intensity, np.minimum(peak, bandwidth * intensity), style, label=name)
    axes.axvline(989 / 3.35, color="0.4", linewidth=0.8, linestyle=":")
    axes.annotate("ridge 295", (295, 1.2), xytext=(330, 1.25), fontsize=11)
    width = 4096
    for tokens, name, where in (
        (1, "decode, batch 1", (1.7, 1.75)),
        (64, "decode, batch 64", (4.2, 330)),
        (2048, "prefill", (640, 1300)),
        (16384, "training", (1450, 560)),
    ):
        x = tokens / (1 + 2 * tokens / width)
        axes.plot(x, min(989, 3.35 * x), "o", color="0.25")
        axes.annotate(name, (x, min(989, 3.35 * x)), xytext=where, fontsize=11)
    axes.plot(8, 3.35 * 8, "s", color="0.25")
    axes.annotate("cache, 8 queries\nper key", (8, 26.8), xytext=(10.5, 11), fontsize=11)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_ylim(1, 2500)
    axes.xaxis.set_major_locator(FixedLocator([1, 10, 100, 1000]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xticklabels(["1", "10", "100", "1,000"])
    axes.yaxis.set_major_locator(FixedLocator([1, 10, 100, 1000]))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.set_yticklabels(["1", "10", "100", "1,000"])
    axes.set_xlabel("arithmetic intensity (FLOP per byte)", fontsize=12)
    axes.set_ylabel("attainable TFLOP/s, BF16", fontsize=12)
    axes.tick_params(labelsize=11)
    axes.legend(fontsize=11, loc="upper left")
    return figure
