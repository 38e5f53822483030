"""Where things are in the repository. In: nothing. Out: absolute paths."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NOTEBOOKS = ROOT / "notebooks"
FIGURES = DOCS / "assets" / "figures"
NODE_MODULES = ROOT / "node_modules"
KATEX = NODE_MODULES / "katex"
MACROS = DOCS / "assets" / "katex-macros.json"
CACHE = ROOT / ".cache"
