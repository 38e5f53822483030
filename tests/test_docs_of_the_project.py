"""README, CONTRIBUTING and SECURITY say what is so: commands, links, macros, hooks, and every message with its remedy."""

from __future__ import annotations

import ast
import functools
import json
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from handbook import mermaid, rules, site
from handbook.chapter import parse
from handbook.paths import MACROS, ROOT

PAGES = [name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md") if (ROOT / name).exists()]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
Row = tuple[list[str], ...]


def section(title: str) -> str:
    """The text of one section of CONTRIBUTING, up to the next heading of its level."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", CONTRIBUTING, re.M | re.S)
    assert found, f"CONTRIBUTING.md has no section `## {title}`"
    return found.group(1)


def rows(text: str) -> list[Row]:
    """The rows of all tables in ``text``; a cell is the list of its code spans, empty where it starts with a word."""
    found, cells = [], []
    for token, inline in zip(tokens := MarkdownIt("commonmark").enable("table").parse(text), tokens[1:], strict=False):
        if token.type == "tr_open":
            cells = []
        elif token.type == "td_open":
            children = [child for child in inline.children or [] if child.content]
            cells.append([child.content for child in children if child.type == "code_inline" == children[0].type])
        elif token.type == "tr_close" and cells:
            found.append(tuple(cells))
    return found


def pattern(node: ast.expr) -> str | None:
    """What a string in the code can look like: constants as they are, anything where a value is put in."""
    if isinstance(node, ast.Constant):
        return re.escape(str(node.value))
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part) or ".+" for part in node.values)
    return None


@functools.cache
def messages() -> dict[tuple[str, str], str]:
    """(problem, remedy) of every message in scripts/, as regular expressions, and the place in the code."""
    found = {}
    for path in sorted((ROOT / "scripts").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name, arguments = ast.unparse(node.func), list(node.args)
            if name.endswith("broken.append") and isinstance(arguments[0], ast.Tuple):
                what, remedy = arguments[0].elts[1:]
            elif name == "Problem":
                what, remedy = arguments[2:]
            elif name == "ContentError":
                what, remedy = arguments[:2]
            else:
                continue
            if (text := pattern(what)) is not None:  # None where a message is only handed on
                found[text, pattern(remedy) or ".+"] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def quoted() -> list[tuple[str, str, str]]:
    """(problem, remedy, example) of every row of CONTRIBUTING's tables of messages; no example where that starts with a word."""
    return [(what[0], remedy[0], example[0] if example else "") for what, remedy, example in rows(section("What `make check` says"))]


def test_readme_names_the_two_commands() -> None:
    assert {"make serve", "make test"} <= set(README.splitlines())


@pytest.mark.parametrize("name", PAGES)
def test_every_named_target_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^)(?:[A-Z]+=\S+ )*make (?:[A-Z]+=\S+ )*([a-z-]+)(?: [A-Z]+=.*?)?(?:`|$)", text, re.M)
    assert set(named) <= targets
    assert named or name == "SECURITY.md"


def test_every_target_is_in_the_readme() -> None:
    documented = {cells[0][0].removeprefix("make ") for cells in rows(README) if cells[0] and cells[0][0].startswith("make ")}
    assert documented == set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M))


@pytest.mark.parametrize("name", PAGES)
def test_local_links_lead_somewhere(name: str) -> None:
    for link in parse((ROOT / name).read_text(encoding="utf-8")).links:
        if re.match(r"[a-z]+:", link.target):
            continue
        target, _, anchor = link.target.partition("#")
        assert (ROOT / (target or name)).exists(), f"{name}:{link.line}: {link.target} does not exist"
        if anchor:
            assert anchor in parse((ROOT / (target or name)).read_text(encoding="utf-8")).anchors, f"{name}:{link.line}: {link.target}"


@pytest.mark.parametrize(("what", "remedy"), [row[:2] for row in quoted()])
def test_a_quoted_message_is_one_of_the_code(what: str, remedy: str) -> None:
    assert any(re.fullmatch(a, what) and re.fullmatch(b, remedy) for a, b in messages())


@pytest.mark.parametrize("place", messages().values())
def test_every_message_of_the_code_is_quoted(place: str) -> None:
    (known,) = [texts for texts, where in messages().items() if where == place]
    assert any(re.fullmatch(known[0], what) and re.fullmatch(known[1], remedy) for what, remedy, _ in quoted()), known


def test_the_tables_are_read_whole() -> None:
    assert len(quoted()) > 60
    assert not any(re.fullmatch(a, "a message that the code does not have") for a, _ in messages())


@pytest.mark.parametrize(("what", "remedy", "example"), [row for row in quoted() if row[2]])
def test_an_example_causes_its_message(what: str, remedy: str, example: str, tree: Path) -> None:
    page = tree / "docs" / "page.md"
    text, lines = page.read_text(encoding="utf-8"), example.replace("⏎", "\n")
    if key := re.match(r"(description|aliases|tags|keywords): ", lines):
        page.write_text(re.sub(rf"^---\n(?s:(.*?))^(?:{key.group(1)}:.*\n|(?=---\n))", rf"---\n\1{lines}\n", text, count=1, flags=re.M))
    else:
        page.write_text(f"{text}\n{lines}\n", encoding="utf-8")
    assert (what, remedy) in [(problem.what, problem.remedy) for problem in rules.check(site.load(tree))]


def test_refused_markdown_is_refused_by_its_rule(tmp_path: Path) -> None:
    refused = [(rule[0], example[0].replace("⏎", "\n")) for rule, example, _ in rows(section("Markdown style"))]
    assert len(refused) > 10
    for number, (_, text) in enumerate(refused):
        (tmp_path / f"{number}.md").write_text(f"# Title\n\n{text}\n", encoding="utf-8")
    tool = shutil.which("rumdl", path=sysconfig.get_path("scripts"))
    command = [str(tool), "check", "--no-cache", "--output-format=json", "--config", str(ROOT / "pyproject.toml"), str(tmp_path)]
    found = json.loads(subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout)
    said = {(Path(warning["file"]).stem, warning["rule"]) for warning in found}
    assert [rule for number, (rule, _) in enumerate(refused) if (str(number), rule) not in said] == []


def test_what_set_up_says_is_what_the_commands_print() -> None:
    printed = [MAKEFILE.replace("$(BIN)", ".venv/bin")]
    printed += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "scripts").rglob("*.py"))]
    for cells in rows(section("Set up")):
        parts = cells[0][0].split("found. ")
        assert all(any(part in text for text in printed) for part in parts), cells[0][0]


def test_headings_that_messages_name_exist() -> None:
    headings = [heading.text for heading in parse(CONTRIBUTING).headings]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "scripts").rglob("*.py")))
    named = re.findall(r"CONTRIBUTING\.md, (?:as CONTRIBUTING\.md shows under )?([A-Z]\w*(?: [a-z]+)*)", code)
    named += re.findall(r"CONTRIBUTING\.md shows under ([A-Z]\w*)", code)
    assert {"Math", "A chapter", "A notebook", "Figures", "Markdown style"} <= set(named) <= set(headings)


def test_every_macro_is_listed_and_every_listed_macro_exists() -> None:
    names = {name for cells in rows(section("Math")) for span in cells[0] for name in re.findall(r"\\[A-Za-z]+|\\1", span)}
    assert names == set(json.loads(MACROS.read_text(encoding="utf-8")))


def test_every_hook_has_a_line() -> None:
    hooks = site.load().config["hooks"]
    named = [cells[0][0] for cells in rows(section("How the build works")) if cells[0]]
    assert sorted(name for name in named if name.startswith("scripts/")) == sorted(hooks)


@pytest.mark.parametrize("name", PAGES)
def test_diagrams_can_be_drawn(name: str) -> None:
    for fence in parse((ROOT / name).read_text(encoding="utf-8")).fences:
        if fence.info == "mermaid":
            assert mermaid.render(fence.text).startswith("<svg")
