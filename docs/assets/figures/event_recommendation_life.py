"""Registrations of two events over their 30 days, and the short window in which an id-based model could use them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    day = np.linspace(-30, 0, 601)
    on_sale, enough = -25, 30
    opening = np.where(day >= on_sale, 1 - np.exp(-(day - on_sale) / 2), 0)
    final = np.where(day >= on_sale, (np.exp(day / 6) - np.exp(on_sale / 6)) / (1 - np.exp(on_sale / 6)), 0)
    share = 0.25 * opening + 0.75 * final
    usable = day[np.argmax(60 * share >= enough)]
    figure, axes = plt.subplots(figsize=(6, 4.2))
    axes.axvspan(usable, 0, color="C0", alpha=0.12, linewidth=0)
    axes.axvspan(0, 7, color="0.5", alpha=0.2, linewidth=0)
    axes.plot(day, 60 * share, label="event with 60 registrations")
    axes.plot(day, 18 * share, "--", label="small event, 18 registrations")
    axes.axhline(enough, color="0.4", linestyle=":", linewidth=1.2)
    axes.text(-29.6, enough + 1, "30: its id says something", ha="left")
    axes.text((usable - 30) / 2, 56, "only content, place, time, host", ha="center")
    axes.text(usable / 2, 65, "id useful", ha="center")
    axes.text(3.5, 65, "over", ha="center")
    for x, height, text in [(-30, 20, "announced"), (on_sale, 11, "on sale")]:
        axes.plot([x, x], [0, height - 1], color="0.3", linewidth=1)
        axes.text(x, height, text, ha="left" if x == -30 else "center")
    axes.axvline(0, color="0.3", linewidth=1)
    axes.set(xlabel="days before the start", ylabel="registrations so far", xlim=(-31, 7), ylim=(-1, 70))
    axes.set_xticks([-30, -25, -20, -15, -10, -5, 0], ["30", "25", "20", "15", "10", "5", "start"])
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return figure
