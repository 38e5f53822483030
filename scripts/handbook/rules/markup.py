"""Markup: raw HTML outside the allowed list, tables with ragged rows, code fences of unknown kind or silently skipped.

The parser behind these rules follows CommonMark, that of the site does not. Where a text could be markup to one of them
alone (half a tag, a lone backtick, a fence whose ends differ), it is refused: else code in a page would pass unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook import glossary
from handbook.chapter import Chapter
from handbook.notebook import Notebook
from handbook.problems import Problem, kept
from handbook.site import Site, cell_chapter

ALLOWED_TAGS = {"br", "kbd", "sub", "sup"}
ALLOWED_COMMENTS = {
    "<!-- questions -->",
    "<!-- material/tags -->",
    "<!-- practice: flash-cards -->",
    "<!-- practice: mock-interview -->",
    "<!-- offline -->",
}
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
_INFO = re.compile(r'[\w-]*(?: +[\w-]+="[^"]*")*')
_FENCE_LINE = re.compile(r"(?: {4})*(`{3,}|~{3,})")
_HALF_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>?")
_BRACES = re.compile(r"\{(?=[^}]*=|\s*[:.#])[^}]*\}?")  # `{0, 1}` is a set
_HEADING_ID = re.compile(r" \{#[A-Za-z0-9][\w.:-]*\}$")
_EVERYDAY = re.compile(r" \{ \.everyday \}$")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:")
_FOOTNOTE = re.compile(r"\[(\^[^\]\s]+)\](?!:)")
_OPTIONS = {"title", "hl_lines", "linenums", "test"}
_CELL = re.compile(r"\$`[^`]*`\$|`[^`]*`|\\\||\|")
_FORMULA = re.compile(r"\$`[^`]+`\$")
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")


def problems(site: Site) -> Iterator[Problem]:
    """Markup that the site refuses, on pages and in the notebooks' text."""
    for name, page in site.pages.items():
        if site.asks(name):
            yield from kept(lambda name=name, page=page: _page(name, page), "markup", name, page.text)
    for name, source in site.notebooks.items():
        yield from kept(lambda name=name, source=source: _notebook(name, source), "markup", name, source.text)


def _page(name: str, page: Chapter) -> Iterator[Problem]:
    yield from _doubtful(name, page, 1)
    yield from _tables(name, page, 1)
    yield from _fences(name, page)


def _notebook(name: str, source: Notebook) -> Iterator[Problem]:
    for number, cell in enumerate(source.node.cells):
        if cell.cell_type == "markdown":
            part, first = cell_chapter(cell.source), source.line(number)
            yield from _doubtful(name, part, first)
            yield from _tables(name, part, first)


def _html(name: str, page: Chapter, first: int, reported: set[int]) -> Iterator[Problem]:
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
            if _HALF_TAG.search(_TAG.sub("", text)):
                reported.add(line)
                yield Problem(
                    name, first - 1 + line, f"raw HTML `{text[:60]}` is not allowed", "take it out; comments stay in the page's history"
                )


def _doubtful(name: str, page: Chapter, first: int) -> Iterator[Problem]:
    """Raw HTML, and plain text that the site's parser may take for markup; one problem a line."""
    reported: set[int] = set()
    yield from _html(name, page, first, reported)
    attributes = [_EVERYDAY] if name.removeprefix("docs/") in glossary.PAGES else []
    headings = {heading.line for heading in page.headings}
    defined = {line.partition("]:")[0].lstrip(" [") for line in page.lines if re.match(r" *\[\^[^\]]+\]:", line)}
    for text, line in [*page.texts, *((link.text, link.line) for link in page.links if link.picture)]:
        place = first - 1 + line
        if line in reported:
            continue
        for pattern in attributes + [_HEADING_ID] * (line in headings):
            text = pattern.sub("", text)
        reported.add(line)
        if tag := _HALF_TAG.search(text):
            yield Problem(name, place, f"`{tag.group()[:60]}` may be read as HTML", "put it between backticks, or a space behind the <")
        elif braces := _BRACES.search(text):
            yield Problem(
                name,
                place,
                f"attributes `{braces.group()[:60]}` are not allowed",
                "take them out; only a heading or a question has one, its {#id}",
            )
        elif "`" in text:
            yield Problem(name, place, "backtick has no partner", "write `code` with as many backticks before as behind")
        elif "](" in text:
            yield Problem(name, place, "link does not parse", "write [text](target) on one line, without spaces in the target")
        elif (note := _FOOTNOTE.search(text)) and note.group(1) not in defined:
            yield Problem(name, place, f"footnote `[{note.group(1)[:40]}]` is not defined", f"add a line `[{note.group(1)[:40]}]: text`")
        else:
            reported.discard(line)
    fenced = {n for f in page.fences for n in range(f.line, f.line + f.text.count("\n") + 2)}
    for line, row in enumerate(page.lines, 1):
        if line not in fenced and _REFERENCE.match(row):
            yield Problem(name, first - 1 + line, "link target stands apart from its link", "write [text](target) where the link is")


