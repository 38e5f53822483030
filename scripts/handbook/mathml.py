"""KaTeX's MathML for e-readers. In: the MathML of one formula, as on the site. Out: MathML Core, in lines that fit a small screen."""

from __future__ import annotations

import unicodedata
from copy import deepcopy

from lxml import etree

_NS = "{http://www.w3.org/1998/Math/MathML}"
_SCRIPTS = tuple(_NS + name for name in ("msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot"))
# MathML Core knows no mathvariant: browsers' engines show a bold x only where it is a letter of its own.
_ALPHABETS = {
    "bold": "MATHEMATICAL BOLD",
    "italic": "MATHEMATICAL ITALIC",
    "bold-italic": "MATHEMATICAL BOLD ITALIC",
    "double-struck": "MATHEMATICAL DOUBLE-STRUCK",
    "script": "MATHEMATICAL SCRIPT",
    "bold-script": "MATHEMATICAL BOLD SCRIPT",
    "fraktur": "MATHEMATICAL FRAKTUR",
    "sans-serif": "MATHEMATICAL SANS-SERIF",
    "monospace": "MATHEMATICAL MONOSPACE",
}
_OLDER = {"DOUBLE-STRUCK": "DOUBLE-STRUCK", "SCRIPT": "SCRIPT", "FRAKTUR": "BLACK-LETTER"}  # letters that Unicode had before
_SEPARATORS = ("1em", "2em")  # \\quad and \\qquad, which authors write between the statements of one line
_SHORT, _WIDE = 24, 44  # characters: statements that share a line, and a line that needs small type


def for_readers(source: str) -> str:
    """Presentation MathML, the TeX in ``alttext`` for readers that show none; a long display formula becomes a line a statement."""
    root = etree.fromstring(source)
    for semantics in root.findall(f"{_NS}semantics"):
        for annotation in semantics.findall(f"{_NS}annotation"):
            root.set("alttext", " ".join((annotation.text or "").split()))
            semantics.remove(annotation)
        root[:] = list(semantics)
    _valid(root)
    for token in root.iter(f"{_NS}mi", f"{_NS}mn", f"{_NS}mo", f"{_NS}mtext"):
        alphabet = _ALPHABETS.get(token.get("mathvariant", ""))
        if alphabet and token.text:
            token.text = "".join(_letter(letter, alphabet) for letter in token.text)
            del token.attrib["mathvariant"]
    return "".join(etree.tostring(line, encoding="unicode") for line in _lines(root))


def _valid(root: etree._Element) -> None:
    """Mend what KaTeX writes and MathML does not allow.

    An invisible operator stands behind a name even where the name is one of two arguments ("sigma" sub "max"), and would
    be a third; the word of ``\\bmod`` stands in boxes inside an operator.
    """
    for parent in root.iter(_SCRIPTS):
        for child in [child for child in parent if child.text == "\N{FUNCTION APPLICATION}" and not len(child)]:
            parent.remove(child)
    for operator in root.iter(f"{_NS}mo"):
        if len(operator):
            words = "".join(operator.itertext())
            operator[:] = []
            operator.text = words


def _letter(letter: str, alphabet: str) -> str:
    """``letter`` in another of Unicode's mathematical alphabets, or itself where that has none."""
    name = unicodedata.name(letter, "").replace("LATIN ", "").replace("GREEK ", "").replace(" LETTER", "")
    style = alphabet.removeprefix("MATHEMATICAL ")
    for candidate in (f"{alphabet} {name}", f"{_OLDER.get(style, style)} {name}"):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return letter


def _lines(root: etree._Element) -> list[etree._Element]:
    """The formula, or one formula for each statement of a display formula that is too long for one line."""
    row = root[0] if len(root) == 1 and root[0].tag == f"{_NS}mrow" else root
    breaks = [n for n, child in enumerate(row) if child.tag == f"{_NS}mspace" and child.get("width") in _SEPARATORS]
    if root.get("display") != "block":
        return [root]
    lines = [root]
    if breaks and _length(row) > _SHORT:
        lines, children = [], list(row)
        for start, end in zip([0, *(n + 1 for n in breaks)], [*breaks, len(children)], strict=True):
            line = etree.Element(root.tag, root.attrib, root.nsmap)
            etree.SubElement(line, f"{_NS}mrow").extend(deepcopy(child) for child in children[start:end])
            if _length(line):
                lines.append(line)
        for line in lines[1:]:
            line.attrib.pop("alttext", None)
    for line in lines:
        if _length(line) > _WIDE:
            line.set("class", "wide")
    return lines


def _length(element: etree._Element) -> int:
    return len("".join("".join(element.itertext()).split()))
