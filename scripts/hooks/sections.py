"""Sections that render late. In: a page's flat content. Out: each ``h2`` or ``h3`` with what follows in a ``section`` of its own.

The stylesheet gives these sections ``content-visibility: auto``: a browser lays out what is near the screen and skips
the formulas far below, which is where the time of a long chapter goes.
"""

from __future__ import annotations

import re

from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

_HEADING = re.compile(r"^<h[23] ", re.M)
_PART = re.compile(r"^<h2 ", re.M)
_CLOSED = re.compile(r"<details(?![^>]*\bopen).*?</details>", re.S)
_CODE = re.compile(r"<pre.*?</pre>", re.S)
_TAG = re.compile(r"<[^>]*>")
_DISPLAY = '<p><span data-tex="'


@event_priority(-50)
def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Wrap the sections of a page; in the question bank, which filters by part, only the parts."""
    heading = _PART if 'class="bank-filter"' in html else _HEADING
    starts = [found.start() for found in heading.finditer(html)]
    if len(starts) < 4 or page.meta.get("template"):
        return None
    parts = [html[a:b] for a, b in zip(starts, [*starts[1:], len(html)], strict=True)]
    return html[: starts[0]] + "".join(f'<section class="late" style="--late: {height(part)}px">\n{part}</section>\n' for part in parts)


def height(section: str) -> int:
    """Roughly how many pixels a section takes on a phone: what a browser assumes until it lays the section out.

    A line of text is 25 pixels for 42 characters, a line of code 18, a closed question 60, a formula on its own 70, a
    picture 320; a fifth more, because too much costs nothing and too little lets sections overlap.
    """
    questions = len(_CLOSED.findall(section))
    section = _CLOSED.sub("", section)
    code = sum(block.count("\n") for block in _CODE.findall(section))
    section = _CODE.sub("", section)
    text = len(_TAG.sub("", section)) + 5 * section.count("<span data-tex=")
    blocks = len(re.findall(r"<(?:p|li|h\d|tr)\b", section))
    pictures = section.count("<img") + section.count("<figure")
    pixels = 25 * text / 42 + 22 * blocks + 18 * code + 60 * questions + 70 * section.count(_DISPLAY) + 320 * pictures
    return max(300, round(1.2 * pixels / 100) * 100)
