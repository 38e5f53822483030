"""Weight of a term over its count in the document, without idf: raw count, logarithm, and BM25 for two lengths."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

K1, B = 1.2, 0.75


def bm25(tf: np.ndarray, ratio: float) -> np.ndarray:
    return tf * (K1 + 1) / (tf + K1 * (1 - B + B * ratio))


def draw() -> Figure:
    tf = np.linspace(0, 10, 201)
    logged = tf[tf >= 1]
    figure, axes = plt.subplots(figsize=(6, 3.6))
    axes.plot(tf[tf <= 4.2], tf[tf <= 4.2], label="raw count")
    axes.plot(logged, 1 + np.log(logged), "--", label="1 + ln(count)")
    axes.plot(tf, bm25(tf, 0.5), ":", label="BM25, half the average length")
    axes.plot(tf, bm25(tf, 1.0), "-.", label="BM25, average length")
    axes.plot(tf, bm25(tf, 4.0), linestyle=(0, (8, 2)), label="BM25, four times the average")
    axes.axhline(K1 + 1, color="0.4", linewidth=0.8)
    axes.annotate("limit k1 + 1 = 2.2", (10, K1 + 1.05), ha="right", va="bottom")
    axes.set(xlabel="count of the term in the document", ylabel="weight (factor on idf)", ylim=(0, 6.2), xlim=(0, 10))
    axes.legend(loc="upper center", ncols=2, fontsize=10, columnspacing=1.0, handlelength=2.2)
    return figure
