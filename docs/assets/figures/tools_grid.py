"""Grid of roles: tools in use in bold, and names that an older resume may hold, struck through, as of 2026."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

ROWS = (
    ("deep learning", "PyTorch, JAX, Keras 3", ("MXNet",)),
    ("augmentation", "torchvision v2, Kornia", ("Albumentations",)),
    ("AutoML", "AutoGluon, FLAML", ("auto-sklearn",)),
    ("graphs", "GraphFrames", ("Giraph", "GraphX")),
    ("orchestration", "Airflow 3, Prefect", ("Airflow 2",)),
    ("tracking", "MLflow, W&B", ("Neptune",)),
    ("features", "Feast, cloud stores", ()),
    ("serving", "Triton, KServe, vLLM", ("TorchServe", "TGI")),
    ("service mesh", "Istio, Linkerd", ("App Mesh",)),
    ("monitoring", "Prometheus, Evidently", ()),
)


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6, 4.6))
    axes.set(xlim=(0, 10), ylim=(len(ROWS) - 0.4, -1.4))
    axes.axis("off")
    figure.draw_without_rendering()  # the layout decides how wide a name is
    renderer = figure.canvas.get_renderer()
    for x, head in ((0, "role"), (2.4, "in use, 2026"), (6.7, "retired, stale, frozen")):
        axes.text(x, -0.9, head, fontsize=11, color="C0", va="center")
    for y, (role, active, retired) in enumerate(ROWS):
        axes.axhline(y - 0.5, color="0.75", linewidth=0.8)
        axes.text(0, y, role, fontsize=11, va="center")
        axes.text(2.4, y, active, fontsize=11, fontweight="bold", va="center")
        x = 6.7
        for name in retired:
            text = axes.text(x, y, name, fontsize=11, va="center")
            end = axes.transData.inverted().transform(text.get_window_extent(renderer))[1, 0]
            axes.plot((x, end), (y, y), color="C1", linewidth=1.5)
            x = end + 0.35
    return figure
