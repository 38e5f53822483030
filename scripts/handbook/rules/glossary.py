"""The glossary: entries in order, short, unique, and linked to a page that uses the term."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from handbook import glossary
from handbook.problems import Problem
from handbook.site import Site

_LONGEST = 30


def problems(site: Site) -> Iterator[Problem]:
    """What is wrong with single entries and with their order."""
    asked = any(site.asks(f"docs/{name}") for name in glossary.PAGES)
    owners: dict[tuple[str, ...], str] = {}
    last = ""
    for term in glossary.read({name.removeprefix("docs/"): page.text for name, page in site.pages.items()} if asked else {}):
        page, name = f"docs/{term.page}", term.name.casefold()
        home = next((f"docs/{page}" for page, letters in glossary.PAGES.items() if name[0] in letters), page)
        if home != page:
            yield Problem(page, term.line, f"`{term.name}` stands on the wrong page", f"move it to {home}")
        elif name < last:
            yield Problem(page, term.line, f"`{term.name}` stands after a later word", "keep the terms in alphabetical order")
        last = name
        if (words := len(term.short.split())) > _LONGEST:
            yield Problem(page, term.line, f"definition of `{term.name}` has {words} words", f"say it in one sentence of {_LONGEST} words")
        if "$`" in term.definition.split(". ")[0]:
            yield Problem(page, term.line, f"definition of `{term.name}` has a formula", "use words first: tooltips are plain text")
        for other in term.names:
            if (owner := owners.setdefault(glossary.key(other), term.name)) != term.name:
                yield Problem(page, term.line, f"`{other}` is already an entry, or a name of `{owner}`", "keep one of them")
        if site.asks(page):
            yield from _home(site, term)


def _home(site: Site, term: glossary.Term) -> Iterator[Problem]:
    """The page that an entry leads to exists (the rule for links sees to that) and speaks of the term."""
    page = f"docs/{term.page}"
    pages = [posixpath.normpath(posixpath.join("docs/reference", target.partition("#")[0])) for target in term.targets]
    texts = [site.pages[page].text for page in pages if page in site.pages]
    if not pages:
        yield Problem(page, term.line, f"`{term.name}` leads nowhere", "end it with a link to the page that explains it")
    elif texts and not any(glossary.used(name, text) for name in term.names for text in texts):
        yield Problem(page, term.line, f"the page that `{term.name}` leads to never uses the term", "link to the page that explains it")
