"""Sections that render late. In: a page's flat content. Out: what follows each ``h2`` or ``h3`` in a box of its own.

The stylesheet gives these boxes ``content-visibility: auto``: a browser lays out what is near the screen and skips the
formulas far below, which is where the time of a long chapter goes. The headings stay outside, because the theme asks
for their positions, and an answer from inside a box would cost its whole layout.
"""

from __future__ import annotations

import re

from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from handbook import cache

_HEADING = re.compile(r"^(<h[23] .*?</h[23]>\n?)", re.M | re.S)
_PART = re.compile(r"^(?=<h2 )", re.M)
_FEWEST = 4  # a page with fewer headings is short
_CLOSED = re.compile(r"<details(?![^>]*\bopen).*?</details>", re.S)
_CODE = re.compile(r"<pre.*?</pre>", re.S)
_TAG = re.compile(r"<[^>]*>")
_DISPLAY = '<p><span data-tex="'


@event_priority(-50)
def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Wrap the text below each heading; in the question bank, which filters, whole chapters."""
    if 'class="bank-filter"' in html:
        first, *parts = _PART.split(html)
        return first + "".join(f"<section {_late(part)}>\n{part}</section>\n" for part in parts)
    if page.meta.get("template"):
        return None
    return cache.store().made(lambda: _boxed(html), "late boxes", html)


def _boxed(html: str) -> str:
    first, *rest = _HEADING.split(html)
    if len(rest) < 2 * _FEWEST:
        return html
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return first + "".join(f"{heading}<div {_late(body)}>\n{body}</div>\n" if body.strip() else heading for heading, body in pairs)


def _late(body: str) -> str:
    return f'class="late" style="--late: {height(body)}px"'


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
