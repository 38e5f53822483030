"""Two words of the example corpus under the same five BPE merges, one row of boxes for each merge."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

RULES = [("l", "o"), ("lo", "w"), ("s", "low"), ("e", "r"), ("slow", "er")]


def merge(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    out: list[str] = []
    for symbol in symbols:
        if out and (out[-1], symbol) == pair:
            out[-1] += symbol
        else:
            out.append(symbol)
    return out


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(5, 3.7))
    for left, word in ((0, "slower"), (6, "lower")):
        symbols = list(word)
        for row, rule in enumerate([None, *RULES]):
            new = merge(symbols, rule) if rule else symbols
            x = left + (1 if word == "lower" else 0)
            for symbol in new:
                fresh = rule is not None and symbol not in symbols
                box = plt.Rectangle(
                    (x + 0.06, -row - 0.36),
                    len(symbol) - 0.12,
                    0.72,
                    facecolor="C5" if fresh else "none",
                    edgecolor="C1" if fresh else "0.5",
                    linewidth=2.4 if fresh else 1.2,
                )
                axes.add_patch(box)
                axes.text(x + len(symbol) / 2, -row, symbol, ha="center", va="center", fontsize=13)
                x += len(symbol)
            symbols = new
        count = f"{len(symbols)} token" + ("s" if len(symbols) > 1 else "")
        axes.text(left + 3 + (0.5 if word == "lower" else 0), -6, count, ha="center", va="center", fontsize=12)
    for row, rule in enumerate([None, *RULES]):
        label = "letters" if rule is None else f"{row}: {rule[0]} + {rule[1]}"
        axes.text(-0.3, -row, label, ha="right", va="center", fontsize=12)
    axes.set(xlim=(-4.4, 12.2), ylim=(-6.5, 0.6))
    axes.axis("off")
    return figure
