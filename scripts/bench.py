"""Time what a contributor waits for. In: the content. Out: tables of seconds and ratios; exit status 1 where one is over its limit.

Usage: python scripts/bench.py [--runs N] [--formulas] [--warm] [--serve] [--check] [--stages] [--growth [N ...]]

Without a choice everything is measured, growth at twice the content. Trees are copies. What is compared is run in turn,
A B A B, so that a machine whose speed drifts drifts for both, and judged by processor seconds, which other programs
disturb less than the clock on the wall.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import psutil
from bench_growth import multiply

from handbook.chapter import parse
from handbook.notebook import dollars_to_fences
from handbook.paths import ROOT

_INLINE = re.compile(r"\$`[^`]+`\$")
_EDITED = "nlp/prompting-and-rag"
LIMIT, WARM, SERVE, CHECK, ONE_FILE, GROWTH, FORMULA = 1.5, 0.7, 3.0, 15.0, 2.0, 1.15, 0.002


class Cost(NamedTuple):
    """What a program took: seconds on the wall, seconds of processors, bytes of memory at its peak."""

    wall: float
    cpu: float
    memory: int = 0


def copy(target: Path) -> Path:
    """A tree with everything that a build reads."""
    for folder in ("docs", "notebooks", "scripts"):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for entry in ("node_modules", "mkdocs.yml", "pyproject.toml"):
        (target / entry).symlink_to(ROOT / entry)
    return target


def without(markdown: str, kinds: set[str]) -> str:
    """``markdown`` without the fences of ``kinds``: letters instead of formulas, because pages name what the glossary explains there."""
    lines = markdown.split("\n")
    for fence in parse(markdown).fences:
        if fence.info in kinds:
            first, last = fence.line - 1, fence.line + fence.text.count("\n")
            for number in range(first, last + 1):
                row = lines[number]
                indent = row[: len(row) - len(row.lstrip())]
                kept = fence.info == "math" and first < number < last
                lines[number] = indent + " ".join(re.findall("[A-Za-z]+", row)) if kept else ""
    return _INLINE.sub("formula", "\n".join(lines))


def strip(tree: Path, kinds: set[str], notebooks: bool) -> None:
    """Take formulas and the fences of ``kinds`` out of every page and notebook; without ``notebooks``, leave those their titles."""
    import nbformat

    rules = tree / "scripts" / "hooks" / "content.py"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace("raise PluginError(", "print("), encoding="utf-8"
    )  # they run, and stop nothing
    for page in (tree / "docs").rglob("*.md"):
        page.write_text(without(page.read_text(encoding="utf-8"), kinds), encoding="utf-8")
    for path in (tree / "notebooks").glob("*.ipynb"):
        node = nbformat.read(path, as_version=4)
        for cell in node.cells:
            if cell.cell_type == "markdown":
                cell.source = without(dollars_to_fences(cell.source), kinds)
        if not notebooks:
            node.cells = [cell for cell in node.cells if cell.cell_type == "markdown"][:1]
        nbformat.write(node, path)


def environment(tree: Path) -> dict[str, str]:
    """That of a program that works on ``tree``."""
    return {**os.environ, "PYTHONPATH": str(tree / "scripts"), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def run(tree: Path, *arguments: str, expected: tuple[int, ...] = (0,)) -> Cost:
    """Run Python with ``arguments`` in ``tree``."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=tree, env=environment(tree), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        raise SystemExit(f"python {' '.join(arguments)} failed in a copy of the tree, with exit status {process.returncode}")
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime, memory)


def build(tree: Path, cold: bool = True) -> Cost:
    """One build of ``tree``, without what earlier builds kept if ``cold``."""
    if cold:
        shutil.rmtree(tree / ".cache", ignore_errors=True)
    return run(tree, "-m", "mkdocs", "build", "--quiet", "-f", str(tree / "mkdocs.yml"), "-d", str(tree / "site"))


