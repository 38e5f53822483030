"""The question bank as Markdown. In: the chapters in the order of the navigation. Out: a filter form and a list of links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from handbook.chapter import Question


@dataclass(frozen=True)
class Entry:
    """A chapter with questions: the part that it belongs to, its title, the link from the bank to it."""

    part: str
    title: str
    target: str
    questions: tuple[Question, ...]
    tags: tuple[str, ...] = ()


def markdown(entries: Sequence[Entry]) -> str:
    """Every question as a link under its part and chapter, below a form that handbook.js brings to life."""
    lines: list[str] = []
    parts: list[str] = []
    total = 0
    for entry in entries:
        if entry.part not in parts:
            parts.append(entry.part)
            lines += ["", f"## {entry.part}", ""]
        tags = f' {{ data-tags="{"|".join(entry.tags)}" }}' if entry.tags else ""
        lines += ["", f"### [{entry.title}]({entry.target}){tags}", ""]
        lines += [f'- [{q.title}]({entry.target}#{q.id}){{ data-level="{q.level}" }}' for q in entry.questions]
        total += len(entry.questions)
    tags = sorted({tag for entry in entries for tag in entry.tags}, key=str.casefold)
    return "\n".join([_form(parts, tags, total), *lines])


def _form(parts: list[str], tags: list[str], total: int) -> str:
    """The filter's markup; it is hidden where scripts do not run."""

    def choice(name: str, label: str, values: list[str]) -> str:
        options = "".join(f"<option>{escape(value)}</option>" for value in values)
        return f'<label>{label}<select name="{name}"><option value="">all</option>{options}</select></label>'

    words = '<label>Words<input type="search" name="words" autocomplete="off"></label>'
    count = f'<output aria-live="polite">{total} of {total} questions</output>'
    fields = choice("part", "Part", parts) + choice("level", "Level", ["easy", "medium", "hard"]) + choice("tag", "Tag", tags) + words + count
    form = f'<form class="bank-filter" role="search" aria-label="Filter the questions">{fields}</form>'
    return f"{form}<noscript><style>.bank-filter {{ display: none }}</style></noscript>\n"
