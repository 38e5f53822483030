"""Mermaid to inline SVG. In: a diagram's source. Out: a small SVG whose colors come from the site's stylesheet.

The layout is made by ``merman``, without a browser. What it adds for a browser alone (its style block, unused arrow
heads, editing data, sixteen digits of every coordinate) is taken out, so that a diagram costs a few kilobytes and
follows the light and the dark palette.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import xml.etree.ElementTree as ET

import merman

from handbook import cache
from handbook.problems import ContentError

# Boxes are measured for 16 px type and shown with 13.5 px (assets/stylesheets/handbook.css): system fonts differ in
# width from machine to machine, and the slack keeps every label inside its box.
_INIT = {
    "theme": "base",
    "look": "classic",
    "htmlLabels": False,
    "flowchart": {"htmlLabels": False, "curve": "basis", "padding": 10, "nodeSpacing": 36, "rankSpacing": 42, "wrappingWidth": 260},
    "sequence": {"mirrorActors": False, "useMaxWidth": False},
    "themeVariables": {"fontFamily": "sans-serif", "fontSize": "16px"},
}
_SVG = "http://www.w3.org/2000/svg"
_DROP = {
    "data-points",
    "data-look",
    "data-et",
    "data-edge",
    "data-id",
    "data-type",
    "font-style",
    "font-weight",
    "font-family",
    "font-size",
}
_NUMERIC = {"d", "x", "y", "x1", "x2", "y1", "y2", "dx", "width", "height", "transform", "points", "viewBox", "cx", "cy", "r", "rx", "ry"}
_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_WIDE = 760  # a diagram wider than this scrolls in its own box on a phone instead of shrinking until it is unreadable

ET.register_namespace("", _SVG)


@functools.cache
def _engine() -> merman.Merman:
    return merman.Merman()


def title_and_description(source: str) -> tuple[str, str]:
    """The diagram's ``accTitle`` and ``accDescr`` lines, empty where they are missing."""
    found = dict(re.findall(r"^\s*(accTitle|accDescr)\s*:\s*(.+?)\s*$", source, re.M))
    return found.get("accTitle", ""), found.get("accDescr", "")


@functools.cache
def render(source: str) -> str:
    """One diagram as an SVG element with a title and a description.

    Raises ContentError with the parser's message and the line inside ``source``, or where the text alternative is missing.
    """
    title, description = title_and_description(source)
    if not title or not description:
        missing = "accDescr" if title else "accTitle"
        raise ContentError(
            f"diagram has no `{missing}:` line",
            "add `accTitle: short title` and `accDescr: what the picture shows` below the diagram's first line",
        )
    return cache.store().made(lambda: _draw(source), "diagram", source)


def _draw(source: str) -> str:
    name = "diagram-" + hashlib.sha256(source.encode()).hexdigest()[:8]
    options = json.dumps({"svg": {"diagram_id": name}})
    try:
        svg = _engine().render_svg(f"%%{{init: {json.dumps(_INIT)}}}%%\n{source}", options)
    except merman.MermanError as error:
        raise _explain(source, str(getattr(error, "message", error))) from None
    return _slim(svg, name)


def _explain(source: str, message: str) -> ContentError:
    analysis = json.loads(_engine().analyze_json(source, None))
    first = next((d for d in analysis["diagnostics"] if d["severity"] == "error"), None)
    reason = first["message"] if first else message
    line = (first.get("span") or {}).get("line", 1) if first else 1
    return ContentError(
        f"diagram does not parse: {' '.join(reason.split())}",
        "correct the Mermaid source (https://mermaid.js.org/intro/syntax-reference.html)",
        line - 1,
    )


def _slim(svg: str, name: str) -> str:
    root = ET.fromstring(svg)
    parents = {child: parent for parent in root.iter() for child in parent}
    used = set(re.findall(r"url\(#([^)]+)\)", svg))
    for element in list(root.iter()):
        tag = element.tag.rpartition("}")[2]
        empty_rect = tag == "rect" and not element.get("width")
        unused = tag in {"marker", "filter", "symbol", "linearGradient"} and element.get("id") not in used
        if (tag == "style" or empty_rect or unused) and element in parents:
            parents[element].remove(element)
            continue
        for key in list(element.attrib):
            if key in _DROP:
                del element.attrib[key]
            elif key == "style":
                _keep_geometry(element)
            elif key in _NUMERIC:
                element.set(key, _NUMBER.sub(lambda m: f"{float(m.group()):.1f}".removesuffix(".0"), element.get(key, "")))
        if tag not in {"svg", "title", "desc", "marker"} and "id" in element.attrib and element.get("id") not in used:
            del element.attrib["id"]
    _join_words(root)
    _frame(root, name)
    return ET.tostring(root, encoding="unicode").replace("\n", " ")


def _keep_geometry(element: ET.Element) -> None:
    """Colors come from the stylesheet; what says how a thing is aligned or dashed stays."""
    kept = [
        rule.strip()
        for rule in element.attrib.pop("style").split(";")
        if re.match(r"\s*(text-anchor|dominant-baseline|stroke-dasharray)\s*:", rule)
    ]
    for rule in kept:
        key, _, value = rule.partition(":")
        element.set(key.strip(), value.strip())


def _join_words(root: ET.Element) -> None:
    """One text run a line in place of one a word."""
    for row in root.iter(f"{{{_SVG}}}tspan"):
        words = list(row)
        if words and all(not len(word) and word.tag == row.tag for word in words):
            row.text = "".join(word.text or "" for word in words)
            for word in words:
                row.remove(word)


def _frame(root: ET.Element, name: str) -> None:
    _, _, width, height = (float(number) for number in root.get("viewBox", "0 0 100 100").split())
    for key in ("style", "width", "aria-roledescription"):
        root.attrib.pop(key, None)
    root.set("role", "img")
    root.set("width", f"{width:.0f}")
    root.set("height", f"{height:.0f}")
    root.set("class", f"{root.get('class', '')} handbook-diagram{' handbook-diagram--wide' if width > _WIDE else ''}".strip())
    root.set("aria-labelledby", f"chart-title-{name}")
    root.set("aria-describedby", f"chart-desc-{name}")
