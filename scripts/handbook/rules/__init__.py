"""Content rules. In: the parsed site. Out: every problem. One module a concern, each with ``problems(site)``."""

from __future__ import annotations

from handbook.problems import Problem
from handbook.rules import (
    cases,
    files,
    front_matter,
    glossary,
    links,
    markup,
    navigation,
    notebooks,
    pictures,
    questions,
    rendering,
    structure,
)
from handbook.site import Site

ALL = (files, pictures, front_matter, structure, cases, rendering, links, questions, markup, navigation, notebooks, glossary)


def check(site: Site, only: set[str] | None = None) -> list[Problem]:
    """Every problem that the rules find, sorted; with ``only``, those of the named files."""
    found = set(site.unreadable)
    if any(problem.path == "mkdocs.yml" for problem in found):
        return sorted(found)  # without its settings every page would be wrong
    for rule in ALL:
        found.update(rule.problems(site))
    return sorted(problem for problem in found if only is None or problem.path in only)
