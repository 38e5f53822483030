"""Links that work on GitHub and on the site. In: repository paths from a page to a notebook. Out: paths inside the site."""

from __future__ import annotations

import posixpath
from pathlib import Path

from mkdocs.structure.pages import Page

from handbook.chapter import parse


def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Point links at ``notebooks/`` beside ``docs/`` to the notebook pages of the site."""
    if not page.file.src_uri.endswith(".md"):
        return None
    folder = posixpath.dirname(page.file.src_uri)
    source = page.file.abs_src_path  # the links are those of the file, which the content rules have parsed already
    links = parse(Path(source).read_text(encoding="utf-8") if source else markdown).links
    for target in {link.target.split("#")[0] for link in links}:
        place = posixpath.normpath(posixpath.join("docs", folder, target))
        if place.startswith("notebooks/"):
            markdown = markdown.replace(f"]({target}", f"]({posixpath.relpath(place, folder or '.')}")
    return markdown
