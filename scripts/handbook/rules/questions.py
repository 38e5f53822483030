"""Question blocks: a level, a title, an answer, and an id and wording of their own."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.problems import Problem
from handbook.rules.front_matter import LEVELS
from handbook.site import Site

_SHORTEST_ANSWER = 40
FEWEST = 8


def problems(site: Site) -> Iterator[Problem]:
    """Incomplete blocks, and questions that the site asks twice."""
    ids: dict[str, str] = {}
    titles: dict[str, str] = {}
    for name, page in site.pages.items():
        for question in page.questions:
            place = f"{name}:{question.line}"
            if question.level not in LEVELS:
                yield Problem(
                    name, question.line, f"question has level `{question.level or 'none'}`", 'write ??? question easy|medium|hard "Title"'
                )
            if not question.title.strip():
                yield Problem(name, question.line, "question has no title in double quotes", 'write ??? question medium "Why ...?"')
                continue
            if len(question.answer) < _SHORTEST_ANSWER:
                yield Problem(name, question.line, "question has no answer", "write the model answer below it, indented by four spaces")
            if (other := ids.setdefault(question.id, place)) != place:
                yield Problem(
                    name, question.line, f"question id `{question.id}` is also that of {other}", "add ` {#another-id}` behind the title"
                )
            if (other := titles.setdefault(question.title.casefold(), place)) != place:
                yield Problem(name, question.line, f"question stands also in {other}", "ask something else, or link there")
        if not site.asks(name):
            continue
        headings = {h.text: h.line for h in page.headings if h.level == 2}
        if "Interview questions" in headings and len(page.questions) < FEWEST:
            yield Problem(
                name, headings["Interview questions"], f"page has {len(page.questions)} questions", f"a chapter has at least {FEWEST}"
            )
