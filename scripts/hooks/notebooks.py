"""Notebooks as pages. In: ``notebooks/*.ipynb``. Out: pages, made with the site's own Markdown.

mkdocs-jupyter finds the files and offers the download. It would convert each notebook twice, for content and contents
list; both are made by ``handbook.notebook`` instead, so code blocks, math, links and pictures are those of a chapter,
and none of the 570 KB of styles that it would inline reaches a reader.
"""

from __future__ import annotations

import functools
import posixpath
import re
from html import escape
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from handbook import cache, notebook, tex
from handbook.chapter import parse
from handbook.paths import DOCS, NOTEBOOKS, ROOT

_LIST = "coding/index.md"
_ROW = re.compile(r"^(?P<cell>\| \[[^\]]+\]\(\.\./\.\./notebooks/(?P<name>\w+\.ipynb)\)) \|", re.M)


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each notebook and its pictures to the site, before mkdocs-jupyter looks for notebooks."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        page = File(f"notebooks/{path.name}", str(ROOT), config.site_dir, config.use_directory_urls)
        files.append(page)
        for picture in notebook.pictures(notebook.read(path)):
            files.append(File.generated(config, f"notebooks/{path.stem}/{picture.name}", content=picture.data))
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, files: Files, **_: object) -> str | None:
    """Read a notebook's front matter, and list the chapters that link to it; in the list of notebooks, say how hard each is."""
    if page.file.src_uri == _LIST:
        return _ROW.sub(_known, markdown)
    if not page.file.src_uri.endswith(".ipynb"):
        return None
    source = notebook.read(NOTEBOOKS / posixpath.basename(page.file.src_uri))
    page.meta.update(source.meta)
    page.meta["notebook"] = posixpath.basename(page.file.src_uri)
    page.edit_url = (page.edit_url or "").replace("/docs/notebooks/", "/notebooks/") or None
    page.meta["used_in"] = _used_in(page, files)
    return ""


def _known(row: re.Match[str]) -> str:
    """A row of the list, with what the notebook's metadata say."""
    meta = notebook.read(NOTEBOOKS / row["name"]).meta
    return f"{row['cell']}<br>{meta['difficulty']}, {meta['minutes']} min, {meta['asked']} |"


def _used_in(page: Page, files: Files) -> list[dict[str, str]]:
    """Title and address of every chapter that links to the notebook, in the order of the navigation."""
    found = _chapters(files).get(posixpath.basename(page.file.src_uri), [])
    return [{"title": title, "url": file.url_relative_to(page.file)} for title, file in found]


@functools.lru_cache(maxsize=1)
def _chapters(files: Files) -> dict[str, list[tuple[str, File]]]:
    """Each notebook's name to the titles and files of the chapters that link to it; made once a build."""
    found: dict[str, list[tuple[str, File]]] = {}
    for file in files.documentation_pages():
        if not file.src_uri.endswith(".md") or file.page is None or file.abs_src_path is None:
            continue
        chapter = parse((DOCS / file.src_uri).read_text(encoding="utf-8"))
        title = next((h.text for h in chapter.headings if h.level == 1), file.src_uri)
        targets = (link.target.split("#")[0].rpartition("/notebooks/") for link in chapter.links)
        for name in dict.fromkeys(name for _, mark, name in targets if mark):
            found.setdefault(name, []).append((title, file))
    return found


@event_priority(-100)
def on_pre_page(page: Page, **_: object) -> None:
    """Put this hook's conversion in place of mkdocs-jupyter's, as that does with the site generator's."""
    if page.file.src_uri.endswith(".ipynb"):
        page.render = functools.partial(_render, page)  # type: ignore[method-assign]


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render the notebook with the extensions of mkdocs.yml; title and contents list are those of its headings."""
    folder = posixpath.splitext(page.meta["notebook"])[0]

    def link(target: str) -> str:
        path, mark, fragment = target.partition("#")
        if not path or "://" in path:
            return target
        place = posixpath.normpath(posixpath.join("notebooks", path)).removeprefix("docs/")
        file = files.get_file_from_path(place)
        return (file.url_relative_to(page.file) if file else target) + mark + fragment

    def picture(shown: notebook.Picture) -> str:
        file = files.get_file_from_path(f"notebooks/{folder}/{shown.name}")
        source = file.url_relative_to(page.file) if file else shown.name
        return (
            f'<figure class="plot"><img src="{escape(source)}" alt="{escape(shown.alt)}" '
            f'width="{shown.width}" height="{shown.height}" loading="lazy" decoding="async"></figure>'
        )

    text = notebook.to_markdown(notebook.read(NOTEBOOKS / page.meta["notebook"]), link, picture)
    settings = cache.settings(config.markdown_extensions, config.mdx_configs)
    made = cache.store().made(lambda: _convert(text, config), "notebook", text, settings)
    for source, display in made["formulas"]:
        tex.mark(source, display)
    page.content, page.toc = made["html"], get_toc(made["toc"])
    page.title = next((token["name"] for token in made["toc"] if token["level"] == 1), page.meta["notebook"])


def _convert(text: str, config: MkDocsConfig) -> dict[str, Any]:
    """The HTML of ``text``, the entries of its contents list and the formulas in it."""
    converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    with tex.marked() as formulas:
        return {"html": converter.convert(text), "toc": converter.toc_tokens, "formulas": formulas}