def edit(tree: Path, text: str) -> None:
    """Add a sentence to one chapter."""
    page = tree / "docs" / f"{_EDITED}.md"
    page.write_text(f"{page.read_text(encoding='utf-8').rstrip()}\n\n{text}\n", encoding="utf-8")


def row(name: str, costs: list[Cost]) -> None:
    """Print the median of several runs, and how far they lie apart."""
    walls = [cost.wall for cost in costs]
    middle = [statistics.median(values) for values in zip(*costs, strict=True)]
    print(f"{name:26}{middle[0]:8.2f}{min(walls):8.2f}{max(walls):8.2f}{middle[1]:8.2f}{middle[2] / 1e6:8.0f}")


def head(title: str) -> None:
    """Print a table's first lines."""
    print(f"\n{title}\n{'':26}{'wall s':>8}{'min':>8}{'max':>8}{'cpu s':>8}{'MB':>8}")


def judged(name: str, value: float, limit: float) -> bool:
    """Print a figure beside its limit; whether it keeps it."""
    print(f"{name}: {value:.2f} (limit {limit:g}){'' if value <= limit else '  OVER'}", flush=True)
    return value <= limit


def formulas(folder: Path, runs: int) -> bool:
    """Cold builds with and without formulas, diagrams and notebooks."""
    full, plain, bare = copy(folder / "full"), copy(folder / "plain"), copy(folder / "bare")
    count = sum(len(parse(page.read_text(encoding="utf-8")).formulas) for page in (full / "docs").rglob("*.md"))
    strip(plain, {"math"}, notebooks=True)
    strip(bare, {"math", "mermaid"}, notebooks=False)
    turns = [(build(full), build(plain), build(bare)) for _ in range(runs)]
    head(f"Cold builds, {count} formulas in the chapters, {runs} runs each, in turn")
    for number, name in enumerate(("all", "without math", "and diagrams, notebooks")):
        row(name, [turn[number] for turn in turns])
    each = statistics.median(a.cpu - b.cpu for a, b, _ in turns) / count
    ratio = judged("ratio of first and last, median", statistics.median(a.cpu / c.cpu for a, _, c in turns), LIMIT)
    return judged("ms a formula, all of its way", 1000 * each, 1000 * FORMULA) and ratio


def warm(folder: Path, runs: int) -> bool:
    """Builds after a build, one page changed, next to cold ones."""
    tree, pairs = copy(folder / "warm"), []
    for number in range(runs):
        cold = build(tree)
        edit(tree, f"Sentence {number} of the benchmark.")
        pairs.append((cold, build(tree, cold=False)))
    head(f"A second build with one page changed, {runs} runs each, in turn")
    row("cold", [pair[0] for pair in pairs])
    row("warm", [pair[1] for pair in pairs])
    return judged("ratio, median of the pairs", statistics.median(b.cpu / a.cpu for a, b in pairs), WARM)


def serve(folder: Path, runs: int) -> bool:
    """From saving a chapter to the new text in the page that the local server gives."""
    tree = copy(folder / "serve")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["-m", "mkdocs", "serve", "--quiet", "--livereload", "-f", str(tree / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    address = {"SITE_URL": f"http://127.0.0.1:{port}/"}
    server = subprocess.Popen([sys.executable, *command], cwd=tree, env={**environment(tree), **address}, stderr=subprocess.DEVNULL)
    page, costs = f"http://127.0.0.1:{port}/{_EDITED}/", []
    try:
        _until(lambda: _EDITED.rpartition("/")[2] in _get(page), server)
        watched = psutil.Process(server.pid)
        for number in range(runs):
            time.sleep(1)
            text, before, started = f"Sentence {number} of the benchmark.", sum(watched.cpu_times()[:2]), time.perf_counter()
            edit(tree, text)
            _until(lambda text=text: text in _get(page), server)
            costs.append(Cost(time.perf_counter() - started, sum(watched.cpu_times()[:2]) - before, watched.memory_info().rss))
    finally:
        server.terminate()
        server.wait(30)
    head(f"make serve, from saving a chapter to the new page, {runs} times")
    row("saved to shown", costs)
    return judged("processor seconds, median", statistics.median(cost.cpu for cost in costs), SERVE)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=600) as answer:
            return answer.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError):
        return ""


