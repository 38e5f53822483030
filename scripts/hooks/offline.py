"""The site as a web app. In: the logo and the finished site. Out: web app manifest with icons, offline page, service worker.

``mkdocs serve`` gets none of it: a page that a browser keeps is of no use while it is being written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from handbook import offline
from handbook.paths import DOCS

_PLACE = "<!-- offline -->"
_PANEL = '<div class="offline" data-offline="panel"></div>'
_NEEDS = "This needs JavaScript. Without it, take one of the files on this page."
_ICONS = {f"assets/icons/{name}-{size}.png": (size, name) for name in ("any", "maskable") for size in (192, 512)}
_TOUCH = "assets/icons/apple-touch-icon.png"
_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Know whether this is the live preview."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Have each page carry the mark that becomes the name of the release."""
    config.extra["release"] = "" if _serving else offline.MARK


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Draw the icons and write the manifest."""
    logo = (DOCS / "assets" / "logo.svg").read_text(encoding="utf-8")
    for name, (size, purpose) in {**_ICONS, _TOUCH: (180, "maskable")}.items():
        files.append(File.generated(config, name, content=offline.icon(logo, size, purpose == "maskable")))
    content = offline.manifest(config.site_name, config.site_description or "", _ICONS)
    files.append(File.generated(config, "manifest.webmanifest", content=content))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put the panel where the page asks for it."""
    return markdown.replace(_PLACE, _PANEL)


@event_priority(50)
def on_page_content(html: str, **_: object) -> str:
    """Say below the panel what it needs."""
    return html.replace(_PANEL, f"{_PANEL}<noscript><p>{_NEEDS}</p></noscript>")


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """The offline page stands at any address: its links start at the site's own."""
    if template_name == offline.PAGE:
        context["base_url"] = urlsplit(config.site_url or "/").path


@event_priority(-1000)
def on_post_build(config: MkDocsConfig) -> None:
    """Name the release and write its worker, when every other file is there."""
    if _serving:
        return
    try:
        offline.write(Path(config.site_dir))
    except (OSError, ValueError) as error:
        raise PluginError(str(error)) from error
