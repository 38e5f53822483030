"""The built site in a real browser: what loads, what works, what a reader with a small screen or a screen reader meets."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import ADDRESS
from playwright.sync_api import Browser, Error, Page, Route, expect

from handbook.paths import NODE_MODULES

pytestmark = pytest.mark.xdist_group("site")

HOME = ""
CHAPTER = "fundamentals/logistic-regression/"
CASE = "system-design/cases/ads-click-prediction/"
NOTEBOOK = "notebooks/k_means/"
BANK = "reference/question-bank/"
KINDS = {"home": HOME, "chapter": CHAPTER, "case": CASE, "notebook": NOTEBOOK, "bank": BANK}
MORE = (
    "coding/ml-coding/",
    "deep-learning/attention-and-transformers/",
    "vision/object-detection/",
    "behavioral/star-method/",
    "reference/tags/",
    "downloads/",
    "404.html",
    "offline.html",
)


def serve(route: Route, site: Path) -> None:
    """Answer a request for the published address from the built files; any other host is out of reach."""
    if not route.request.url.startswith(ADDRESS):
        route.abort()
        return
    path = site / urlsplit(route.request.url).path.removeprefix("/handbook/")
    path = path / "index.html" if path.is_dir() else path
    if path.exists():
        route.fulfill(path=path)
    else:
        route.fulfill(status=404, path=site / "404.html")


@contextmanager
def visit(browser: Browser, site: Path, path: str, width: int = 1280, scheme: str = "light", **options: object) -> Iterator[Page]:
    """A page in a context of its own; its requests are in ``page.seen`` and its errors in ``page.errors``.

    No service worker: ``serve`` would not see what it asks for (tests/test_offline_in_browser.py has a server instead).
    """
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, service_workers="block", **options)
    context.route("**/*", lambda route: serve(route, site))
    page = context.new_page()
    page.seen, page.errors = [], []  # type: ignore[attr-defined]
    page.on("request", lambda request: page.seen.append(request.url))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.errors.append(str(error)))  # type: ignore[attr-defined]
    page.goto(ADDRESS + path, wait_until="networkidle")
    if options.get("java_script_enabled", True) and not path.endswith(".txt"):
        ready(page)
    yield page
    context.unroute_all(behavior="ignoreErrors")
    context.close()


def ready(page: Page) -> None:
    """Wait until the page's scripts have run: they are asked for after the first paint, the last one when nothing else is to do."""
    until(page, "document.querySelector('.md-header .press') !== null")
    deadline = time.monotonic() + 60
    while not any(url.endswith("/offline.js") for url in page.seen):  # type: ignore[attr-defined]
        assert time.monotonic() < deadline, "the page never asked for its last script"
        page.wait_for_timeout(50)


def style(page: Page, css: str) -> None:
    """Add rules to a page, as its policy allows: it refuses a style element."""
    page.evaluate("css => { const rules = new CSSStyleSheet(); rules.replaceSync(css); document.adoptedStyleSheets.push(rules); }", css)


def until(page: Page, expression: str, arg: object = None, seconds: float = 60) -> None:
    """Wait until JavaScript, or its promise, says yes; Playwright's own waiting needs ``eval``, which the pages' policy refuses."""
    deadline = time.monotonic() + seconds
    while True:
        with suppress(Error):  # the document may just be exchanged
            if page.evaluate(expression, arg):
                return
        assert time.monotonic() < deadline, f"never became true: {expression}"
        page.wait_for_timeout(50)


def wire(site: Path, url: str) -> int:
    """Bytes of one loaded file as a static host sends it: text compressed, fonts and pictures other than SVG as they are."""
    path = site / urlsplit(url).path.removeprefix("/handbook/")
    path = path / "index.html" if path.is_dir() else path
    data = path.read_bytes()
    return len(data) if path.suffix in {".woff2", ".png", ".webp"} else len(gzip.compress(data, 9, mtime=0))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_its_own_host_only_and_has_no_errors(kind: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, KINDS[kind]) as page:
        page.mouse.wheel(0, 20_000)
        page.wait_for_timeout(300)
        assert [url for url in page.seen if not url.startswith((ADDRESS, "data:"))] == []
        assert page.errors == []


# What a first visit loads, and its scripts, in bytes on the wire; pictures of a notebook page are not counted.
VISITS = {"home": (140_000, 50_000), "chapter": (230_000, 50_000), "case": (200_000, 50_000), "notebook": (200_000, 50_000)}


