"""TeX to HTML and MathML. In: a formula. Out: KaTeX's markup, made in one V8 isolate that the process keeps.

KaTeX is the npm release pinned in package.json; the site serves stylesheet and fonts of the same release.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator

from py_mini_racer import MiniRacer

from handbook import cache
from handbook.paths import KATEX, MACROS
from handbook.problems import ContentError

_OPTIONS = {"throwOnError": True, "strict": "error", "trust": False, "output": "htmlAndMathml", "maxExpand": 1000, "maxSize": 50}
_MARK = re.compile(r'<span data-tex="([0-9a-f]{16})"></span>')
_TAG = re.compile(r"<[^>]*>")
_LETTER = re.compile(r"\\(?:math(?:bf|bb|cal)|boldsymbol)\{[^{}]*\}")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+ ?|.)", re.S)
_BATCH = 200
_marked: dict[str, tuple[str, bool]] = {}
_rendered: dict[tuple[str, bool], dict] = {}
_noted: list[tuple[str, bool]] = []


@functools.cache
def version() -> str:
    """The KaTeX release in use, as its package states it."""
    return json.loads((KATEX / "package.json").read_text(encoding="utf-8"))["version"]


@functools.cache
def macros() -> dict[str, str]:
    """The project's TeX macros, name to expansion, from ``docs/assets/katex-macros.json``."""
    return json.loads(MACROS.read_text(encoding="utf-8"))


@functools.cache
def _isolate() -> MiniRacer:
    isolate = MiniRacer()
    # Left to the garbage collector at the interpreter's end, its event loop's thread may be gone before it is joined.
    atexit.register(isolate.close)
    isolate.eval((KATEX / "dist" / "katex.min.js").read_text(encoding="utf-8"))
    # KaTeX adds \gdef and \newcommand definitions to the object it is given, so each formula gets a copy.
    isolate.eval(
        f"const macros = {json.dumps(macros())};\n"
        f"const options = {json.dumps(_OPTIONS)};\n"
        "function render(tex, display) {\n"
        "  try {\n"
        "    return JSON.stringify({html: katex.renderToString(\n"
        "      tex, {...options, displayMode: display, macros: {...macros}})});\n"
        "  } catch (error) {\n"
        "    return JSON.stringify({reason: error.rawMessage ?? String(error), position: error.position ?? null});\n"
        "  }\n"
        "}\n"
        "function renderAll(formulas) { return JSON.stringify(formulas.map(([tex, display]) => JSON.parse(render(tex, display)))); }"
    )
    return isolate


def render(tex: str, display: bool = False) -> str:
    """HTML with MathML of one formula; ``display`` centers it on lines of its own.

    Raises ContentError with KaTeX's own message, and the line inside ``tex`` where it stopped reading.
    """
    if (tex, display) not in _rendered:
        prepare([(tex, display)])
    answer = _rendered[tex, display]
    if "html" in answer:
        return answer["html"]
    raise _explain(tex, answer["reason"], answer["position"])


def prepare(formulas: Iterable[tuple[str, bool]]) -> None:
    """Render formulas ahead, many in one call: the way to KaTeX and back takes longer than a formula itself."""
    kept, missing = cache.store(), []
    for tex, display in dict.fromkeys(formulas):
        if (tex, display) in _rendered:
            continue
        if markup := kept.get("formula", tex, str(display)):
            _rendered[tex, display] = {"html": markup}
        else:
            missing.append((tex, display))
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        for (tex, display), answer in zip(batch, json.loads(str(_isolate().call("renderAll", batch))), strict=True):
            _rendered[tex, display] = answer
            if "html" in answer:
                kept.put(answer["html"], "formula", tex, str(display))


def _explain(tex: str, reason: str, position: int | None) -> ContentError:
    place = len(tex.rstrip()) if position is None else position
    near = " ".join(tex[max(0, place - 20) : place + 20].split())
    return ContentError(
        f"KaTeX cannot read the formula: {' '.join(reason.split())}, near `{near}`",
        "correct the TeX (CONTRIBUTING.md, Math, lists the macros)",
        tex.count("\n", 0, place),
    )


