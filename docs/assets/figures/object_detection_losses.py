"""Box losses while a 40-pixel square slides away from its target, and cross-entropy against focal loss."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    shift = np.linspace(0, 120, 121)
    side = 40.0
    inter = np.clip(side - shift, 0, None) * side
    union = 2 * side**2 - inter
    iou = inter / union
    hull = (side + shift) * side
    giou = iou - (hull - union) / hull
    diou = iou - shift**2 / ((side + shift) ** 2 + side**2)
    figure, (left, right) = plt.subplots(1, 2)
    left.plot(shift, 1 - iou, label="1 - IoU")
    left.plot(shift, 1 - giou, "--", label="1 - GIoU")
    left.plot(shift, 1 - diou, ":", linewidth=2.2, label="1 - DIoU")
    left.axvline(side, color="0.5", linewidth=0.8)
    left.set(title="Box loss, 40 px squares", xlabel="horizontal shift (px)", ylabel="loss")
    left.legend(loc="lower right")
    p = np.linspace(0.02, 1, 99)
    right.plot(p, -np.log(p), label="cross-entropy")
    right.plot(p, -((1 - p) ** 2) * np.log(p), "--", label="focal, gamma 2")
    right.set(title="Classification loss", xlabel="probability of the true class", ylabel="loss")
    right.legend()
    return figure
