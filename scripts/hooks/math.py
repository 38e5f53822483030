"""Math in finished pages. In: pages with marked formulas (``handbook.katex``). Out: KaTeX's HTML and MathML.

Headings with a formula get a plain label for the contents list; pages with math are flagged for the template, which
links KaTeX's stylesheet and fonts on those pages alone.
"""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

from handbook import tex
from handbook.chapter import parse

_FORMULA = re.compile(r"\$`([^`]+)`\$")
_HEADING = re.compile(r"^#+ .*\$`", re.M)
_ID = re.compile(r"\s*\{[^{}]*#([\w-]+)[^{}]*\}\s*$")


def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Name headings with math in plain words, so that contents list, page title and browser tab stay readable."""
    if not page.file.src_uri.endswith(".md") or not _HEADING.search(markdown):
        return None
    chapter, lines = parse(markdown), markdown.split("\n")
    for heading in chapter.headings:
        if _FORMULA.search(heading.text):
            label = _FORMULA.sub(lambda m: tex.plain(m.group(1)), heading.text).replace('"', "")
            lines[heading.line - 1] = _ID.sub(rf' {{ #\1 data-toc-label="{label}" }}', lines[heading.line - 1])
    return "\n".join(lines)


def on_page_content(html: str, page: Page, **_: object) -> None:
    """Tell the template whether the page needs KaTeX's stylesheet and fonts."""
    page.meta["math"] = bool(page.meta.get("math")) or "<span data-tex=" in html


def on_post_page(output: str, **_: object) -> str:
    """Put the formulas in."""
    return tex.unmark(output)
