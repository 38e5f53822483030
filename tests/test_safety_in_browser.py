"""The content security policy in a real browser: it stops what it should, and nothing that a page needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from test_in_browser import ADDRESS, BANK, CASE, CHAPTER, HOME, MORE, NOTEBOOK, ready, until, visit

pytestmark = pytest.mark.xdist_group("site")

PRACTICE = ("practice/", "practice/flash-cards/", "practice/mock-interview/")
EVERY_KIND = (
    HOME,
    CHAPTER,
    CASE,
    NOTEBOOK,
    BANK,
    "reference/questions-nlp/",
    "reference/glossary/",
    "start/study-plans/",
    *PRACTICE,
    *MORE,
)
_LISTEN = """addEventListener("securitypolicyviolation", event => console.error(
  `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`), true)"""


@contextmanager
def watched(browser: Browser, site: Path, path: str, **options: object) -> Iterator[Page]:
    """A visit that fails at its end where the page asked another host, broke the policy, or wrote an error to the console."""
    with visit(browser, site, "robots.txt", **options) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.add_init_script(_LISTEN)
        page.seen.clear()  # type: ignore[attr-defined]
        page.goto(ADDRESS + path, wait_until="networkidle")
        ready(page)
        yield page
        page.wait_for_timeout(100)
        assert said == []
        assert page.errors == []  # type: ignore[attr-defined]
        assert [url for url in page.seen if not url.startswith((ADDRESS, "data:", f"blob:{ADDRESS[:19]}"))] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", EVERY_KIND)
def test_a_page_keeps_the_policy_and_asks_its_own_host_only(path: str, browser: Browser, site: Path) -> None:
    with watched(browser, site, path) as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(
            "(async () => { for (let y = 0; y < Math.min(document.body.scrollHeight, 9000); y += 900) { scrollTo(0, y); await new Promise(requestAnimationFrame); } })()"
        )
        page.locator("[data-md-component=palette] label:visible").first.click()
        page.keyboard.press("/")
        page.locator("[data-md-component=search-query]").fill("gradient")
        page.locator(".md-search-result__item a").first.wait_for(state="visible", timeout=20_000)
        page.keyboard.press("Escape")


def test_a_shared_search_keeps_the_policy(browser: Browser, site: Path) -> None:
    hostile = "?q=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D%27ran%27%22%3E%20drift"
    for query in ("?q=drift", hostile):
        with watched(browser, site, query) as page:
            page.locator(".md-search-result__item a").first.wait_for(state="visible", timeout=20_000)
            assert page.locator(".md-search-result img").count() == 0
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
            assert page.title() != "ran"


def test_pages_keep_the_policy_when_they_are_exchanged(browser: Browser, site: Path) -> None:
    """From kind to kind without a reload, as a reader's clicks go."""
    with watched(browser, site, HOME) as page:
        page.evaluate("window.sameDocument = true")
        for path in (
            CHAPTER,
            CASE,
            NOTEBOOK,
            BANK,
            "reference/questions-nlp/",
            "practice/flash-cards/",
            "practice/mock-interview/",
            "reference/tags/",
            HOME,
        ):
            page.evaluate(
                "url => { const a = Object.assign(document.createElement('a'), {href: url, textContent: 'x'}); document.body.append(a); a.click(); a.remove(); }",
                ADDRESS + path,
            )
            until(page, "url => location.href === url", arg=ADDRESS + path)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(150)
            if path == BANK:
                expect(page.locator(".bank-filter")).to_be_visible()
                page.locator("select[name=level]").select_option("hard")
                expect(page.locator("a[data-level=hard]").first).to_be_visible()
                page.locator(".bank-answer >> visible=true").first.click()
                expect(page.locator(".bank-text").first).to_be_visible()
            if path == "practice/flash-cards/":
                page.locator(".cards__question").wait_for()
                page.keyboard.press("Space")
                page.locator(".cards__grade").first.click()
                page.get_by_text("Your data").click()
                with page.expect_download():
                    page.get_by_role("button", name="Export").first.click()
            if path == "practice/mock-interview/":
                expect(page.locator(".practice button").first).to_be_visible()
        assert page.evaluate("window.sameDocument") is True


def test_copying_code_keeps_the_policy(browser: Browser, site: Path) -> None:
    with watched(browser, site, NOTEBOOK, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator(".highlight").first.hover()
        page.locator(".md-clipboard, [data-md-type=copy]").first.click()
        page.wait_for_timeout(200)
        assert page.evaluate("navigator.clipboard.readText()").strip()


INJECTED = {
    "script": "<script>window.ran = true</script>",
    "event handler": '<img src="x" alt="" onerror="window.ran = true">',
    "svg handler": '<svg onload="window.ran = true"></svg>',
    "script of another host": '<script src="https://evil.example/x.js"></script>',
    "script as data": '<script src="data:text/javascript,window.ran=true"></script>',
    "link that runs": '<a id="injected" href="javascript:window.ran=true">x</a>',
    "frame": '<iframe srcdoc="<script>parent.ran = true</script>"></iframe>',
    "frame that runs": '<iframe src="javascript:parent.ran=true"></iframe>',
    "object": '<object data="data:text/html,<script>parent.ran=true</script>"></object>',
    "style": "<style>body { --ran: 1 }</style>",
    "style of another host": '<link rel="stylesheet" href="https://evil.example/x.css">',
    "picture of another host": '<img src="https://evil.example/x.png" alt="">',
    "form": '<form action="https://evil.example/"><button id="injected">x</button></form>',
    "base": '<base href="https://evil.example/">',
}


@pytest.mark.parametrize("markup", INJECTED.values(), ids=INJECTED)
def test_what_is_injected_into_a_page_does_not_run(markup: str, browser: Browser, site: Path) -> None:
    text = (site / CHAPTER / "index.html").read_text(encoding="utf-8").replace("</h1>", f"</h1>{markup}", 1)
    with visit(browser, site, "robots.txt") as page:
        broken: list[str] = []
        page.on("console", lambda message: broken.append(message.text) if message.text.startswith("policy: ") else None)
        page.add_init_script(_LISTEN)
        sent: list[str] = []
        page.route("**/evil.example/**", lambda route: (sent.append(route.request.url), route.abort()))  # what leaves the browser

        def answer(route: Route) -> None:
            route.fulfill(body=text, content_type="text/html")

        page.route(ADDRESS + CHAPTER, answer)
        page.goto(ADDRESS + CHAPTER, wait_until="networkidle")
        if 'id="injected"' in markup:
            page.evaluate("document.querySelector('#injected').click()")
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran ?? null") is None
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--ran')") == ""
        assert page.evaluate("document.baseURI").startswith(ADDRESS)
        assert page.url.startswith(ADDRESS)
        assert sent == []
        assert broken, "the browser reports what the policy stops"


def test_a_script_that_comes_with_an_answer_does_not_run(browser: Browser, site: Path) -> None:
    """Flash cards show HTML from the site's data files: even there nothing but the site's own scripts runs."""
    index = json.loads((site / "practice/data/questions.json").read_text(encoding="utf-8"))
    for question in index["questions"]:
        question[3] = '<img src="x" alt="" onerror="window.ran = true">' + question[3]
    with visit(browser, site, "robots.txt") as page:
        page.route("**/practice/data/questions.json", lambda route: route.fulfill(json=index))
        page.goto(ADDRESS + "practice/flash-cards/", wait_until="networkidle")
        page.locator(".cards__question img").wait_for(state="attached")
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran ?? null") is None
