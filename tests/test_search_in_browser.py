"""The search in a real browser: what it finds, how it is used, and how well it answers the queries of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import search_eval
from playwright.sync_api import Browser, Page, expect
from test_in_browser import ADDRESS, CHAPTER, visit

pytestmark = pytest.mark.xdist_group("site")

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item > a"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with visit(browser, site, CHAPTER) as opened:
        opened.keyboard.press("/")
        yield opened


def search(page: Page, text: str) -> list[str]:
    """The addresses of the first results once all of the index is there."""
    page.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    page.locator(BOX).fill(text)
    page.keyboard.press("End")  # the theme reads the box when a key goes up
    page.locator(RESULT).first.wait_for(state="visible", timeout=20_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1_000)
    return [(link.get_attribute("href") or "").removeprefix(ADDRESS) for link in page.locator(RESULT).all()]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("grad boost", "fundamentals/ensembles/"),
        ("grandient boosting", "fundamentals/ensembles/"),
        ("kmeans", "fundamentals/clustering/"),
        ("ndcg", "fundamentals/model-evaluation/"),
        ("regularisation", "fundamentals/bias-variance-and-regularization/"),
        ("dropout", "deep-learning/regularization-and-normalization/"),
    ],
)
def test_the_first_result_is_the_place(text: str, first: str, page: Page) -> None:
    assert search(page, text)[0].startswith(first)


def test_a_result_shows_where_it_is_and_what_was_found(page: Page) -> None:
    search(page, "logq correction")
    best = page.locator(".md-search-result__item").first
    expect(best).to_contain_text("Two-tower retrieval")
    expect(best.locator(".search-text").first).to_contain_text("log")
    assert {mark.inner_text().lower() for mark in best.locator("mark").all()} >= {"logq", "correction"}


def test_results_are_opened_by_keyboard_and_marked_on_their_page(page: Page) -> None:
    search(page, "covariate shift")
    page.locator(BOX).press("ArrowDown")
    expect(page.locator(RESULT).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/*shift*")
    expect(page.locator("article mark").first).to_be_attached()


def test_enter_opens_the_first_result(page: Page) -> None:
    first = search(page, "kl divergence")[0]
    page.locator(BOX).press("Enter")
    page.wait_for_url(f"**/{first.split('?')[0].split('#')[0]}**")


def test_nothing_typed_shows_the_parts(page: Page) -> None:
    page.locator(RESULT).first.wait_for(state="visible", timeout=20_000)
    shown = page.locator(RESULT).all_inner_texts()
    assert len(shown) >= 10
    assert any("Fundamentals" in text for text in shown)


def test_no_hit_shows_near_terms_and_where_to_suggest_a_topic(page: Page) -> None:
    found = search(page, "hqzwkj vxqy")
    assert "/issues/new?template=new-topic.yml" in found[0]
    expect(page.locator(".md-search-result__item").first).to_contain_text("Nothing found for \u201chqzwkj vxqy\u201d")
    near = search(page, "xqbootstrapqx")
    assert "new-topic.yml" in near[0]
    assert any("foundations/statistics" in link for link in near[1:]), near


def test_markup_in_a_query_stays_text(page: Page) -> None:
    search(page, "<img src=x onerror=alert(1)> zzqx")
    assert page.locator(".md-search-result img").count() == 0
    assert page.errors == []  # type: ignore[attr-defined]


def test_a_search_can_be_shared(page: Page) -> None:
    search(page, "drift")
    assert "?q=drift" in (page.locator("[data-md-component=search-share]").get_attribute("href") or "")


def test_the_index_comes_with_the_first_intent_only(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER) as page:
        assert not [url for url in page.seen if "search" in url]
        page.keyboard.press("/")
        search(page, "auc")
        assert len([url for url in page.seen if url.endswith(("search/heads.json", "search/texts.json"))]) == 2


def test_queries_of_readers_find_their_places(browser: Browser, site: Path) -> None:
    asked = search_eval.queries()
    ranks = search_eval.measure(browser, site, asked)
    by_kind = {kind: [rank for query, rank in zip(asked, ranks, strict=True) if query.kind == kind] for kind in ("typo", "abbreviation")}
    mrr, first, three = search_eval.scores(ranks)
    print(search_eval.table(asked, {"own": ranks}))
    assert mrr >= 0.93
    assert first >= 0.88
    assert three >= 0.97
    assert all(search_eval.scores(group)[2] >= 0.9 for group in by_kind.values())
