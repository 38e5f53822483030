"""Markup: raw HTML outside the allowed list, tables with ragged rows, code fences of unknown kind or silently skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.chapter import Chapter
from handbook.problems import Problem
from handbook.site import Site, cell_chapter

ALLOWED_TAGS = {"br", "kbd", "sub", "sup"}
ALLOWED_COMMENTS = {"<!-- questions -->", "<!-- material/tags -->", "<!-- practice: flash-cards -->", "<!-- practice: mock-interview -->"}
LANGUAGES = {
    "python",
    "math",
    "mermaid",
    "text",
    "sql",
    "bash",
    "yaml",
    "json",
    "toml",
    "html",
    "markdown",
    "diff",
    "console",
    "dockerfile",
    "ini",
}
_TAG = re.compile(r"</?([A-Za-z][\w-]*)\b([^>]*)>")
_OPTION = re.compile(r'([\w-]+)="([^"]*)"')
_OPTIONS = {"title", "hl_lines", "linenums", "test"}
_CELL = re.compile(r"\$`[^`]*`\$|`[^`]*`|\\\||\|")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def problems(site: Site) -> Iterator[Problem]:
    """Markup that the site refuses, on pages and in the notebooks' text."""
    for name, page in site.pages.items():
        yield from _html(name, page, 1)
        yield from _tables(name, page)
        yield from _fences(name, page)
    for name, source in site.notebooks.items():
        for number, cell in enumerate(source.node.cells):
            if cell.cell_type == "markdown":
                yield from _html(name, cell_chapter(cell.source), source.line(number))


def _html(name: str, page: Chapter, first: int) -> Iterator[Problem]:
    reported: set[int] = set()
    for text, line in page.html:
        if text.strip() in ALLOWED_COMMENTS or line in reported:
            continue
        for tag in _TAG.finditer(text):
            if tag.group(1).lower() not in ALLOWED_TAGS or tag.group(2).strip(" /"):
                reported.add(line)
                yield Problem(
                    name,
                    first - 1 + line,
                    f"raw HTML `{tag.group()[:60]}` is not allowed",
                    f"use Markdown; plain <{'>, <'.join(sorted(ALLOWED_TAGS))}> are the exceptions",
                )
                break
        else:
            if not _TAG.search(text):
                yield Problem(
                    name, first - 1 + line, f"raw HTML `{text[:60]}` is not allowed", "take it out; comments stay in the page's history"
                )


def _tables(name: str, page: Chapter) -> Iterator[Problem]:
    inside = {n for f in page.fences for n in range(f.line, f.line + f.text.count("\n") + 2)}
    lines = page.text.split("\n")
    for number, line in enumerate(lines, 1):
        if number in inside or number < 2 or "|" not in line or not _RULE.match(line) or "|" not in lines[number - 2]:
            continue
        columns = _columns(lines[number - 2])
        if _columns(line) != columns:
            yield Problem(name, number, f"table's rule has {_columns(line)} columns, its header {columns}", "make them equal")
        for offset, row in enumerate(lines[number:], number + 1):
            if "|" not in row or not row.strip():
                break
            if _columns(row) != columns:
                yield Problem(
                    name,
                    offset,
                    f"table row has {_columns(row)} columns, the header {columns}",
                    r"make them equal; in math write \mid, \given or \abs for a bar",
                )


def _columns(row: str) -> int:
    """Cells of a table row: bars outside of code, not escaped, without the outer two."""
    bars = [m.start() for m in _CELL.finditer(row.strip()) if m.group() == "|"]
    text = row.strip()
    return len(bars) + 1 - (0 in bars) - (len(text) - 1 in bars)


def _fences(name: str, page: Chapter) -> Iterator[Problem]:
    for fence in page.fences:
        language = re.split(r"[\s{]", fence.info, maxsplit=1)[0]
        if language not in LANGUAGES:
            yield Problem(
                name, fence.line, f"code fence has the language `{language or 'none'}`", f"use one of {', '.join(sorted(LANGUAGES))}"
            )
        for key, value in _OPTION.findall(fence.info):
            if key not in _OPTIONS:
                yield Problem(name, fence.line, f"code fence has the unknown option `{key}`", f"use {', '.join(sorted(_OPTIONS))}")
            elif key == "test" and not re.match(r"skip: \S.{9,}", value):
                yield Problem(name, fence.line, f'test="{value}" gives no reason', 'write test="skip: why this block cannot run"')
