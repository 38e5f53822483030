"""Pictures without layout shift. In: Markdown images of the project's own files. Out: width, height and lazy loading."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from urllib.parse import unquote

from mkdocs.structure.pages import Page

from handbook import notebook
from handbook.paths import DOCS

_IMAGE = re.compile(r'<img alt="([^"]*)" src="([^":]+)"([^>]*)>')


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Give every local picture its size, so that the page does not move when it arrives."""

    def sized(found: re.Match[str]) -> str:
        alt, source, rest = found.groups()
        place = re.search(r"assets/.*", unquote(source))
        size = _size(DOCS / place.group()) if place else None
        if size is None:
            return found.group()
        return f'<img alt="{alt}" src="{source}" width="{size[0]}" height="{size[1]}" loading="lazy" decoding="async"{rest}>'

    return _IMAGE.sub(sized, html)


@functools.cache
def _size(path: Path) -> tuple[int, int] | None:
    return notebook.size(path.read_bytes(), path.suffix[1:]) if path.suffix in {".svg", ".png"} and path.exists() else None
