"""The list of downloads. In: the built page, the files beside it. Out: the page with a row a file: what it is, size, date."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from handbook.edition import Edition

PAGE = "downloads/index.html"
_PLACE = re.compile(r'(<h2 id="files".*?</h2>\s*)', re.S)
_TABLE = re.compile(r'<table id="files-list">.*?</table>', re.S)


def fill(site: Path, files: dict[str, tuple[str, str]], now: Edition) -> int:
    """Write a table of those ``files`` (path to title and sentence) that exist into the built page; how many there are.

    A site without the page stays as it is.
    """
    page = site / PAGE
    there = {name: words for name, words in files.items() if (site / name).exists()}
    if not page.exists() or not there:
        return 0
    day = f"{now.day:%b} {now.day.day}, {now.day.year}"
    rows = "".join(
        f'<tr><td><a href="{name.removeprefix("downloads/")}" download>{escape(title)}</a></td><td>{escape(sentence)}</td>'
        f"<td>{size((site / name).stat().st_size)}<br>{day}</td></tr>"
        for name, (title, sentence) in there.items()
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("File", "What it is", "Size, date"))
    table = f'<table id="files-list"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    text, found = _PLACE.subn(rf"\1{table}", without(page.read_text(encoding="utf-8")))
    if not found:
        raise ValueError(f"{page} has no place for the files; write a section `## Files {{#files}}` into docs/downloads.md")
    page.write_text(text, encoding="utf-8")
    return len(there)


def without(text: str) -> str:
    """The page as it was built, without the list."""
    return _TABLE.sub("", text)


def size(count: int) -> str:
    """Bytes as readers know them: ``14.2 MB``, ``380 KB``."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} KB"
