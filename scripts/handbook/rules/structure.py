"""Headings and sections: one title, no level left out, the sections that a chapter needs, unique anchors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from handbook.chapter import Chapter
from handbook.problems import Problem
from handbook.site import Site

SECTIONS = ("Common mistakes", "Interview questions", "Further reading")
PARTS = ("foundations", "fundamentals", "deep-learning", "nlp", "vision", "recsys", "system-design", "mlops")


def is_chapter(name: str) -> bool:
    """Whether a page teaches a subject, and so has the sections of a chapter."""
    path = PurePath(name)
    return len(path.parts) > 2 and path.parts[1] in PARTS and path.stem not in {"index", "industry-reading"}


def problems(site: Site) -> Iterator[Problem]:
    """Problems of the pages' skeleton, and of text whose structure cannot be told."""
    for name, page in site.pages.items():
        if not site.asks(name):
            continue
        for line, what, remedy in page.broken:
            yield Problem(name, line, what, remedy)
        yield from headings(name, page)
        if is_chapter(name):
            yield from _sections(name, page)


def headings(name: str, page: Chapter) -> Iterator[Problem]:
    """One H1, first; levels in steps of one; explicit ids where a heading holds math; anchors once each."""
    titles = [h for h in page.headings if h.level == 1]
    if not page.headings or page.headings[0].level != 1:
        yield Problem(name, page.body_line, "page does not start with a title", "begin with one `# Title`")
    for extra in titles[1:]:
        yield Problem(name, extra.line, "page has a second `# Title`", "use `##` for a section")
    for before, after in pairwise(page.headings):
        if after.level > before.level + 1:
            yield Problem(name, after.line, f"heading jumps from level {before.level} to {after.level}", f"use {'#' * (before.level + 1)}")
    for heading in page.headings:
        if "$`" in heading.text and not heading.explicit:
            yield Problem(name, heading.line, "heading with a formula has no explicit id", "add ` {#short-id}` behind it")
    taken = {question.id for question in page.questions}
    for heading in page.headings:
        if heading.anchor in taken:
            yield Problem(name, heading.line, f"anchor `{heading.anchor}` stands twice", "give it another id")
        taken.add(heading.anchor)


def _sections(name: str, page: Chapter) -> Iterator[Problem]:
    present = [h.text for h in page.headings if h.level == 2]
    for section in SECTIONS:
        if section not in present:
            yield Problem(name, page.body_line, f"chapter has no section `## {section}`", "add it (CONTRIBUTING.md, A chapter)")
    if '!!! abstract "In one minute"' not in page.text:
        yield Problem(name, page.body_line, 'chapter has no `!!! abstract "In one minute"`', "add it below the title")
    if not any(link.picture for link in page.links) and not any(f.info.startswith("mermaid") for f in page.fences):
        yield Problem(name, page.body_line, "chapter has no picture", "add a figure or a Mermaid diagram")
