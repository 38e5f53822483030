"""The content as a whole. In: the repository. Out: every page and notebook parsed, and what mkdocs.yml says of them."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from handbook import notebook
from handbook.chapter import Chapter, parse
from handbook.paths import DOCS, NOTEBOOKS, ROOT
from handbook.problems import Problem, relative


class _Loader(yaml.SafeLoader):
    """mkdocs.yml without the tags that only the site generator understands."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


@dataclass
class Site:
    """All content under one root. ``unreadable`` holds the problems of files that could not be parsed at all."""

    root: Path
    pages: dict[str, Chapter] = field(default_factory=dict)
    notebooks: dict[str, notebook.Notebook] = field(default_factory=dict)
    unreadable: list[Problem] = field(default_factory=list)
    config: dict = field(default_factory=dict)

    @property
    def tags(self) -> set[str]:
        """The closed list of tags, from the settings of the tags plugin."""
        plugins = [p for p in self.config.get("plugins", []) if isinstance(p, dict)]
        return set(next((p["material/tags"].get("tags_allowed", []) for p in plugins if "material/tags" in p), []))

    @property
    def navigation(self) -> list[str]:
        """Every path that mkdocs.yml's ``nav`` names, relative to docs/."""
        found: list[str] = []

        def walk(node: object) -> None:
            if isinstance(node, str):
                found.append(node)
            for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
                walk(child)

        walk(self.config.get("nav", []))
        return found


def load(root: Path = ROOT) -> Site:
    """Read every page and notebook below ``root``; what cannot be read is listed, not raised."""
    site = Site(root)
    site.config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Loader) if (root / "mkdocs.yml").exists() else {}
    docs, notebooks = root / DOCS.name, root / NOTEBOOKS.name
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(root).as_posix()
        try:
            site.pages[name] = parse(path.read_bytes().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = path.read_bytes().count(b"\n", 0, error.start) + 1
            site.unreadable.append(Problem(name, line, f"file is not UTF-8 (byte {error.start})", "save it as UTF-8"))
    for path in sorted(notebooks.glob("*.ipynb")):
        try:
            site.notebooks[path.relative_to(root).as_posix()] = notebook.read(path)
        except notebook.NotebookError as error:
            problem = error.problem
            site.unreadable.append(Problem(path.relative_to(root).as_posix(), problem.line, problem.what, problem.remedy))
    return site


@functools.cache
def cell_chapter(source: str) -> Chapter:
    """A notebook's Markdown cell, parsed like a page. Display formulas keep their line."""
    return parse(notebook.dollars_to_fences(source))


def page_name(path: Path) -> str:
    """A page's path as problems and links name it."""
    return relative(path)
