"""Interview questions. In: ``??? question`` blocks of the chapters. Out: anchors, the pages of the question bank, cards.

One source, many uses: the bank links to the chapters, ``hooks/practice.py`` makes cards of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from handbook import bank, practice
from handbook.chapter import parse
from handbook.paths import DOCS

_PLACE = "<!-- questions -->"
_HEADER = re.compile(r'^( *\?\?\?\+? question [^"\n]*"[^\n]*")\s*\{[^}\n]*\}\s*$', re.M)
_DETAILS = re.compile(
    r'<details class="question (?P<level>\w+)"(?P<open> open="open")?>\s*<summary>(?P<title>.*?)</summary>(?P<answer>.*?)</details>', re.S
)

_cards: dict[str, list[practice.Card]] = {}
_parts: dict[str, str] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the bank's pages, and announce questions.json, so that pages can link to it; ``hooks/practice.py`` writes it."""
    _parts.clear()
    _parts.update(_walk(config.nav or [], ""))
    for name, content in bank.pages(_entries()).items():
        files.append(File.generated(config, name, content=content))
    files.append(File.generated(config, "questions.json", content="[]"))
    return files


def _walk(items: list[Any], part: str) -> Iterator[tuple[str, str]]:
    """Each page that the navigation names, with the part of the site that it belongs to."""
    for item in items:
        if isinstance(item, dict):
            for title, child in item.items():
                yield from [(child, part)] if isinstance(child, str) else _walk(child, part or title)
        else:
            yield item, part


@event_priority(50)
def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Write filter and table into the bank; take explicit ids out of the headers, where the details extension cannot read them."""
    name = page.file.src_uri
    if not name.endswith(".md"):
        return None
    if name == bank.PAGE:
        markdown = markdown.replace(_PLACE, bank.front(_entries()))
    if name == bank.PAGE or 'class="bank-filter"' in markdown:
        page.meta["math"] = True  # answers are shown in place
    return _HEADER.sub(r"\1", markdown)


def _entries() -> list[bank.Entry]:
    """The chapters with questions, in the order of the navigation."""
    found = []
    for name, part in _parts.items():
        path = DOCS / name
        if not name.endswith(".md") or not path.exists():
            continue
        chapter = parse(path.read_text(encoding="utf-8"))
        if chapter.questions:
            title = next(heading.text for heading in chapter.headings if heading.level == 1)
            found.append(bank.Entry(part, name, title, tuple(chapter.questions), tuple(chapter.meta.get("tags", []))))
    return found


@event_priority(50)
def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Give each question its anchor, and keep title and answer for the data files."""
    if not page.file.src_uri.endswith(".md") or page.file.abs_src_path is None:
        return None
    questions = iter(parse(Path(page.file.abs_src_path).read_text(encoding="utf-8")).questions)
    cards = _cards[page.file.src_uri] = []

    def anchor(found: re.Match[str]) -> str:
        question = next(questions)
        page.present_anchor_ids.add(question.id)  # so that the site generator's own link check knows it
        part, tags = _parts.get(page.file.src_uri, ""), tuple(page.meta.get("tags", []))
        title, answer = found.group("title"), found.group("answer").strip()
        cards.append(practice.Card(question.id, question.level, title, answer, part, str(page.title), page.url, tags))
        return found.group().replace("<details ", f'<details id="{question.id}" ', 1)

    return _DETAILS.sub(anchor, html)


def on_post_build(config: MkDocsConfig) -> None:
    """Hand the questions on to the hooks that follow, in the order of the navigation."""
    config.extra["handbook_cards"] = [card for name in _parts for card in _cards.get(name, [])]