def _until(done: Callable[[], bool], server: subprocess.Popen) -> None:
    deadline = time.monotonic() + 1800
    while not done():
        if server.poll() is not None or time.monotonic() > deadline:
            raise SystemExit("mkdocs serve ended, or did not show the page within half an hour")
        time.sleep(0.05)


def check(folder: Path, runs: int) -> bool:
    """The content rules, on all files and on one."""
    tree, whole, single = copy(folder / "check"), [], []
    for _ in range(runs):
        shutil.rmtree(tree / ".cache", ignore_errors=True)
        whole.append(run(tree, "scripts/check.py", expected=(0, 1)))
        single.append(run(tree, "scripts/check.py", f"docs/{_EDITED}.md", expected=(0, 1)))
    head(f"make check, {runs} runs each, in turn")
    row("whole site", whole)
    row("one file", single)
    fast = judged("whole site, processor seconds", statistics.median(cost.cpu for cost in whole), CHECK)
    return judged("one file, processor seconds", statistics.median(cost.cpu for cost in single), ONE_FILE) and fast


def stages(folder: Path, runs: int) -> bool:
    """What share of a cold build each stage takes."""
    tree = copy(folder / "stages")
    output = subprocess.run(
        [sys.executable, "scripts/bench_stages.py", "site"],
        cwd=tree,
        env=environment(tree),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    ).stdout
    seconds = json.loads(output.splitlines()[-1])
    print(f"\nStages of a cold build, processor seconds of {sum(seconds.values()):.1f}")
    for name, spent in seconds.items():
        print(f"{name:26}{spent:8.2f}{spent / sum(seconds.values()):8.1%}")
    return True


def growth(folder: Path, factors: list[int]) -> bool:
    """How cost and size of a page change with the number of pages."""
    found: dict[int, dict[str, float]] = {}
    for factor in sorted({1, *factors}):
        tree = copy(folder / f"times-{factor}")
        multiply(tree, factor)
        cost, site = build(tree), tree / "site"
        pages = list(site.rglob("*.html"))
        sizes = {
            "HTML MB": sum(path.stat().st_size for path in pages),
            "search MB": sum(p.stat().st_size for p in (site / "search").iterdir()),
        }
        found[factor] = {"pages": len(pages), "cpu s": cost.cpu, "memory MB": cost.memory / 1e6, **{k: v / 1e6 for k, v in sizes.items()}}
        shutil.rmtree(tree)
    first, kept = found[1], True
    print("\nGrowth of a cold build; below each figure, its share of a page as a multiple of that at 1 x")
    print(f"{'':6}" + "".join(f"{name:>12}" for name in first))
    for factor, values in found.items():
        shares = {name: (value / values["pages"]) / (first[name] / first["pages"]) for name, value in values.items()}
        print(f"{factor:4} x" + "".join(f"{value:12.1f}" for value in values.values()))
        print(f"{'':6}" + "".join(f"{share:12.2f}" for share in shares.values()))
        kept = kept and all(share <= GROWTH for share in shares.values())
    print(f"(limit {GROWTH}){'' if kept else '  OVER'}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of each kind (default 5)")
    measures = (formulas, warm, serve, check, stages)
    for measure in measures:
        parser.add_argument(f"--{measure.__name__}", action="store_true", help=str(measure.__doc__))
    parser.add_argument("--growth", type=int, nargs="*", metavar="N", help="build N times the content (default 2; 8 takes long)")
    options = parser.parse_args()
    chosen = [measure for measure in measures if getattr(options, measure.__name__)]
    everything = not chosen and options.growth is None
    kept = []
    with tempfile.TemporaryDirectory() as folder:
        for measure in measures if everything else chosen:
            kept.append(measure(Path(folder), options.runs))
        if everything or options.growth is not None:
            kept.append(growth(Path(folder), options.growth or [2]))
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
