"""Markdown source to its parts. In: a page's or a cell's text. Out: headings, fences, formulas, links, questions, each with its line.

The text is parsed by markdown-it-py after the containers that only the site's Markdown dialect knows (admonitions,
details, tabs) have been unindented, so that line numbers stay those of the file. Front matter and questions, which the
rules need of every page, are read at once; the rest, which costs most, when it is first asked for.

The site's own renderer is another one, and what it makes of odd input differs: ``texts`` holds what markdown-it-py
takes for plain text, so that a rule can refuse there what the other might take for markup.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import yaml
from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from markdown_it.token import Token

_FENCE = re.compile(r"^ *(`{3,}|~{3,})(.*)$")
_FENCE_IN_LIST = re.compile(r"^ *(?:[-*+]|\d+[.)]) +(`{3,}|~{3,})([^`]*)$")
_QUESTION = re.compile(r'^(?P<indent> *)\?\?\?\+? question\b(?P<level>[^"]*)(?P<title>"(?P<text>.*)")?(?P<tail>[^"]*)$')
_BOX = re.compile(r' *(?:!!! |\?\?\?\+? )[\w-]+(?: +[\w-]+)*(?: +"(?P<title>.*)")? *(?P<tail>[^"]*)$| *===[!+]? "(?P<tab>.+)" *$')
_MOST_LEVELS = 12  # markdown-it-py reads 20; what lies deeper would be seen by no rule
_ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*?)\s*\}\s*$")
_TITLE_ID = re.compile(r"\{:? ?#[\w.:-]+ ?\}")
_ID = re.compile(r"#([^\s}]+)")
# Without definitions of link targets: they are refused, and a footnote of the site's dialect would be taken for one and not be seen.
_PARSER = MarkdownIt("commonmark").enable("table").enable("strikethrough").disable("reference")
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # an unsafe link must be seen to be refused


@dataclass(frozen=True)
class Fence:
    """A fenced block: its info string, its text, the line of its opening fence."""

    info: str
    text: str
    line: int


@dataclass(frozen=True)
class Formula:
    """A formula in TeX; ``line`` is that of its first character."""

    tex: str
    display: bool
    line: int


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, its source text without attributes, the anchor that the site gives it."""

    level: int
    text: str
    anchor: str
    line: int
    explicit: bool


@dataclass(frozen=True)
class Link:
    """A link or picture: target, text or text alternative."""

    target: str
    text: str
    line: int
    picture: bool = False


@dataclass(frozen=True)
class Question:
    """A question block: level and title as written, the stable id, the answer's Markdown."""

    level: str
    title: str
    id: str
    answer: str
    line: int


Broken = list[tuple[int, str, str]]


@dataclass
class _Parts:
    """What only the Markdown parser finds."""

    headings: list[Heading] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    html: list[tuple[str, int]] = field(default_factory=list)
    texts: list[tuple[str, int]] = field(default_factory=list)
    broken: Broken = field(default_factory=list)


@dataclass
class Chapter:
    """What stands in one Markdown text. ``lines`` are those of the body without the containers' indentation."""

    text: str
    meta: dict = field(default_factory=dict)
    body_line: int = 1
    lines: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    first_broken: Broken = field(default_factory=list)

    @cached_property
    def _parts(self) -> _Parts:
        parts = _Parts()
        _walk(_PARSER.parse("\n".join(self.lines)), parts, self.text.split("\n"))
        return parts

    @property
    def headings(self) -> list[Heading]:
        """Headings, in order."""
        return self._parts.headings

    @property
    def fences(self) -> list[Fence]:
        """Fenced blocks, in order."""
        return self._parts.fences

    @property
    def formulas(self) -> list[Formula]:
        """Formulas, inline and display."""
        return self._parts.formulas

    @property
    def links(self) -> list[Link]:
        """Links and pictures."""
        return self._parts.links

    @property
    def html(self) -> list[tuple[str, int]]:
        """Raw HTML and its line."""
        return self._parts.html

    @property
    def texts(self) -> list[tuple[str, int]]:
        """Runs of plain text and their lines."""
        return self._parts.texts

    @property
    def broken(self) -> Broken:
        """(line, what, remedy) of all that makes parsing itself doubtful."""
        return self.first_broken + self._parts.broken

    @property
    def anchors(self) -> set[str]:
        """Every fragment that a link to this page may name."""
        return {heading.anchor for heading in self.headings} | {question.id for question in self.questions}


