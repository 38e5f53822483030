"""Links and pictures: files and anchors that exist, schemes that are safe, text alternatives."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from handbook import glossary
from handbook.chapter import Link
from handbook.problems import Problem
from handbook.site import Site, cell_chapter

_SCHEMES = ("http://", "https://", "mailto:")
GENERATED = {"docs/questions.json", "docs/downloads/ml-interview-handbook.apkg", "docs/sitemap.xml", "docs/llms.txt", "docs/tags.json"}
_SHORTEST_ALT = 15


def problems(site: Site) -> Iterator[Problem]:
    """Links to nowhere, from pages and from notebooks."""
    files = {
        path.relative_to(site.root).as_posix()
        for folder in ("docs", "notebooks")
        for path in (site.root / folder).rglob("*")
        if path.is_file()
    }
    for name, page in site.pages.items():
        for link in page.links if site.asks(name) else ():
            yield from check(site, files, name, link, link.line)
    for name, source in site.notebooks.items():
        for number, cell in enumerate(source.node.cells):
            if cell.cell_type == "markdown":
                for link in cell_chapter(cell.source).links:
                    yield from check(site, files, name, link, source.line(number, link.line - 1))


def terms(site: Site, name: str) -> set[str]:
    """The anchors of the glossary's entries, where ``name`` is one of its pages."""
    return {term.id for term in glossary.parse(site.pages[name].text)} if name.removeprefix("docs/") in glossary.PAGES else set()


def check(site: Site, files: set[str], name: str, link: Link, line: int) -> Iterator[Problem]:
    """The problems of one link of the file ``name``."""
    path, _, fragment = link.target.partition("#")
    if link.picture and len(link.text.strip()) < _SHORTEST_ALT:
        yield Problem(name, line, f"picture `{path}` has no text alternative that says what it shows", "write ![a full sentence](path)")
    if not link.picture and not link.text.strip():
        yield Problem(name, line, f"link to `{link.target}` has no text", "write [text](target)")
    if not link.target:
        yield Problem(name, line, f"link `[{link.text[:40]}]()` has no target", "write [text](target)")
        return
    if path.startswith(_SCHEMES):
        if link.picture:
            yield Problem(name, line, f"picture `{path}` is on another host", "put the file under docs/assets/")
        return
    if ":" in path.split("/")[0]:
        yield Problem(
            name,
            line,
            f"link `{link.target[:60]}` has a scheme that the site does not allow",
            "link to https, mailto or a file of the project",
        )
        return
    if path.startswith("/"):
        yield Problem(name, line, f"link `{path}` starts with a slash", "write it relative to this file, so that forks and sub-paths work")
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if target in GENERATED:
        return
    if target not in files:
        near = next((f for f in sorted(files) if f.lower() == target.lower() or posixpath.basename(f) == posixpath.basename(target)), "")
        hint = f"did you mean `{posixpath.relpath(near, posixpath.dirname(name))}`?" if near else "link to a file that exists"
        yield Problem(name, line, f"link target `{path}` does not exist", hint)
    elif fragment and target in site.pages and fragment not in site.pages[target].anchors | terms(site, target):
        yield Problem(name, line, f"`{target}` has no anchor `#{fragment}`", "use the id of a heading or question of that page")
