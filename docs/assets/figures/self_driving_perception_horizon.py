"""Seconds from an alarm to standstill and least warning by speed and road, with horizons of one and three seconds."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 3.9))
    cases = [("30 km/h, dry", 30, 7), ("50 km/h, dry", 50, 7), ("50 km/h, wet", 50, 4), ("70 km/h, dry", 70, 7)]
    for row, (_, kmh, braking) in enumerate(cases):
        seconds = kmh / 3.6 / braking
        axes.barh(row, 0.5, left=-0.5, height=0.5, color="0.6", alpha=0.5, label="observe" if row == 0 else None)
        axes.barh(row, 0.3, height=0.5, color="C1", hatch="//", label="latency" if row == 0 else None)
        axes.barh(row, seconds, left=0.3, height=0.5, color="C0", label="brake" if row == 0 else None)
        axes.plot(
            0.3 + seconds / 2,
            row,
            marker="D",
            markersize=9,
            linestyle="none",
            color="white",
            markeredgecolor="0.1",
            markeredgewidth=1.5,
            label="least warning" if row == 0 else None,
        )
        axes.text(0.3 + seconds + 0.06, row, f"{0.3 + seconds:.1f} s", va="center")
    for x, style in [(1, ":"), (3, "--")]:
        axes.axvline(x, color="0.2", linestyle=style, linewidth=1.5)
        axes.text(x + 0.06, -0.42, f"horizon {x} s", ha="left", va="bottom")
    axes.set(xlabel="seconds after the alarm", xlim=(-0.6, 4.6), ylim=(3.45, -0.75))
    axes.set_yticks(range(4), [name for name, _, _ in cases])
    axes.grid(visible=False)
    axes.legend(loc="upper center", bbox_to_anchor=(0.4, 1.28), ncols=2, frameon=False)
    return figure
