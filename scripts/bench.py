"""Time the build. In: the content. Out: seconds of a cold build with and without math, and their ratio, in one run.

Usage: python scripts/bench.py [--runs N]

Both trees are copies: one as it is, one with every formula replaced by a word. They are built in turn, A B A B, each
time without caches, so that a machine whose speed drifts drifts for both.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from handbook.chapter import parse
from handbook.notebook import dollars_to_fences
from handbook.paths import ROOT

_INLINE = re.compile(r"\$`[^`]+`\$")
LIMIT = 1.6


def copy(target: Path) -> Path:
    """A tree with everything that a build reads."""
    for folder in ("docs", "notebooks", "scripts"):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for entry in ("node_modules", "mkdocs.yml"):
        (target / entry).symlink_to(ROOT / entry)
    return target


def without_math(markdown: str) -> str:
    """``markdown`` with the word "formula" in place of each formula."""
    blocks = {n for f in parse(markdown).fences if f.info == "math" for n in range(f.line, f.line + f.text.count("\n") + 2)}
    lines = [line for number, line in enumerate(markdown.split("\n"), 1) if number not in blocks]
    return _INLINE.sub("formula", "\n".join(lines))


def strip(tree: Path) -> None:
    """Take the math out of every page and of every notebook's text."""
    for page in (tree / "docs").rglob("*.md"):
        page.write_text(without_math(page.read_text(encoding="utf-8")), encoding="utf-8")
    import nbformat

    for path in (tree / "notebooks").glob("*.ipynb"):
        node = nbformat.read(path, as_version=4)
        for cell in node.cells:
            if cell.cell_type == "markdown":
                cell.source = without_math(dollars_to_fences(cell.source))
        nbformat.write(node, path)


def build(tree: Path) -> tuple[float, float]:
    """Wall and processor seconds of one cold build of ``tree``."""
    shutil.rmtree(tree / ".cache", ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(tree / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(tree / "mkdocs.yml"), "-d", str(tree / "site")]
    subprocess.run(command, cwd=tree, env=environment, check=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="builds of each tree (default 5)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        full, plain = copy(Path(folder) / "full"), copy(Path(folder) / "plain")
        formulas = sum(len(parse(page.read_text(encoding="utf-8")).formulas) for page in (full / "docs").rglob("*.md"))
        strip(plain)
        times: dict[str, list[tuple[float, float]]] = {"with math": [], "without math": []}
        for _ in range(runs):
            times["with math"].append(build(full))
            times["without math"].append(build(plain))
    pages = len(list((ROOT / "docs").rglob("*.md"))) + len(list((ROOT / "notebooks").glob("*.ipynb")))
    print(f"Cold builds of {pages} pages with {formulas} formulas in the chapters, {runs} runs each, in turn")
    print(f"{'':14}{'wall s':>8}{'min':>7}{'max':>7}{'cpu s':>8}")
    for name, measured in times.items():
        walls, cpus = [w for w, _ in measured], [c for _, c in measured]
        print(f"{name:14}{statistics.median(walls):8.2f}{min(walls):7.2f}{max(walls):7.2f}{statistics.median(cpus):8.2f}")
    pairs = list(zip(times["with math"], times["without math"], strict=True))
    wall = statistics.median(a[0] / b[0] for a, b in pairs)
    cpu = statistics.median(a[1] / b[1] for a, b in pairs)
    print(f"ratio, median of the pairs: wall {wall:.2f}, cpu {cpu:.2f} (limit {LIMIT})")
    return int(cpu > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
