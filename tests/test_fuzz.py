"""Damaged contributions, made at random: whatever stands in a file, the rules list problems and never fail.

Real pages, notebooks, formulas and diagrams are mutated. `make test` tries the same few hundred of them on every run;
``FUZZ=2000 make test TESTS=tests/test_fuzz.py`` tries 2,000 new ones a test. Hypothesis prints the smallest that fails.
"""

from __future__ import annotations

import copy
import functools
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import markdown
import nbformat
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook import glossary, mermaid, notebook, rules, site, svg, tex
from handbook.chapter import parse
from handbook.notebook import NotebookError
from handbook.paths import DOCS, NOTEBOOKS, ROOT
from handbook.problems import ContentError, Problem

LARGE = int(os.environ.get("FUZZ", "0"))
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md"))
BOOKS = sorted(path.relative_to(ROOT).as_posix() for path in NOTEBOOKS.glob("*.ipynb"))
GLOSSARY = f"docs/{glossary.PAGE}"
FRAGMENTS = (
    "`", "``", "```", "````", "```python\n", "```mermaid\n", "```math\n", "~~~", "$", "$`", "`$", "$$", "{", "}", "{#", "{: ", "{ .a }",
    "{ onclick=alert(1) }", "{: style='position:fixed' }", "<", ">", "</", "<!--", "-->", "<script>", "</script>", "<img src=x onerror=alert(1)>",
    "<kbd/onclick=alert(1)>", "<div\nonclick=alert(1)>", "<b\n\n>", "<![CDATA[", "<?", "<!x", "&#106;avascript:", "&colon;", "&#58", "\\", "\\<",
    "javascript:alert(1)", "data:text/html,x", "[a](", "](", "[a](javascript:alert(1))", "[a](java\nscript:alert(1))", "[a](<java script:x>)",
    "[a] [r]", "[a][r]", "\n[r]: javascript:alert(1)\n", "[^1]", "\n[^1]: ", "![", "<javascript:alert(1)>", "*[a]: ", "|", "\n| a | b |\n", "\n|-|\n",
    "\n---\n", "---\n", "\n", "\n\n", "    ", "        ", "  ", "\t", "\r\n", "\r", "\0", "\x0b", "\x1b[0m", "\x85", "\u2028", "\u202e", "\u200b",
    "\ufeff", "\U0001f600", "> ", ">" * 40, "- ", "- " * 30, "1. ", "# ", "###### ", "!!! ", '!!! tip "a"\n', "??? ", '??? question easy "Why?"\n',
    '??? question "', '=== "a"\n', "=== ", "===", "term\n:   ", ":   ", "*" * 50, "_", "~~", "[" * 60, "(" * 60, "{{ x }}", "{% x %}", "--8<--",
    "\\frac{", "\\href{javascript:x}{y}", "\\begin{aligned}", "\\def\\a{\\a}", "^", "_{", "&", "%", "#", "aliases: [", "tags: 1", "title: 2024-13-45\n",
    "? {a: b}\n", "&a [*a]", "!!python/object:os.system", '"', "'", "subgraph", "-->", "accTitle:", "%%{init: {}}%%\n", "end\n", "click a href 'x'\n",
)  # fmt: skip
VALUES = (
    None, True, 0, -1, 10**400, 1e308, "", "a", "<script>alert(1)</script>", "\0", "x" * 20_000, [], {}, [[]], [None], {"": None},
    {"text/html": "<b>"}, {"image/png": "!"}, {"image/svg+xml": "<svg onload='x'/>"}, ["a", 1], [[[[[[[[]]]]]]]], {"a": {"b": {"c": []}}},
)  # fmt: skip


def examples(number: int) -> Callable:
    """Settings of a test: ``number`` examples that are always the same, or as many new ones as FUZZ says."""
    return settings(
        max_examples=LARGE or number,
        derandomize=not LARGE,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


fragment = st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(FRAGMENTS), st.text(max_size=8))
mutation = st.tuples(
    st.sampled_from(["insert", "insert", "insert line", "delete line", "double line", "swap lines", "cut", "delete", "repeat", "indent"]),
    st.integers(0, 1 << 20),
    st.integers(0, 1 << 20),
    fragment,
)
mutations = st.lists(mutation, min_size=1, max_size=6)


