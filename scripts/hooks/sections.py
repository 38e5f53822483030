"""Sections that render late. In: a page's flat content. Out: each ``h2`` with what follows it in a ``section`` of its own.

The stylesheet gives these sections ``content-visibility: auto``: a browser lays out what is near the screen and skips
the formulas far below, which is where the time of a long chapter goes.
"""

from __future__ import annotations

import re

from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

_HEADING = re.compile(r"^<h2 ", re.M)


@event_priority(-50)
def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Wrap the sections of chapters, cases and notebooks (the home page and the bank have a layout of their own)."""
    starts = [found.start() for found in _HEADING.finditer(html)]
    if len(starts) < 4 or page.meta.get("template"):
        return None
    parts = [html[a:b] for a, b in zip(starts, [*starts[1:], len(html)], strict=True)]
    return html[: starts[0]] + "".join(f'<section class="late">\n{part}</section>\n' for part in parts)