def _tables(name: str, page: Chapter, first: int) -> Iterator[Problem]:
    inside = {n for f in page.fences for n in range(f.line, f.line + f.text.count("\n") + 2)}
    lines, above = page.text.split("\n"), 0
    for number, line in enumerate(lines, 1):
        if number in inside or number <= above or "|" not in line:
            continue
        below = lines[number] if number < len(lines) and number + 1 not in inside else ""
        rows = _rows_from(lines, number)
        if not _RULE.match(below) or "|" not in below:
            if line.lstrip().startswith("|") and line.count("|") > 1:
                above = max([number, *rows])
                yield Problem(
                    name, first - 1 + number, "table has no header", "write a header row and the rule `| --- | --- |` above the rows"
                )
            continue
        above, columns = max(rows), _columns(line)
        if not line.strip("| "):
            yield Problem(name, first - 1 + number, "table has an empty header", "name its columns")
        elif alone := next((cell for cell in _cells(line) if _FORMULA.fullmatch(cell)), None):
            yield Problem(name, first - 1 + number, f"table header {alone} is a formula alone", "put a word before it, to be read out")
        if _columns(below) != columns:
            yield Problem(name, first + number, f"table's rule has {_columns(below)} columns, its header {columns}", "make them equal")
        for row in rows[1:]:
            if _columns(lines[row - 1]) != columns:
                yield Problem(
                    name,
                    first - 1 + row,
                    f"table row has {_columns(lines[row - 1])} columns, the header {columns}",
                    r"make them equal; in math write \mid, \given or \abs for a bar",
                )


def _rows_from(lines: list[str], number: int) -> list[int]:
    """The numbers of the rows below line ``number``, up to the first line that is none."""
    end = next((n for n, row in enumerate(lines[number:], number + 1) if "|" not in row), len(lines) + 1)
    return list(range(number + 1, end))


def _cells(row: str) -> list[str]:
    """The cells of a table row: between bars outside of code, not escaped, without the outer two."""
    text = row.strip()
    bars = [m.start() for m in _CELL.finditer(text) if m.group() == "|"]
    cells = [text[a + 1 : b].strip() for a, b in zip([-1, *bars], [*bars, len(text)], strict=True)]
    return cells[0 in bars : len(cells) - (len(text) - 1 in bars)]


def _columns(row: str) -> int:
    return len(_cells(row))


def _fences(name: str, page: Chapter) -> Iterator[Problem]:
    for fence in page.fences:
        language = re.split(r"[\s{]", fence.info, maxsplit=1)[0]
        opening, closing = (
            page.lines[n - 1] if n <= len(page.lines) else "" for n in (fence.line, fence.line + fence.text.count("\n") + 1)
        )
        start = _FENCE_LINE.match(opening)
        if not start:
            yield Problem(name, fence.line, "code fence is not indented by 0, 4 or 8 spaces", "indent it by four spaces inside a list")
        elif closing.rstrip(" ") != start.group() and not any(line == fence.line for line, _, _ in page.first_broken):
            yield Problem(name, fence.line, "code fence ends with another line than it starts", f"end it with `{start.group(1)}`, as deep")
        elif language in LANGUAGES and not _INFO.fullmatch(fence.info):
            yield Problem(name, fence.line, f"code fence has options that do not parse: `{fence.info[:60]}`", 'write ```python title="..."')
        if language not in LANGUAGES:
            yield Problem(
                name, fence.line, f"code fence has the language `{language or 'none'}`", f"use one of {', '.join(sorted(LANGUAGES))}"
            )
        for key, value in _OPTION.findall(fence.info):
            if key not in _OPTIONS:
                yield Problem(name, fence.line, f"code fence has the unknown option `{key}`", f"use {', '.join(sorted(_OPTIONS))}")
            elif key == "test" and not re.match(r"skip: \S.{9,}", value):
                yield Problem(name, fence.line, f'test="{value}" gives no reason', 'write test="skip: why this block cannot run"')
