"""Four intervals over time and, below, how many of them are open at once."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    jobs = [(1, 5), (2, 6), (4, 8), (7, 9)]
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.4, 3.6), sharex=True, height_ratios=(1.2, 1))
    for row, (start, end) in enumerate(jobs):
        top.barh(row, end - start, left=start, height=0.55, color=f"C{row}", alpha=0.5, edgecolor="0.4")
        top.text((start + end) / 2, row, f"[{start}, {end}]", ha="center", va="center")
    top.set(yticks=[], ylabel="jobs")
    top.invert_yaxis()
    events = sorted([(start, 1) for start, _ in jobs] + [(end, -1) for _, end in jobs])
    times, counts = [0], [0]
    for time, step in events:
        times.append(time)
        counts.append(counts[-1] + step)
    bottom.step([*times, 10], [*counts, 0], where="post", color="C0")
    bottom.plot([4, 5], [3, 3], "s--", color="C1", linewidth=3, markersize=5)
    bottom.text(5.15, 3.0, "maximum: 3", va="center")
    bottom.set(xlabel="time", ylabel="open at once", yticks=range(4), ylim=(0, 3.5), xlim=(0, 10), xticks=range(11))
    return figure
