"""Files that no page makes. In: npm packages, theme, pages. Out: KaTeX's stylesheet and fonts, the theme's colors, robots.txt, llms.txt."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook import fonts, tex
from handbook.paths import KATEX

_LEGACY_FONTS = re.compile(r',url\(fonts/[^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)')

# While it sets the colors, the theme marks the page, so that nothing fades. It does so on each load, too, and this rule has
# every element of the page styled twice then: a third of the time in which a phone does not answer.
_SWITCHING = re.compile(r"\[data-md-color-switching\] \*,[^{}]*\{transition-duration:[^{}]*\}")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add KaTeX's stylesheet; every browser that the site supports reads WOFF2."""
    if not KATEX.exists():
        raise PluginError("node_modules/katex is missing; run `make setup`")
    style = (KATEX / "dist" / "katex-swap.min.css").read_text(encoding="utf-8")
    folder = f"assets/katex-{tex.version()}"
    files.append(File.generated(config, f"{folder}/katex.min.css", content=_LEGACY_FONTS.sub("", style)))
    config.extra["katex"] = folder
    _without_switching(files, config)
    return files


def _without_switching(files: Files, config: MkDocsConfig) -> None:
    """Take ``_SWITCHING`` out of the theme's colors."""
    colors = next((file for file in files if re.fullmatch(r"assets/stylesheets/palette\.\w+\.min\.css", file.src_uri)), None)
    style, found = _SWITCHING.subn("", colors.content_string) if colors else ("", 0)
    if colors is None or found != 1:
        raise PluginError("the theme's colors no longer have the rule [data-md-color-switching]; correct scripts/hooks/site_files.py")
    files.remove(colors)
    files.append(File.generated(config, colors.src_uri, content=style))


def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> None:
    """Keep the navigation for llms.txt."""
    config.extra["handbook_nav"] = nav


def on_post_build(config: MkDocsConfig) -> None:
    """Write the fonts, robots.txt and llms.txt (https://llmstxt.org: title, summary, a described link to each page)."""
    folder, characters = Path(config.site_dir) / config.extra["katex"] / "fonts", tex.characters()
    folder.mkdir(parents=True, exist_ok=True)
    for font in sorted((KATEX / "dist" / "fonts").glob("*.woff2")):
        (folder / font.name).write_bytes(fonts.subset(font, characters))
    base, nav = config.site_url or "/", config.extra["handbook_nav"]
    site_dir = Path(config.site_dir)
    (site_dir / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(base, 'sitemap.xml')}\n", encoding="utf-8")
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    for item in nav.items:
        pages = list(_pages(item))
        if isinstance(item, Section):
            lines += [f"## {item.title}", ""]
        lines += [f"- [{page.title}]({urljoin(base, page.url)}): {page.meta.get('description', '')}".rstrip(": ") for page in pages] + [""]
    (site_dir / "llms.txt").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _pages(item: object) -> list[Page]:
    if isinstance(item, Page):
        return [item]
    return [page for child in getattr(item, "children", None) or [] for page in _pages(child)]
