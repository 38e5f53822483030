"""SVG: Matplotlib's made small and the same on every run, and any that could do more than be looked at refused.

In: an SVG text. Out: one without dates, comments and idle digits; or the first thing that a picture must not have.
"""

from __future__ import annotations

import re
from xml.parsers import expat

_NOISE = re.compile(r"<\?xml.*?\?>\s*|<!DOCTYPE.*?>\s*|<metadata>.*?</metadata>\s*|<!--.*?-->\s*", re.S)
_NUMBER = re.compile(r"(>[^<]*<)|-?\d+\.\d+")  # text between tags is left as it is


def slim(svg: str) -> str:
    """``svg`` with coordinates rounded to a hundredth of a point, a line break after each tag, and no metadata."""
    svg = _NOISE.sub("", svg)
    svg = _NUMBER.sub(lambda m: m.group(1) or f"{float(m.group()):.2f}".rstrip("0").rstrip("."), svg)
    return re.sub(r"\s*\n\s*", "\n", svg).strip() + "\n"


_SVG = "http://www.w3.org/2000/svg "
_ELEMENTS = {
    "circle", "clipPath", "defs", "desc", "ellipse", "g", "image", "line", "linearGradient", "marker", "mask", "path", "pattern",
    "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "symbol", "text", "textPath", "title", "tspan", "use",
}  # fmt: skip
_HARMLESS_LINK = re.compile(r"#[^\s]*|data:image/(?:png|jpeg);base64,[\sA-Za-z0-9+/=]*")
_STYLE = re.compile(r"url\(\s*['\"]?(?!#|['\"]?#)|@import|position\s*:|javascript\s*:|expression\s*\(|\\", re.I)


def refused(svg: str | bytes) -> tuple[int, str] | None:
    """The line and the name of the first thing in ``svg`` that could run, load or cover something; None for a plain picture.

    A browser runs a picture's scripts when a reader opens the file by itself, and those of a diagram, which stands inside
    the page. So only elements that draw are let through, and links only to parts of the same picture.
    """
    found: list[tuple[int, str]] = []
    inside: list[str] = []  # the style element around the text, if one is
    parser = expat.ParserCreate(namespace_separator=" ")

    def meet(what: str) -> None:
        found.append((parser.CurrentLineNumber, what))

    def start(name: str, attributes: dict[str, str]) -> None:
        inside[:] = [name] if name.endswith("style") else []
        if name.removeprefix(_SVG) not in _ELEMENTS:
            meet(f"<{name.rpartition(' ')[2]}>")
        for key, value in attributes.items():
            local = key.rpartition(" ")[2].lower()
            if local.startswith("on") or key.endswith("namespace base"):
                meet(local)
            elif (local in {"href", "src"} and not _HARMLESS_LINK.fullmatch(value.strip())) or (local != "d" and _STYLE.search(value)):
                meet(f'{local}="{value[:40]}"')

    def text(data: str) -> None:
        if inside and (bad := _STYLE.search(data)):
            meet(bad.group())

    def entity(*_: object) -> None:
        meet("<!DOCTYPE>")
        raise ValueError  # before entities are expanded

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = start, entity
    parser.ProcessingInstructionHandler = lambda target, _: meet(f"<?{target}>")
    parser.CharacterDataHandler, parser.EndElementHandler = text, lambda name: inside.clear()
    parser.buffer_text = True
    try:
        parser.Parse(svg, True)
    except ValueError:
        pass
    except expat.ExpatError as error:
        found.append((error.lineno, f"XML that does not parse ({expat.ErrorString(error.code)})"))
    return found[0] if found else None
