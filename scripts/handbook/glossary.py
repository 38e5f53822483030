"""The glossary. In: its pages' Markdown. Out: its entries, and pages whose first use of each term explains it.

Each page is a definition list: one or more terms a line each (the headword first, then other names and abbreviations),
then ``:   `` and the definition. A headword that ends in ``{ .everyday }`` is also an ordinary word ("recall that"),
so that pages do not link it by themselves; another name that ends so is one for searching only. One page of all entries would be too heavy.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape

from markdown.extensions.toc import slugify

PAGE = "reference/glossary.md"
PAGES = {PAGE: "0123456789abcdef", "reference/glossary-g-to-o.md": "ghijklmno", "reference/glossary-p-to-z.md": "pqrstuvwxyz"}
_ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*?)\s*\}\s*$")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[`$*])")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TAG = re.compile(r"(<pre\b.*?</pre>|<svg\b.*?</svg>|<[^>]*>)", re.S)  # code and pictures as one
_CLOSED = re.compile(r"<(/?)(a|button|code|h[1-6]|label|pre|script|style|summary|svg|th)\b")
_SOURCES = '<h2 id="further-reading"'  # titles of papers below it are not ours to mark
_TITLE = '<p class="admonition-title">'


@dataclass(frozen=True)
class Term:
    """One entry: headword, other names, the definition's Markdown, its anchor, its line, which of the names pages link."""

    name: str
    others: tuple[str, ...]
    definition: str
    id: str
    line: int
    linked: tuple[str, ...] = ()
    page: str = PAGE

    @property
    def names(self) -> tuple[str, ...]:
        """Headword and other names."""
        return (self.name, *self.others)

    @property
    def short(self) -> str:
        """The first sentence as plain text: what a tooltip shows."""
        return re.sub(r"[`*]", "", _LINK.sub(r"\1", _SENTENCE.split(self.definition, maxsplit=1)[0])).strip()

    @property
    def targets(self) -> list[str]:
        """Where its links lead, as written."""
        return [target for _, target in _LINK.findall(self.definition)]


def read(texts: Mapping[str, str]) -> list[Term]:
    """The entries of all pages: ``texts`` maps the pages' names below docs/ to their Markdown, and may hold others."""
    return [term for page in PAGES if page in texts for term in parse(texts[page], page)]


@functools.lru_cache(maxsize=16)
def parse(text: str, page: str = PAGE) -> list[Term]:
    """The entries of one page's Markdown, in its order."""
    terms, names, line = [], [], 0
    for number, row in enumerate(text.split("\n"), 1):
        if row.startswith(":   ") and names:
            plain = [_ATTRIBUTES.sub("", name).strip() for name in names]
            everyday = [bool((found := _ATTRIBUTES.search(name)) and ".everyday" in found.group(1)) for name in names]
            linked = tuple(name for name, ordinary in zip(plain, everyday, strict=True) if not ordinary and not everyday[0])
            terms.append(Term(plain[0], tuple(plain[1:]), row[4:].strip(), slugify(plain[0], "-"), line, linked, page))
            names = []
        elif not row.strip() or row.startswith((" ", "#", ":")):
            names = []
        else:
            line = line if names else number
            names.append(row)
    return terms


def key(name: str) -> tuple[str, ...]:
    """The words that two spellings of one term share: case, hyphens and plural do not count, abbreviations keep their case."""
    return tuple(_plain(word.group()) for word in _WORD.finditer(name))


def used(name: str, text: str) -> bool:
    """Whether ``text`` has the term in some spelling."""
    return _flat(name) in _flat(text)


@functools.lru_cache(maxsize=8192)
def _flat(text: str) -> str:
    return f" {' '.join(key(text))} "


@functools.cache
def _plain(word: str) -> str:
    plural = word.endswith("s") and not word.endswith(("as", "is", "ss", "us")) and (len(word) > 4 or word[-2:-1].isupper())
    stem = word[:-1] if plural else word
    return stem if any(letter.isupper() for letter in stem[1:]) else stem.lower()


def _spots(text: str, index: dict[str, list[tuple[tuple[str, ...], Term]]]) -> Iterator[tuple[int, int, Term]]:
    """Where terms stand in plain text, the longest first; their words are parted by one space or hyphen."""
    found = [(_plain(word.group()), word.start(), word.end()) for word in _WORD.finditer(text)]
    at = 0
    while at < len(found):
        for words, term in index.get(found[at][0], ()):
            part = found[at : at + len(words)]
            joined = all(text[a[2] : b[1]] in " -" for a, b in zip(part, part[1:], strict=False))
            if joined and tuple(word for word, _, _ in part) == words:
                yield part[0][1], part[-1][2], term
                at += len(words)
                break
        else:
            at += 1


class Marker:
    """Puts a link with its definition on the first use of each term of a page."""

    def __init__(self, terms: list[Term]) -> None:
        self._index: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in terms:
            for words in {key(name) for name in term.linked} - {()}:  # a name without a letter
                self._index.setdefault(words[0], []).append((words, term))
        for rows in self._index.values():
            rows.sort(key=lambda row: -len(row[0]))

    def mark(self, html: str, addresses: dict[str, str]) -> str:
        """``html`` with links to the ``addresses`` of the glossary's pages; headings, code, links, titles and sources stay."""
        seen: set[str] = set()
        closed, title, out = 0, False, []
        html, heading, sources = html.partition(_SOURCES)
        for piece in _TAG.split(html):
            if piece.startswith("<"):
                if (found := _CLOSED.match(piece)) and piece.count("<") == 1:
                    closed += -1 if found.group(1) else 1
                title = piece == _TITLE or (title and piece != "</p>")
            elif piece.strip() and not closed and not title:
                piece = self._mark_text(piece, addresses, seen)
            out.append(piece)
        return "".join([*out, heading, sources])

    def _mark_text(self, text: str, addresses: dict[str, str], seen: set[str]) -> str:
        done, out = 0, []
        for start, end, term in _spots(text, self._index):
            if term.id not in seen:
                seen.add(term.id)
                note = escape(unescape(term.short))
                link = f'<a class="term" href="{addresses[term.page]}#{term.id}" data-definition="{note}">{text[start:end]}</a>'
                out += [text[done:start], link]
                done = end
        return "".join([*out, text[done:]])