def mutate(text: str, changes: list[tuple[str, int, int, str]]) -> str:
    """``text`` after some damage; places are taken modulo its length."""
    for kind, first, second, piece in changes:
        lines = text.split("\n")
        a, b, at = first % len(lines), second % len(lines), first % (len(text) + 1)
        if kind == "insert":
            text = text[:at] + piece + text[at:]
        elif kind == "cut":
            text = text[:at]
        elif kind == "delete":
            text = text[:at] + text[at + second % 40 :]
        elif kind == "repeat":
            text = text[:at] + piece * (1 + second % 200) + text[at:]
        else:
            if kind == "insert line":
                lines.insert(a, piece)
            elif kind == "delete line":
                del lines[a]
            elif kind == "double line":
                lines.insert(b, lines[a])
            elif kind == "swap lines":
                lines[a], lines[b] = lines[b], lines[a]
            else:
                lines[a] = " " * (second % 13) + lines[a]
            text = "\n".join(lines)
    return text


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content, in which one file at a time is damaged."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(DOCS, root / "docs", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(NOTEBOOKS, root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def check(project: Path, name: str, data: bytes) -> list[Problem]:
    """What `make check FILES=name` says where ``data`` stands in the file; its form is asserted."""
    (project / name).write_bytes(data)
    try:
        problems = rules.check(site.load(project, {name}), {name})
    finally:
        shutil.copy(ROOT / name, project / name)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        assert len(str(problem).splitlines()) == 1, repr(str(problem))
        assert problem.path == name
        assert 0 <= problem.line <= lines, (str(problem)[:300], lines)
        assert problem.what.strip()
        assert problem.remedy.strip()
    return problems


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@examples(80)
@given(name=st.sampled_from(PAGES), changes=mutations)
def test_a_damaged_page_gives_problems_and_no_failure(project: Path, name: str, changes: list) -> None:
    check(project, name, encoded(mutate((ROOT / name).read_text(encoding="utf-8"), changes)))


@examples(25)
@given(name=st.sampled_from([*PAGES, *BOOKS]), start=st.integers(0, 400), data=st.binary(max_size=40))
def test_wrong_bytes_give_problems_and_no_failure(project: Path, name: str, start: int, data: bytes) -> None:
    whole = (ROOT / name).read_bytes()
    check(project, name, whole[:start] + data + whole[start:])


@examples(8)
@given(changes=mutations)
def test_a_damaged_glossary_gives_problems_and_no_failure(project: Path, changes: list) -> None:
    text = mutate((ROOT / GLOSSARY).read_text(encoding="utf-8"), changes)
    glossary.Marker(glossary.parse(text))
    check(project, GLOSSARY, encoded(text))


@examples(15)
@given(changes=mutations)
def test_damaged_settings_give_problems_and_no_failure(tmp_path_factory: pytest.TempPathFactory, changes: list) -> None:
    root = tmp_path_factory.mktemp("settings")
    text = mutate((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), changes)
    (root / "mkdocs.yml").write_bytes(encoded(text))
    for problem in rules.check(site.load(root)):
        assert len(str(problem).splitlines()) == 1
        assert 0 <= problem.line <= len(text.splitlines()) + 1


def places(node: object) -> Iterator[tuple[dict | list, object]]:
    """Every (container, key) inside a JSON value, outermost first."""
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from places(node[key])


json_change = st.tuples(
    st.sampled_from(["put", "put", "delete", "double", "wrap", "swap"]), st.integers(0, 1 << 20), st.sampled_from(VALUES)
)


