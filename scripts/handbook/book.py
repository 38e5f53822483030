"""The handbook as one book. In: the built site and its navigation. Out: parts and pages, cleaned, with ids of one document.

EPUB and PDF are made of these: no script, no control, everything open, every link inside the book or to another host.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement, fragment_fromstring
from lxml.html.builder import CLASS, DIV, SPAN

# What lives only on the site: its front page, what it offers to download, and apps.
LEFT_OUT = ("index.md", "downloads.md", "practice/")
_HOST = "https://book.invalid/"  # stands for the site while links are resolved
_CONTROLS = "nav.md-tags, a.md-content__button, aside.md-source-file, a.headerlink, form, noscript, style, script, button, .notebook-header__actions"
_MATH = re.compile(r"<math\b.*?</math>", re.S)
_DIAGRAM = re.compile(r"<svg\b[^>]*\bhandbook-diagram\b.*?</svg>", re.S)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class BookError(Exception):
    """A site that the book cannot be made of; the message says why and what to do."""


@dataclass(frozen=True)
class Heading:
    """A section of a page: its level (3 for a section, 4 for one inside it), id in the book and title in plain text."""

    level: int
    id: str
    title: str


@dataclass
class Page:
    """A page of the book: id in the book, address on the site, title, and content without its title."""

    id: str
    url: str
    title: str
    heading: HtmlElement
    body: HtmlElement
    sections: list[Heading] = field(default_factory=list)


@dataclass
class Part:
    """A part of the book: an entry of the navigation with its own pages."""

    id: str
    title: str
    pages: list[Page] = field(default_factory=list)


def gather(site: Path, nav: list[Any], only: str = "") -> list[Part]:
    """Every page of ``nav`` that belongs into the book, read from the built ``site``; links lead to ids of the book.

    A section inside a part becomes a part that follows it. ``only`` keeps the pages whose source starts with it.
    """
    parts = [Part(identifier(title), title, [_read(site, name) for name in names]) for title, names in outline(nav, only)]
    places = {page.url: page for part in parts for page in part.pages}
    anchors = {page.url: set(page.body.xpath(".//@id")) for page in places.values()}
    for page in places.values():
        _links(page, places, anchors)
    wanted = {target[1:] for page in places.values() for target in page.body.xpath('.//a[starts-with(@href, "#")]/@href')}
    for page in places.values():
        _number(page, wanted)
    return parts


def outline(nav: list[Any], only: str = "") -> Iterator[tuple[str, list[str]]]:
    """Title and sources of each part: its own pages first, then each section inside it as a part of its own."""
    for item in nav:
        for title, children in item.items() if isinstance(item, dict) else []:
            names = [child for child in children if isinstance(child, str)] if isinstance(children, list) else [children]
            kept = [name for name in names if not name.startswith(LEFT_OUT) and name.startswith(only)]
            if kept:
                yield title, kept
            if isinstance(children, list):
                yield from outline([child for child in children if isinstance(child, dict)], only)


def address(name: str) -> str:
    """The address, below the site's own, of the page that is made of the source ``name``."""
    stem = posixpath.splitext(name)[0]
    return f"{posixpath.dirname(stem)}/" if posixpath.basename(stem) == "index" else f"{stem}/"


def identifier(text: str) -> str:
    """``text`` as an id that XML allows: letters, digits, dots and hyphens, a letter first."""
    words = re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-.").lower()
    return words if words[:1].isalpha() else f"n-{words}"


def _read(site: Path, name: str) -> Page:
    path = site / address(name) / "index.html"
    if not path.exists():
        raise BookError(f"{path} is missing; run `make build`")
    text = path.read_text(encoding="utf-8")
    start, end = text.find("<article"), text.rfind("</article>")
    if start < 0:
        raise BookError(f"{path} has no <article>; correct scripts/handbook/book.py to what the theme writes")
    # MathML and diagrams are XML: kept as text, they come out as they are, and the HTML parser never sees them.
    text = _MATH.sub(lambda found: _raw("math", found.group()), text[start:end])
    text = _DIAGRAM.sub(lambda found: _raw("diagram", found.group()), text)
    body = fragment_fromstring(text + "</article>")
    _clean(body)
    heading = body.find(".//h1")
    if heading is None:
        raise BookError(f"{path} has no title; begin the page with `# Title`")
    page = Page(identifier(address(name)), address(name), plain(heading), heading, body)
    heading.drop_tree()
    body.tag, body.attrib["class"] = "div", "page"
    if heading.get("id"):
        body.set("id", heading.attrib.pop("id"))
    return page


