"""The content as a whole. In: the repository. Out: every page and notebook parsed, and what mkdocs.yml says of them."""

from __future__ import annotations

import functools
import re
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
    only: set[str] | None = None
    config: dict = field(default_factory=dict)

    def asks(self, name: str) -> bool:
        """Whether the problems of the file ``name`` are wanted: those of all are, or it is one of ``only``."""
        return self.only is None or name in self.only

    @property
    def tags(self) -> set[str]:
        """The closed list of tags, from the settings of the tags plugin."""
        plugins = [p for p in self.config.get("plugins") or [] if isinstance(p, dict)]
        return set(next(((p["material/tags"] or {}).get("tags_allowed", []) for p in plugins if "material/tags" in p), []))

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


def config(root: Path = ROOT) -> dict:
    """mkdocs.yml as it is written, empty where there is none."""
    path = root / "mkdocs.yml"
    return yaml.load(path.read_text(encoding="utf-8"), _Loader) if path.exists() else {}


def load(root: Path = ROOT, only: set[str] | None = None) -> Site:
    """Read every page and notebook below ``root``; what cannot be read is listed, not raised.

    With ``only``, the problems of other files are not wanted: other notebooks are left out, and rules may leave out more.
    """
    single = only is not None and all(name.endswith((".md", ".ipynb")) for name in only)
    site = Site(root, only=only if single else None)
    _settings(site)
    for path in sorted((root / DOCS.name).rglob("*.md")):
        name = path.relative_to(root).as_posix()
        if (data := _bytes(site, path)) is not None:
            try:
                text = data.decode("utf-8-sig")
                if "\0" in text:  # ASCII as UTF-16 without its mark
                    raise UnicodeDecodeError("utf-8", data, data.index(0), data.index(0) + 1, "zero")
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                site.unreadable.append(Problem(name, line, f"file is not UTF-8 (byte {error.start})", "save it as UTF-8"))
                continue
            if not text.strip():
                site.unreadable.append(Problem(name, 0, "file is empty", "write the page, or delete the file"))
                continue
            site.pages[name] = parse(re.sub(r"\r\n?", "\n", text))  # the rule for files tells of carriage returns
    for path in sorted((root / NOTEBOOKS.name).glob("*.ipynb")):
        name = path.relative_to(root).as_posix()
        if site.asks(name) and _bytes(site, path) is not None:
            try:
                site.notebooks[name] = notebook.read(path)
            except notebook.NotebookError as error:
                problem = error.problem
                site.unreadable.append(Problem(name, problem.line, problem.what, problem.remedy))
    return site


def _settings(site: Site) -> None:
    """mkdocs.yml as a dictionary; empty where there is none or where it is broken."""
    path = site.root / "mkdocs.yml"
    if not path.exists():
        return
    try:
        config = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark, reason = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "not valid YAML"
        site.unreadable.append(
            Problem("mkdocs.yml", mark.line + 1 if mark else 1, f"mkdocs.yml does not parse: {reason}", "undo the last edit")
        )
        return
    if isinstance(config, dict):
        site.config = config
    else:
        site.unreadable.append(Problem("mkdocs.yml", 1, "mkdocs.yml is not a list of settings", "undo the last edit"))


def _bytes(site: Site, path: Path) -> bytes | None:
    """What stands in a file; None, with a problem, where that is no file of this folder."""
    name = path.relative_to(site.root).as_posix()
    if path.is_symlink():
        site.unreadable.append(Problem(name, 0, "file is a symbolic link", "put the file itself there"))
    elif not path.is_file():
        site.unreadable.append(Problem(name, 0, "folder has the name of a file", "take the ending out of its name"))
    else:
        return path.read_bytes()
    return None


@functools.cache
def cell_chapter(source: str) -> Chapter:
    """A notebook's Markdown cell, parsed like a page. Display formulas keep their line."""
    return parse.__wrapped__(notebook.dollars_to_fences(source))  # this function keeps it already


def page_name(path: Path) -> str:
    """A page's path as problems and links name it."""
    return relative(path)
