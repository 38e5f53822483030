"""Glossary. In: its pages and each page's HTML. Out: an anchor for each entry, a tooltip on each page's first use of a term."""

from __future__ import annotations

import re

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook import cache, glossary

_FIRST = re.compile(r"(?:(?<=<dl>\n)|(?<=</dd>\n))<dt")
_terms: list[glossary.Term] = []
_fingerprint = b""
_marker = glossary.Marker([])
_addresses: dict[str, str] = {}


def on_files(files: Files, **_: object) -> None:
    """Read the entries."""
    global _terms, _marker, _fingerprint
    pages = {name: file for name in glossary.PAGES if (file := files.get_file_from_path(name))}
    _terms = glossary.read({name: file.content_string for name, file in pages.items()})
    _marker, _fingerprint = glossary.Marker(_terms), cache.digest(repr(_terms))
    _addresses.clear()
    _addresses.update({name: file.url for name, file in pages.items()})


def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Anchors in the glossary, tooltips elsewhere; not on pages that are lists of links or have a template of their own."""
    if page.file.src_uri in _addresses:
        terms = [term for term in _terms if term.page == page.file.src_uri]
        page.present_anchor_ids |= {term.id for term in terms}
        ids = iter(terms)
        return _FIRST.sub(lambda _: f'<dt id="{next(ids).id}"', html)
    if page.meta.get("template") or 'class="bank-filter"' in html or not _terms:
        return None
    addresses = {name: get_relative_url(address, page.url) for name, address in _addresses.items()}
    return cache.store().made(lambda: _marker.mark(html, addresses), "glossary", html, cache.settings(addresses), _fingerprint)
