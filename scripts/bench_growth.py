"""A site of many times the content. In: a copied tree and a number. Out: the tree with each part and notebook that many times.

The copies of a part lie beside it (``docs/nlp-2``) and stand in its section of the navigation, as more chapters would.
What the content rules want once on the site (aliases, questions, their ids) gets the copy's number, so the rules run;
formulas, diagrams and cells get something that does not show, so that nothing is rendered for two pages at once.
The home page, the apps and the reference pages stay as they are; the question bank gets a page for each copy.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from handbook.chapter import Fence, parse
from handbook.notebook import dollars_to_fences

_SINGLE = {"assets", "overrides", "practice", "reference"}
_NAV = re.compile(r"^nav:\n(?:[ #].*\n|\n)+", re.M)
_ALIASES = re.compile(r"^aliases: (.*)$", re.M)
_ASKS = re.compile(r"^  ([\w-]+): (\[.*\])$")
_NOTEBOOK = re.compile(r"(notebooks/\w+)(\.ipynb)")
_PART_OF_NOTEBOOK = re.compile(r"(\.\./docs/[\w-]+)(/)")
_INLINE = re.compile(r"\$`([^`]+)`\$")
_FRAGMENT = re.compile(r"(\]\((?!\.\./|https?:)[^)\s]*#)([\w-]+)\)")
_QUESTION = re.compile(r'^( *\?\?\?\+? question [^"\n]*"[^\n]*)"[^"\n]*$')


def multiply(tree: Path, times: int) -> None:
    """Add ``times - 1`` copies of every part and of every notebook to ``tree``, and list them in its mkdocs.yml."""
    parts = sorted(path.name for path in (tree / "docs").iterdir() if path.is_dir() and path.name not in _SINGLE)
    notebooks = sorted((tree / "notebooks").glob("*.ipynb"))
    for number in range(2, times + 1):
        for part in parts:
            _copy_part(tree / "docs" / part, tree / "docs" / f"{part}-{number}", number)
        for path in notebooks:
            _copy_notebook(path, path.with_name(f"{path.stem}_{number}.ipynb"), number)
    settings = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    nav = yaml.safe_load(_NAV.search(settings)[0])["nav"]  # type: ignore[index]
    for number in range(2, times + 1):
        nav = [_extended(section, set(parts), number) for section in nav]
    banks = [f"reference/questions-{part}-{number}.md" for part in parts for number in range(2, times + 1)]
    nav += [{"Copies of the question bank": names} for names in [[name for name in banks if _has_questions(tree, name)]] if names]
    (tree / "mkdocs.yml").unlink()  # it may be a link to the real one
    text = yaml.safe_dump({"nav": nav}, sort_keys=False, allow_unicode=True)
    (tree / "mkdocs.yml").write_text(_NAV.sub(lambda _: text, settings), encoding="utf-8")


def _extended(section: Any, parts: set[str], number: int) -> Any:
    """An entry of the navigation; a section with a copy of its first pages and sections as one more section at its end."""
    if not isinstance(section, dict):
        return section
    ((title, children),) = section.items()
    first = [child for child in children if not (isinstance(child, dict) and next(iter(child)).startswith("Copy "))]
    copied = [renamed for child in first if (renamed := _renamed(child, parts, number))]
    return {title: [*children, {f"Copy {number}": copied}] if copied else children}


def _renamed(node: Any, parts: set[str], number: int) -> Any:
    if isinstance(node, dict):
        return {title: kept for title, children in node.items() if (kept := _renamed(children, parts, number))}
    if isinstance(node, list):
        return [kept for child in node if (kept := _renamed(child, parts, number))]
    folder, _, name = node.partition("/")
    if folder == "notebooks":
        return _NOTEBOOK.sub(rf"\1_{number}\2", node)
    return f"{folder}-{number}/{name}" if folder in parts and name else None


def _has_questions(tree: Path, bank: str) -> bool:
    folder = tree / "docs" / bank.removeprefix("reference/questions-").removesuffix(".md")
    return any(parse(path.read_text(encoding="utf-8")).questions for path in folder.rglob("*.md"))


def _copy_part(source: Path, target: Path, number: int) -> None:
    shutil.copytree(source, target)
    pages = {path: path.read_text(encoding="utf-8") for path in target.rglob("*.md")}
    ids = {question.id for text in pages.values() for question in parse(text).questions}
    for path, text in pages.items():
        path.write_text(_copy_page(text, ids, number), encoding="utf-8")


def _copy_page(text: str, ids: set[str], number: int) -> str:
    """The page with its names made the copy's own; ``ids`` are those of all questions of the part."""
    lines = text.split("\n")
    for question in parse(text).questions:
        lines[question.line - 1] = _QUESTION.sub(rf'\1 (copy {number})" {{#{question.id}-{number}}}', lines[question.line - 1])
    lines = _own_formulas(lines, parse(text).fences, number)
    text = _ALIASES.sub(
        lambda found: f"aliases: {json.dumps(_numbered(yaml.safe_load(found[1]), number), ensure_ascii=False)}", "\n".join(lines)
    )
    head, mark, body = text.partition("\n---\n")
    head = "\n".join(_asks(line, ids, number) for line in head.split("\n"))
    text = head + mark + body
    text = _FRAGMENT.sub(lambda found: f"{found[1]}{found[2]}{f'-{number}' if found[2] in ids else ''})", text)
    return _NOTEBOOK.sub(rf"\1_{number}\2", text)


def _asks(line: str, ids: set[str], number: int) -> str:
    """A line of the front matter; where it says what readers ask of a section, with the copy's own words."""
    if not (found := _ASKS.match(line)):
        return line
    return f"  {found[1]}{f'-{number}' if found[1] in ids else ''}: {json.dumps(_numbered(yaml.safe_load(found[2]), number), ensure_ascii=False)}"


def _own_formulas(lines: list[str], fences: list[Fence], number: int) -> list[str]:
    """The lines with an empty group in each formula and a comment in each diagram."""
    group = "{}" * (number - 1)
    inside = {n for fence in fences for n in range(fence.line, fence.line + fence.text.count("\n") + 2)}
    lines = [line if n in inside else _INLINE.sub(rf"$`\1{group}`$", line) for n, line in enumerate(lines, 1)]
    for fence in fences:
        last = fence.line + fence.text.count("\n") - 1
        if fence.info == "math":
            lines[last] += group
        elif fence.info == "mermaid":
            indent = lines[last][: len(lines[last]) - len(lines[last].lstrip())]
            lines[last] += f"\n{indent}%% copy {number}"
    return lines


def _copy_notebook(source: Path, target: Path, number: int) -> None:
    node = json.loads(source.read_text(encoding="utf-8"))
    meta = node["metadata"].get("handbook", {})
    if "aliases" in meta:
        meta["aliases"] = _numbered(meta["aliases"], number)
    for cell in node["cells"]:
        if cell["cell_type"] == "markdown":
            text = "".join(cell["source"])
            text = _PART_OF_NOTEBOOK.sub(
                lambda found: found[0] if found[1].endswith("/reference") else f"{found[1]}-{number}{found[2]}", text
            )
            text = re.sub(r"(\]\(\w+)(\.ipynb)", rf"\1_{number}\2", dollars_to_fences(text))
            text = "\n".join(_own_formulas(text.split("\n"), parse(text).fences, number))
            cell["source"] = f"{text}\n\nCopy {number}.".splitlines(keepends=True)
    target.write_text(json.dumps(node, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _numbered(names: list[object] | None, number: int) -> list[str]:
    return [f"{name} copy {number}" for name in names or []]
