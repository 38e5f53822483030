"""The site without a mouse, in a real browser: every stop is seen, in order and left again, and every control does its work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_in_browser import BANK, CASE, CHAPTER, HOME, KINDS, NOTEBOOK, style, until, visit

pytestmark = pytest.mark.xdist_group("site")

CARDS = "practice/flash-cards/"
MOCK = "practice/mock-interview/"
DIAGRAM = "deep-learning/attention-and-transformers/"
WALKED = {**KINDS, "cards": CARDS, "mock": MOCK, "missing": "404.html"}
MOST = 400  # stops; longer pages are walked in part

# What has the focus: whether it is seen, and what is wrong with the way in which it is shown.
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const parts = color => color.match(/[\\d.]+/g).map(Number), solid = color => (parts(color)[3] ?? 1) > .9;
  /* A switch of no size shows the focus on its label. */
  const label = e.labels?.[0] && [...e.labels].find(l => l.getClientRects().length), next = e.nextElementSibling;
  const tiny = e.getBoundingClientRect().width < 2;
  const shown = tiny && e.matches(".md-option") ? next : tiny && label ? label : e;
  const style = getComputedStyle(shown), rects = [...shown.getClientRects()], wrong = [];
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  if (!ring && style.boxShadow === "none") wrong.push("no ring");
  let under = parseFloat(style.outlineOffset) < 0 ? shown : shown.parentElement;
  while (under && !solid(getComputedStyle(under).backgroundColor) && getComputedStyle(under).backgroundImage === "none") under = under.parentElement;
  const ground = getComputedStyle(under ?? document.documentElement);
  if (ring && ground.backgroundImage === "none" && solid(ground.backgroundColor)) {
    const [a, b] = [light(parts(style.outlineColor)), light(parts(ground.backgroundColor))].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    if (ratio < 3) wrong.push(`ring ${style.outlineColor} on ${ground.backgroundColor}: ${ratio.toFixed(1)}`);
  }
  const seen = rects.some(r => [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]].some(([x, y]) => {
    const top = document.elementFromPoint(r.left + x * r.width, r.top + y * r.height);
    return top && (shown.contains(top) || top.contains(shown) && top !== document.body && top.tagName !== "MAIN" || top.closest("label") === shown);
  }));
  if (!seen) wrong.push("out of sight or covered");
  const before = window.lastStop?.isConnected ? window.lastStop : null;
  const order = before ? before.compareDocumentPosition(e) : 0;
  window.lastStop = e;
  return { name: `${e.localName}.${e.className} ${(e.ariaLabel || e.textContent || e.name || "").trim().replace(/\\s+/g, " ").slice(0, 50)}`, wrong,
    forward: !order || Boolean(order & 4), key: (e.dataset.stop ??= String(window.stops = (window.stops ?? 0) + 1)) };
}"""

# A moment for sections that are laid out as they come near: until what has the focus stands still, at most half a second.
SETTLED = """async () => {
  const place = () => document.activeElement?.getBoundingClientRect().top, frame = () => new Promise(requestAnimationFrame);
  for (let still = 0, all = 0, last = place(); still < 3 && all < 30; all++, last = place()) { await frame(); still = place() === last ? still + 1 : 0; }
}"""