@pytest.mark.parametrize("kind", VISITS)
def test_a_first_visit_fits_its_budget(kind: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, KINDS[kind]) as page:
        loaded = {url.split("#")[0] for url in page.seen if not (kind == "notebook" and "figure-" in url)}
        total = {url.removeprefix(ADDRESS): wire(site, url) for url in loaded}
        scripts = sum(size for name, size in total.items() if name.endswith(".js"))
        assert sum(total.values()) <= VISITS[kind][0], total
        assert scripts <= VISITS[kind][1], total


def test_the_next_page_loads_no_new_script(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER) as page:
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        before = set(page.seen)
        page.locator(".md-sidebar--primary a", has_text="Bias, variance").first.click()
        page.wait_for_url("**/bias-variance-and-regularization/")
        page.wait_for_load_state("networkidle")
        new = [url for url in page.seen if url not in before]
        assert not [url for url in new if url.endswith(".js")]
        other = sum(wire(site, url) for url in set(new) if not re.search(r"\.(svg|png)$|/$", url.split("#")[0]))
        assert other <= 10_000, new


def test_math_diagrams_and_copy_buttons_survive_instant_navigation(browser: Browser, site: Path) -> None:
    with visit(browser, site, HOME) as page:
        page.evaluate("window.sameDocument = true")
        page.locator(".md-tabs a", has_text="System design").click()
        page.wait_for_url("**/system-design/")
        page.locator("article a", has_text="Ads click").first.click()
        page.wait_for_url("**/ads-click-prediction/")
        assert page.evaluate("window.sameDocument") is True
        expect(page.locator(".katex-html").first).to_be_visible()
        expect(page.locator("svg.handbook-diagram").first).to_be_visible()
        until(page, "getComputedStyle(document.querySelector('.katex')).fontFamily.startsWith('KaTeX_Main')")
        until(page, "document.fonts.check('16px KaTeX_Main')")
        page.locator("article pre:has(> code)").first.scroll_into_view_if_needed()
        expect(page.locator("[data-md-type=copy]").first).to_be_attached()
        page.go_back()
        page.wait_for_url("**/system-design/")
        page.locator(".md-tabs a", has_text="Coding").click()
        page.wait_for_url("**/coding/")
        page.locator(".md-sidebar--primary a", has_text="Notebooks").first.click()
        page.wait_for_url("**/notebooks/*/")
        page.locator(".md-sidebar--primary a", has_text="k-means").first.click()
        page.wait_for_url("**/k_means/")
        expect(page.locator("article h1")).to_contain_text("means")  # the address changes before the page does
        expect(page.locator(".notebook-header")).to_be_visible()
        expect(page.locator(".highlight").first).to_be_visible()
        page.locator("article pre:has(> code)").first.scroll_into_view_if_needed()
        expect(page.locator("[data-md-type=copy]").first).to_be_attached()
        assert page.evaluate("window.sameDocument") is True
        assert page.errors == []


def test_search_loads_on_intent_and_finds_the_chapter(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER) as page:
        assert not [url for url in page.seen if "search" in url]
        page.keyboard.press("/")
        page.locator("[data-md-component=search-query]").fill("object detection")
        first = page.locator(".md-search-result__item a").first
        first.wait_for(state="visible", timeout=20_000)
        assert "vision/object-detection" in (first.get_attribute("href") or "")
        assert [url for url in page.seen if "search_index.json" in url]


def test_search_box_of_the_home_page_opens_the_search(browser: Browser, site: Path) -> None:
    for width in (1280, 360):
        with visit(browser, site, HOME, width) as page:
            page.locator(".home-search").click()
            expect(page.locator("[data-md-component=search-query]")).to_be_focused()
            page.keyboard.type("attention")
            page.locator(".md-search-result__item a").first.wait_for(state="visible", timeout=20_000)


def test_a_shared_search_shows_its_results(browser: Browser, site: Path) -> None:
    with visit(browser, site, "?q=drift") as page:
        page.locator(".md-search-result__item a").first.wait_for(state="visible", timeout=20_000)


