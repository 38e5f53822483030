"""What a screen reader, a magnifier, forced colors or paper make of the site: its HTML, page by page, and pages in a browser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_in_browser import CASE, CHAPTER, HOME, KINDS, style, until, visit

from handbook.tex import render

pytestmark = pytest.mark.xdist_group("site")

SAMPLE = {
    **KINDS,
    "cards": "practice/flash-cards/",
    "mock": "practice/mock-interview/",
    "glossary": "reference/glossary/",
    "tags": "reference/tags/",
    "sheet": "reference/cheat-sheet/",
    "part": "reference/questions-vision/",
    "missing": "404.html",
}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Outline(HTMLParser):
    """What a page says of itself to programs that read it out."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.headings: list[int] = []
        self.ids: set[str] = set()
        self.named_by: list[str] = []
        self.navs: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.tables: list[int] = []  # header cells of each
        self.pictures: list[dict[str, str]] = []
        self.formulas = Counter[str]()
        self.open: list[tuple[str, bool]] = []  # elements, and whether they are hidden from such programs
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        hidden = values.get("aria-hidden") == "true" or (bool(self.open) and self.open[-1][1])
        self.ids.add(values.get("id", ""))
        self.named_by += [name for key in ("aria-labelledby", "aria-describedby") for name in values.get(key, "").split()]
        if tag == "html":
            self.language = values.get("lang", "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "nav":
            self.navs.append(values.get("aria-label") or values.get("aria-labelledby", ""))
        if tag == "table":
            self.tables.append(0)
        if tag == "th":
            self.headers.append(values)
            self.tables[-1] += 1
        if tag == "svg" and values.get("role") == "img" or tag == "img":
            self.pictures.append({"tag": tag, **values})
        if "katex" in classes:
            self.formulas["all"] += 1
        if "katex-html" in classes:
            self.formulas["drawn" if hidden else "drawn, and read out"] += 1
        if tag == "math":
            self.formulas["hidden" if hidden else "read out"] += 1
        if tag not in _VOID:
            self.open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those inside it that have no end of their own."""
        if any(name == tag for name, _ in reversed(self.open)):  # the nearest is the last, nearly always
            while self.open.pop()[0] != tag:
                pass


@pytest.fixture(scope="session")
def outlines(site: Path) -> dict[str, Outline]:
    """Every page of the site, read."""
    return {path.relative_to(site).as_posix(): Outline(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def test_pages_say_their_language(outlines: dict[str, Outline]) -> None:
    assert {name: page.language for name, page in outlines.items() if page.language != "en"} == {}


def test_headings_go_down_one_level_at_a_time_below_one_title(outlines: dict[str, Outline]) -> None:
    for name, page in outlines.items():
        assert page.headings.count(1) == 1, name
        assert page.headings[0] == 1, name
        assert [(a, b) for a, b in zip(page.headings, page.headings[1:], strict=False) if b > a + 1] == [], name


def test_a_formula_is_read_once_as_math(outlines: dict[str, Outline]) -> None:
    for name, page in outlines.items():
        count = page.formulas["all"]
        assert page.formulas == Counter({key: count for key in ("all", "drawn", "read out") if count}), name
    assert sum(page.formulas["all"] for page in outlines.values()) > 5000


def test_tables_have_headers_that_say_what_they_head(outlines: dict[str, Outline]) -> None:
    for name, page in outlines.items():
        assert 0 not in page.tables, f"{name}: table {page.tables.index(0) + 1} has no header cell"
        assert [cell for cell in page.headers if cell.get("scope") not in {"col", "row"}] == [], name


def test_pictures_and_diagrams_have_words(outlines: dict[str, Outline]) -> None:
    for name, page in outlines.items():
        for picture in page.pictures:
            if picture["tag"] == "img":
                assert len(picture.get("alt", "")) >= (4 if "logo" in picture["src"] else 15), (name, picture)
            else:
                assert picture.get("aria-labelledby"), (name, picture)
                assert picture.get("aria-describedby"), (name, picture)


def test_names_are_on_the_page_that_uses_them(outlines: dict[str, Outline]) -> None:
    for name, page in outlines.items():
        assert [target for target in page.named_by if target not in page.ids] == [], name
        assert "" not in page.navs, f"{name}: a <nav> has no name"


# ---- In a browser --------------------------------------------------------------------------------------------------------

SHOW_ALL = ".late { content-visibility: visible !important }"


def opened(page: Page) -> Page:
    """The page with everything open and laid out."""
    style(page, SHOW_ALL)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    page.wait_for_timeout(200)
    return page


def spoken(page: Page) -> Iterator[dict]:
    """The nodes of the accessibility tree that are not ignored."""
    session = page.context.new_cdp_session(page)
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        if not node.get("ignored"):
            yield {"role": node["role"]["value"], "name": node.get("name", {}).get("value", ""), "node": node}


def test_a_screen_reader_meets_math_and_not_its_drawing(browser: Browser, site: Path) -> None:
    with visit(browser, site, CHAPTER) as page:
        opened(page)
        roles = Counter(node["role"] for node in spoken(page))
        assert (
            roles["MathMLMath"] + roles["math"]
            == page.evaluate("[...document.querySelectorAll('math')].filter(e => e.getClientRects().length).length")
            > 20
        )
        session = page.context.new_cdp_session(page)
        drawn = session.send("Runtime.evaluate", {"expression": "document.querySelector('.katex-html')"})["result"]["objectId"]
        (node,) = session.send("Accessibility.getPartialAXTree", {"objectId": drawn, "fetchRelatives": False})["nodes"]
        assert node["ignored"]
    assert "<annotation" in render("x^2")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", ["chapter", "notebook", "bank", "home"])
def test_landmarks_of_a_kind_have_names_of_their_own(kind: str, width: int, browser: Browser, site: Path) -> None:
    landmarks = {"banner", "navigation", "main", "contentinfo", "complementary", "region", "search", "form"}
    with visit(browser, site, KINDS[kind], width) as page:
        page.mouse.wheel(0, 5000)
        page.wait_for_timeout(500)
        found = Counter((node["role"], node["name"]) for node in spoken(page) if node["role"] in landmarks)
        assert found["main", ""] == found["banner", ""] == found["contentinfo", ""] == 1
        found["form", ""] = 0  # without a name it is no landmark
        assert {key: count for key, count in found.items() if count > 1} == {}


def test_motion_is_reduced_on_request(browser: Browser, site: Path) -> None:
    for path in (HOME, CHAPTER, "practice/flash-cards/"):
        with visit(browser, site, path, reduced_motion="reduce") as page:
            moving = page.evaluate(
                """() => [...document.querySelectorAll("*")].flatMap(e => ["", "::before", "::after"].map(part => [e, getComputedStyle(e, part)]))
                  .filter(([, s]) => [s.transitionDuration, s.animationDuration].some(t => t.split(", ").some(v => parseFloat(v) > .001)) || s.scrollBehavior === "smooth")
                  .map(([e]) => `${e.localName}.${e.className}`)"""
            )
            assert sorted(set(moving)) == []
    with visit(browser, site, CHAPTER, reduced_motion="reduce") as page:
        page.locator(".md-nav--secondary a", has_text="Further reading").locator("visible=true").click()
        page.wait_for_url("**#further-reading")
        until(page, "scrollY > 1000")  # at once, as no element scrolls smoothly (above)
        assert page.evaluate("document.getAnimations().filter(play => play.effect.getComputedTiming().endTime > 1).length") == 0


# Text that is cut: it does not fit a box that hides what overflows. Formulas and wide tables scroll; a line that is cut on
# purpose and ends with an ellipsis is the page's title in the header, which stands as a heading below.
CUT = """() => [...document.querySelectorAll("body *")].filter(e => {
  if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest("svg, math, .katex-html, .katex-mathml, .unseen, .md-header__title, .md-skip, .md-search, .md-sidebar--primary")) return false;
  const s = getComputedStyle(e), cuts = axis => ["hidden", "clip"].includes(s[`overflow${axis}`]);
  if (!e.textContent.trim() || !e.clientWidth) return false;
  return (cuts("X") && e.scrollWidth > e.clientWidth + 1) || (cuts("Y") && e.scrollHeight > e.clientHeight + 2 && !e.matches(".katex-display"));
}).map(e => `${e.localName}.${e.className} ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}: ${e.textContent.trim().slice(0, 60)}`)"""
OUTSIDE = """() => [...document.querySelectorAll("article *, .home-hero *, .md-footer *")].filter(e => {
  if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest("svg, math, .katex-html, .unseen")) return false;
  for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return false;
  const { left, right, width } = e.getBoundingClientRect();
  return width > 0 && (right > innerWidth + 1 || left < -1) && e.textContent.trim();
}).map(e => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", SAMPLE)
def test_zoomed_to_400_percent_nothing_is_lost(kind: str, scheme: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, SAMPLE[kind], 320, scheme) as page:
        page.set_viewport_size({"width": 320, "height": 256})  # 1280 x 1024 at 400 %
        opened(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(CUT) == []
        # what stays on the screen leaves room to read
        stuck = page.evaluate(
            """() => { scrollTo(0, document.body.scrollHeight / 2);
                 return [...document.querySelectorAll(".md-header, .cards__actions, .md-tabs")].map(e => e.getBoundingClientRect())
                   .reduce((sum, r) => sum + Math.max(0, Math.min(r.bottom, innerHeight) - Math.max(r.top, 0)), 0); }"""
        )
        assert stuck <= 128


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
.katex, .katex * { letter-spacing: normal !important; word-spacing: normal !important; line-height: 1.2 !important }"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", SAMPLE)
def test_wider_text_is_not_cut(kind: str, width: int, browser: Browser, site: Path) -> None:
    with visit(browser, site, SAMPLE[kind], width) as page:
        style(opened(page), SPACED)
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.evaluate(CUT) == []
        assert page.evaluate(OUTSIDE) == []


# Controls that are drawn as a mask over a color, which a forced palette takes away unless it is told not to.
MASKED = """() => [...document.querySelectorAll("body *")].flatMap(e => ["", "::before", "::after"].map(part => [e, part, getComputedStyle(e, part || null)]))
  .filter(([e, part, s]) => s.maskImage !== "none" && (!part || s.content !== "none") && s.display !== "none" && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.clientWidth && !e.matches(".md-tabs__list"))
  .filter(([e, , s]) => s.forcedColorAdjust !== "none")
  .map(([e, part]) => `${e.localName}.${e.className}${part}`)"""
FADED = """() => {
  const canvas = getComputedStyle(document.documentElement).backgroundColor;
  return [...document.querySelectorAll("button, select, input:not([type=radio], [type=checkbox], [type=file]), .md-button, .bank-answer, .home-search")]
    .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.clientWidth > 4 && !e.matches(".press, .md-icon, .md-search *, .md-code__button, .md-clipboard"))
    .filter(e => { const s = getComputedStyle(e); return !(s.borderStyle !== "none" && parseFloat(s.borderBottomWidth) > 0) && s.backgroundColor === canvas; })
    .map(e => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "chapter", "case", "notebook", "bank", "cards", "mock"])
def test_forced_colors_keep_controls(kind: str, scheme: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, SAMPLE[kind], scheme=scheme, forced_colors="active") as page:
        opened(page)
        assert sorted(set(page.evaluate(MASKED))) == []
        assert page.evaluate(FADED) == []


def test_forced_colors_keep_diagrams_and_figures(browser: Browser, site: Path) -> None:
    with visit(browser, site, CASE, scheme="dark", forced_colors="active") as page:
        ink = page.evaluate(
            """() => { const canvas = getComputedStyle(document.documentElement).backgroundColor, of = (q, what) => getComputedStyle(document.querySelector(q))[what];
                 return { canvas, text: of(".handbook-diagram .node tspan, .handbook-diagram .node text", "fill"),
                   box: of(".handbook-diagram .node rect, .handbook-diagram .node polygon", "fill"), line: of(".handbook-diagram .flowchart-link", "stroke") }; }"""
        )
        assert ink["text"] != ink["box"]
        assert ink["line"] != ink["canvas"]
    with visit(browser, site, CHAPTER, scheme="dark", forced_colors="active") as page:
        image = page.locator("article img").first
        assert image.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
        assert image.evaluate("e => getComputedStyle(e).filter") == "none"


# Words whose color is too close to white paper; large text may be at 3 : 1, but little here is large.
PALE = """() => {
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const pale = new Map();
  for (const e of document.querySelectorAll("article *")) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.checkVisibility({ visibilityProperty: true }) || e.closest(".katex-mathml, math, style, title, desc")) continue;
    const style = getComputedStyle(e), color = e.closest("svg") ? style.fill : style.color, [r, g, b, a = 1] = (color.match(/[\\d.]+/g) ?? [0, 0, 0]).map(Number);
    const ratio = 1.05 / (light([r, g, b].map(v => 255 + (v - 255) * a)) + .05);
    if (ratio < 4.5) pale.set(`${e.localName}.${e.className}`, `${color} ${ratio.toFixed(1)} ${e.textContent.trim().slice(0, 40)}`);
  }
  return Object.fromEntries(pale);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["chapter", "case", "notebook", "sheet"])
def test_paper_shows_the_text_and_nothing_else(kind: str, scheme: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, SAMPLE[kind], scheme=scheme) as page:
        page.emulate_media(media="print", color_scheme=scheme)
        for part in (
            ".md-header",
            ".md-tabs",
            ".md-sidebar--primary",
            ".md-sidebar--secondary",
            ".md-footer",
            ".md-top",
            ".md-content__button",
            ".md-search",
        ):
            for box in page.locator(part).all():
                expect(box).to_be_hidden()
        until(page, "() => document.getAnimations().every(a => a.playState === 'finished')")  # colors change gradually
        assert page.evaluate(PALE) == {}
        if kind != "sheet":  # it leaves its questions out
            answers = page.locator("details.question p")  # closed, unless the theme opened them for the paper
            assert answers.count() > 5 or kind == "notebook"
            hidden = answers.evaluate_all(
                "all => all.filter(e => !e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length"
            )
            assert hidden == 0
        links = page.locator("article p a[href^=http]").all()[:5]
        assert [link.evaluate("e => getComputedStyle(e).textDecorationLine") for link in links] == ["underline"] * len(links)
