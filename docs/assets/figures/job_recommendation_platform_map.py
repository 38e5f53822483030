"""The job platform on one page: request path, stores, batch and build lanes, monitoring beside them."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

LEFT, STEP, WIDTH, HEIGHT = 0.1, 1.66, 1.5, 0.62
LANES = {
    "Request path (numbers: order)": (
        9.35,
        "C0",
        [
            ["1 App, browser", "2 API gateway", "3 Feed service"],
            ["6 Ranker\n(KServe)", "5 Feature\nfetch", "4 Retrieval:\nANN + rules"],
            ["7 Re-rank:\ncaps, fairness", "8 Response", "9 Event\nstream"],
        ],
    ),
    "Stores, read by 4 to 7": (
        6.55,
        "C1",
        [
            ["Member DB,\njob DB", "Delta\nservice", "Object\nstorage"],
            ["Feature\nstore", "Vector index,\nlive set", "Model DB:\nbase, test"],
        ],
    ),
    "Batch, fills the stores": (
        4.55,
        "C2",
        [
            ["Spark,\nSnowflake", "Feature gen.\n(GPU)", "Label\njoin"],
            ["Index\nbuilder", "Validator", "Trainer"],
        ],
    ),
    "Build, runs the batch steps": (2.55, "C3", [["GitHub,\ntests", "Docker\nimage", "Jenkins,\nKubeflow"]]),
}
ARROWS = [
    ((1.6, 9), (1.76, 9)), ((3.26, 9), (3.42, 9)), ((4.17, 8.69), (4.17, 8.51)),
    ((3.42, 8.2), (3.26, 8.2)), ((1.76, 8.2), (1.6, 8.2)), ((0.85, 7.89), (0.85, 7.71)),
    ((1.6, 7.4), (1.76, 7.4)), ((3.26, 7.4), (3.42, 7.4)), ((1.6, 6.2), (1.76, 6.2)),
    ((2.51, 5.89), (2.51, 5.71)), ((2, 5.89), (1.4, 5.71)), ((1.6, 4.2), (1.76, 4.2)),
    ((4.17, 3.89), (4.17, 3.71)), ((3.42, 3.4), (3.26, 3.4)),
    ((1.6, 2.2), (1.76, 2.2)), ((3.26, 2.2), (3.42, 2.2)),
]  # fmt: skip


def box(axis: plt.Axes, x: float, y: float, width: float, height: float, text: str, color: str) -> None:
    shape = FancyBboxPatch((x, y), width, height, boxstyle="round,pad=0,rounding_size=0.08", fill=False)
    shape.set(edgecolor=color, linewidth=1.6)
    axis.add_patch(shape)
    axis.text(x + width / 2, y + height / 2, text, ha="center", va="center", fontsize=11, linespacing=1.1)


def draw() -> Figure:
    figure, axis = plt.subplots(figsize=(6, 7.4))
    for title, (top, color, rows) in LANES.items():
        axis.text(LEFT, top + 0.12, title, fontsize=12, weight="bold", va="bottom")
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                y = top - 0.04 - HEIGHT - 0.8 * row
                box(axis, LEFT + STEP * column, y, WIDTH, HEIGHT, name, color)
    for start, end in ARROWS:
        axis.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "0.4"})
    side = "Prometheus\ncollects\n\nGrafana\nshows\n\nalerts:\nSLOs,\nfreshness,\nskew,\naudit"
    axis.text(5.2, 9.47, "Monitoring", fontsize=12, weight="bold", va="bottom")
    box(axis, 5.2, 1.89, 1.3, 7.42, side, "0.4")
    axis.set(xlim=(0, 6.6), ylim=(1.8, 9.8))
    axis.axis("off")
    return figure
