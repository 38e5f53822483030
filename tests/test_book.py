"""The handbook as one book: what is taken out, opened, led elsewhere; and the MathML for e-readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import BUILT_NAV
from lxml import etree
from lxml.html import tostring

from handbook import book, mathml, tex
from handbook.paths import ROOT


def pages(small: Path) -> dict[str, book.Page]:
    return {page.id: page for part in book.gather(small, BUILT_NAV) for page in part.pages}


def text(page: book.Page) -> str:
    return tostring(page.body, encoding="unicode")


def test_a_part_comes_before_the_sections_inside_it(small: Path) -> None:
    parts = book.gather(small, BUILT_NAV)
    assert [(part.title, [page.title for page in part.pages]) for part in parts] == [
        ("One", ["First chapter", "Second"]),
        ("Notebooks", ["Sum"]),
    ]


def test_links_stay_inside_the_book(small: Path) -> None:
    found = pages(small)
    first = text(found["one-first"])
    for target in ("#one-second--deep", "#one-second", "#notebooks-sum--a-term", "https://example.org/"):
        assert f'href="{target}"' in first
    assert "cards" in first and "flash-cards" not in first, "a link to what is left out becomes text"
    assert 'href="#one-first"' in text(found["one-second"]), "a link to a place that is not there leads to the page"
    targets = {target[1:] for page in found.values() for target in page.body.xpath('.//a[starts-with(@href, "#")]/@href')}
    ids = [name for page in found.values() for name in page.body.xpath(".//@id")] + list(found)
    assert targets <= set(ids) and len(ids) == len(set(ids))


def test_controls_go_and_everything_is_open(small: Path) -> None:
    found = pages(small)
    everything = "".join(text(page) for page in found.values())
    for gone in (
        "<form",
        "<input",
        "<noscript",
        "<details",
        "md-tags",
        "headerlink",
        "Edit",
        "md-source-file",
        "Download",
        "data-",
        'class="late',
    ):
        assert gone not in everything, gone
    second = text(found["one-second"])
    assert '<div class="question hard" id="one-second--q-why"><div class="title"><span class="level hard">hard</span> Why' in second
    assert '<div class="tab"><div class="title">Left</div>' in second and "Text on the right." in second
    assert "\N{BALLOT BOX} Do this" in second
    assert "easy · about 5 minutes" in text(found["notebooks-sum"])


def test_sections_have_levels_ids_and_plain_titles(small: Path) -> None:
    assert [(s.level, s.id, s.title) for s in pages(small)["one-first"].sections] == [(3, "one-first--math", "Math x")]


def test_a_page_that_was_not_built_is_named(small: Path) -> None:
    with pytest.raises(book.BookError, match=r"one/third/index\.html is missing; run `make build`"):
        book.gather(small, [{"One": ["one/third.md"]}])


def test_the_whole_book_has_no_place_twice_and_no_link_to_nowhere(site: Path) -> None:
    from handbook import site as content

    parts = book.gather(site, content.config(ROOT)["nav"])
    found = [page for part in parts for page in part.pages]
    ids = [name for page in found for name in page.body.xpath(".//@id")] + [page.id for page in found]
    targets = {target[1:] for page in found for target in page.body.xpath('.//a[starts-with(@href, "#")]/@href')}
    assert len(found) > 150 and len(ids) == len(set(ids)) and targets <= set(ids)
    hosts = {target.split(":")[0] for page in found for target in page.body.xpath(".//a/@href") if not target.startswith("#")}
    assert hosts <= {"https", "mailto"}


def reader(source: str, display: bool = False) -> str:
    markup = tex.render(source, display)
    return mathml.for_readers(markup[markup.index("<math") : markup.index("</math>") + 7])


def test_letters_are_bold_or_double_struck_without_mathvariant() -> None:
    shown = reader(r"\vx \in \R^{n}, \mSigma, \mathcal{L}, \mathfrak{g}, \mathbf{7}")
    for letter in "𝐱ℝ𝚺ℒ𝔤𝟕":
        assert letter in shown
    assert 'mathvariant="bold"' not in shown and 'mathvariant="double-struck"' not in shown


def test_scripts_have_as_many_arguments_as_they_may() -> None:
    for source in (r"\sigma_{\max}", r"a \bmod b"):
        for element in etree.fromstring(reader(source)).iter():
            name = etree.QName(element).localname
            assert name != "msub" or len(element) == 2
            assert name != "mo" or len(element) == 0
    assert 'alttext="a \\bmod b"' in reader(r"a \bmod b") and "annotation" not in reader("x")


def test_a_long_display_formula_becomes_a_line_a_statement() -> None:
    long = r"a = b + c + d + e + f \qquad g = h + i + j + k + l \quad m = n"
    assert reader(long, display=True).count("<math") == 3
    assert reader(long).count("<math") == 1, "in a line of text it stays one"
    assert reader(r"a \qquad b", display=True).count("<math") == 1, "a short one stays one"
    assert 'class="wide"' in reader("+".join(["abc"] * 20), display=True)
