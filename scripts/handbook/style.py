"""One look for all figures. In: nothing. Out: Matplotlib settings, the same as in the notebooks.

Dark ink on a transparent ground, color-blind-safe colors (Okabe and Ito, 2008), text kept as text; the site's dark
palette inverts the lightness of pictures, so one file serves both palettes.
"""

from __future__ import annotations

import matplotlib
from cycler import cycler

BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW = "#0072B2", "#D55E00", "#009E73", "#AA4499", "#56B4E9", "#E69F00"
INK, PALE = "#1f2328", "#d0d7de"


def use() -> None:
    """Set the handbook's look for every figure drawn after this call."""
    matplotlib.use("Agg")
    matplotlib.rcParams.update(
        {
            "figure.figsize": (7.2, 3.4),
            "figure.constrained_layout.use": True,
            "figure.facecolor": "none",
            "axes.facecolor": "none",
            "savefig.facecolor": "none",
            "axes.prop_cycle": cycler(color=[BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW]),
            "axes.edgecolor": INK,
            "axes.labelcolor": INK,
            "axes.titlesize": 11,
            "axes.titlecolor": INK,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": PALE,
            "grid.linewidth": 0.6,
            "text.color": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "font.size": 11,
            "font.family": "sans-serif",
            "legend.frameon": False,
            "lines.linewidth": 2,
            "svg.fonttype": "none",
            "svg.hashsalt": "handbook",
        }
    )
