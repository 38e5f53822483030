"""Navigation: every page and notebook is in mkdocs.yml's nav, every entry of nav exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook import bank
from handbook.problems import Problem
from handbook.site import Site


def problems(site: Site) -> Iterator[Problem]:
    """Pages that no reader can reach, and entries that lead nowhere."""
    named = site.navigation
    reachable = set(named)
    config = (site.root / "mkdocs.yml").read_text(encoding="utf-8").split("\n") if (site.root / "mkdocs.yml").exists() else []
    there = {name.removeprefix("docs/") for name in [*site.pages, *site.notebooks]} | {
        p.path.removeprefix("docs/") for p in site.unreadable
    }
    lists = {bank.page_of(name.removeprefix("docs/")) for name, page in site.pages.items() if page.questions}
    there.update(lists)
    if bank.PAGE in named:
        for name in sorted(lists - set(named)):
            yield Problem("mkdocs.yml", 1, f"nav does not name `{name}`, the questions of a part", "add it below the question bank")
    for name in [*site.pages, *site.notebooks]:
        if name.removeprefix("docs/") not in reachable:
            yield Problem(name, 1, "page is not in the navigation", "add it to `nav` in mkdocs.yml")
    count = Counter(named)
    for name in named:
        if name in there and count[name] == 1:
            continue
        line = next((n for n, row in enumerate(config, 1) if name in row), 1)
        if name not in there:
            yield Problem("mkdocs.yml", line, f"nav names `{name}`, which does not exist", "correct the path or take the entry out")
        if count[name] > 1:
            yield Problem("mkdocs.yml", line, f"nav names `{name}` twice", "keep one entry")
