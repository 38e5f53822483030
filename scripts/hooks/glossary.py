"""Glossary. In: reference/glossary.md. Out: its pages, an anchor for each entry, a tooltip on each page's first use of a term."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook import glossary
from handbook.paths import DOCS

_FRONT = "---\n---\n"  # stands for the front matter, which a page's Markdown has lost
_FIRST = re.compile(r"(?:(?<=<dl>\n)|(?<=</dd>\n))<dt")
_terms: list[glossary.Term] = []
_marker = glossary.Marker([])
_addresses: dict[str, str] = {}
_LINK = re.compile(r"(\]\([^)\s]*)glossary\.md#([\w-]+)\)")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Read the entries, and add the pages beside the first."""
    global _terms, _marker
    page = files.get_file_from_path(glossary.PAGE)
    text = (DOCS / glossary.PAGE).read_text(encoding="utf-8") if page else ""
    _terms = glossary.parse(text)
    _marker = glossary.Marker(_terms)
    for name, content in glossary.pages(text).items():
        if name != glossary.PAGE:
            files.append(File.generated(config, name, content=content))
    _addresses.update({name: file.url for name in glossary.PAGES if (file := files.get_file_from_path(name))})


@event_priority(60)
def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Show the first part on the glossary's own page, and lead links to an entry to the page that has it."""
    if page.file.src_uri == glossary.PAGE:
        markdown = glossary.pages(f"{_FRONT}{markdown}")[glossary.PAGE].removeprefix(_FRONT)
    homes = {term.id: term.page.rpartition("/")[2] for term in _terms}
    return _LINK.sub(lambda m: f"{m[1]}{homes.get(m[2], 'glossary.md')}#{m[2]})", markdown)


def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Anchors in the glossary, tooltips elsewhere; not on pages that are lists of links or have a template of their own."""
    if page.file.src_uri in _addresses:
        terms = [term for term in _terms if term.page == page.file.src_uri]
        page.present_anchor_ids |= {term.id for term in terms}
        ids = iter(terms)
        return _FIRST.sub(lambda _: f'<dt id="{next(ids).id}"', html)
    if page.meta.get("template") or 'class="bank-filter"' in html or not _terms:
        return None
    return _marker.mark(html, {name: get_relative_url(address, page.url) for name, address in _addresses.items()})
