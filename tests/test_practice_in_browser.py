"""Flash cards, mock interview, question bank and checklists in a real browser."""

from __future__ import annotations

import datetime
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page, Request, expect
from test_in_browser import ADDRESS, AXE, BANK, ready, until, visit, wire

pytestmark = pytest.mark.xdist_group("site")

CARDS = "practice/flash-cards/"
MOCK = "practice/mock-interview/"
START = datetime.datetime(2026, 3, 2, 9, 0)
KEY = "handbook.cards"


def state(page: Page) -> dict:
    """What the cards keep in the browser."""
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "null")


def question(page: Page) -> str:
    return page.locator(".cards__question").inner_text()


def learn(page: Page, cards: int, grade: str = "3") -> list[str]:
    """Answer that many cards with the keyboard; their questions."""
    asked = []
    for _ in range(cards):
        asked.append(question(page))
        page.keyboard.press("Space")
        page.locator(".cards__grade").first.wait_for()
        page.keyboard.press(grade)
        page.locator(".cards__grade").first.wait_for(state="detached")
    return asked


def at(page: Page, moment: datetime.datetime) -> None:
    """Set the clock between two pages, because timers that began under another one could not be taken back; load the page again."""
    address = page.url
    page.goto("about:blank")
    page.clock.set_fixed_time(moment)
    page.goto(address, wait_until="networkidle")
    ready(page)


