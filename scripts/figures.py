"""Draw the chapters' figures. In: ``docs/assets/figures/*.py``, each with ``draw() -> Figure``. Out: an SVG beside each.

Usage: python scripts/figures.py [--check] [FILE.py ...]
       --check writes nothing and fails where a committed SVG is not what its source draws.
"""

from __future__ import annotations

import argparse
import io
import re
import runpy
import sys
from pathlib import Path

import matplotlib.pyplot as plt

from handbook import style, svg
from handbook.paths import FIGURES
from handbook.problems import Problem, relative, report

_TOLERANCE = 0.06  # points; numeric libraries of other machines may round the last digit of a coordinate otherwise


def draw(source: Path) -> str:
    """The SVG text that ``source`` draws, coordinates rounded to a hundredth of a point, without date or tool names."""
    style.use()
    figure = runpy.run_path(str(source))["draw"]()
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    plt.close("all")
    return svg.slim(buffer.getvalue())


def same(one: str, other: str) -> bool:
    """Whether two SVG texts show the same picture: equal but for coordinates that differ by rounding."""
    if re.sub(r"-?\d+(\.\d+)?", "#", one) != re.sub(r"-?\d+(\.\d+)?", "#", other):
        return False
    numbers = zip(re.findall(r"-?\d+(?:\.\d+)?", one), re.findall(r"-?\d+(?:\.\d+)?", other), strict=True)
    return all(abs(float(a) - float(b)) <= _TOLERANCE for a, b in numbers)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    parser.add_argument("sources", nargs="*", type=Path, help="only these (default: all)")
    arguments = parser.parse_args()
    problems = []
    for source in arguments.sources or sorted(FIGURES.glob("*.py")):
        target, drawn = source.with_suffix(".svg"), draw(source)
        if not arguments.check:
            target.write_text(drawn, encoding="utf-8")
            print(f"{relative(target)}: {len(drawn) // 1024} KB")
        elif not target.exists() or not same(drawn, target.read_text(encoding="utf-8")):
            problems.append(Problem(relative(target), 0, "picture is not what its source draws", "run `make figures` and commit"))
    if problems:
        print(report(problems), file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
