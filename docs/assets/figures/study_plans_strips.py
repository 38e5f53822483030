"""Hours of the three study plans, a row for each day or week, one color and letter for each module, diamonds for mocks."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

COLORS = {"B": "C0", "D": "C1", "A": "C2", "C": "C3", "S": "C4", "P": "C5", "R": "0.75", "M": "0.92"}
NAMES = {
    "B": "ML breadth",
    "D": "deep learning, LLMs",
    "A": "applied domain",
    "C": "coding",
    "S": "system design",
    "P": "projects, stories",
    "R": "review",
    "M": "mock",
}
WEEK = "C2.25 S0.75 P0.5 R1"
PLANS = [
    ("5 days", ["B2 D2", "D4", "A4", "S8", "M4 R3 P1"]),
    (
        "2 weeks",
        ["B1.5 C1"] * 4
        + ["D1.5 C1", "D1.5 A1.5 C1 M1", "S2.5 C1 P1 R0.5", "S1.5 C1", "P1.5 C1", "S2.5", "B1.5 M1", "P1.5 C1"]
        + ["S1 R2 M2", "P1.5 R2 M1.5"],
    ),
    ("6 weeks", [f"{focus} {WEEK}" for focus in ["B5.5", "B5.5", "D4.5 M1", "A4.5 B1", "S4.5 M1", "M3 P1 R1.5"]]),
]


def middle(letter: str) -> Path:
    """The outline of a letter around the origin, to serve as a marker: each letter is stored once."""
    path = TextPath((0, 0), letter, size=10)
    box = path.get_extents()
    return path.transformed(Affine2D().translate(-(box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2))


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 7.4))
    places, labels, y = [], [], 0.0
    bars: dict[str, list[tuple[float, float, float]]] = {letter: [] for letter in NAMES}
    for name, rows in PLANS:
        axes.text(-0.1, y, name, fontweight="bold", va="center", ha="right")
        for number, row in enumerate(rows, 1):
            y += 1
            places.append(y)
            labels.append(f"{'week' if name == '6 weeks' else 'day'} {number}")
            left = 0.0
            for part in row.split():
                letter, hours = part[0], float(part[1:])
                bars[letter].append((left, hours, y))
                left += hours
        y += 1.6
    for letter, spots in bars.items():
        boxes = [Path.unit_rectangle().transformed(Affine2D().scale(w - 0.03, 0.82).translate(x, at - 0.41)) for x, w, at in spots]
        axes.add_patch(PathPatch(Path.make_compound_path(*boxes), color=COLORS[letter], linewidth=0))
        x, height = [x + w / 2 for x, w, _ in spots], [at for _, _, at in spots]
        marker, size = ("D", 6) if letter == "M" else (middle(letter), 8)
        axes.plot(x, height, linestyle="", marker=marker, markersize=size, color="black", markeredgewidth=0.3)
    axes.set(xlabel="hours of the day or week", xlim=(0, 10.2), xticks=range(0, 11, 2), ylim=(places[-1] + 0.7, -0.7))
    axes.set_yticks(places, labels)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", visible=False)
    handles = [Patch(color=COLORS[k], label=f"{k}  {v}") for k, v in NAMES.items() if k != "M"]
    handles.append(plt.Line2D([], [], marker="D", color="0.1", linestyle="", markersize=6, label="mock with debrief"))
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    return figure
