"""Interview questions. In: ``??? question`` blocks of the chapters. Out: anchors, the question bank's list, questions.json.

One source, many uses: the bank links to the chapters, and questions.json carries title and answer as rendered HTML.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook import bank, tex
from handbook.chapter import parse
from handbook.paths import DOCS

BANK = "reference/question-bank.md"
_PLACE = "<!-- questions -->"
_HEADER = re.compile(r'^( *\?\?\?\+? question [^"\n]*"[^\n]*")\s*\{[^}\n]*\}\s*$', re.M)
_DETAILS = re.compile(
    r'<details class="question (?P<level>\w+)"(?P<open> open="open")?>\s*<summary>(?P<title>.*?)</summary>(?P<answer>.*?)</details>', re.S
)

_records: dict[str, list[dict[str, Any]]] = {}
_parts: dict[str, str] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Announce questions.json, so that pages can link to it; its content comes last."""
    files.append(File.generated(config, "questions.json", content="[]"))
    return files


def on_nav(nav: Navigation, **_: object) -> None:
    """Remember which part of the site each page belongs to."""
    _parts.clear()

    def walk(items: list[Any], part: str) -> None:
        for item in items:
            if isinstance(item, Section):
                walk(item.children, part or item.title)
            elif isinstance(item, Page):
                _parts[item.file.src_uri] = part

    walk(nav.items, "")


@event_priority(50)
def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Write the list into the bank; take explicit ids out of the headers, where the details extension cannot read them."""
    if not page.file.src_uri.endswith(".md"):
        return None
    if page.file.src_uri == BANK:
        markdown = markdown.replace(_PLACE, bank.markdown(_entries()))
    return _HEADER.sub(r"\1", markdown)


def _entries() -> Iterator[bank.Entry]:
    """The chapters with questions, in the order of the navigation."""
    for name, part in _parts.items():
        path = DOCS / name
        if not name.endswith(".md") or not path.exists():
            continue
        chapter = parse(path.read_text(encoding="utf-8"))
        if chapter.questions:
            title = next(heading.text for heading in chapter.headings if heading.level == 1)
            yield bank.Entry(part, title, posixpath.relpath(name, posixpath.dirname(BANK)), tuple(chapter.questions))


@event_priority(50)
def on_page_content(html: str, page: Page, **_: object) -> str | None:
    """Give each question its anchor, and keep title and answer for questions.json."""
    if not page.file.src_uri.endswith(".md") or page.file.abs_src_path is None:
        return None
    questions = iter(parse(Path(page.file.abs_src_path).read_text(encoding="utf-8")).questions)
    records = _records[page.file.src_uri] = []

    def anchor(found: re.Match[str]) -> str:
        question = next(questions)
        page.present_anchor_ids.add(question.id)  # so that the site generator's own link check knows it
        records.append(
            {
                "id": question.id,
                "page": page.title,
                "url": f"{page.url}#{question.id}",
                "part": _parts.get(page.file.src_uri, ""),
                "level": question.level,
                "tags": page.meta.get("tags", []),
                "question": tex.unmark(found.group("title")),
                "answer": tex.unmark(found.group("answer").strip()),
            }
        )
        return found.group().replace("<details ", f'<details id="{question.id}" ', 1)

    return _DETAILS.sub(anchor, html)


def on_post_build(config: MkDocsConfig) -> None:
    """Write questions.json, in the order of the navigation."""
    records = [record for name in _parts for record in _records.get(name, [])]
    target = Path(config.site_dir) / "questions.json"
    target.write_text(json.dumps(records, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
