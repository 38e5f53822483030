"""The data for practice and the Anki deck: handbook.practice, handbook.anki, handbook.tex's portable formulas."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from handbook import anki, practice, tex
from handbook.site import load

CARD = practice.Card("q-a", "easy", "What is <em>a</em>?", "<p>An answer.</p>", "Part", "Page", "part/page/", ("linear models",))
OTHER = practice.Card("q-b", "hard", "Why?", "<p>Because.</p>", "Part", "Page", "part/page/", ("linear models",))
NOW, LATER = 1_750_000_000, 1_760_000_000
THIRD = practice.Card("q-c", "medium", "How?", "<p>So.</p>", "Second", "Next", "second/next/")


@pytest.mark.parametrize(
    ("written", "expanded"),
    [
        (r"\mX\T\vy", r"{\mathbf{X}}^{\top}{\mathbf{y}}"),
        (r"\hat\vy", r"\hat{\mathbf{y}}"),
        (r"\E[x \given y]", r"\operatorname{E}[x \mid y]"),
        (r"\given x", r"\mid x"),
        (r"\KL{p}{q_{\vtheta}}", r"D_{\mathrm{KL}}\left(p \,\middle\|\, q_{{\boldsymbol{\theta}}}\right)"),
        (r"\norm x", r"\left\lVert x \right\rVert"),
        (r"\abs{\set{a}}", r"\left\lvert \left\{ a \right\} \right\rvert"),
        (r"\norm{\{a\}}", r"\left\lVert \{a\} \right\rVert"),
        (r"\1_n", r"{\mathbf{1}}_n"),
        (r"a \\ b \{ c", r"a \\ b \{ c"),
        (r"\N(0, 1)", r"{\mathcal{N}}(0, 1)"),
    ],
)
def test_macros_are_written_out(written: str, expanded: str) -> None:
    assert re.sub(r"\s+", "", tex.expand(written)) == re.sub(r"\s+", "", expanded)


def words(formula: str) -> str:
    """What a reader sees of a formula: the characters of KaTeX's markup, in order."""
    markup = tex.render(formula)
    return re.sub(r"<[^>]*>|\s", "", markup[markup.index('class="katex-html"') :])


