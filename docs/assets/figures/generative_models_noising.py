"""One handwritten digit under the DDPM forward process: a strip of its noised versions at four times."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_digits


def draw() -> Figure:
    rng = np.random.default_rng(0)
    image = load_digits().images[0]
    image = (image - image.mean()) / image.std()
    alpha_bar = np.r_[1.0, np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))]
    noise = rng.normal(size=image.shape)
    figure, axis = plt.subplots(figsize=(6.0, 2.2))
    labels = []
    for i, t in enumerate((0, 250, 500, 1000)):
        signal, level = np.sqrt(alpha_bar[t]), np.sqrt(1 - alpha_bar[t])
        extent = (9 * i, 9 * i + 8, 0, 8)
        axis.imshow(signal * image + level * noise, cmap="gray_r", vmin=-2.5, vmax=2.5, extent=extent)
        labels.append(f"t = {t}\nsignal {signal:.2f}\nnoise {level:.2f}")
    axis.set(xlim=(0, 35), ylim=(0, 8), yticks=[], xticks=[4, 13, 22, 31], xticklabels=labels)
    axis.tick_params(length=0)
    axis.grid(False)
    for side in axis.spines.values():
        side.set_visible(False)
    return figure