def test_the_question_bank_filters_and_links_open_the_answer(browser: Browser, site: Path) -> None:
    records = json.loads((site / "questions.json").read_text(encoding="utf-8"))
    with visit(browser, site, BANK) as page:
        rows = page.locator("a[data-level]")
        expect(page.locator(".bank-filter output")).to_have_text(f"{len(records)} of {len(records)} questions")
        page.locator("select[name=level]").select_option("hard")
        page.locator("select[name=part]").select_option("Fundamentals")
        wanted = [r for r in records if r["level"] == "hard" and r["part"] == "Fundamentals"]
        expect(page.locator(".bank-filter output")).to_have_text(f"{len(wanted)} of {len(records)} questions")
        assert rows.locator("visible=true").count() == len(wanted)
        expect(page.locator("h2", has_text="Monitoring and drift")).to_be_hidden()
        rows.locator("visible=true").first.click()
        page.wait_for_url(f"**/{wanted[0]['url']}")
        expect(page.locator(f"details[id='{wanted[0]['id']}']")).to_have_attribute("open", "")


def test_the_question_bank_is_a_list_without_script(browser: Browser, site: Path) -> None:
    records = json.loads((site / "questions.json").read_text(encoding="utf-8"))
    with visit(browser, site, BANK, java_script_enabled=False) as page:
        parts = page.locator("article td a").evaluate_all("links => links.map(link => link.href)")
        seen = 0
        for part in parts:
            page.goto(part)
            seen += page.locator("a[data-level]").locator("visible=true").count()
            expect(page.locator(".bank-filter")).to_be_hidden()
        assert seen == len(records)


def test_the_page_of_one_part_filters_its_own_questions(browser: Browser, site: Path) -> None:
    records = [r for r in json.loads((site / "questions.json").read_text(encoding="utf-8")) if r["part"] == "MLOps"]
    with visit(browser, site, "reference/questions-mlops/") as page:
        page.locator("select[name=level]").select_option("easy")
        wanted = [r for r in records if r["level"] == "easy"]
        expect(page.locator(".bank-filter output")).to_have_text(f"{len(wanted)} of {len(records)} questions")
        assert page.locator("a[data-level]").locator("visible=true").count() == len(wanted)
        page.get_by_role("button", name="Answer").locator("visible=true").first.click()
        expect(page.locator(".bank-text p").first).to_be_visible()


def test_the_question_bank_says_when_it_cannot_load(browser: Browser, site: Path) -> None:
    with visit(browser, site, BANK) as page:
        page.route("**/practice/data/*.json", lambda route: route.abort())
        page.locator("select[name=level]").select_option("easy")
        expect(page.locator(".bank-filter output")).to_have_text("The questions could not be loaded; the table leads to them.")
        page.unroute("**/practice/data/*.json")
        page.locator("select[name=level]").select_option("hard")
        expect(page.locator("a[data-level=hard]").first).to_be_visible()


def test_a_chapter_reads_without_script(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER, java_script_enabled=False) as page:
        expect(page.locator(".katex-html").first).to_be_visible()
        page.locator("details.question summary").first.click()
        expect(page.locator("details.question p").first).to_be_visible()


@pytest.mark.parametrize("path", [*KINDS.values(), *MORE])
def test_no_page_scrolls_sideways_on_a_small_phone(path: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, path, width=320) as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        wide = page.evaluate(
            "[...document.querySelectorAll('.katex-display')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
        )
        assert wide == 0


def test_the_palette_follows_the_system_and_can_be_switched(browser: Browser, site: Path) -> None:
    for scheme, name in (("light", "default"), ("dark", "slate")):
        with visit(browser, site, CHAPTER, scheme=scheme) as page:
            assert page.locator("body").get_attribute("data-md-color-scheme") == name
    with visit(browser, site, CHAPTER, scheme="light") as page:
        for expected in ("default", "slate", "default"):
            page.locator("[data-md-component=palette] label:visible").click()
            assert page.locator("body").get_attribute("data-md-color-scheme") == expected


def test_text_in_diagrams_stays_inside_its_box(browser: Browser, site: Path) -> None:
    for path in (CASE, "deep-learning/attention-and-transformers/", "nlp/prompting-and-rag/"):
        with visit(browser, site, path) as page:
            outside = page.evaluate(
                """[...document.querySelectorAll('.handbook-diagram .node')].filter(node => {
                     const shape = node.querySelector('rect, polygon, path, circle'), text = node.querySelector('text');
                     if (!shape || !text) return false;
                     const s = shape.getBoundingClientRect(), t = text.getBoundingClientRect();
                     return t.left < s.left - 1 || t.right > s.right + 1;
                   }).map(node => node.textContent)"""
            )
            assert outside == []


def test_a_missing_page_helps(browser: Browser, site: Path) -> None:
    with visit(browser, site, "404.html") as page:
        expect(page.locator("h1")).to_have_text("This page does not exist")
        assert page.locator("article a").count() >= 3


