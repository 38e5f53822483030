"""One painted street scene as boxes, semantic, instance and panoptic output."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

ROWS, COLUMNS = 90, 120
SKY, HOUSES, ROAD = "#bfe0f2", "#d9c7a8", "#8d949c"
CAR, PERSON, NOTHING = "#3b6fb6", "#c8553d", "#ffffff"
CAR_1, CAR_2, PERSON_1 = "#3b6fb6", "#e0a526", "#c8553d"


def masks() -> dict[str, np.ndarray]:
    """Boolean masks (ROWS, COLUMNS); car 1 hides a part of car 2."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS].astype(float)

    def box(left: float, top: float, right: float, bottom: float) -> np.ndarray:
        return (x >= left) & (x < right) & (y >= top) & (y < bottom)

    def disk(cx: float, cy: float, r: float) -> np.ndarray:
        return (x - cx) ** 2 + (y - cy) ** 2 < r**2

    def car(left: float, top: float) -> np.ndarray:
        cabin = (y >= top) & (y < top + 12) & (np.abs(x - left - 24) < 9 + 0.7 * (y - top))
        wheels = disk(left + 12, top + 25, 5.5) | disk(left + 37, top + 25, 5.5)
        return cabin | box(left, top + 11, left + 50, top + 25) | wheels

    front = car(8, 52)
    person = disk(101, 40, 4.5) | box(96, 45, 106, 63) | box(96, 63, 100, 78) | box(102, 63, 106, 78)
    road = y >= 58
    houses = ~road & ((box(0, 22, 34, 90)) | box(34, 12, 66, 90) | box(80, 26, 120, 90))
    return {"road": road, "houses": houses, "car 2": car(44, 43) & ~front, "car 1": front, "person 1": person}


def paint(colors: dict[str, str], ground: str) -> np.ndarray:
    """Colors (ROWS, COLUMNS, 3) in 0..1; masks without a color keep the ground."""
    canvas = np.empty((ROWS, COLUMNS, 3))
    canvas[:] = [int(ground[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    for name, mask in masks().items():
        if name in colors:
            canvas[mask] = [int(colors[name][i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return canvas


def draw() -> Figure:
    stuff = {"road": ROAD, "houses": HOUSES}
    by_class = {"car 1": CAR, "car 2": CAR, "person 1": PERSON}
    by_object = {"car 1": CAR_1, "car 2": CAR_2, "person 1": PERSON_1}
    pale = {"road": "#d3d6da", "houses": "#ece5d8", "car 1": "#aab4bf", "car 2": "#bcc5cf", "person 1": "#c3b3ad"}
    places = {"car 1": (33, 70), "car 2": (76, 61), "person 1": (101, 84)}
    names = {"sky": (16, 9), "houses": (50, 30), "road": (62, 84)}
    panels = [
        ("boxes", pale, "#eef3f6", {}),
        ("semantic", stuff | by_class, SKY, names | {"car": (52, 66), "person": (101, 84)}),
        ("instance", by_object, NOTHING, places | {"no label": (50, 20)}),
        ("panoptic", stuff | by_object, SKY, names | places),
    ]
    figure, axes = plt.subplots(2, 2, figsize=(6, 5.4))
    for axis, (title, colors, ground, labels) in zip(axes.flat, panels, strict=True):
        axis.imshow(paint(colors, ground), interpolation="none")
        for text, (x, y) in labels.items():
            dark = text in ("car", "car 1")
            axis.text(x, y, text, ha="center", va="center", fontsize=12, color="#ffffff" if dark else "#111111")
        if title == "boxes":
            for name, (x, y) in {"car 1": (9, 47), "car 2": (58, 38), "person 1": (83, 30)}.items():
                whole = masks()[name]
                row, column = np.nonzero(whole)
                left = 44 if name == "car 2" else column.min()
                corner = (left - 1, row.min() - 1)
                width, height = column.max() - left + 2, row.max() - row.min() + 2
                axis.add_patch(Rectangle(corner, width, height, fill=False, linewidth=2.2, edgecolor="#111111"))
                axis.text(x, y, name.split()[0], ha="left", va="center", fontsize=12, color="#111111")
        axis.set_title(title, fontsize=14)
        axis.set(xticks=[], yticks=[])
        axis.grid(False)
        axis.spines[:].set_visible(True)
    return figure
