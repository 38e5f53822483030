"""HTML that may go into a page. In: what Markdown made of a contribution. Out: the same without anything that acts.

The content rules refuse such HTML with a message; this is the second wall, for what a rule or an extension overlooks.
"""

from __future__ import annotations

import re
import string

import nh3

_TEXT = "a abbr blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img kbd li ol p pre section span strong sub sup ul"
_TABLES = "table tbody td tfoot th thead tr"
_BOXES = "details summary form input label option output select"
_PICTURES = "circle defs desc ellipse g line linearGradient marker path polygon polyline rect stop svg text title tspan"
_DRAWN = (
    "d x y x1 x2 y1 y2 dx dy cx cy r rx ry width height points transform offset viewBox refX refY orient xmlns fill stroke stroke-width "
    "stroke-dasharray stop-color stop-opacity text-anchor dominant-baseline marker-start marker-end markerUnits markerWidth markerHeight "
    "gradientUnits"
)
_ATTRIBUTES = {
    "*": {"class", "id", "title", "role", "aria-label", "aria-labelledby", "aria-describedby", "aria-live"},
    "a": {"href", "data-level"},
    "details": {"open"},
    "div": {"data-app", "data-offline", "data-tabs"},
    "h2": {"data-tags"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "input": {"name", "autocomplete", "checked", "disabled"},
    "label": {"for"},
    "ol": {"start"},
    "option": {"value"},
    "select": {"name"},
    "span": {"data-tex"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan", "scope"},
    **{tag: set(_DRAWN.split()) for tag in _PICTURES.split()},
}
_TAG = re.compile(r"<([a-zA-Z][^\s/>]*)[^>]*>")
_STYLE = re.compile(r"\bstyle\s*=([^>]*)", re.I)
_PROPERTY = re.compile(r"([a-zA-Z-]+)\s*:")
_SCHEME = re.compile(r"""=["']?([a-zA-Z][a-zA-Z0-9+.-]*):""")


def _kept(tag: str, name: str, value: str) -> str | None:
    """An attribute's value, or None for an id by which the theme's script would take the element for one of its own."""
    return None if name in {"id", "for", "name"} and value.startswith("__") and not value.startswith("__tabbed_") else value


_cleaner = nh3.Cleaner(
    tags={*_TEXT.split(), *_TABLES.split(), *_BOXES.split(), *_PICTURES.split()},
    clean_content_tags={"script", "style"},
    attributes=_ATTRIBUTES,
    tag_attribute_values={"input": {"type": {"checkbox", "radio", "search"}}},
    filter_style_properties={"text-align"},
    attribute_filter=_kept,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def clean(html: str) -> str:
    """``html`` without scripts, event handlers, styles, frames, and addresses other than http, https, mailto and relative ones."""
    return _cleaner.clean(html)


def checked(html: str) -> tuple[str, str]:
    """What ``clean`` makes of ``html``, and what it ``lost``."""
    cleaned = clean(html)
    return cleaned, lost(html, cleaned)


def lost(html: str, cleaned: str) -> str:
    """The first tag of ``html`` that did not come through to ``cleaned`` whole, or an empty string.

    Cleaning also writes entities, styles and empty elements in its own way, so the two are compared after a pass that lets all through.
    """
    tags = set(_TAG.findall(html))
    everything = nh3.Cleaner(
        tags=(tags | {tag.lower() for tag in tags} | {"tbody"})
        - {"style"},  # nh3 cannot let a style element through where it filters styles
        clean_content_tags=set(),
        attributes={},
        filter_style_properties={name for style in _STYLE.findall(html) for name in _PROPERTY.findall(style)},
        generic_attribute_prefixes=set(string.ascii_letters) | {"_", ":"},
        url_schemes=set(_SCHEME.findall(html)),
        strip_comments=False,
        link_rel=None,
    ).clean(html)
    if everything == cleaned:
        return ""
    kept = {found.group() for found in _TAG.finditer(cleaned)}
    first = next((found.group() for found in _TAG.finditer(everything) if found.group() not in kept), "")
    return first or ("<style>" if "style" in {tag.lower() for tag in tags} else "<!-- -->")