def test_expanded_formulas_of_the_site_look_the_same_and_need_no_macro(monkeypatch: pytest.MonkeyPatch) -> None:
    formulas = sorted({formula.tex for page in load().pages.values() for formula in page.formulas if not formula.display})
    some = formulas[:: max(1, len(formulas) // 400)]
    used = [formula for formula in some if any(re.search(re.escape(name) + r"(?![A-Za-z])", formula) for name in tex.macros())]
    assert len(used) > 50
    for formula in used:
        expanded = tex.expand(formula)
        assert not [name for name in tex.macros() if re.search(re.escape(name) + r"(?![A-Za-z0-9])", expanded) and name not in {r"\1"}], (
            formula
        )
        assert words(expanded) == words(formula), formula


def test_marks_become_delimited_tex() -> None:
    marked = f"<p>{tex.mark('a < b')} and {tex.mark('x^2', True)}</p>"
    assert tex.source(marked) == r"<p>\(a &lt; b\) and \[x^2\]</p>"


def test_index_lists_pages_once() -> None:
    data = json.loads(practice.index([CARD, OTHER, THIRD]))
    assert data["pages"] == [
        {"title": "Page", "url": "part/page/", "part": "Part", "tags": ["linear models"]},
        {"title": "Next", "url": "second/next/", "part": "Second", "tags": []},
    ]
    assert data["questions"] == [["q-a", 0, "easy", "What is <em>a</em>?"], ["q-b", 0, "hard", "Why?"], ["q-c", 1, "medium", "How?"]]


def test_answers_come_in_a_file_a_page() -> None:
    files = practice.answers([CARD, OTHER, THIRD])
    assert list(files) == ["practice/data/part-page.json", "practice/data/second-next.json"]
    assert json.loads(files["practice/data/part-page.json"]) == {"q-a": "<p>An answer.</p>", "q-b": "<p>Because.</p>"}


def test_a_case_needs_prompt_and_levels() -> None:
    prompt = '<div class="admonition quote">\n<p class="admonition-title">The interviewer says</p>\n<p>"Build it."</p>\n</div>'
    levels = '<h2 id="levels">Levels</h2>\n<p>Words.</p><table><tr><td>Goal</td></tr></table>'
    found = practice.case(prompt + levels + "<table></table>", "Case", "cases/case/")
    assert found == practice.Case("Case", "cases/case/", '<p>"Build it."</p>', "<table><tr><td>Goal</td></tr></table>")
    assert practice.case(prompt, "Case", "c/") is None
    assert practice.case(levels, "Case", "c/") is None


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of the real Anki."""
    opened = Collection(str(tmp_path / "anki.anki2"))
    yield opened
    opened.close()


def put(package: Path, collection: Collection) -> int:
    """Import a deck; the number of notes that are new."""
    request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    return len(collection.import_anki_package(request).log.new)


def test_deck_of_the_site_imports_into_anki(site: Path, collection: Collection) -> None:
    records = json.loads((site / "questions.json").read_text(encoding="utf-8"))
    assert put(site / anki.FILE, collection) == collection.note_count() == len(records) > 100
    assert list(collection.media.check().missing) == []
    decks = {deck.name for deck in collection.decks.all_names_and_ids()}
    assert {f"ML Interview Handbook::{record['part']}" for record in records} < decks
    for level in ("easy", "medium", "hard"):
        assert len(collection.find_notes(f"tag:level::{level}")) == sum(record["level"] == level for record in records)
    assert put(site / anki.FILE, collection) == 0
    assert collection.note_count() == len(records)


def test_a_changed_answer_updates_its_note(tmp_path: Path, collection: Collection) -> None:
    package = tmp_path / "deck.apkg"
    package.write_bytes(anki.deck([CARD, THIRD], "https://example.org/", tmp_path, NOW))
    assert put(package, collection) == 2
    package.write_bytes(anki.deck([replace(CARD, answer="<p>A better answer.</p>"), THIRD, OTHER], "https://example.org/", tmp_path, LATER))
    assert put(package, collection) == 1
    assert len(collection.find_notes('"A better answer."')) == 1
    assert collection.note_count() == 3


def test_pictures_travel_with_the_deck_and_links_are_absolute(tmp_path: Path, collection: Collection) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "curve.svg").write_text("<svg/>")
    answer = '<p><img alt="A curve" src="../../assets/curve.svg"> <a href="../other/#x">other</a></p>'
    package = tmp_path / "deck.apkg"
    package.write_bytes(anki.deck([replace(CARD, answer=answer)], "https://example.org/", tmp_path, NOW))
    put(package, collection)
    note = collection.get_note(collection.find_notes("")[0])
    assert 'src="ml-interview-handbook-curve.svg"' in note.fields[1]
    assert 'href="https://example.org/part/other/#x"' in note.fields[1]
    assert list(collection.media.check().missing) == []
    assert (Path(collection.media.dir()) / "ml-interview-handbook-curve.svg").read_text() == "<svg/>"


def test_the_same_questions_give_the_same_file(tmp_path: Path) -> None:
    assert anki.deck([CARD, OTHER], "https://example.org/", tmp_path, NOW) == anki.deck(
        [CARD, OTHER], "https://example.org/", tmp_path, NOW
    )


def test_bank_cards_and_deck_hold_the_same_questions(site: Path, tmp_path: Path) -> None:
    records = {record["id"] for record in json.loads((site / "questions.json").read_text(encoding="utf-8"))}
    index = json.loads((site / practice.FOLDER / "questions.json").read_text(encoding="utf-8"))
    answers = {
        key: text
        for page in index["pages"]
        for key, text in json.loads((site / practice.answers_file(page["url"])).read_text(encoding="utf-8")).items()
    }
    pages = [path.read_text(encoding="utf-8") for path in sorted(site.glob("reference/questions-*/index.html"))]
    rows = [row for page in pages for row in re.findall(r"<a [^>]*data-level=[^>]*>", page)]
    bank = [row.partition("#")[2].partition('"')[0] for row in rows]
    with zipfile.ZipFile(site / anki.FILE) as files:
        (tmp_path / "collection.anki2").write_bytes(files.read("collection.anki2"))
    (notes,) = sqlite3.connect(tmp_path / "collection.anki2").execute("select count(*) from notes").fetchone()
    assert {question[0] for question in index["questions"]} == set(answers) == set(bank) == records
    assert len(index["questions"]) == len(bank) == notes == len(records)
    assert all("data-tex" not in text and len(text) > 40 for text in answers.values())
