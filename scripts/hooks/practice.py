"""Practice. In: the questions that ``hooks/questions.py`` collected, ``<!-- practice: NAME -->`` in a page. Out: data files, the Anki deck, the scheduler, the app's place."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook import anki, cache, edition, practice, tex
from handbook.paths import NODE_MODULES

_PLACE = re.compile(r"^<!-- practice: ([a-z-]+) -->$", re.M)
_APP = re.compile(r'<div class="practice" data-app="[a-z-]+"></div>')
_NEEDS = 'This needs JavaScript. Without it, the <a href="{}">question bank</a> leads to every question and its answer.'
_cases: dict[str, practice.Case] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the scheduler, FSRS, from its npm package."""
    source = NODE_MODULES / "ts-fsrs" / "dist" / "index.mjs"
    if not source.exists():
        raise PluginError("node_modules/ts-fsrs is missing; run `make setup`")
    files.append(File.generated(config, "assets/javascripts/ts-fsrs.js", content=source.read_text(encoding="utf-8")))
    files.append(File.generated(config, anki.FILE, content=b""))  # announced, so that pages can link to it
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Put the app's element where the page asks for it. Cards show formulas, so such a page needs KaTeX's styles."""
    found = _PLACE.search(markdown)
    if found is None:
        return None
    page.meta["math"] = page.meta["practice"] = True
    return _PLACE.sub(r'<div class="practice" data-app="\1"></div>', markdown)


@event_priority(50)
def on_page_content(html: str, page: Page, **_: object) -> str:
    """Keep prompt and rubric of a design case for the mock interview; say below an app's place what it needs."""
    case = practice.case(html, str(page.title), page.url)
    if case:
        _cases[page.file.src_uri] = case
    needs = _NEEDS.format(get_relative_url("reference/question-bank/", page.url))
    return _APP.sub(rf"\g<0><noscript><p>{needs}</p></noscript>", html)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the data files, in the order of the navigation."""
    cards, cases = config.extra["handbook_cards"], [case for _, case in sorted(_cases.items())]
    texts = [part for row in (*cards, *cases) for value in vars(row).values() for part in ((value,) if isinstance(value, str) else value)]
    files, sources = cache.store().made(lambda: _files(cards, cases), "practice", *texts)
    folder = Path(config.site_dir)
    (folder / practice.FOLDER).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    portable = [replace(card, title=title, answer=answer) for card, (title, answer) in zip(cards, sources, strict=True)]
    (folder / "downloads").mkdir(exist_ok=True)
    (folder / anki.FILE).write_bytes(anki.deck(portable, config.site_url or "", folder, edition.moment("docs")))


def _files(cards: list[practice.Card], cases: list[practice.Case]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Name and content of each data file; each card's title and answer with formulas in TeX, for programs other than browsers."""
    shown = [replace(card, title=tex.unmark(card.title), answer=tex.unmark(card.answer)) for card in cards]
    rubrics = [replace(case, prompt=tex.unmark(case.prompt), rubric=tex.unmark(case.rubric)) for case in cases]
    portable = [replace(card, title=tex.source(card.title), answer=tex.source(card.answer)) for card in cards]
    files = {
        f"{practice.FOLDER}/questions.json": practice.index(shown, rubrics),
        **practice.answers(shown),
        "questions.json": practice.everything(portable),
    }
    return files, [(card.title, card.answer) for card in portable]
