"""The question bank as Markdown. In: the chapters in the order of the navigation. Out: its front page, and a page for each part.

One list of all questions would be too heavy a page: the front page has a table of the parts and a filter over all of them,
which handbook.js brings to life; without scripts, each part's page is the whole list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from handbook.chapter import Question

PAGE = "reference/question-bank.md"
LEVELS = ("easy", "medium", "hard")


@dataclass(frozen=True)
class Entry:
    """A chapter with questions: its part, its path below docs/, its title, questions and tags."""

    part: str
    name: str
    title: str
    questions: tuple[Question, ...]
    tags: tuple[str, ...] = ()


def page_of(name: str) -> str:
    """The bank's page for the part that the page ``name`` belongs to, by its folder."""
    return f"reference/questions-{name.partition('/')[0]}.md"


def front(entries: Sequence[Entry]) -> str:
    """The filter over all questions, and a table of the parts with their numbers of questions."""
    parts = list(dict.fromkeys(entry.part for entry in entries))
    rows = ["| Part | Easy | Medium | Hard | In all |", "| --- | ---: | ---: | ---: | ---: |"]
    for part in parts:
        inside = [entry for entry in entries if entry.part == part]
        target = page_of(inside[0].name).rpartition("/")[2]
        rows.append(f"| [{part}]({target}) | {' | '.join(map(str, [*_counts(inside), sum(len(entry.questions) for entry in inside)]))} |")
    return "\n".join([_form(entries, parts), "", *rows, ""])


def pages(entries: Sequence[Entry]) -> dict[str, str]:
    """File name to Markdown of the parts' pages: every question as a link under its chapter."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(page_of(entry.name), []).append(entry)
    return {name: _page(inside) for name, inside in found.items()}


def _page(entries: Sequence[Entry]) -> str:
    part = entries[0].part
    count = sum(len(entry.questions) for entry in entries)
    description = (
        f"{part}: all {count} interview questions of this part by chapter and level, with filters, model answers and links to the chapters."
    )
    front_matter = ["---", f'description: "{description}"', "hide: [toc]", "---", "", f"# Questions: {part}", ""]
    intro = f"Answer aloud, then open the answer. The [question bank](question-bank.md) filters the questions of all parts.\n\n{_form(entries, [])}"
    lines = [*front_matter, intro, _coverage(entries)]
    for entry in entries:
        target = f"../{entry.name}"
        tags = f' {{ data-tags="{"|".join(entry.tags)}" }}' if entry.tags else ""
        lines += ["", f"## [{entry.title}]({target}){tags}", ""]
        lines += [f'- [{q.title}]({target}#{q.id}){{ data-level="{q.level}" }}' for q in entry.questions]
    return "\n".join(lines) + "\n"


def _coverage(entries: Sequence[Entry]) -> str:
    """A closed box with the number of questions of each chapter by level."""
    rows = ["| Page | Easy | Medium | Hard | In all |", "| --- | ---: | ---: | ---: | ---: |"]
    for entry in entries:
        rows.append(f"| {entry.title} | {' | '.join(map(str, [*_counts([entry]), len(entry.questions)]))} |")
    return "\n".join(['??? note "Questions of each page"', "", *(f"    {row}" for row in rows)])


def _counts(entries: Sequence[Entry]) -> list[int]:
    """The number of questions of each level."""
    return [sum(question.level == level for entry in entries for question in entry.questions) for level in LEVELS]


def _form(entries: Sequence[Entry], parts: Sequence[str]) -> str:
    """The filter's markup; the stylesheet hides it where scripts do not run."""

    def choice(name: str, label: str, values: Sequence[str]) -> str:
        options = "".join(f"<option>{escape(value)}</option>" for value in values)
        return f'<label>{label}<select name="{name}"><option value="">all</option>{options}</select></label>'

    total = sum(len(entry.questions) for entry in entries)
    tags = sorted({tag for entry in entries for tag in entry.tags}, key=str.casefold)
    words = '<label>Words<input type="search" name="words" autocomplete="off"></label>'
    count = f'<output aria-live="polite">{total} of {total} questions</output>'
    fields = (
        (choice("part", "Part", parts) if parts else "") + choice("level", "Level", LEVELS) + choice("tag", "Tag", tags) + words + count
    )
    form = f'<form class="bank-filter" role="search" aria-label="Filter the questions">{fields}</form>'
    return f"{form}\n"