AXE = (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8") if (NODE_MODULES / "axe-core").exists() else ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", [*KINDS.values(), *MORE])
def test_axe_finds_nothing(path: str, width: int, scheme: str, browser: Browser, site: Path) -> None:
    assert AXE, "axe-core is missing; run `make setup-test`"
    with visit(browser, site, path, width, scheme) as page:
        style(page, ".late { content-visibility: visible }")  # so that axe sees what is far below, too
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(
            "(async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight) { scrollTo(0, y); await new Promise(requestAnimationFrame); } })()"
        )
        page.wait_for_timeout(150)
        page.evaluate(AXE)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert not found, "\n".join(f"{v['id']}: {v['help']}: {[n['html'][:160] for n in v['nodes'][:3]]}" for v in found)


def test_all_parts_are_seen_in_the_bar_of_a_laptop(browser: Browser, site: Path) -> None:
    with visit(browser, site, HOME) as page:
        last = page.locator(".md-tabs__link").last.bounding_box()
        assert last and last["x"] + last["width"] <= 1280
        assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.md-tabs__list'))") <= 0


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_are_asked_for_when_the_text_is_there(kind: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, KINDS[kind]) as page:
        asked = page.evaluate("performance.getEntriesByType('resource').filter(e => e.name.endsWith('.js')).map(e => e.startTime)")
        there = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        assert len(asked) >= 3
        assert min(asked) >= there
        order = page.evaluate("[...document.scripts].map(e => e.src.split('/').pop()).filter(Boolean)")
        assert [name for name in order if name in ("handbook.js", "keyboard.js") or name.startswith("bundle.")] == order[:3]


def test_styles_are_asked_for_once_and_stay(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER) as page:
        page.evaluate("window.styles = [...document.styleSheets].map(sheet => sheet.ownerNode)")
        page.locator(".md-tabs a", has_text="System design").click()
        expect(page.locator("article h1")).to_contain_text("system design")
        page.locator("article a", has_text="Ads click").first.click()
        expect(page.locator("article h1")).to_contain_text("Ad")
        expect(page.locator(".katex-html").first).to_be_visible()
        assert page.evaluate("window.styles.filter(node => node.isConnected && node.sheet).length") >= 3, "an exchanged page keeps them"
        asked = [url for url in page.seen if url.endswith(".css") and "katex" not in url]
        assert len(asked) == len(set(asked)) == 3


def test_a_code_block_gets_its_button_when_it_comes_near(browser: Browser, site: Path) -> None:
    with visit(browser, site, NOTEBOOK) as page:
        blocks, buttons = page.locator("article pre:has(> code)"), page.locator("article .md-code__button")
        for block in (blocks.first, blocks.last):
            block.scroll_into_view_if_needed()
            expect(block.locator(".md-code__button")).to_be_attached()
        assert buttons.count() < blocks.count() / 2


def test_the_colors_change_without_a_rule_for_every_element(browser: Browser, site: Path) -> None:
    (colors,) = (site / "assets" / "stylesheets").glob("palette.*.min.css")
    text = colors.read_text(encoding="utf-8")
    assert "[data-md-color-switching]" not in text
    assert "[data-md-color-scheme=slate]" in text
    with visit(browser, site, CHAPTER) as page:
        background = "getComputedStyle(document.body).backgroundColor"
        before = page.evaluate(background)
        for _ in ("as the system has it, to light", "to dark"):
            page.locator("[data-md-component=palette] label:not([hidden])").click()
        until(page, f"before => {background} !== before", before)


def test_a_term_explains_itself_on_hover_on_focus_and_on_a_first_tap(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER) as page:
        term, note = page.locator("a.term").first, page.locator("#term-note")
        term.hover()
        expect(note).to_be_visible()
        expect(note).to_have_text(term.get_attribute("data-definition") or "none")
        note.hover()
        page.wait_for_timeout(400)
        expect(note).to_be_visible()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        term.focus()
        expect(note).to_be_visible()
        assert term.get_attribute("aria-describedby") == "term-note"
        page.keyboard.press("Enter")
        page.wait_for_url("**/reference/glossary*/#*")
        expect(note).to_be_hidden()
        assert page.evaluate("document.querySelector(':target')?.tagName") == "DT"
    with visit(browser, site, CHAPTER, 320, has_touch=True, is_mobile=True) as page:
        term, note = page.locator("a.term").first, page.locator("#term-note")
        term.tap()
        expect(note).to_be_visible()
        box = note.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert page.url.endswith(CHAPTER)
        term.tap()
        page.wait_for_url("**/reference/glossary*/#*")
