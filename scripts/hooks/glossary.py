"""Glossary. In: the entries of reference/glossary.md. Out: an anchor each, and a tooltip on each page's first use of a term."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook import glossary
from handbook.paths import DOCS

_FIRST = re.compile(r"(?:(?<=<dl>\n)|(?<=</dd>\n))<dt")
_terms: list[glossary.Term] = []
_marker = glossary.Marker([])
_address = ""


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Read the entries."""
    global _terms, _marker, _address
    page = files.get_file_from_path(glossary.PAGE)
    _terms = glossary.parse((DOCS / glossary.PAGE).read_text(encoding="utf-8")) if page else []
    _marker, _address = glossary.Marker(_terms), page.url if page else ""


def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Anchors in the glossary, tooltips elsewhere; not on pages that are lists of links or have a template of their own."""
    if page.file.src_uri == glossary.PAGE:
        page.present_anchor_ids |= {term.id for term in _terms}
        ids = iter(_terms)
        return _FIRST.sub(lambda _: f'<dt id="{next(ids).id}"', html)
    if page.meta.get("template") or 'class="bank-filter"' in html or not _terms:
        return None
    return _marker.mark(html, get_relative_url(_address, page.url))