def test_ten_cards_are_learned_and_come_back_when_they_are_due(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        expect(page.locator(".cards__status")).to_have_text("0 to review, 0 in learning, 10 new today")
        easy = learn(page, 4, "4")
        good = learn(page, 6, "3")
        assert len({*easy, *good}) == 10
        kept = state(page)
        assert len(kept["cards"]) == 10
        assert kept["days"] == {"2026-03-02": {"fresh": 10, "seen": 10}}
        at(page, START + datetime.timedelta(minutes=1))
        assert state(page) == kept
        expect(page.locator(".cards__status")).to_have_text("0 to review, 6 in learning, 0 new today")
        assert question(page) in good  # its ten minutes are nearly over, and nothing else is left
        later = START + datetime.timedelta(days=30)
        due = {key for key, card in kept["cards"].items() if datetime.datetime.fromisoformat(card["due"]).timestamp() < later.timestamp()}
        at(page, later)
        reviews = sum(kept["cards"][key]["state"] == 2 for key in due)
        assert reviews == 4
        expect(page.locator(".cards__status")).to_have_text(f"{reviews} to review, {len(due) - reviews} in learning, 10 new today")


def test_a_week_later_exactly_the_due_reviews_are_asked(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        titles = dict(zip(learn(page, 6, "4"), range(6), strict=True))
        due = {key: datetime.datetime.fromisoformat(card["due"]) for key, card in state(page)["cards"].items()}
        week = START + datetime.timedelta(days=7)
        at(page, week)
        midnight = (week + datetime.timedelta(days=1)).replace(hour=0).timestamp()
        expected = sum(moment.timestamp() < midnight for moment in due.values())
        expect(page.locator(".cards__status")).to_have_text(f"{expected} to review, 0 in learning, 10 new today")
        if expected:
            assert question(page) in titles


def test_undo_gives_the_card_back(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        (asked,) = learn(page, 1)
        assert question(page) != asked
        page.keyboard.press("u")
        assert question(page) == asked
        assert state(page)["cards"] == {}
        assert state(page)["days"] == {}


def test_settings_choose_parts_levels_and_number(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        page.get_by_text("What to learn").click()
        page.locator("input[name=perDay]").fill("3")
        page.locator("input[name=perDay]").blur()
        for label in ("easy", "medium"):
            page.get_by_label(label, exact=True).uncheck()
        for box in page.locator("input[name=parts]").all()[1:]:
            box.uncheck()
        expect(page.locator(".cards__status")).to_have_text("0 to review, 0 in learning, 3 new today")
        expect(page.locator(".cards__meta")).to_contain_text("hard")
        expect(page.locator(".cards__meta")).to_contain_text("Plan")
        page.locator("input[name=parts]").first.uncheck()
        expect(page.get_by_text("Choose at least one part")).to_be_visible()
        at(page, START)
        expect(page.locator(".cards__status")).to_have_text("0 to review, 0 in learning, 3 new today")
        learn(page, 3, "4")
        expect(page.locator(".cards__question")).to_have_text("Done for today")
        page.get_by_role("button", name="Learn 5 more").click()
        expect(page.locator(".cards__status")).to_have_text("0 to review, 0 in learning, 5 new today")


def open_data(page: Page) -> None:
    page.get_by_text("Your data").click()


def test_export_wipe_import_gives_the_same_state(browser: Browser, site: Path, tmp_path: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        learn(page, 3)
        before = state(page)
        open_data(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Export").click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.name == "handbook-cards-2026-03-02.json"
        page.get_by_role("button", name="Reset").click()
        page.get_by_role("button", name="Delete", exact=True).click()
        assert state(page) is None
        expect(page.locator(".cards__status")).to_have_text("0 to review, 0 in learning, 10 new today")
        page.locator("input[type=file]").set_input_files(saved)
        expect(page.locator(".cards__said")).to_have_text("Imported 3 cards. Of each card, the later review counts.")
        assert state(page) == before


DAMAGED: dict[str, tuple[Callable[[dict], object], str]] = {
    "no JSON": (lambda good: "{", "not JSON"),
    "another program's": (lambda good: {"decks": []}, "not an export"),
    "a list": (lambda good: [1], "not an export"),
    "a later version": (lambda good: {**good, "version": 2}, "version 2"),
    "without cards": (lambda good: {key: value for key, value in good.items() if key != "cards"}, "incomplete"),
    "a card without a date": (lambda good: {**good, "cards": {"q-x": {"due": "soon"}}}, 'card "q-x"'),
    "a negative stability": (
        lambda good: {**good, "cards": {key: {**card, "stability": -1} for key, card in good["cards"].items()}},
        "cannot be read",
    ),
    "a strange day": (lambda good: {**good, "days": {"yesterday": {"fresh": 1, "seen": 1}}}, "yesterday"),
    "strange settings": (lambda good: {**good, "settings": {**good["settings"], "perDay": "many"}}, "settings"),
}


def test_a_damaged_or_foreign_file_is_refused_and_nothing_is_lost(browser: Browser, site: Path, tmp_path: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        learn(page, 2)
        good = state(page)
        open_data(page)
        for name, (damage, words) in DAMAGED.items():
            value = damage(good)
            file = tmp_path / "file.json"
            file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
            page.locator(".cards__said").evaluate("e => { e.textContent = ''; }")
            page.locator("input[type=file]").set_input_files(file)
            expect(page.locator(".cards__said"), name).to_contain_text(words)
            expect(page.locator(".cards__said")).to_contain_text("Nothing was changed.")
            assert state(page) == good, name
        assert page.errors == []


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize(("script", "words"), [(BLOCKED, "blocks storage"), (FULL, "is full")])
def test_without_storage_the_cards_work_and_say_so(script: str, words: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        page.add_init_script(script)
        page.reload(wait_until="networkidle")
        asked = learn(page, 3)
        assert len(set(asked)) == 3
        expect(page.locator(".cards__status")).to_contain_text("7 new today")
        expect(page.locator(".cards__notice")).to_contain_text(words)


def test_a_history_that_cannot_be_read_is_kept_aside(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        page.evaluate(f"localStorage.setItem('{KEY}', JSON.stringify({{format: 'something else'}}))")
        page.reload(wait_until="networkidle")
        expect(page.locator(".cards__notice")).to_contain_text("cannot be used")
        learn(page, 1)
        assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}.unreadable')")) == {"format": "something else"}
        page.evaluate(f"localStorage.setItem('{KEY}', '{{\"cut')")
        page.reload(wait_until="networkidle")
        expect(page.locator(".cards__notice")).to_contain_text("damaged")
        learn(page, 1)
        assert page.evaluate(f"localStorage.getItem('{KEY}.damaged')") == '{"cut'
        assert len(state(page)["cards"]) == 1


def test_a_question_that_left_the_site_keeps_its_history(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS) as page:
        at(page, START)
        learn(page, 1)
        kept = state(page)
        (key,) = kept["cards"]
        gone = {**kept, "cards": {**kept["cards"], "q-not-on-the-site-any-more": kept["cards"][key]}}
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(gone)])
        at(page, START + datetime.timedelta(days=1))
        learn(page, 2)
        assert state(page)["cards"]["q-not-on-the-site-any-more"] == kept["cards"][key]
        assert page.errors == []


def test_answers_are_fetched_two_at_a_time(browser: Browser, site: Path) -> None:
    under_way: set[str] = set()
    most, all_of_them = 0, len(list((site / "practice" / "data").glob("*.json")))
    with visit(browser, site, "") as page:

        def began(request: Request) -> None:
            nonlocal most
            if "/practice/data/" in request.url:
                under_way.add(request.url)
                most = max(most, len(under_way))

        page.on("request", began)
        page.on("requestfinished", lambda request: under_way.discard(request.url))
        page.goto(ADDRESS + CARDS)
        until(
            page, "n => performance.getEntriesByType('resource').filter(e => e.name.includes('/practice/data/')).length >= n", all_of_them
        )
        assert 1 <= most <= 3, "two, and the next one where the end of one is told late"


def test_cards_work_without_a_network_once_loaded(browser: Browser, site: Path) -> None:
    chapters = {record["url"].partition("#")[0] for record in json.loads((site / "questions.json").read_text(encoding="utf-8"))}
    with visit(browser, site, CARDS) as page:
        loaded = "count => performance.getEntriesByType('resource').filter(e => e.name.includes('/practice/data/')).length > count"
        until(page, loaded, arg=len(chapters))  # the list of questions, and the answers of each chapter
        page.context.unroute_all(behavior="wait")
        page.context.route("**/*", lambda route: route.abort())
        asked = learn(page, 5)
        assert len(set(asked)) == 5
        expect(page.locator(".cards__notice")).to_be_hidden()


def test_cards_need_no_mouse_and_no_key(browser: Browser, site: Path) -> None:
    with visit(browser, site, CARDS, 320, has_touch=True, is_mobile=True) as page:
        first = question(page)
        page.get_by_role("button", name="Show answer").tap()
        page.get_by_role("button", name=re.compile("^Good")).tap()
        expect(page.locator(".cards__question")).not_to_have_text(first)
        expect(page.locator(".cards__question")).to_be_focused()
    with visit(browser, site, CARDS) as page:
        first = question(page)
        page.get_by_role("button", name="Show answer").focus()
        page.keyboard.press("Enter")
        page.locator(".cards__grade").first.wait_for()
        expect(page.locator(".cards__answer")).to_be_focused()
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent").startswith("Good"):
                break
        page.keyboard.press("Enter")
        expect(page.locator(".cards__question")).not_to_have_text(first)


def test_math_and_links_of_an_answer_are_those_of_its_chapter(browser: Browser, site: Path) -> None:
    index = json.loads((site / "practice/data/questions.json").read_text(encoding="utf-8"))
    with visit(browser, site, CARDS) as page:
        page.get_by_text("What to learn").click()
        for box in page.locator("input[name=parts]").all():
            box.set_checked(box.input_value() == "Foundations")
        expect(page.locator(".cards__meta")).to_contain_text("Foundations")
        page.get_by_role("button", name="Show answer").click()
        page.locator(".cards__grade").first.wait_for()
        assert page.locator(".cards__answer .katex-html").count() > 0
        assert page.evaluate("getComputedStyle(document.querySelector('.cards__answer .katex')).fontFamily").startswith("KaTeX_Main")
        for link in page.locator(".cards__face a").all():
            target = link.evaluate("a => a.href").removeprefix(ADDRESS).split("#")[0]
            assert target.startswith("http") or (site / target / "index.html").exists(), target
    assert len(index["questions"]) > 100


def test_a_mock_interview_from_start_to_summary(browser: Browser, site: Path) -> None:
    with visit(browser, site, MOCK, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto("about:blank")
        page.clock.install(time=START)
        page.goto(ADDRESS + MOCK, wait_until="networkidle")
        ready(page)
        page.get_by_label("ML system design").check()
        page.get_by_label("Senior").check()
        page.get_by_label("45").check()
        page.get_by_role("button", name="Start the clock").click()
        expect(page.locator(".mock__clock")).to_have_text("45:00 left")
        expect(page.locator(".practice")).not_to_contain_text("A stronger candidate")
        page.get_by_label("Your notes").fill("Calibration first")
        page.get_by_role("button", name="Next").click()
        second = question(page)
        page.clock.fast_forward(60_000)
        page.reload(wait_until="networkidle")
        assert question(page) == second
        expect(page.locator(".mock__clock")).to_contain_text("43:5")
        page.clock.fast_forward(45 * 60_000)
        expect(page.locator(".mock__clock")).to_contain_text("over")
        page.get_by_role("button", name="Back", exact=True).click()
        expect(page.get_by_label("Your notes")).to_have_value("Calibration first")
        page.get_by_role("button", name="Finish early").click()
        expect(page.locator(".mock__rubric")).to_contain_text("Staff")
        expect(page.locator(".mock__review")).to_contain_text("Calibration first")
        for answer in page.locator(".cards__answer").all():
            expect(answer).not_to_have_text("…")
        scores = page.locator(".mock__score")
        for score in scores.all():
            score.get_by_label("Good").check()
        expect(page.locator(".mock__sum")).to_contain_text(f"67 % of the points, {scores.count()} of {scores.count()} scored")
        page.reload(wait_until="networkidle")
        expect(page.locator(".mock__sum")).to_contain_text("67 %")
        page.get_by_role("button", name="Copy").click()
        expect(page.locator(".mock__end")).to_contain_text("Copied.")
        text = page.evaluate("navigator.clipboard.readText()")
        assert "# Mock interview: ML system design, senior" in text
        assert "Problem formulation: good" in text
        again = re.search(r"The same questions again: (\S+)", text)
        assert again
        page.get_by_role("button", name="New interview").click()
        page.goto(again.group(1), wait_until="networkidle")
        page.get_by_role("button", name="Start the clock").click()
        page.get_by_role("button", name="Next").click()
        assert question(page) == second
        assert page.errors == []


def test_drawn_interviews_are_balanced(browser: Browser, site: Path) -> None:
    with visit(browser, site, MOCK) as page:
        drawn = page.evaluate(
            """async () => {
                 const mock = await import(new URL('assets/javascripts/practice/interview.js', __md_scope));
                 const site = await import(new URL('assets/javascripts/practice/questions.js', __md_scope));
                 const { questions, cases, parts } = await site.all(), sets = [];
                 for (const round of Object.keys(mock.ROUNDS)) for (const seniority of Object.keys(mock.SENIORITY)) for (let seed = 0; seed < 5; seed++)
                   sets.push({ round, seniority, ...mock.draw({ round, seniority, minutes: 60, seed }, questions, cases) });
                 return { sets, minutes: mock.MINUTES, rounds: mock.ROUNDS, parts };
               }"""
        )
        for mock in drawn["sets"]:
            ids = [question["id"] for question in mock["questions"]]
            spent = sum(drawn["minutes"][question["level"]] for question in mock["questions"])
            assert len(set(ids)) == len(ids) > 0
            assert spent <= (15 if mock["design"] else 60)
            assert {question["part"] for question in mock["questions"]} <= set(drawn["rounds"][mock["round"]]["parts"])
            assert mock["seniority"] != "staff" or all(question["level"] != "easy" for question in mock["questions"])
            if mock["round"] == "breadth":
                assert spent > 54
                assert len({question["url"] for question in mock["questions"]}) == len(ids)
                assert len({question["part"] for question in mock["questions"]}) == len(drawn["rounds"]["breadth"]["parts"])
        assert {part for round_ in drawn["rounds"].values() for part in round_["parts"]} <= set(drawn["parts"])
        assert len({json.dumps([q["id"] for q in mock["questions"]]) for mock in drawn["sets"] if mock["round"] == "breadth"}) == 20


def test_the_bank_filters_by_tag_and_shows_answers_in_place(browser: Browser, site: Path) -> None:
    records = json.loads((site / "questions.json").read_text(encoding="utf-8"))
    with visit(browser, site, BANK) as page:
        page.locator("select[name=tag]").select_option("calibration")
        wanted = [record for record in records if "calibration" in record["tags"]]
        expect(page.locator(".bank-filter output")).to_have_text(f"{len(wanted)} of {len(records)} questions")
        row = page.locator("li:has(> a[data-level]):visible").first
        row.get_by_role("button", name="Answer").click()
        expect(row.locator(".bank-text p").first).to_be_visible()
        expect(row.get_by_role("button")).to_have_attribute("aria-expanded", "true")
        row.get_by_role("button", name="Answer").click()
        expect(row.locator(".bank-text")).to_be_hidden()


@pytest.mark.parametrize("path", ["practice/", "start/study-plans/"])
def test_a_checklist_remembers_its_ticks(path: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, path) as page:
        boxes = page.locator(".task-list-item input")
        expect(boxes.first).to_be_enabled()
        boxes.nth(1).check()
        page.reload(wait_until="networkidle")
        assert [box.is_checked() for box in boxes.all()][:3] == [False, True, False]
        boxes.nth(1).uncheck()
        page.reload(wait_until="networkidle")
        assert not any(box.is_checked() for box in boxes.all())


@pytest.mark.parametrize(
    ("path", "pages", "first", "last"),
    [
        ("reference/cheat-sheet/", 2, "Cheat sheet", "Two-minute checks"),
        ("behavioral/story-matrix/", None, "The worksheet", "Marks"),
    ],
)
def test_sheets_for_paper_fit_their_pages(path: str, pages: int | None, first: str, last: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, path) as page:
        paper = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    texts = [sheet.extract_text() for sheet in paper.pages]
    if pages:
        assert len(texts) == pages
        assert first in texts[0] and last in texts[-1]
    else:
        assert any(first in text and last in text for text in texts)


@pytest.mark.parametrize("path", [CARDS, MOCK])
def test_practice_without_script_leads_to_the_bank(path: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, path, java_script_enabled=False) as page:
        page.get_by_role("link", name="question bank").locator("visible=true").last.click()
        page.wait_for_url(f"**/{BANK}")


@pytest.mark.parametrize("path", [CARDS, MOCK])
def test_a_first_visit_to_practice_fits_its_budget(path: str, browser: Browser, site: Path) -> None:
    with visit(browser, site, path) as page:
        loaded = {url.split("#")[0] for url in page.seen if not re.search(r"practice/data/.*-.*\.json", url)}
        sizes = {url.removeprefix(ADDRESS): wire(site, url) for url in loaded}
        assert sum(sizes.values()) <= 230_000, sizes
        assert sum(size for name, size in sizes.items() if name.endswith(".js")) <= 75_000, sizes
        assert all(url.startswith((ADDRESS, "data:", "blob:")) for url in page.seen)


def face(page: Page) -> None:
    page.keyboard.press("Space")
    page.locator(".cards__grade").first.wait_for()


def interview(page: Page) -> None:
    page.get_by_label("ML system design").check()
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_role("button", name="Finish early").click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(("path", "act"), [(CARDS, face), (MOCK, interview), (MOCK, None), ("practice/", None)])
def test_practice_is_accessible_and_fits_a_phone(
    path: str, act: Callable[[Page], None] | None, width: int, scheme: str, browser: Browser, site: Path
) -> None:
    with visit(browser, site, path, width, scheme) as page:
        if act:
            act(page)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.wait_for_timeout(150)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.evaluate(AXE)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert not found, "\n".join(f"{v['id']}: {v['help']}: {[n['html'][:160] for n in v['nodes'][:3]]}" for v in found)
