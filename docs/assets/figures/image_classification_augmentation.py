"""One small picture of a cat under seven augmentations, and a digit whose label a rotation destroys."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

SIDE, FINE = 80, 320  # pixels of a tile, and of the canvas on which it is painted


def paint(shapes: list[tuple[np.ndarray, str]]) -> np.ndarray:
    """Colors (FINE, FINE, 3) in 0..1 from masks (FINE, FINE), painted in order."""
    canvas = np.zeros((FINE, FINE, 3))
    for mask, color in shapes:
        canvas[mask] = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return canvas


def subjects() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A cat, a house and the digit 6."""
    y, x = np.mgrid[0:FINE, 0:FINE] / FINE

    def disk(cx: float, cy: float, rx: float, ry: float) -> np.ndarray:
        return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1

    def box(cx: float, cy: float, rx: float, ry: float) -> np.ndarray:
        return (np.abs(x - cx) < rx) & (np.abs(y - cy) < ry)

    def ear(cx: float) -> np.ndarray:
        return (y > 0.12 + 2.2 * np.abs(x - cx)) & (y < 0.45)

    ground = (x >= 0, "#bfe0f2"), (y > 0.68, "#7fb069")
    fur, dark, white, red = "#e8954a", "#1f2328", "#ffffff", "#8c2f39"
    cat = [
        *ground, (disk(0.12, 0.14, 0.09, 0.09), "#f4d35e"), (disk(0.52, 0.95, 0.3, 0.3), "#d98032"),
        (ear(0.36), "#d98032"), (ear(0.68), "#d98032"), (disk(0.52, 0.5, 0.27, 0.24), fur),
        (disk(0.42, 0.45, 0.05, 0.06), white), (disk(0.62, 0.45, 0.05, 0.06), white),
        (disk(0.42, 0.46, 0.022, 0.05), dark), (disk(0.62, 0.46, 0.022, 0.05), dark),
        (disk(0.52, 0.57, 0.035, 0.025), red), (disk(0.52, 0.65, 0.09, 0.014), red),
    ]  # fmt: skip
    house = [
        *ground, ((y > 0.14 + 0.8 * np.abs(x - 0.5)) & (y < 0.46), red), (box(0.5, 0.645, 0.31, 0.205), "#f3ead7"),
        (box(0.5, 0.725, 0.08, 0.125), "#5a3e2b"), (box(0.3, 0.57, 0.06, 0.07), "#4a7fb5"),
        (box(0.7, 0.57, 0.06, 0.07), "#4a7fb5"),
    ]  # fmt: skip
    ring = disk(0.5, 0.64, 0.2, 0.22) & ~disk(0.5, 0.64, 0.11, 0.13)
    stem = disk(0.68, 0.6, 0.38, 0.47) & ~disk(0.68, 0.6, 0.29, 0.4) & (x < 0.62) & (y < 0.66)
    return paint(cat), paint(house), paint([(x >= 0, white), (ring | stem, dark)])


def sample(image: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Nearest pixel at float positions; outside the picture the border repeats."""
    low = np.clip(np.rint(rows).astype(int), 0, FINE - 1)
    return image[low, np.clip(np.rint(columns).astype(int), 0, FINE - 1)]


def draw() -> Figure:
    cat, house, six = subjects()
    i, j = np.mgrid[0:FINE, 0:FINE].astype(float)
    turn, center = np.deg2rad(15), (FINE - 1) / 2
    rows = center + np.cos(turn) * (i - center) - np.sin(turn) * (j - center)
    columns = center + np.sin(turn) * (i - center) + np.cos(turn) * (j - center)
    jittered = np.clip(0.35 + 0.75 * (cat[:, :, [0, 2, 1]] - 0.5), 0, 1)
    cutout, pasted = cat.copy(), cat.copy()
    cutout[120:220, 45:145] = 0.5
    top, left = 160, 204
    pasted[top:, left:] = house[top:, left:]
    kept = 1 - (FINE - top) * (FINE - left) / FINE**2
    pictures = [
        (cat, "original\ncat"), (cat[:, ::-1], "flip\ncat"),
        (sample(cat, 25 + 0.7 * i, 73 + 0.7 * j), "crop, resize\ncat"), (sample(cat, rows, columns), "rotate 15°\ncat"),
        (jittered, "color jitter\ncat"), (cutout, "Cutout\ncat"),
        (0.7 * cat + 0.3 * house, "MixUp, λ = 0.7\n0.7 cat, 0.3 house"),
        (pasted, f"CutMix, λ = {kept:.2f}\n{kept:.2f} cat, {1 - kept:.2f} house"),
        (six[::-1, ::-1], "6 turned by 180°\n6? no: it is a 9"),
    ]  # fmt: skip
    figure, axes = plt.subplots(3, 3, figsize=(6, 7.3))
    for axis, (picture, text) in zip(axes.flat, pictures, strict=True):
        tile = picture.reshape(SIDE, FINE // SIDE, SIDE, FINE // SIDE, 3).mean(axis=(1, 3))
        axis.imshow(np.rint(tile * 20) / 20, interpolation="none")
        axis.set_xlabel(text, fontsize=13)
        axis.set(xticks=[], yticks=[])
        axis.grid(False)
        axis.spines[:].set_visible(False)
    for corner in (0, SIDE - 1):
        axes[2, 2].plot([0, SIDE - 1], [corner, SIDE - 1 - corner], color="C1", linewidth=4)
    return figure