def _raw(kind: str, source: str) -> str:
    return f'<code class="raw {kind}">{html.escape(source)}</code>'


def raw(element: HtmlElement) -> str:
    """The XML that a ``code.raw`` element stands for."""
    return element.text or ""


def plain(element: HtmlElement) -> str:
    """An element's text in one line, formulas as their characters."""
    copy = deepcopy(element)
    copy.tail = None
    for code in copy.cssselect("code.math"):
        code.text = html.unescape(re.sub(r"<annotation.*?</annotation>|<[^>]*>", "", raw(code), flags=re.S))
    for shown in copy.cssselect(".katex-html"):
        shown.drop_tree()
    return " ".join(copy.text_content().split())


def _clean(body: HtmlElement) -> None:
    """Take out controls, open what is closed, and write in words what only a style or a script shows."""
    for control in body.cssselect(_CONTROLS):
        control.drop_tree()
    for tabs in body.cssselect(".tabbed-set"):
        _tabs(tabs)
    for details in body.iter("details"):
        details.tag = "div"
        details.attrib.pop("open", None)
        summary = details.find("summary")
        if summary is not None:
            level = next((word for word in details.get("class", "").split() if word in ("easy", "medium", "hard")), "")
            summary.tag, summary.attrib["class"] = "div", "title"
            if level:
                mark = SPAN(CLASS(f"level {level}"), level)
                mark.tail, summary.text = " " + (summary.text or ""), None
                summary.insert(0, mark)
    for title in body.cssselect("p.admonition-title"):
        title.tag, title.attrib["class"] = "div", "title"
    for link in body.cssselect("a[data-level]"):
        link.tail = f" ({link.attrib.pop('data-level')}){link.tail or ''}"
    for box in body.cssselect("input[type=checkbox]"):
        box.tail = f"\N{BALLOT BOX} {(box.tail or '').lstrip()}"
        box.drop_tree()
    for header in body.cssselect("aside.notebook-header"):
        header.tag = "div"
        for facts in header.cssselect("p:first-child"):
            words = [" ".join(fact.text_content().split()) for fact in facts]
            facts.clear()
            facts.text = " · ".join(words)
    for box in body.cssselect(".late, .home"):
        box.drop_tag()
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        for name in [name for name in element.attrib if name.startswith("data-") or name in ("loading", "decoding")]:
            del element.attrib[name]


def _tabs(tabs: HtmlElement) -> None:
    """All tabs below each other, each with its name."""
    names = [label.text_content() for label in tabs.cssselect(".tabbed-labels > label")]
    blocks = tabs.cssselect(".tabbed-content > .tabbed-block")
    if len(names) != len(blocks):
        raise BookError("content tabs have another markup than expected; correct scripts/handbook/book.py")
    tabs[:] = [DIV(DIV(name, CLASS("title")), *block, CLASS("tab")) for name, block in zip(names, blocks, strict=True)]
    tabs.attrib["class"] = "tabs"


def _links(page: Page, places: dict[str, Page], anchors: dict[str, set[str]]) -> None:
    """Lead links to the book's own ids, and pictures to paths below the site; links to what is left out become text."""
    for picture in page.body.iter("img"):
        picture.set("src", urljoin(_HOST + page.url, picture.get("src"))[len(_HOST) :])
    for link in [*page.body.iter("a"), *page.heading.iter("a")]:
        href = link.get("href")
        target = urljoin(_HOST + page.url, href or "")
        if href is None or not target.startswith(_HOST):
            continue
        url, fragment = urlsplit(target).path[1:], unquote(urlsplit(target).fragment)
        if url in places:
            link.attrib.clear()
            there = fragment in anchors[url] and fragment != places[url].body.get("id")
            link.set("href", f"#{places[url].id}" + (f"--{identifier(fragment)}" if there else ""))
        else:
            link.drop_tag()


def _number(page: Page, wanted: set[str]) -> None:
    """Give each heading and each target of a link the book's id; move headings one level down; forget all other ids."""
    page.body.attrib.pop("id", None)
    for element in page.body.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.attrib.pop("id", None)
        own = f"{page.id}--{identifier(name)}" if name else ""
        if element.tag in _HEADINGS:
            element.tag = f"h{min(6, int(element.tag[1]) + 1)}"
            if own:
                page.sections.append(Heading(int(element.tag[1]), own, plain(element)))
                element.set("id", own)
        elif own in wanted:
            element.set("id", own)