@contextmanager
def keyboard(browser: Browser, site: Path, path: str, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """A page whose movements are over at once, so that what has the focus can be looked at."""
    with visit(browser, site, path, width, scheme, reduced_motion="reduce") as page:
        yield page


def walk(page: Page, key: str = "Tab", most: int = MOST) -> list[dict]:
    """The stops of a page until the focus leaves it, or comes back to a stop."""
    stops, known = [], set()
    for _ in range(most):
        page.keyboard.press(key)
        page.evaluate(SETTLED)
        stop = page.evaluate(STOP)
        if stop is None or stop["key"] in known:
            break
        known.add(stop["key"])
        stops.append(stop)
    return stops


def reach(page: Page, target: Locator, key: str = "Tab", most: int = MOST) -> None:
    """Press a key until the target has the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        if target.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"{target} is not reached by {key}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", WALKED)
def test_every_stop_is_seen_and_follows_the_document(kind: str, width: int, scheme: str, browser: Browser, site: Path) -> None:
    with keyboard(browser, site, WALKED[kind], width, scheme) as page:
        stops = walk(page)
        assert len(stops) >= 8
        assert stops[0]["name"].startswith("a.md-skip") or kind in {"cards", "mock", "missing"}, stops[0]
        assert [(stop["name"], stop["wrong"]) for stop in stops if stop["wrong"]] == []
        assert [stop["name"] for stop in stops if not stop["forward"]] == []
        # no trap: the walk ends because the focus leaves the page, not because it goes round inside
        assert page.evaluate("document.activeElement === document.body") or len(stops) == MOST, stops[-1]


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_is_under_the_header_on_the_way_back(width: int, browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER, width) as page:
        stops = walk(page, "Shift+Tab", 90)
        assert len(stops) > 70
        assert [(stop["name"], stop["wrong"]) for stop in stops if stop["wrong"]] == []


def test_the_skip_link_leads_past_the_navigation(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".md-skip")).not_to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_tabs_lead_to_the_parts(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, HOME) as page:
        reach(page, page.locator(".md-tabs a", has_text="Vision"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/vision/")


def test_the_menu_opens_closes_and_goes_up_a_level(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER, 360) as page:
        opener, sidebar = page.get_by_role("button", name="Menu"), page.locator(".md-sidebar--primary")
        inside = "document.querySelector('.md-sidebar--primary').contains(document.activeElement)"
        expect(sidebar).to_be_hidden()
        reach(page, opener, most=4)
        page.keyboard.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", "true")
        expect(sidebar).to_be_visible()
        assert page.evaluate(inside)
        page.keyboard.press("Escape")
        expect(sidebar).to_be_hidden()
        expect(opener).to_be_focused()
        expect(opener).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("Space")
        stops = walk(page, most=60)
        assert [(stop["name"], stop["wrong"]) for stop in stops if stop["wrong"] and "md-nav" in stop["name"]] == []
        expect(sidebar).to_be_hidden()  # it covers the page: it closed when the focus went on
    with keyboard(browser, site, CHAPTER, 360) as page:
        reach(page, page.get_by_role("button", name="Menu"), most=4)
        page.keyboard.press("Enter")
        back = page.get_by_role("button", name="Back from Fundamentals")
        expect(back).to_be_focused()
        page.keyboard.press("Enter")
        entry = page.get_by_role("button", name="Fundamentals", exact=True)
        expect(entry).to_be_focused()
        page.keyboard.press("Enter")
        expect(back).to_be_focused()
        page.keyboard.press("Enter")
        reach(page, page.locator(".md-sidebar--primary a", has_text="Vision"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/vision/")
        expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_the_contents_list_of_a_phone_opens_by_key(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER, 360) as page:
        reach(page, page.get_by_role("button", name="Menu"), most=4)
        page.keyboard.press("Enter")
        reach(page, page.get_by_role("button", name="On this page", exact=True))
        page.keyboard.press("Enter")
        reach(page, page.locator(".md-sidebar--primary .md-nav--secondary a", has_text="Common mistakes"))
        page.keyboard.press("Enter")
        page.wait_for_url("**#common-mistakes")


def test_search_opens_moves_follows_and_closes(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        query, link = page.locator("[data-md-component=search-query]"), page.locator("article a.term").first
        link.focus()
        page.keyboard.press("/")
        expect(query).to_be_focused()
        page.keyboard.type("object detection")
        results = page.locator(".md-search-result__link")
        expect(results.first).to_be_visible()
        page.keyboard.press("ArrowDown")
        expect(results.first).to_be_focused()
        assert page.evaluate(STOP)["wrong"] == []
        page.keyboard.press("ArrowUp")
        expect(query).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".md-search__output")).to_be_hidden()
        expect(link).to_be_focused()
        page.keyboard.press("/")
        expect(query).to_be_focused()
        expect(results.first).to_be_visible()  # the list opens gradually, and nothing hidden takes the focus
        page.keyboard.press("ArrowDown")
        expect(results.first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/vision/object-detection/**")


def test_the_search_gives_the_focus_back_after_its_results_were_drawn_anew(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        query, link = page.locator("[data-md-component=search-query]"), page.locator("article a.term").first
        link.focus()
        page.keyboard.press("/")
        expect(query).to_be_focused()
        page.keyboard.type("drift")
        page.locator(".md-search-result .search-text").first.wait_for(state="attached")
        page.keyboard.press("ArrowDown")
        page.evaluate("document.activeElement.closest('li').remove()")  # the focus falls to the page, which is no origin
        query.focus()
        page.keyboard.press("Escape")
        expect(link).to_be_focused()


def test_the_focus_stays_in_results_that_are_drawn_anew(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        page.locator("article a.term").first.focus()
        page.keyboard.press("/")
        page.keyboard.type("drift")
        results = page.locator(".md-search-result__link")
        page.locator(".md-search-result .search-text").first.wait_for(state="attached")
        page.keyboard.press("ArrowDown")
        expect(results.first).to_be_focused()
        page.evaluate(
            "(list => { const drawn = list.innerHTML; list.replaceChildren(); list.innerHTML = drawn; })(document.querySelector('.md-search-result__list'))"
        )
        expect(results.first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(results.nth(1)).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_question_opens_and_closes(key: str, browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        box = page.locator("details.question").first
        box.locator("summary").focus()
        page.keyboard.press(key)
        expect(box).to_have_attribute("open", "")
        page.keyboard.press(key)
        expect(box).not_to_have_attribute("open", "")


# A box of each kind that is wider than a phone, on a page that has one.
WIDE = {
    "formula": (CHAPTER, ".katex-display"),
    "table": (CASE, ".md-typeset__scrollwrap"),
    "diagram": (DIAGRAM, ".diagram__box"),
    "code": (NOTEBOOK, ".highlight pre, .highlight code"),
}


@pytest.mark.parametrize("what", WIDE)
def test_what_scrolls_sideways_is_reached_and_scrolled(what: str, browser: Browser, site: Path) -> None:
    path, selector = WIDE[what]
    with keyboard(browser, site, path, 320) as page:
        style(page, ".late { content-visibility: visible !important } .handbook-diagram { min-width: 30rem }")
        wide = page.evaluate(
            """selector => { const box = [...document.querySelectorAll(selector)].find(e => e.scrollWidth > e.clientWidth + 1 &&
                 ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.getClientRects().length);
               box?.scrollIntoView({ block: "center" }); box?.setAttribute("data-wide", ""); return Boolean(box); }""",
            selector,
        )
        assert wide, f"no {what} of {path} is wider than the screen; take another page"
        page.wait_for_timeout(400)
        box = page.locator("[data-wide]")
        # from the last link before it, as a reader comes
        page.evaluate(
            """() => { const box = document.querySelector("[data-wide]"), all = [...document.querySelectorAll("article a[href]")];
               all.filter(a => a.compareDocumentPosition(box) & 4 && !box.contains(a)).at(-1).focus(); }"""
        )
        reach(page, box, most=30)
        assert page.evaluate(STOP)["wrong"] == []
        page.keyboard.press("ArrowRight")
        until(page, "document.querySelector('[data-wide]').scrollLeft > 0")


def test_code_is_copied(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, NOTEBOOK) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("article .highlight").first.scroll_into_view_if_needed()
        button = page.locator("article .highlight [data-md-type=copy]").first
        expect(button).to_be_attached()
        reach(page, button)
        page.keyboard.press("Enter")
        expect(page.get_by_text("Copied to clipboard")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()").strip() == page.locator("article .highlight code").first.inner_text().strip()


def test_the_palette_is_switched(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        reach(page, page.locator("#__palette_0"), most=6)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        assert page.evaluate(STOP)["wrong"] == []
        page.keyboard.press("ArrowRight")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "default"


def test_a_term_explains_itself_until_escape(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        term, note = page.locator("a.term").first, page.locator("#term-note")
        reach(page, term)
        expect(note).to_be_visible()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(term).to_be_focused()


def test_tabs_of_a_page_turn(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CHAPTER) as page:
        first = page.locator(".tabbed-set > input").first
        reach(page, first)
        assert page.evaluate(STOP)["wrong"] == []
        page.keyboard.press("ArrowRight")
        expect(page.locator(".tabbed-set > input").nth(1)).to_be_checked()
        expect(page.locator(".tabbed-block").nth(1)).to_be_visible()


def test_the_question_bank_is_filtered_and_answers(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, BANK) as page:
        reach(page, page.locator("select[name=level]"))
        page.keyboard.type("hard")
        expect(page.locator("select[name=level]")).to_have_value("hard")
        page.locator("a[data-level=hard]").first.wait_for()
        expect(page.locator("a[data-level=easy]").first).to_be_hidden()
        answer = page.get_by_role("button", name="Answer").locator("visible=true").first
        reach(page, answer, most=20)
        page.keyboard.press("Enter")
        expect(answer).to_have_attribute("aria-expanded", "true")
        expect(page.locator(".bank-text p").first).to_be_visible()
        expect(answer).to_be_focused()
        page.keyboard.press("Space")
        expect(page.locator(".bank-text").first).to_be_hidden()


def test_a_flash_card_is_turned_and_graded(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, CARDS) as page:
        asked = page.locator(".cards__question").inner_text()
        reach(page, page.get_by_role("button", name="Show answer"))
        page.keyboard.press("Enter")
        expect(page.locator(".cards__answer")).to_be_focused()
        reach(page, page.locator(".cards__grade--good"), most=30)
        assert page.evaluate(STOP)["wrong"] == []
        page.keyboard.press("Enter")
        expect(page.locator(".cards__question")).not_to_have_text(asked)
        expect(page.locator(".cards__question")).to_be_focused()


def test_a_mock_interview_is_held(browser: Browser, site: Path) -> None:
    with keyboard(browser, site, MOCK) as page:
        reach(page, page.get_by_role("button", name="Start the clock"))
        page.keyboard.press("Enter")
        expect(page.locator(".cards__question")).to_be_focused()
        reach(page, page.get_by_label("Your notes"))
        page.keyboard.type("A note with /, f and n in it")
        expect(page.get_by_label("Your notes")).to_have_value("A note with /, f and n in it")
        reach(page, page.get_by_role("button", name="Next"))
        page.keyboard.press("Enter")
        expect(page.locator(".cards__question")).to_be_focused()
        reach(page, page.get_by_role("button", name="Finish early"))
        page.keyboard.press("Enter")
        expect(page.locator(".mock__review h2")).to_be_focused()
        reach(page, page.locator(".mock__score input").first)
        page.keyboard.press("Space")
        expect(page.locator(".mock__sum")).not_to_contain_text("Nothing scored yet")