def damage(node: dict, changes: list) -> dict:
    """A notebook's JSON with parts of other types, missing, doubled or in other places."""
    node = copy.deepcopy(node)
    for kind, first, value in changes:
        # Cells have long lists of lines: half of all changes meet what lies above them.
        spots = [place for place in places(node) if first % 2 or not isinstance(place[1], int) or isinstance(place[0][place[1]], dict)]
        if not spots:
            break
        inside, key = spots[first // 2 % len(spots)]
        if kind == "put":
            inside[key] = copy.deepcopy(value)
        elif kind == "delete":
            del inside[key]
        elif kind == "wrap":
            inside[key] = [inside[key]]
        elif kind == "swap":
            other, place = spots[first // 3 % len(spots)]
            inside[key] = copy.deepcopy(other[place])
        elif isinstance(inside, list):
            inside.insert(0, copy.deepcopy(inside[key]))
        else:
            inside[f"{key}2"] = copy.deepcopy(inside[key])
    return node


def build(project: Path, name: str, data: bytes, problems: list[Problem]) -> None:
    """Where the rules have nothing to say of a notebook, the build can make its page."""
    if problems:
        return
    (project / "notebooks" / "fuzz.ipynb").write_bytes(data)
    try:
        read = notebook.read(project / "notebooks" / "fuzz.ipynb")
        notebook.to_markdown(read, str, lambda picture: picture.name).encode("utf-8")
        assert all(svg.refused(picture.data) is None for picture in notebook.pictures(read) if picture.name.endswith("svg"))
    finally:
        (project / "notebooks" / "fuzz.ipynb").unlink()


@examples(40)
@given(name=st.sampled_from(BOOKS), changes=st.lists(json_change, min_size=1, max_size=4))
def test_a_damaged_notebook_gives_problems_and_no_failure(project: Path, name: str, changes: list) -> None:
    data = encoded(json.dumps(damage(json.loads((ROOT / name).read_text(encoding="utf-8")), changes), indent=1) + "\n")
    build(project, name, data, check(project, name, data))


@examples(40)
@given(name=st.sampled_from(BOOKS), changes=mutations)
def test_a_notebook_damaged_as_text_gives_problems_and_no_failure(project: Path, name: str, changes: list) -> None:
    data = encoded(mutate((ROOT / name).read_text(encoding="utf-8"), changes))
    build(project, name, data, check(project, name, data))


@examples(40)
@given(name=st.sampled_from(BOOKS), number=st.integers(0, 1 << 20), changes=mutations)
def test_a_damaged_cell_gives_problems_and_no_failure(project: Path, name: str, number: int, changes: list) -> None:
    node = nbformat.reads((ROOT / name).read_text(encoding="utf-8"), as_version=4)
    cell = node.cells[number % len(node.cells)]
    cell.source = mutate(cell.source, changes)
    data = encoded(nbformat.writes(node) + "\n")
    build(project, name, data, check(project, name, data))


@functools.cache
def formulas() -> list[str]:
    return sorted({formula.tex for name in PAGES for formula in parse((ROOT / name).read_text(encoding="utf-8")).formulas})


@functools.cache
def diagrams() -> list[str]:
    fences = (fence for name in PAGES for fence in parse((ROOT / name).read_text(encoding="utf-8")).fences)
    return sorted({fence.text for fence in fences if fence.info == "mermaid"})


@examples(200)
@given(number=st.integers(0, 1 << 20), display=st.booleans(), changes=mutations)
def test_a_damaged_formula_gives_a_message(number: int, display: bool, changes: list) -> None:
    source = mutate(formulas()[number % len(formulas())], changes)
    tex.expand(source)
    try:
        page = tex.render(source, display)
        tex.plain(source)
    except ContentError as error:
        assert 0 <= error.offset <= source.count("\n")
    else:
        assert not harm(page, math=True), source


@examples(60)
@given(number=st.integers(0, 1 << 20), changes=mutations)
def test_a_damaged_diagram_gives_a_message(number: int, changes: list) -> None:
    source = mutate(diagrams()[number % len(diagrams())], changes)
    try:
        mermaid.render(source)
    except ContentError as error:
        assert 0 <= error.offset <= source.count("\n") + 1


SAFE = (
    "a|abbr|article|blockquote|br|button|code|dd|del|details|div|dl|dt|em|figure|h1|h2|h3|h4|h5|h6|hr|img|input|kbd|"
    "label|li|ol|p|pre|s|section|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul"
)
MATHML = (
    "math|semantics|annotation|mrow|mi|mo|mn|ms|mtext|mspace|msup|msub|msubsup|mfrac|msqrt|mroot|mover|munder|"
    "munderover|mtable|mtr|mtd|mstyle|mpadded|menclose|mphantom|svg|path|line|mlabeledtr|mglyph"
)


class _Harm(HTMLParser):
    """Collects the tags and attributes of a page that could run, load or cover something."""

    def __init__(self, math: bool) -> None:
        super().__init__()
        self.found: list[str] = []
        self.known, self.styles = (f"{SAFE}|{MATHML}", True) if math else (SAFE, False)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if not re.fullmatch(self.known, tag):
            self.found.append(f"<{tag}>")
        for key, value in attributes:
            target = re.sub(r"[\x00-\x20]", "", value or "").lower()
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", target)
            if key.startswith("on") or (
                key in {"href", "src", "action"} and scheme and scheme.group() not in {"https:", "http:", "mailto:"}
            ):
                self.found.append(f"{key}={value}")
            if key == "style" and not self.styles and not re.fullmatch(r"text-align: \w+;", value or ""):
                self.found.append(f"style={value}")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)

    def handle_pi(self, data: str) -> None:
        self.found.append(data)


def harm(page: str, math: bool = False) -> list[str]:
    reader = _Harm(math)
    reader.feed(page)
    reader.close()
    return reader.found


@functools.cache
def renderer() -> markdown.Markdown:
    """Python-Markdown with the site's extensions."""
    entries = [next(iter(e.items())) if isinstance(e, dict) else (e, {}) for e in site.load().config["markdown_extensions"]]
    return markdown.Markdown(extensions=[name for name, _ in entries], extension_configs={name: values or {} for name, values in entries})


ATOMS = st.sampled_from(
    ["word", "`code`", "*text*", "**b**", "[a](other.md)", "$`x`$", "| a | b |", "| --- | --- |", "- item", "1. item", ":   text", "> quote",
     "```text", "```", "~~~", '!!! tip "T"', '??? question easy "Q"', '=== "T"', "## Head", "<br>", "<kbd>k</kbd>", "<!-- questions -->", "[^1]",
     "[^1]: note", "https://example.org", "<https://example.org>", "\\", "\\`", "\\*", "&lt;", "x < y", "a_b", "---", "***"]
)  # fmt: skip
HOSTILE = st.sampled_from(
    ["<img src=x onerror=alert(1)>", "<kbd/onclick=alert(1)>", "\\<img src=x onerror=alert(1)>", "<br/ onclick=x>", "<div\nonclick=x>", "<script>",
     "{ onclick=alert(1) }", "{: onclick=alert(1) }", "{#a onclick=x}", "[a](java\nscript:alert(1))", "[a](javascript:alert(1))",
     "[a] [r]", "\n\n[r]: javascript:alert(1)\n", "`", "``", "```", "````", "\n```text\n", "\n```\n", "<!-- questions -->", "<!--", "-->", "*",
     "``` b `", "`<img src=x onerror=alert(1)>`", "[a] [r]\n\n[r]: javascript:alert(1)\n", "[a][r]\n\n[r]: <javascript:alert(1)>\n"]
)  # fmt: skip
SEPARATORS = st.sampled_from(["", "", " ", " ", "\n", "\n", "\n\n", "\n    ", "\n\n    ", "\n\n        ", "\n  ", "\n> ", "\n- "])


@examples(500)
@given(pieces=st.lists(st.tuples(st.one_of(ATOMS, HOSTILE, HOSTILE, fragment), SEPARATORS), min_size=1, max_size=6))
def test_what_the_rules_let_through_is_harmless_to_the_sites_own_parser(tmp_path_factory: pytest.TempPathFactory, pieces: list) -> None:
    text = "# Title\n\n" + "".join(piece + separator for piece, separator in pieces) + "\n"
    if any(rules_of(text, tmp_path_factory)):
        return
    renderer().reset()
    try:
        page = renderer().convert(text)
    except ContentError:
        return
    assert not harm(page), page


def rules_of(text: str, factory: pytest.TempPathFactory) -> list[Problem]:
    """The problems of one page that is nothing but ``text``, apart from front matter and navigation."""
    folder = factory.getbasetemp() / "one"
    if not folder.exists():
        for name in ("docs", "notebooks"):
            (folder / name).mkdir(parents=True)
        (folder / "docs" / "other.md").write_text(FRONT + "# Other\n", encoding="utf-8")
    (folder / "docs" / "a.md").write_bytes(encoded(FRONT + text))
    problems = rules.check(site.load(folder, {"docs/a.md"}), {"docs/a.md"})
    return [p for p in problems if "navigation" not in p.what and "unknown tag" not in p.what]


FRONT = (ROOT / PAGES[0]).read_text(encoding="utf-8").split("\n# ")[0].rstrip() + "\n"


@examples(150)
@given(text=st.one_of(st.text(max_size=200), st.lists(fragment, max_size=30).map("".join)))
def test_any_text_is_parsed(text: str) -> None:
    page = parse(text)
    assert page.text == text
    for part in (page.headings, page.fences, page.formulas, page.links, page.html, page.texts, page.questions):
        assert isinstance(part, list)
    assert all(1 <= line <= text.count("\n") + 1 for line, _, _ in page.broken)
    glossary.parse(text)
    notebook.dollars_to_fences(text)
    svg.refused(text)
    try:
        notebook.options(text)
    except yaml.YAMLError:
        return


@examples(60)
@given(
    data=st.one_of(
        st.binary(max_size=100),
        st.recursive(st.sampled_from(VALUES), lambda c: st.lists(c) | st.dictionaries(st.text(), c)).map(lambda v: json.dumps(v).encode()),
    )
)
def test_any_file_is_read_as_a_notebook_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.ipynb"
    path.write_bytes(data)
    with pytest.raises(NotebookError):
        notebook.read(path)
