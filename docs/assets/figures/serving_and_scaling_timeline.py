"""A request on a millisecond ruler above the age of the offline artifacts that it reads."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, (online, offline) = plt.subplots(2, 1, figsize=(6, 5.6), height_ratios=[7, 5])
    lanes = [
        ("gateway, network", [(0, 15), (135, 15)], "C0"),
        ("feature fetch", [(15, 25)], "C1"),
        ("retrieval", [(40, 20)], "C2"),
        ("ranking of 500", [(60, 60)], "C3"),
        ("re-rank, rules", [(120, 15)], "C4"),
        ("slack", [(150, 50)], "0.75"),
    ]
    for row, (_, spans, color) in enumerate(lanes):
        online.broken_barh(spans, (row - 0.35, 0.7), color=color, hatch="//" if color == "0.75" else None)
        start, width = spans[-1]
        total = sum(part for _, part in spans)
        side = -3 if start >= 120 else width + 3
        online.text(start + side, row, f"{total} ms", va="center", ha="right" if side < 0 else "left", fontsize=11)
    online.axvline(200, color="0.4", linestyle="--")
    online.set_yticks(range(len(lanes)), [name for name, _, _ in lanes])
    online.set(xlabel="time since the request left the app (ms)", xlim=(0, 208), title="Online: p99 budget of 200 ms")
    online.invert_yaxis()

    minute, hour, day = 60, 3600, 86400
    jobs = [
        ("stream counters", 1, minute),
        ("delta service", minute, 10 * minute),
        ("batch features", hour, day),
        ("index rebuild", hour * 6, 2 * day),
        ("model training", day, 7 * day),
    ]
    for row, (_, low, high) in enumerate(jobs):
        offline.barh(row, high - low, left=low, height=0.7, color=f"C{row}")
    offline.set_xscale("log")
    offline.set_yticks(range(len(jobs)), [name for name, _, _ in jobs])
    offline.set_xticks([1, minute, hour, day, 7 * day], ["1 s", "1 min", "1 h", "1 day", "1 week"])
    offline.minorticks_off()
    offline.set(xlabel="typical age of what it delivers", title="Offline: how old the artifacts are")
    offline.invert_yaxis()
    return figure
