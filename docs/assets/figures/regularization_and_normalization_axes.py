"""Cells of a batch-by-channel-by-space block over which batch, layer, instance and group norm average."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

CHANNELS, SPACE, BATCH = 4, 3, 4
SLANT = (0.5, 0.36)  # one step into the batch axis, in plot units
CHOSEN = {
    "Batch norm": lambda batch, channel: channel == 0,
    "Layer norm": lambda batch, channel: batch == 0,
    "Instance norm": lambda batch, channel: batch == 0 and channel == 0,
    "Group norm": lambda batch, channel: batch == 0 and channel < 2,
}


def cube(axes: plt.Axes, left: float, bottom: float, title: str) -> None:
    """One block: channels to the right, space upward, batch into the depth."""
    chosen = CHOSEN[title]

    def face(corners: list[tuple[float, float, float]], marked: bool) -> None:
        points = [(left + c + b * SLANT[0], bottom + s + b * SLANT[1]) for c, s, b in corners]
        axes.add_patch(
            Polygon(
                points,
                facecolor="C0" if marked else "none",
                edgecolor="0.3",
                linewidth=0.8,
                clip_on=False,
            )
        )

    for c in range(CHANNELS):
        for s in range(SPACE):
            face([(c, s, 0), (c + 1, s, 0), (c + 1, s + 1, 0), (c, s + 1, 0)], chosen(0, c))
        for b in range(BATCH):
            top = [(c, SPACE, b), (c + 1, SPACE, b), (c + 1, SPACE, b + 1), (c, SPACE, b + 1)]
            face(top, chosen(b, c))
    for b in range(BATCH):
        for s in range(SPACE):
            side = [(CHANNELS, s, b), (CHANNELS, s, b + 1), (CHANNELS, s + 1, b + 1), (CHANNELS, s + 1, b)]
            face(side, chosen(b, CHANNELS - 1))
    axes.text(left + 3, bottom + 4.75, title, ha="center", weight="bold")
    axes.text(left + CHANNELS / 2, bottom - 0.15, "channel", ha="center", va="top")
    axes.text(left - 0.15, bottom + SPACE / 2, "space", ha="right", va="center", rotation=90)
    axes.text(left + 5.1, bottom + 0.62, "batch", ha="left", va="top", rotation=36)


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6.4, 5.0))
    for number, title in enumerate(CHOSEN):
        cube(axes, left=8.2 * (number % 2), bottom=-6.9 * (number // 2), title=title)
    axes.set(xlim=(-0.8, 14.4), ylim=(-7.7, 5.3), aspect="equal")
    axes.axis("off")
    return figure
