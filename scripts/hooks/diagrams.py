"""Diagrams at build time. In: Mermaid fences. Out: a figure with inline SVG, caption and text alternative."""

from __future__ import annotations

from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from handbook import mermaid


def on_config(config: MkDocsConfig) -> None:
    """Let the code-fence extension hand ``mermaid`` fences to this hook."""
    fences = config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", [])
    if not any(fence["name"] == "mermaid" for fence in fences):
        fences.append({"name": "mermaid", "class": "diagram", "format": _figure})


def _figure(source: str, language: str, css_class: str, options: Any, md: Any, **_: Any) -> str:
    svg = mermaid.render(source + "\n")
    title, _description = mermaid.title_and_description(source)
    return f'<figure class="{css_class}"><div class="{css_class}__box">{svg}</div><figcaption>{escape(title)}</figcaption></figure>'
