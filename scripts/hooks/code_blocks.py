"""Code blocks. In: fences with ``test="skip: reason"``, which the tests read. Out: fences that the Markdown extension knows."""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

from handbook.chapter import parse

_TEST = re.compile(r' test="[^"]*"')


def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Take the tests' option out of the opening lines of code fences."""
    if not page.file.src_uri.endswith(".md") or not _TEST.search(markdown):
        return None
    lines = markdown.split("\n")
    for fence in parse(markdown).fences:
        lines[fence.line - 1] = _TEST.sub("", lines[fence.line - 1])
    return "\n".join(lines)
