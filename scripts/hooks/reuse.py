"""What a build need not do again. In: pages, and what earlier builds kept (``handbook.cache``). Out: the same pages, sooner.

A page's Markdown is converted again only if its text, the files that it may link to, the settings, the code or a
package has changed; its template is filled again only if, besides, its content, its front matter, the navigation or a
template has changed. Other hooks keep what costs them most. What looks at more than one page runs in each build.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from handbook import cache, tex

_files = _around = b""  # hashes, because they are part of each page's key, and as long as the site is large
_nav: Navigation
_PLAIN = (str, int, float, list, Mapping, type(None))
_ELSEWHERE = {
    "nav",
    "pages",
    "config",
    "page",
    "tags",
    "build_date_utc",
}  # in the key in another form; no page shows the moment of the build


class _Listener(logging.Handler):
    """Notes whether anything was said while a page was converted: a warning must be said again in every build."""

    heard = False

    def emit(self, record: logging.LogRecord) -> None:
        """Note it."""
        self.heard = True


def on_startup(command: str, **_: object) -> None:
    """While serving, builds follow each other in one process."""
    if command == "serve":
        cache.store().hold()


@event_priority(200)
def on_config(config: MkDocsConfig) -> None:
    """Keep nothing more where the code has changed since the process began (live reload)."""
    cache.store().refresh()


@event_priority(-200)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """The files that links can lead to, and where they will be."""
    global _files, _nav
    _nav = nav
    _files = cache.digest(cache.settings(sorted((file.src_uri, file.url, file.inclusion.name) for file in files)))


@event_priority(-200)
def on_pre_page(page: Page, **_: object) -> None:
    """Look for a kept conversion before converting; notebooks have a conversion of their own."""
    if page.file.src_uri.endswith(".md"):
        page.render = functools.partial(_render, page, page.render)  # type: ignore[method-assign]


def _render(page: Page, render: Any, config: MkDocsConfig, files: Files) -> None:
    level = str(logging.getLogger("mkdocs").getEffectiveLevel())  # decides what a conversion says and which links it notes
    settings = cache.settings(config.markdown_extensions, config.mdx_configs, config.validation)
    key = ("page", page.file.src_uri, page.markdown or "", _files, settings, level)
    kept = cache.store().get(*key)
    if kept is None:
        kept = _converted(page, render, config, files)
        if kept:
            cache.store().put(kept, *key)
        return
    for source, display in kept["formulas"]:
        tex.mark(source, display)
    page.content, page.toc, page._title_from_render = kept["html"], get_toc(kept["toc"]), kept["title"]
    page.present_anchor_ids = set(kept["anchors"])
    if kept["links"] is not None:
        page.links_to_anchors = {files.src_uris[name]: anchors for name, anchors in kept["links"].items()}


def _converted(page: Page, render: Any, config: MkDocsConfig, files: Files) -> dict[str, Any] | None:
    """Convert, and give all that the conversion left in the page; None if it had something to say."""
    listener, loggers = _Listener(), [logging.getLogger(), logging.getLogger("mkdocs")]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        with tex.marked() as formulas:
            render(config, files)
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
    links = page.links_to_anchors
    return (
        None
        if listener.heard
        else {
            "html": page.content,
            "toc": [_token(item) for item in page.toc],
            "title": page._title_from_render,
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
            "formulas": formulas,
        }
    )


def _plain(value: Any) -> Any:
    """``value`` without objects: settings and properties that a template can write."""
    if isinstance(value, Mapping):
        return {str(name): _plain(child) for name, child in value.items() if isinstance(child, _PLAIN)}
    return [_plain(child) for child in value if isinstance(child, _PLAIN)] if isinstance(value, list) else value


def _outline(item: Any) -> list[Any]:
    """An entry of the navigation, as far as a template shows it."""
    return [item.title, getattr(item, "url", None), _plain(getattr(item, "meta", None)), [_outline(child) for child in item.children or []]]


def _token(item: AnchorLink) -> dict[str, Any]:
    return {"level": item.level, "id": item.id, "name": item.title, "children": [_token(child) for child in item.children]}


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> None:
    """Compile each template once a process, not once a build; fill one for a page only if something of it is new."""
    global _around
    env.bytecode_cache, env.template_class = cache.templates(), _Kept
    folder = Path(config.docs_dir) / "overrides"
    sources = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))]
    plugins = {name: _plain(getattr(plugin, "config", None)) for name, plugin in config.plugins.items()}
    outline = [_outline(item) for item in _nav.items]
    _around = cache.digest(cache.settings(sources, _plain(config), plugins, _plain(vars(config.theme)), outline))


class _Kept(Template):
    """A template that is filled once for the same page, navigation, settings and templates."""

    def render(self, *arguments: Any, **options: Any) -> str:
        """The page, filled now or earlier. Templates that are no page's are filled in each build."""
        context = dict(*arguments, **options)
        page = context.get("page")
        if page is None:
            return super().render(context)
        rest = {name: value for name, value in context.items() if name not in _ELSEWHERE}
        tags = [(tag.name, tag.hidden, tag.url) for tag in context.get("tags", [])]
        of_page = [
            page.title,
            page.is_homepage,
            [_token(item) for item in page.toc],
            _plain(vars(page)),
            [item.title for item in page.ancestors],
        ]
        key = cache.settings(self.name, rest, tags, of_page)
        return cache.store().made(lambda: Template.render(self, context), "page as a whole", key, _around)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Keep what is new for the next build."""
    cache.store().save()
