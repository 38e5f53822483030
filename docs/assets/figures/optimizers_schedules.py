"""Learning-rate schedules over 1,000 steps, and a cosine whose period does not fit the run."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    t = np.arange(0, 1001, 10)
    ramp = np.minimum(1.0, t / 50)
    cosine = 0.1 + 0.45 * (1 + np.cos(np.pi * np.clip((t - 50) / 950, 0, 1)))
    figure, (left, right) = plt.subplots(1, 2, sharey=True)
    left.plot(t, np.where(t < 50, ramp, cosine), label="warm-up, cosine")
    left.plot(t, np.where(t < 800, ramp, 1 - (t - 800) / 200), "--", label="WSD")
    left.plot(t, 0.1 ** (t // 400), ":", label="step")
    left.set(title="Planned for 1,000 steps", xlabel="step", ylabel="rate / peak rate", ylim=(-0.03, 1.42))
    left.legend(loc="upper right", fontsize=10)
    s = np.arange(0, 201, 2)
    right.plot(s, 0.5 * (1 + np.cos(np.pi * s / 100)), label="T_max = 100")
    right.plot(s, 0.5 * (1 + np.cos(np.pi * s / 200)), "--", label="T_max = 200")
    right.axvline(100, color="0.4", linewidth=0.8, linestyle=":")
    right.set(title="Cosine, run of 200 steps", xlabel="step")
    right.legend(loc="upper center", fontsize=10)
    return figure
