"""The cover of what readers take along. In: the title, the site's logo. Out: SVG at 1600 x 2400, and a PNG of it."""

from __future__ import annotations

import re
import textwrap
from html import escape
from pathlib import Path

from handbook.edition import Edition
from handbook.paths import DOCS

WIDTH, HEIGHT = 1600, 2400
_LOGO = DOCS / "assets" / "logo.svg"
_FONT = 'font-family="Liberation Sans, Arial, sans-serif"'
_PARTS = re.compile(r"<svg[^>]*>\s*<rect[^>]*/>(.*)</svg>", re.S)  # the logo without its ground, which the cover extends


def svg(edition: Edition) -> str:
    """The cover, in the site's colors."""
    mark = _PARTS.search(_LOGO.read_text(encoding="utf-8"))
    title = textwrap.wrap(edition.title, 18)
    lines = "".join(
        f'<text x="160" y="{330 + 170 * row}" {_FONT} font-size="148" font-weight="700" fill="#fff">{escape(line)}</text>'
        for row, line in enumerate(title)
    )
    below = 330 + 170 * len(title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#0b5d66"/>{lines}'
        f'<text x="160" y="{below}" {_FONT} font-size="62" fill="#d6ecee">Chapters, notebooks, and questions</text>'
        f'<text x="160" y="{below + 84}" {_FONT} font-size="62" fill="#d6ecee">with model answers</text>'
        f'<g transform="translate(160 1060) scale(40)">{mark.group(1) if mark else ""}</g>'
        f'<text x="160" y="2270" {_FONT} font-size="52" fill="#d6ecee">{edition.day:%B} {edition.day.year}</text></svg>'
    )


def png(edition: Edition, target: Path) -> None:
    """Draw the cover with Chromium: libraries of e-readers show pictures, few show SVG."""
    from handbook import printing

    with printing.browser() as running:
        page = running.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg(edition)}")
        page.screenshot(path=target)
