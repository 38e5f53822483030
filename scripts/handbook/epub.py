"""The handbook as an EPUB 3. In: the built site. Out: downloads/ml-interview-handbook.epub, made by pandoc.

Pandoc splits the book and writes the package, the contents and the links. Formulas (MathML) and code go through it as
they are: its own reading of MathML would turn them into TeX and back.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

import pypandoc
import yaml
from lxml import etree
from lxml.html import HtmlElement, tostring
from lxml.html.builder import CLASS, IMG, LI, SPAN, UL, A, E

from handbook import book, cover, edition, mathml

FILE = "downloads/ml-interview-handbook.epub"
_STYLES = Path(__file__).parent / "styles"
_SVG = "{http://www.w3.org/2000/svg}"


def write(site: Path) -> Path:
    """Make the book of the built ``site``; the same site gives the same bytes."""
    now = edition.read(site)
    target = site / FILE
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make(book.gather(site, now.nav), now, site, target, Path(folder))
    return target


def make(parts: list[book.Part], now: edition.Edition, site: Path, target: Path, folder: Path) -> None:
    """Let pandoc read the pages, put back what it has not to read, let it write ``target``; ``folder`` is for files between.

    Raises BookError with pandoc's message.
    """
    kept: list[str] = []
    (folder / "book.html").write_text(text(parts, folder, kept), encoding="utf-8")
    (folder / "metadata.yaml").write_text(yaml.safe_dump(_metadata(now)), encoding="utf-8")
    cover.png(now, folder / "cover.png")
    _pandoc(folder, now, "book.html", "--from=html", "--to=json", "--output=read.json")
    (folder / "book.json").write_text(_put_back((folder / "read.json").read_text(encoding="utf-8"), kept), encoding="utf-8")
    _pandoc(
        *(folder, now, "book.json", "--from=json", "--to=epub3", f"--output={target.resolve()}", "--fail-if-warnings", "--wrap=none"),
        *("--metadata-file=metadata.yaml", "--epub-cover-image=cover.png", f"--css={_STYLES / 'epub.css'}", "--epub-title-page=false"),
        *("--toc", "--toc-depth=3", "--split-level=2", f"--resource-path={folder}{os.pathsep}{site.resolve()}"),
    )


def _pandoc(folder: Path, now: edition.Edition, *arguments: str) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(now.moment)}
    command = [pypandoc.get_pandoc_path(), *arguments]
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise book.BookError(f"pandoc cannot make the EPUB: {' '.join(result.stderr.split())[:600]}")


def _put_back(document: str, kept: list[str]) -> str:
    """Pandoc's document with the pieces of ``kept`` as raw HTML in place of their numbers, and without metadata of its own."""

    def raw(node: dict) -> dict:
        if node.get("t") in ("Code", "CodeBlock") and "raw" in node["c"][0][1]:
            return {"t": node["t"].replace("CodeBlock", "RawBlock").replace("Code", "RawInline"), "c": ["html", kept[int(node["c"][1])]]}
        return node

    return json.dumps({**json.loads(document, object_hook=raw), "meta": {}}, ensure_ascii=False)


def _metadata(now: edition.Edition) -> dict[str, object]:
    return {
        "title": now.title,
        "toc-title": "Contents",
        "lang": edition.LANGUAGE,
        "date": now.day.isoformat(),
        "rights": edition.RIGHTS,
        "description": now.description,
        "identifier": [{"scheme": "UUID", "text": now.identity}],
        "accessModes": ["textual", "visual"],
        "accessModeSufficient": ["textual"],
        "accessibilityFeatures": ["alternativeText", "MathML", "readingOrder", "structuralNavigation", "tableOfContents"],
        "accessibilityHazards": ["none"],
        "accessibilitySummary": "Formulas are MathML. Figures and diagrams have text alternatives.",
    }


def text(parts: list[book.Part], folder: Path, kept: list[str]) -> str:
    """The book as one HTML document: parts on level 1, chapters on level 2.

    Diagrams become files in ``folder``. Formulas and code go to ``kept``, their numbers stand in the text.
    """
    pieces = []
    for part in parts:
        heading = E.h1(part.title, id=f"part-{part.id}")
        pieces += [heading, UL(*(LI(A(page.title, href=f"#{page.id}")) for page in part.pages))]
        for page in part.pages:
            page.heading.tag = "h2"
            page.heading.set("id", page.id)
            for element in (page.heading, page.body):
                _simplify(element, folder, kept)
            pieces += [page.heading, *page.body]
    body = "\n".join(tostring(piece, encoding="unicode") for piece in pieces)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _simplify(body: HtmlElement, folder: Path, kept: list[str]) -> None:
    """Formulas as MathML alone, diagrams as pictures, code as it is, ids where pandoc keeps them."""
    for display in body.cssselect(".katex-display"):
        display.drop_tag()
    for formula in body.cssselect(":is(h2, h3) .katex"):
        words = SPAN(book.plain(formula))  # headings stand in the contents, where pandoc does not declare MathML
        _replace(formula, words)
    for formula in body.cssselect(".katex"):
        code = formula.cssselect("code.math")[0]
        _replace(formula, _keep(mathml.for_readers(book.raw(code)), kept))
    for code in body.cssselect("code.diagram"):
        _replace(code, _diagram(book.raw(code), folder))
    for code in body.cssselect("pre"):
        source = tostring(code, encoding="unicode", method="xml", with_tail=False).replace("<span/>", "")
        _replace(code, E.pre(CLASS("raw"), _keep(source, kept)))
    for term in body.cssselect("dt[id]"):
        mark = SPAN(*term, id=term.attrib.pop("id"))
        mark.text, term.text = term.text, None
        term[:] = [mark]


def _keep(source: str, kept: list[str]) -> HtmlElement:
    kept.append(source)
    return E.code(str(len(kept) - 1), CLASS("raw"))


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail = old.tail
    old.getparent().replace(old, new)


def _diagram(source: str, folder: Path) -> HtmlElement:
    """A diagram as a picture of its own, with the site's light colors inside and its description as text alternative."""
    root = etree.fromstring(source)
    title, description = (root.findtext(f"{_SVG}{name}") or "" for name in ("title", "desc"))
    style = etree.SubElement(root, f"{_SVG}style")
    root.insert(0, style)
    style.text = (_STYLES / "diagram.css").read_text(encoding="utf-8")
    for name in ("role", "aria-labelledby", "aria-describedby"):
        root.attrib.pop(name, None)
    name = f"{re.sub(r'[^a-z0-9-]', '', root.get('id', ''))}.svg"
    (folder / name).write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
    return IMG(CLASS("diagram"), src=name, alt=description or title)
