"""Simpson's paradox in 700 kidney-stone treatments: success by stone size and pooled, areas proportional to cases."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

CASES = {"A": [(81, 87), (192, 263), (273, 350)], "B": [(234, 270), (55, 80), (289, 350)]}


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6.2, 3.4))
    for index, (name, cells) in enumerate(CASES.items()):
        rates = [100 * good / count for good, count in cells]
        places = [0, 1, 2.3]
        axes.plot(places[:2], rates[:2], "-" if index == 0 else "--", color=f"C{index}", linewidth=1)
        axes.scatter(places, rates, s=[count * 1.6 for _, count in cells], color=f"C{index}", alpha=0.55, linewidth=0, marker="os"[index])
        for place, rate in zip(places, rates, strict=True):
            above = (name == "A") == (place < 2)
            shift = (-12, -4) if place == 0 else (15, 6 if above else -13)
            axes.annotate(
                f"{name}: {rate:.0f} %",
                (place, rate),
                xytext=shift,
                textcoords="offset points",
                ha="right" if place == 0 else "left",
                color=f"C{index}",
            )
    axes.axvline(1.7, color="0.4", linewidth=0.8, linestyle=":")
    axes.set_xticks([0, 1, 2.3], ["small stones", "large stones", "pooled"])
    axes.set(ylabel="success, %", xlim=(-0.65, 2.95), ylim=(60, 100))
    return figure
