"""The search index. In: pages as rendered HTML. Out: what the search worker reads, in two files.

``heads`` holds what readers search for first: titles, aliases, headings, questions, terms of the glossary. ``texts``
holds the words below each heading, in the same order; the worker fetches it after it has shown the first results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from handbook import tex

_LONGEST_FORMULA = 40
_HEADINGS = {"h1", "h2", "h3"}
_UNREAD = re.compile(r"<(pre|script|style|svg)\b.*?</\1>", re.S)  # most of a page's tags, and none of its words
_SILENT = {"pre", "script", "style", "svg", "button", "template"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup", "u"}


@dataclass
class Section:
    """What one link of the result list stands for: ``kind`` is page, section, question or term; ``asks`` is what readers type."""

    anchor: str
    kind: str
    title: str = ""
    text: str = ""
    aliases: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Cuts a page's HTML into sections; code, pictures and buttons stay out, formulas become the characters that they show."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [Section("", "page")]
        self._section = self.sections[0]
        self._open: list[Section] = []  # the sections around an open question or term
        self._silent: list[str] = []
        self._title = ""

    @property
    def _into(self) -> Section:
        return self._open[-1] if self._open else self._section

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        classes = (names.get("class") or "").split()
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.append(tag)
            return
        if tag in _SILENT or "headerlink" in classes or "admonition-title" in classes:
            self._silent.append(tag)
        elif tag == "span" and (mark := names.get("data-tex")):
            self._add(tex.words(mark, _LONGEST_FORMULA))
        elif tag in _HEADINGS:
            self._open.clear()
            if tag != "h1":
                self._section = Section(names.get("id") or "", "section")
                self.sections.append(self._section)
            self._title = tag
        elif tag == "details" and "question" in classes:
            self._begin(names.get("id") or "", "question")
        elif tag == "summary" and self._open:
            self._title = tag
        elif tag == "dt" and names.get("id"):
            self._open.clear()
            self._begin(names["id"] or "", "term")
            self._title = tag
        elif tag not in _INLINE:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
        elif tag == self._title:
            self._title = ""
        elif (tag == "details" and self._open and self._open[-1].kind == "question") or (tag == "dl" and self._open):
            self._open.pop()
        elif tag not in _INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(data)

    def _begin(self, anchor: str, kind: str) -> None:
        section = Section(anchor, kind)
        self.sections.append(section)
        self._open.append(section)

    def _add(self, text: str) -> None:
        into = self._into
        if self._title:
            into.title += text
        else:
            into.text += text


def sections(html: str) -> list[Section]:
    """The page itself first, then its sections, questions and terms in their order, with white space collapsed."""
    reader = _Reader()
    reader.feed(_UNREAD.sub(r"<\1></\1>", html))
    for section in reader.sections:
        section.title, section.text = " ".join(section.title.split()), " ".join(section.text.split())
    return reader.sections
