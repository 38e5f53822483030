"""Worked cases of system design: the nine steps under the same ids, arithmetic that runs, a latency budget that adds up, a rubric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from handbook.chapter import Chapter, Heading
from handbook.problems import Problem
from handbook.site import Site

FOLDER = PurePath("docs/system-design/cases")
STEPS = (
    "plan", "formulation", "questions", "requirements", "scale-arithmetic", "ml-formulation", "metrics", "architecture",
    "data", "features", "model", "serving", "experiment", "monitoring", "ten-times", "levels",
)  # fmt: skip
LEVELS = ("Junior", "Senior", "Staff")
PROMPT = '!!! quote "The interviewer says"'
_MILLISECONDS = {"ms": 1.0, "s": 1e3, "min": 6e4, "h": 3.6e6}
_DURATION = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?) (?P<unit>ms|s|min|h)\b")


def problems(site: Site) -> Iterator[Problem]:
    """Cases whose skeleton has a hole, or whose latency table does not add up."""
    for name, page in site.pages.items():
        if site.asks(name) and PurePath(name).is_relative_to(FOLDER):
            yield from _skeleton(name, page)
            if serving := section(page, "serving"):
                yield from _budget(name, serving)


def section(page: Chapter, anchor: str) -> list[tuple[int, str]]:
    """The lines below the heading ``anchor`` up to the next heading of its level or above, each with its number; empty without it."""
    position = next((i for i, h in enumerate(page.headings) if h.anchor == anchor), None)
    if position is None:
        return []
    heading = page.headings[position]
    after = (h.line for h in page.headings[position + 1 :] if h.level <= heading.level)
    lines = page.text.split("\n")
    return list(enumerate(lines, 1))[heading.line : next(after, len(lines) + 1) - 1]


def _skeleton(name: str, page: Chapter) -> Iterator[Problem]:
    by_anchor: dict[str, Heading] = {heading.anchor: heading for heading in page.headings}
    missing = [step for step in STEPS if step not in by_anchor]
    for step in missing:
        yield Problem(name, page.body_line, f"case has no section `{{#{step}}}`", "add it (CONTRIBUTING.md, A case)")
    present = [by_anchor[step].line for step in STEPS if step in by_anchor]
    if present != sorted(present):
        yield Problem(name, page.body_line, "steps of the case stand in another order", "use the order of CONTRIBUTING.md, A case")
    if PROMPT not in page.text:
        yield Problem(name, page.body_line, f"case has no `{PROMPT}`", "say the prompt as an interviewer says it, below the abstract")
    if missing:
        return
    arithmetic, picture = section(page, "scale-arithmetic"), section(page, "architecture")
    runs = [f for f in page.fences if f.info == "python" and "#>" in f.text and _inside(f.line, arithmetic)]
    if not runs:
        yield Problem(name, by_anchor["scale-arithmetic"].line, "scale arithmetic is not computed", "add a ```python block that prints it")
    if not any(f.info.startswith("mermaid") and _inside(f.line, picture) for f in page.fences):
        yield Problem(name, by_anchor["architecture"].line, "case has no diagram of its architecture", "add a ```mermaid diagram")
    head = next((line for _, line in section(page, "levels") if line.startswith("|")), "")
    if tuple(_cells(head)[1:]) != LEVELS:
        yield Problem(name, by_anchor["levels"].line, "case has no rubric", f"add a table with the columns {', '.join(LEVELS)}")


def _inside(line: int, lines: list[tuple[int, str]]) -> bool:
    return bool(lines) and lines[0][0] <= line <= lines[-1][0]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")] if row else []


def _budget(name: str, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """The second column adds up to the limit in its heading; a row in bold is the sum of the rows above it."""
    start = next((i for i, (_, line) in enumerate(lines) if line.startswith("| Stage | Budget")), None)
    if start is None:
        yield Problem(name, lines[0][0] - 1, "serving has no latency budget", "add the table of CONTRIBUTING.md, A case")
        return
    limit, total, bold = _duration(_cells(lines[start][1])[1]), 0.0, False
    for number, line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        stage, budget = (*_cells(line), "")[:2]
        duration = _duration(budget)
        if duration is None:
            yield Problem(name, number, f"latency `{budget}` is not a time", "write a number and ms, s, min or h")
            continue
        bold = stage.startswith("**")
        if bold and abs(duration - total) > 1e-6:
            yield Problem(
                name, number, f"latency budget says {budget.strip('*')}, its rows add up to {total:g} ms", "mend a row or the sum"
            )
        total += 0 if bold else duration
    if limit is None and not bold:
        yield Problem(name, lines[start][0], "latency budget has no limit", "name it in the heading: Budget (p99 = N ms)")
    elif limit is not None and abs(limit - total) > 1e-6:
        yield Problem(
            name, lines[start][0], f"latency budget allows {limit:g} ms, its rows add up to {total:g} ms", "mend a row or the limit"
        )


def _duration(cell: str) -> float | None:
    """The first duration in a cell, in milliseconds."""
    found = _DURATION.search(cell)
    return float(found["number"].replace(",", "")) * _MILLISECONDS[found["unit"]] if found else None