def mark(tex: str, display: bool = False) -> str:
    """An empty element that stands for a formula while a page is being made."""
    key = hashlib.sha256(f"{display}{tex}".encode()).hexdigest()[:16]
    _marked[key] = (tex, display)
    _noted.append((tex, display))
    return f'<span data-tex="{key}"></span>'


@contextlib.contextmanager
def marked() -> Iterator[list[tuple[str, bool]]]:
    """The formulas that are marked inside of the block, for whoever keeps its result: ``mark`` them before it is used."""
    global _noted
    _noted, outer = [], _noted
    try:
        yield _noted
    finally:
        outer += _noted
        _noted = outer


def unmark(page: str) -> str:
    """``page`` with the markup of every formula in place of its mark. Raises ContentError as ``render`` does."""
    prepare(_marked[key] for key in _MARK.findall(page))
    return _MARK.sub(lambda found: render(*_marked[found.group(1)]), page)


def source(page: str) -> str:
    """``page`` with the TeX of every formula between MathJax's delimiters in place of its mark, without project macros."""

    def delimited(found: re.Match[str]) -> str:
        tex, display = _marked[found.group(1)]
        body = html.escape(expand(tex), quote=False)
        return f"\\[{body}\\]" if display else f"\\({body}\\)"

    return _MARK.sub(delimited, page)


def expand(tex: str) -> str:
    """A formula with the project's macros written out, for renderers that do not know them. Arguments follow TeX's rules."""
    out, place = [], 0
    while place < len(tex):
        command = _COMMAND.match(tex, place)
        if command is None:
            out.append(tex[place])
            place += 1
            continue
        place = command.end()
        body = macros().get(command.group().rstrip())
        if body is None:
            out.append(command.group())
            continue
        for number in range(1, 1 + max((int(n) for n in re.findall(r"#(\d)", body)), default=0)):
            argument, place = _argument(tex, place)
            body = body.replace(f"#{number}", argument)
        if _LETTER.fullmatch(body):
            body = f"{{{body}}}"  # a macro may be the whole argument of a command: \\hat\\vy
        out.append(expand(body) + (" " if re.search(r"\\[A-Za-z]+$", body) and tex[place : place + 1].isalpha() else ""))
    return "".join(out)


def _argument(tex: str, place: int) -> tuple[str, int]:
    """What stands at ``place``: a group without its braces, a command or one character; and the place behind it."""
    while tex[place : place + 1].isspace():
        place += 1
    if tex[place : place + 1] != "{":
        command = _COMMAND.match(tex, place)
        end = command.end() if command else place + 1
        return tex[place:end], end
    depth, end = 0, place
    while end < len(tex):
        depth += {"{": 1, "}": -1}.get(tex[end], 0)
        end += 2 if tex[end] == "\\" else 1
        if depth == 0:
            break
    return tex[place + 1 : end - 1], end


def characters() -> set[str]:
    """Every character that a formula of this build shows, which is what the fonts need to hold."""
    shown: set[str] = set()
    for source, display in _marked.values():
        markup = render(source, display)
        shown.update(html.unescape(_TAG.sub("", markup[markup.index('class="katex-html"') :])))
    return shown


def plain(tex: str) -> str:
    """A formula in words that fit a contents list: the characters that a reader would see, without markup."""
    mathml = render(tex, False)
    body = mathml[: mathml.index("<annotation")] if "<annotation" in mathml else mathml
    return " ".join(html.unescape(_TAG.sub("", body)).split())


def words(mark: str, longest: int) -> str:
    """The formula behind a mark as ``plain`` shows it; an ellipsis for display formulas and those that would be too long."""
    source, display = _marked[mark]
    text = "" if display else plain(source)
    return text if 0 < len(text) <= longest else " \u2026 "
