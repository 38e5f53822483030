"""Data for flash cards, mock interviews and the question bank's answers. In: the site's questions. Out: small JSON files.

One file names every question; the answers come in one file a chapter, fetched when one is needed.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

FOLDER = "practice/data"
_PROMPT = re.compile(r'<div class="admonition quote">\s*<p class="admonition-title">[^<]*</p>(?P<prompt>.*?)</div>', re.S)
_LEVELS = re.compile(r'<h2 id="levels".*?(?P<table><table>.*?</table>)', re.S)


@dataclass(frozen=True)
class Card:
    """A question as pages show it; ``title`` and ``answer`` are HTML in which formulas are marks (``handbook.tex``) until the very end."""

    id: str
    level: str
    title: str
    answer: str
    part: str
    page: str
    url: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A design case for the mock interview: what the interviewer says, and the table that scores the answer, as HTML."""

    page: str
    url: str
    prompt: str
    rubric: str


def answers_file(url: str) -> str:
    """The file, in the site, with the answers of the page at ``url``: ``a/b/`` becomes ``practice/data/a-b.json``."""
    return f"{FOLDER}/{url.strip('/').replace('/', '-')}.json"


def index(cards: Iterable[Card], cases: Iterable[Case] = ()) -> str:
    """Every question without its answer. Pages and parts are listed once: questions name them by position."""
    pages: dict[str, list] = {}
    questions = []
    for card in cards:
        place = pages.setdefault(card.url, [len(pages), card.page, card.url, card.part, list(card.tags)])[0]
        questions.append([card.id, place, card.level, card.title])
    data = {
        "pages": [{"title": title, "url": url, "part": part, "tags": tags} for _, title, url, part, tags in pages.values()],
        "questions": questions,
        "cases": [{"title": case.page, "url": case.url, "prompt": case.prompt, "rubric": case.rubric} for case in cases],
    }
    return _compact(data)


def answers(cards: Iterable[Card]) -> dict[str, str]:
    """File name to content: for each page with questions, the answers by question id."""
    files: dict[str, dict[str, str]] = {}
    for card in cards:
        files.setdefault(answers_file(card.url), {})[card.id] = card.answer
    return {name: _compact(content) for name, content in files.items()}


def everything(cards: Iterable[Card]) -> str:
    """All questions with their answers in one file, one object a question."""
    return _compact([{**dataclasses.asdict(card), "url": f"{card.url}#{card.id}"} for card in cards])


def case(html: str, page: str, url: str) -> Case | None:
    """The mock interview's part of a case page, or None for a page without prompt and level table."""
    prompt, levels = _PROMPT.search(html), _LEVELS.search(html)
    if not prompt or not levels:
        return None
    return Case(page, url, prompt.group("prompt").strip(), levels.group("table"))


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