@functools.cache
def parse(text: str) -> Chapter:
    """The parts of ``text``. Never raises: what is wrong is listed in ``broken``.

    Every text is kept: rules and hooks ask for each page many times, and a cache that is too small for all pages of a
    site is no cache at all, because they ask in the same order each time.
    """
    chapter = Chapter(text)
    _front_matter(chapter)
    lines = text.split("\n")
    fenced: set[int] = set()
    chapter.lines = [""] * (chapter.body_line - 1) + list(_unindent(lines[chapter.body_line - 1 :], chapter, fenced))
    _questions(lines, chapter, fenced)
    return chapter


def _front_matter(chapter: Chapter) -> None:
    if not chapter.text.startswith("---\n"):
        return
    end = chapter.text.find("\n---\n", 3)
    if end < 0:
        chapter.first_broken.append((1, "front matter is never closed", "end it with a line of three dashes"))
        return
    chapter.body_line = chapter.text.count("\n", 0, end + 5) + 1
    try:
        meta = _yaml(chapter.text[4 : end + 1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # a ValueError is a date such as 2024-13-45
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "not valid YAML"
        chapter.first_broken.append(
            (
                2 + (mark.line if mark else 0),
                f"front matter does not parse: {reason}",
                "write `key: value` lines; quote values that hold a colon",
            )
        )
        return
    if isinstance(meta, dict):
        chapter.meta = {str(key): value for key, value in meta.items()}
    elif meta is not None:
        chapter.first_broken.append((2, "front matter is not a list of keys", "write `key: value` lines"))


def _yaml(text: str) -> object:
    """``text`` read by libyaml, which is ten times as fast; where that fails by the parser whose messages say more."""
    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.safe_load(text)


def _unindent(lines: list[str], chapter: Chapter, fenced: set[int]) -> Iterator[str]:
    """Bring the bodies of admonitions, details and tabs to the left margin; their titles become lines of text.

    The numbers of the lines of fenced blocks are put into ``fenced``.
    """
    bodies: list[int] = []
    fence, opened = "", 0
    for number, line in enumerate(lines, chapter.body_line):
        indent = len(line) - len(line.lstrip(" "))
        while line.strip() and bodies and indent < bodies[-1]:
            bodies.pop()
            if fence and indent < opened:
                break
        content = line[bodies[-1] :] if bodies else line
        mark = _FENCE.match(content)
        if fence:
            fenced.add(number)
            if mark and mark.group(1).startswith(fence) and not mark.group(2).strip():
                fence = ""
            yield content
        elif mark := mark or _FENCE_IN_LIST.match(content):
            fence, opened, start = mark.group(1), indent, number
            fenced.add(number)
            yield content
        elif content.lstrip(" ").startswith(("!!!", "???", "===")) and content.strip("= "):
            box = _BOX.match(content)
            tail = (box.group("tail") or "").strip() if box else ""
            if not box or (tail and not (_QUESTION.match(content) and _TITLE_ID.fullmatch(tail))):
                chapter.first_broken.append(
                    (
                        number,
                        f"`{content.strip()[:40]}` opens no box, question or tab",
                        'write !!! tip "Title", ??? question easy "Title" {#id} or === "Title"',
                    )
                )
            bodies.append((bodies[-1] if bodies else 0) + len(content) - len(content.lstrip(" ")) + 4)
            yield (box.group("title") or box.group("tab") or "") if box else content
        else:
            yield content
    if fence:
        chapter.first_broken.append(
            (start, "code fence is never closed", f"add a line with `{fence}` below the block, indented as its first line")
        )


def _walk(tokens: list[Token], chapter: _Parts, lines: list[str]) -> None:
    taken: set[str] = set()
    deep = next(
        (token for token in tokens if token.level > _MOST_LEVELS or any(c.level > _MOST_LEVELS for c in token.children or [])), None
    )
    if deep:
        line = deep.map[0] + 1 if deep.map else 1
        chapter.broken.append((line, f"text is nested more than {_MOST_LEVELS} levels deep", "write it flatter"))
    for index, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "fence":
            chapter.fences.append(Fence(token.info.strip(), token.content, line))
            if token.info.strip() == "math" or token.info.startswith("math "):
                chapter.formulas.append(Formula(token.content.rstrip("\n"), True, line + 1))
        elif token.type == "code_block":
            chapter.broken.append(
                (line, "line is indented so far that it becomes code", "indent it less, or put it between ```python and ```")
            )
        elif token.type == "html_block":
            chapter.html.append((token.content.strip(), line))
        elif token.type == "inline":
            _inline(token, line, chapter, lines)
            if tokens[index - 1].type == "heading_open":
                chapter.headings.append(_heading(int(tokens[index - 1].tag[1]), token.content, line, taken))


def _heading(level: int, source: str, line: int, taken: set[str]) -> Heading:
    attributes = _ATTRIBUTES.search(source)
    explicit = _ID.search(attributes.group(1)) if attributes else None
    text = _ATTRIBUTES.sub("", source)
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"[`*_]", "", text))
    anchor = explicit.group(1) if explicit else unique(slugify(words, "-"), taken)
    taken.add(anchor)
    return Heading(level, text, anchor, line, bool(explicit))


