"""Search. In: each page's HTML, its aliases and tags, the glossary. Out: the files that the search worker reads.

The theme's search box stays; its worker is exchanged (docs/overrides/main.html) for docs/assets/javascripts/search.js.
"""

from __future__ import annotations

import json
import posixpath
from dataclasses import astuple
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from handbook import cache, glossary, search
from handbook.paths import DOCS, NODE_MODULES

_ENGINE = NODE_MODULES / "minisearch" / "dist" / "umd" / "index.js"
_pages: dict[str, dict[str, Any]] = {}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the search engine next to the worker that imports it."""
    if not _ENGINE.exists():
        raise PluginError("node_modules/minisearch is missing; run `make setup`")
    files.append(File.generated(config, "assets/javascripts/minisearch.js", abs_src_path=str(_ENGINE)))
    config.extra["search_worker"] = "assets/javascripts/search.js"
    _pages.clear()


@event_priority(-40)
def on_page_content(html: str, page: Page, **_: object) -> None:
    """Keep a page's sections; of pages that only list links, the title."""
    rows = cache.store().made(lambda: [astuple(section) for section in search.sections(html)], "sections", html, page.file.src_uri)
    sections = [search.Section(*row) for row in rows]
    for section in sections:
        section.asks = page.meta.get("asks", {}).get(section.anchor, [])
    if 'class="bank-filter"' in html or page.meta.get("search", {}).get("exclude"):
        sections = sections[:1]
    _pages[page.file.src_uri] = {
        "url": page.url,
        "aliases": page.meta.get("aliases", []),
        "tags": page.meta.get("tags", []),
        "part": page.file.name == "index" and page.file.src_uri != "index.md",
        "sections": sections,
    }


def on_config(config: MkDocsConfig) -> None:
    """Keep the theme's plugin, which stands for its search box, from reading every page for an index of its own."""
    for event in ("page_context", "post_build"):
        handlers = config.plugins.events[event]
        handlers[:] = [handler for handler in handlers if not handler.__module__.startswith("material.plugins.search")]


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write both files, and an index of the theme's own form that holds nothing: the worker fetches what it needs."""
    _name_sections()
    heads = [
        [
            page["url"],
            page["part"],
            page["aliases"],
            page["tags"],
            [_row(section) for section in page["sections"]],
        ]
        for page in _pages.values()
    ]
    topic = f"{config.repo_url.rstrip('/')}/issues/new?template=new-topic.yml" if config.repo_url else ""
    texts = [[section.text for section in page["sections"]] for page in _pages.values()]
    folder = Path(config.site_dir) / "search"
    folder.mkdir(exist_ok=True)
    options = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": [], "fields": {}}
    for name, data in (("heads", {"topic": topic, "pages": heads}), ("texts", texts), ("search_index", {"config": options, "docs": []})):
        (folder / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _row(section: search.Section) -> list[Any]:
    """Anchor, kind and title; then, as far as there are any, the names and what readers ask."""
    row = [section.anchor, section.kind[0], section.title, section.aliases, section.asks]
    while not row[-1]:
        row.pop()
    return row


def _name_sections() -> None:
    """Give each section the names of the terms that the glossary explains there, and each entry its own."""
    texts = {name: path.read_text(encoding="utf-8") for name in glossary.PAGES if (path := DOCS / name).exists()}
    for term in glossary.read(texts):
        for target in [*term.targets, f"{posixpath.basename(term.page)}#{term.id}"]:
            name, _, anchor = posixpath.normpath(posixpath.join(posixpath.dirname(glossary.PAGE), target)).partition("#")
            for section in _pages.get(name, {}).get("sections", []):
                if section.anchor == anchor:
                    section.aliases += term.names if section.kind != "term" else term.others
