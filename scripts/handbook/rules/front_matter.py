"""Front matter: description, aliases, asks, tags, of pages and of notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from handbook.chapter import Chapter
from handbook.problems import Problem
from handbook.site import Site

KEYS = {"description", "aliases", "asks", "tags", "title", "template", "hide", "search"}
NOTEBOOK_KEYS = {"description", "aliases", "tags", "asked", "difficulty", "minutes"}
ASKED = ("often", "sometimes", "rarely")
LEVELS = ("easy", "medium", "hard")
_SHORTEST, _LONGEST = 110, 160


def problems(site: Site) -> Iterator[Problem]:
    """Missing, misspelled and duplicate entries."""
    owners: dict[str, str] = {}
    asked: dict[str, str] = {}
    for name, page in site.pages.items():
        if any(line <= page.body_line and "front matter" in what for line, what, _ in page.first_broken):
            continue  # reported by the structure rule; its keys are unknown
        line = _line_of(page.text)
        if not page.text.startswith("---\n"):
            yield Problem(name, 1, "page has no front matter", "start it with `---`, `description:`, `aliases:`, `tags:`, `---`")
            continue
        yield from _entries(name, page.meta, line, site, KEYS)
        needs_aliases = PurePath(name).stem != "index" and not page.meta.get("template")
        yield from _aliases(name, page.meta, line("aliases"), owners, needs_aliases)
        yield from _asks(name, page, line, asked, site.asks(name))
    for name, source in site.notebooks.items():
        if source.meta_broken:
            yield Problem(name, 1, "`handbook` metadata are not a list of keys", "copy those of another notebook")
            continue
        at = _line_of(source.text, '   "')
        if not source.meta:
            yield Problem(
                name,
                1,
                "notebook has no `handbook` metadata",
                "add description, aliases, tags, asked, difficulty and minutes under metadata.handbook",
            )
            continue
        yield from _entries(name, source.meta, at, site, NOTEBOOK_KEYS)
        yield from _aliases(name, source.meta, at("aliases"), {}, True)
        if source.meta.get("difficulty") not in LEVELS:
            yield Problem(name, at("difficulty"), f"difficulty is {_short(source.meta.get('difficulty'))}", "write easy, medium or hard")
        if source.meta.get("asked") not in ASKED:
            yield Problem(name, at("asked"), f"asked is {_short(source.meta.get('asked'))}", "write often, sometimes or rarely")
        minutes = source.meta.get("minutes")
        if type(minutes) is not int or not 0 < minutes <= 240:
            yield Problem(
                name, at("minutes"), "minutes is missing or no whole number up to 240", "say how long the task takes in an interview"
            )


def _short(value: object) -> str:
    return repr(value)[:60]


def _line_of(text: str, prefix: str = ""):
    def line(key: str) -> int:
        found = re.search(rf"^{re.escape(prefix + key)}", text, re.M)
        return text.count("\n", 0, found.start()) + 1 if found else 1

    return line


def _entries(name: str, meta: dict, line, site: Site, keys: set[str]) -> Iterator[Problem]:
    for key in sorted(set(meta) - keys):
        yield Problem(name, line(key), f"unknown front matter key `{key}`", f"use one of {', '.join(sorted(keys))}")
    description = meta.get("description")
    if not isinstance(description, str) or not _SHORTEST <= len(description) <= _LONGEST:
        size = len(description) if isinstance(description, str) else 0
        yield Problem(
            name, line("description"), f"description has {size} characters", f"write one sentence of {_SHORTEST} to {_LONGEST} characters"
        )
    for key in ("description", "title"):
        if isinstance(meta.get(key), str) and (mark := re.search(r'[<>"{}`]', meta[key])):
            yield Problem(name, line(key), f"{key} holds `{mark.group()}`", "use plain words: it stands in the page's head as it is")
    template = meta.get("template")
    if template is not None and not (isinstance(template, str) and re.fullmatch(r"[\w-]+\.html", template)):
        yield Problem(name, line("template"), f"template is {_short(template)}", "name a file of docs/overrides/, or take the line out")
    elif template and not (site.root / "docs" / "overrides" / template).exists():
        yield Problem(name, line("template"), f"template `{template}` does not exist", "name a file of docs/overrides/")
    tags = meta.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        yield Problem(name, line("tags"), "tags is not a list of words", "write `tags: [one, two]`")
        return
    for tag in tags:
        if tag not in site.tags:
            yield Problem(name, line("tags"), f"unknown tag `{tag}`", "use a tag of tags_allowed in mkdocs.yml, or add it there")


def _aliases(name: str, meta: dict, line: int, owners: dict[str, str], needed: bool) -> Iterator[Problem]:
    aliases = meta.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        yield Problem(
            name, line, "aliases is not a list of words", "write `aliases: [one, two]`, quotes around entries with a colon or a number"
        )
        return
    if needed and not aliases:
        yield Problem(name, line, "page has no aliases", "list what people type to find it: synonyms, abbreviations, old names")
    for alias in aliases:
        if re.search(r"[<>]", alias) or not alias.strip():
            yield Problem(name, line, f"alias `{alias[:40]}` is no term", "write words, without < and >")
        owner = owners.setdefault(alias.casefold(), name)
        if owner != name:
            yield Problem(name, line, f"alias `{alias}` already belongs to {owner}", "keep it on the page that answers it best")
        elif aliases.count(alias) > 1:
            yield Problem(name, line, f"alias `{alias}` stands twice", "keep one")


def _asks(name: str, page: Chapter, line, asked: dict[str, str], wanted: bool) -> Iterator[Problem]:
    """What readers type to find a section: a map from the section's anchor to their words. Pages that are not ``wanted`` are not parsed."""
    asks = page.meta.get("asks", {})
    if not isinstance(asks, dict) or not all(isinstance(row, list) and all(isinstance(ask, str) for ask in row) for row in asks.values()):
        yield Problem(
            name,
            line("asks"),
            "asks does not map anchors to lists of words",
            "below `asks:` write a heading's id, a colon and a list of words on each line",
        )
        return
    for anchor, row in asks.items():
        at = line(f"  {anchor}:")
        if wanted and anchor not in page.anchors:
            yield Problem(name, at, f"asks names `{anchor}`, which is no section here", "use the id of a heading of this page")
        for ask in row:
            if owner := asked.get(ask.casefold()):
                yield Problem(name, at, f"`{ask}` is already asked at {owner}", "keep it at the section that answers it best")
            asked.setdefault(ask.casefold(), f"{name}#{anchor}")
