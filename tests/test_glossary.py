"""handbook.glossary: entries, spellings, and the first use of a term on a page."""

from __future__ import annotations

import pytest

from handbook import glossary

PAGE = """# Glossary

Words before the first entry: not an entry.

## K

k-nearest neighbors
KNN
:   A vote of the [nearest](../a.md) examples. Needs *scaling*. [Page](../a.md#b)

recall { .everyday }
sensitivity
:   The share of positives that is found. [Page](../b.md)

ridge
L2 penalty
shrinkage { .everyday }
:   Adds `squares` & shrinks. [Page](../c.md)
"""
TERMS = glossary.parse(PAGE)
MARKER = glossary.Marker(TERMS)


def marked(html: str) -> str:
    return MARKER.mark(html, {glossary.PAGE: "../g/"}).replace('<a class="term" href="../g/', "<a ").replace("</a>", "|")


def test_entries() -> None:
    first, second, third = TERMS
    assert (first.name, first.others, first.id, first.line) == ("k-nearest neighbors", ("KNN",), "k-nearest-neighbors", 7)
    assert first.short == "A vote of the nearest examples."
    assert first.targets == ["../a.md", "../a.md#b"]
    assert (second.name, second.linked, third.others) == ("recall", (), ("L2 penalty", "shrinkage"))
    assert third.linked == ("ridge", "L2 penalty")


@pytest.mark.parametrize(
    ("one", "other"),
    [("k-nearest neighbors", "K nearest neighbor"), ("Ridge", "ridges"), ("KNN", "KNNs")],
)
def test_spellings_of_one_term(one: str, other: str) -> None:
    assert glossary.key(one) == glossary.key(other)


@pytest.mark.parametrize(("one", "other"), [("RAG", "rag"), ("bias", "bia"), ("loss", "los"), ("odds", "odd"), ("s", "a")])
def test_spellings_of_two_terms(one: str, other: str) -> None:
    assert glossary.key(one) != glossary.key(other)


def test_first_use_only_with_its_definition() -> None:
    assert marked("<p>Ridge, then ridge.</p><p>An L2 penalty</p>") == (
        '<p><a #ridge" data-definition="Adds squares &amp; shrinks.">Ridge|, then ridge.</p><p>An L2 penalty</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Ridge</h2>",
        '<a href="#">ridge</a>',
        "<pre><code>ridge</code></pre>",
        "<details><summary>Ridge?</summary></details>",
        '<p class="admonition-title">Ridge</p>',
        "<th>ridge</th>",
        '<img alt="ridge">',
        "<p>ridgeline, cartridge, rid ge</p>",
        "<p>Recall that sensitivity is everyday</p>",
        "<p>Shrinkage is an ordinary word</p>",
        "<p>L2, penalty and knn</p>",
        '<h2 id="further-reading">Further reading</h2><p>A. Author, "Ridge", 1970</p>',
    ],
)
def test_left_alone(html: str) -> None:
    assert MARKER.mark(html, {glossary.PAGE: "../g/"}) == html


def test_title_and_text_after_it() -> None:
    html = marked(
        '<p class="admonition-title">Ridge</p><p>ridge</p><table><th>K</th><td>K-nearest neighbours and k-nearest-neighbor</td></table>'
    )
    assert html.count("<a ") == 2
    assert ">ridge|</p>" in html
    assert ">k-nearest-neighbor|</td>" in html


def test_use_of_a_term_in_a_text() -> None:
    assert glossary.used("L2 penalty", "It has an L2-penalty.")
    assert not glossary.used("L2 penalty", "An L2 and a penalty.")
    assert not glossary.used("art", "A part, the start and articles.")


def test_entries_of_all_pages() -> None:
    last = list(glossary.PAGES)[-1]
    terms = glossary.read({last: "# P\n\nprior\n:   D. [P](../p.md)\n", "other.md": "not read\n:   D.\n", glossary.PAGE: PAGE})
    assert [(term.name, term.page) for term in terms][2:] == [("ridge", glossary.PAGE), ("prior", last)]


def test_each_letter_has_a_page() -> None:
    assert sorted("".join(glossary.PAGES.values())) == sorted("0123456789abcdefghijklmnopqrstuvwxyz")
