"""handbook.search, the index of the built site, and the queries that measure the search."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import search_eval

from handbook import search, tex

KINDS = {"abbreviation", "prefix", "question", "spelling", "synonym", "topic", "typo"}
PAGE = """
<h1 id="page">A page<a class="headerlink" href="#page">¶</a></h1>
<div class="admonition abstract"><p class="admonition-title">In one minute</p><p>First <b>words</b>.</p></div>
<h2 id="one">One</h2><p>Text of one, <span data-tex="MARK"></span>.</p><pre><code>code = 1</code></pre>
<h3 id="sub">Part of one</h3><ul><li>point</li><li>other</li></ul>
<h2 id="interview-questions">Interview questions</h2>
<details class="question" id="q-why"><summary>Why <span>not</span>?</summary><div><p>Because.</p></div></details>
<p>After it.</p>
<dl><dt id="term">term</dt><dt>other name</dt><dd><p>What it means.</p></dd></dl>
<button>Copy</button><script>let hidden;</script><svg><text>drawn</text></svg>
"""


@pytest.fixture(scope="module")
def index(site: Path) -> tuple[dict, list]:
    heads, texts = ((site / "search" / f"{name}.json").read_text(encoding="utf-8") for name in ("heads", "texts"))
    return json.loads(heads), json.loads(texts)


def places(heads: dict) -> list[tuple[str, list]]:
    return [(page[0], row) for page in heads["pages"] for row in page[4]]


def test_a_page_is_cut_into_places_and_each_word_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tex, "words", lambda mark, longest: f"x={len(mark)}")
    found = [(s.kind, s.anchor, s.title, s.text) for s in search.sections(PAGE)]
    assert found == [
        ("page", "", "A page", "First words."),
        ("section", "one", "One", "Text of one, x=4."),
        ("section", "sub", "Part of one", "point other"),
        ("section", "interview-questions", "Interview questions", "After it."),
        ("question", "q-why", "Why not?", "Because."),
        ("term", "term", "term", "other name What it means."),
    ]


def test_heads_and_texts_have_the_same_places(index: tuple[dict, list]) -> None:
    heads, texts = index
    assert [len(page[4]) for page in heads["pages"]] == [len(rows) for rows in texts]
    assert len(texts) > 150
    assert heads["topic"].endswith("/issues/new?template=new-topic.yml")


def test_every_place_is_on_its_page(index: tuple[dict, list], site: Path) -> None:
    class Ids(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found.update(value for name, value in attrs if name == "id")

    lost = []
    for url, _, _, _, rows in index[0]["pages"]:
        reader = Ids()
        reader.found = set()  # type: ignore[attr-defined]
        reader.feed((site / url / "index.html").read_text(encoding="utf-8"))
        lost += [f"{url}#{row[0]}" for row in rows if row[0] and row[0] not in reader.found]  # type: ignore[attr-defined]
    assert lost == []


def test_every_question_and_every_term_is_a_place(index: tuple[dict, list], site: Path) -> None:
    found = {f"{url}#{row[0]}" for url, row in places(index[0]) if row[1] in "qt"}
    questions = {record["url"] for record in json.loads((site / "questions.json").read_text())}
    assert questions
    assert questions <= found
    assert len(found) - len(questions) > 1_500


def test_the_index_is_clean(index: tuple[dict, list]) -> None:
    words = json.dumps(index, ensure_ascii=False)
    for noise in (
        "katex-html",
        "\\\\mathbf",
        "tmp_inline",
        "Copied",
        "data-tex",
        "In [",
        "edge-thickness",
        "import numpy",
        "¶",
        "<span",
        "<code",
    ):
        assert noise not in words, noise


def test_names_of_the_glossary_and_words_of_readers_lead_to_sections(index: tuple[dict, list]) -> None:
    rows = {f"{url}#{row[0]}": row for url, row in places(index[0])}
    assert "sensitivity" in rows["reference/glossary-p-to-z/#recall"][3]
    assert [place for place, row in rows.items() if row[1] == "s" and "nucleus sampling" in (row[3] if len(row) > 3 else [])]
    assert sum(len(row[4]) for row in rows.values() if len(row) > 4) > 500


def test_queries_are_many_and_their_places_exist(index: tuple[dict, list]) -> None:
    asked = search_eval.queries()
    known = {f"{url}#{row[0]}" for url, row in places(index[0])} | {page[0] for page in index[0]["pages"]}
    assert len(asked) >= 300
    assert {query.kind for query in asked} == KINDS
    assert min(sum(query.kind == kind for query in asked) for kind in KINDS) >= 40
    assert [(query.text, place) for query in asked for place in query.accepted if place not in known] == []
    assert all(query.accepted for query in asked)


@pytest.mark.parametrize(
    ("place", "location", "answers"),
    [
        ("a/b/", "a/b/", True),
        ("a/b/", "a/b/#c", True),
        ("a/b/#", "a/b/", True),
        ("a/b/#", "a/b/#c", False),
        ("a/b/#c", "a/b/#c", True),
        ("a/b/#c", "a/b/", False),
        ("a/b/#c", "a/b/#cd", False),
    ],
)
def test_a_place_accepts_itself_and_a_page_its_sections(place: str, location: str, answers: bool) -> None:
    assert search_eval.Query("q", "topic", (place,)).answers(location) is answers


def test_scores() -> None:
    assert search_eval.scores([1, 2, 0, 4]) == (pytest.approx((1 + 1 / 2 + 1 / 4) / 4), 0.25, 0.5)


def test_what_search_leaves_out_stays_out(index: tuple[dict, list]) -> None:
    listed = [page for page in index[0]["pages"] if re.match(r"reference/(questions-|tags)", page[0])]
    assert listed
    assert all(len(page[4]) == 1 for page in listed)