def _inline(token: Token, line: int, chapter: _Parts, lines: list[str]) -> None:
    children = token.children or []
    for index, child in enumerate(children):
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type == "text":
            chapter.texts.append((child.content, line))
        elif child.type == "code_inline":
            _code(children, index, line, chapter, lines)
        elif child.type == "html_inline":
            chapter.html.append((child.content, line))
        elif child.type == "image":
            chapter.links.append(Link(str(child.attrs.get("src", "")), child.content, line, picture=True))
        elif child.type == "link_open":
            inside = "".join(c.content for c in children[index + 1 : _closing(children, index)])
            chapter.links.append(Link(str(child.attrs.get("href", "")), inside, line))


def _closing(children: list[Token], opening: int) -> int:
    return next(i for i in range(opening, len(children)) if children[i].type == "link_close")


def _code(children: list[Token], index: int, line: int, chapter: _Parts, lines: list[str]) -> None:
    """Inline code between dollar signs is a formula; half of a pair of dollar signs is a mistake."""
    code = children[index]
    before = index > 0 and children[index - 1].type == "text" and children[index - 1].content.endswith("$")
    after = index + 1 < len(children) and children[index + 1].type == "text" and children[index + 1].content.startswith("$")
    if before and after:
        if line <= len(lines) and code.content not in lines[line - 1]:
            chapter.broken.append(
                (line, "formula does not stand on one line", "write $`...`$ without a line break, or use a ```math block")
            )
        chapter.formulas.append(Formula(code.content, False, line))
    elif before or after:
        side = "closing" if before else "opening"
        chapter.broken.append(
            (line, f"formula `{code.content[:40]}` has no {side} dollar sign", "write $`...`$ with a dollar sign on both sides")
        )


def _questions(lines: list[str], chapter: Chapter, fenced: set[int]) -> None:
    for number, line in enumerate(lines, 1):
        found = _QUESTION.match(line)
        if not found or number in fenced:
            continue
        attributes = _ATTRIBUTES.search(found.group("tail"))
        explicit = _ID.search(attributes.group(1)) if attributes else None
        title = found.group("text") or ""
        body = _body(lines, number, len(found.group("indent")))
        identity = explicit.group(1) if explicit else "q-" + (slugify(re.sub(r"[`*_$\\]", "", title), "-")[:60].strip("-") or str(number))
        chapter.questions.append(Question(found.group("level").strip(), title, identity, body, number))


def _body(lines: list[str], number: int, indent: int) -> str:
    margin = " " * (indent + 4)
    body = []
    for line in lines[number:]:
        if line.strip() and not line.startswith(margin):
            break
        body.append(line[len(margin) :])
    return "\n".join(body).strip()
