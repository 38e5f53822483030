"""The site without a network, in a real browser: what was opened works, a new release comes as a whole, removing is one click."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_in_browser import CHAPTER, NOTEBOOK, until
from test_practice_in_browser import START

from handbook import offline

pytestmark = pytest.mark.xdist_group("site")

OTHER, CASE, CARDS = "nlp/prompting-and-rag/", "system-design/cases/ads-click-prediction/", "practice/flash-cards/"
BOX, RESULT = "[data-md-component=search-query]", ".md-search-result__item > a"
KEPT = """caches.keys().then(async names => Object.fromEntries(await Promise.all(names.filter(name => name !== "handbook-clients")
  .map(async name => [name, (await (await caches.open(name)).keys()).map(request => request.url.slice(__md_scope.href.length))]))))"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static host as the site's own: files may be kept for ten minutes without asking. Nothing answers while it is down."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file of the release that is published now."""
        if self.server.down:  # type: ignore[attr-defined]
            self.close_connection = True
            self.connection.close()
            return
        self.directory = str(self.server.folder)  # type: ignore[attr-defined]
        super().do_GET()

    def end_headers(self) -> None:
        """As GitHub Pages does."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Host(http.server.ThreadingHTTPServer):
    """A server whose release can be exchanged and whose network can be cut."""

    folder: Path
    down = False

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://localhost:{self.server_port}/handbook/"


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """The built site on a real server: a service worker's requests are out of reach of the other tests' routes."""
    server = Host(("127.0.0.1", 0), functools.partial(_Handler, directory=""))
    server.folder = site.parent
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@contextmanager
def reader(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    """A browser that lets service workers in; errors of its pages are errors of the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert errors == []


def settled(page: Page) -> None:
    """Wait until the worker is there and keeps what this page loaded."""
    until(page, "navigator.serviceWorker.controller !== null")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1_000)


def visit(context: BrowserContext, host: Host, path: str) -> Page:
    page = context.new_page()
    page.goto(host.address + path)
    settled(page)
    return page


def kept(page: Page) -> dict[str, list[str]]:
    """Name of each cache, and what is in it."""
    return page.evaluate(KEPT)


def show_answer(page: Page) -> None:
    """Turn the first card over."""
    page.locator(".cards__question").wait_for()
    page.keyboard.press("Space")
    page.locator(".cards__grade").first.wait_for()


def find(page: Page, words: str) -> str:
    """The first result's address."""
    page.keyboard.press("/")
    page.locator(BOX).fill(words)
    page.keyboard.press("End")
    page.locator(RESULT).first.wait_for(timeout=20_000)
    page.wait_for_timeout(1_000)
    return page.locator(RESULT).first.get_attribute("href") or ""


def next_release(site: Path, target: Path, changes: dict[str, tuple[str, str]]) -> Path:
    """The site with some words exchanged, published as a release of its own; the folder above it."""
    now = json.loads((site / offline.LIST).read_text(encoding="utf-8"))["release"]

    def copy(source: str, to: str) -> None:
        name = Path(source).relative_to(site).as_posix()
        if not name.endswith(".html") and name not in changes and name not in (offline.LIST, offline.WORKER):
            os.link(source, to)
            return
        text = Path(source).read_text(encoding="utf-8").replace(f'content="{now}"', f'content="{offline.MARK}"')
        for old, new in [changes[name]] if name in changes else []:
            assert old in text, name
            text = text.replace(old, new)
        Path(to).write_text(text, encoding="utf-8")

    shutil.copytree(site, target / "handbook", copy_function=copy)
    assert offline.write(target / "handbook").name != now
    return target


CHANGES = {
    f"{CHAPTER}index.html": ("</h1>", "</h1><p>Words of the new release.</p>"),
    f"{OTHER}index.html": ("</h1>", "</h1><p>Words of the new release.</p>"),
    "assets/stylesheets/handbook.css": (":root", ":root { --release: new; } :root"),
    "practice/data/nlp-prompting-and-rag.json": ('":"', '":"New. '),
}
STYLE = "getComputedStyle(document.documentElement).getPropertyValue('--release').trim()"
NEW = "Words of the new release."


@pytest.fixture
def newer(site: Path, tmp_path: Path) -> Path:
    return next_release(site, tmp_path / "web", CHANGES)


def release_of(folder: Path) -> str:
    return json.loads((folder / "handbook" / offline.LIST).read_text(encoding="utf-8"))["release"]


def test_what_was_opened_works_without_a_network(browser: Browser, host: Host) -> None:
    with reader(browser) as context:
        page = visit(context, host, CHAPTER)
        page.goto(host.address + OTHER)
        page.locator(".md-tabs a", has_text="System design").click()
        page.locator("article a", has_text="Ads click").first.click()
        page.wait_for_url(f"**/{CASE}")
        settled(page)
        page.goto(host.address + CARDS)
        show_answer(page)
        assert "ensembles" in find(page, "gradient boosting")
        settled(page)
        host.down = True
        for path in (CHAPTER, OTHER, CASE):
            page.goto(host.address + path)
            expect(page.locator(".katex-html").first).to_be_visible()
            until(page, "document.fonts.check('16px KaTeX_Main')")
        expect(page.locator("svg.handbook-diagram").first).to_be_visible()
        page.goto("about:blank")
        page.clock.set_system_time(START)  # what is learned shortly before midnight is due on the next day
        page.goto(host.address + CARDS)
        show_answer(page)
        page.keyboard.press("3")
        expect(page.locator(".cards__status")).to_contain_text("1 in learning")
        assert "ensembles" in find(page, "gradient boosting")


def test_a_page_that_is_not_kept_says_so_and_lists_those_that_are(browser: Browser, host: Host) -> None:
    with reader(browser) as context:
        page = visit(context, host, CHAPTER)
        host.down = True
        page.goto(host.address + OTHER)
        expect(page.locator("h1")).to_have_text("No network, and this page is not kept here")
        expect(page.locator("[data-offline=pages] a", has_text="Logistic regression")).to_have_attribute("href", host.address + CHAPTER)
        host.down = False
        page.get_by_role("link", name="Try again").click()
        expect(page.locator("h1")).to_contain_text("Prompting")


def test_the_next_visit_after_a_release_is_of_that_release_as_a_whole(browser: Browser, host: Host, newer: Path) -> None:
    with reader(browser) as context:
        page = visit(context, host, CHAPTER)
        page.goto(host.address + OTHER)
        settled(page)
        page.goto(host.address + CARDS)
        settled(page)
        (before,) = kept(page)
        page.close()
        host.folder = newer
        page = visit(context, host, CHAPTER)
        expect(page.get_by_text(NEW)).to_be_visible()
        assert page.evaluate(STYLE) == "new"
        name = f"handbook-{release_of(newer)}"
        until(page, f"caches.keys().then(names => names.includes('{name}') && !names.includes('{before}'))")
        settled(page)
        host.down = True
        for path in (OTHER, CHAPTER):  # both were kept of the old release, and came along
            page.goto(host.address + path)
            expect(page.get_by_text(NEW)).to_be_visible()
            assert page.evaluate(STYLE) == "new"
        files = json.loads((newer / "handbook" / offline.LIST).read_text(encoding="utf-8"))["files"]
        hashes = page.evaluate(
            """async name => { const cache = await caches.open(name), out = {};
              for (const request of await cache.keys()) {
                const response = await cache.match(request), text = await response.clone().text();
                const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
                const hash = [...bytes.slice(0, 6)].map(byte => byte.toString(16).padStart(2, "0")).join("");
                out[request.url.slice(__md_scope.href.length)] = [hash, /name="release" content="(\\w+)"/.exec(text)?.[1]];
              }
              return out; }""",
            name,
        )
        hashes.pop(offline.LIST)
        assert len(hashes) > 30
        for file, (digest, release) in hashes.items():
            assert release == release_of(newer) if release else digest == files[file][0], file


def test_a_document_that_is_open_while_a_release_comes_out_gets_no_part_of_it(browser: Browser, host: Host, newer: Path) -> None:
    with reader(browser) as context:
        page = visit(context, host, CHAPTER)
        old = release_of(host.folder)
        page.evaluate("window.sameDocument = true")
        host.folder = newer
        said = page.evaluate(
            "fetch(new URL('practice/data/nlp-prompting-and-rag.json', __md_scope)).then(() => 'new data', () => 'nothing')"
        )
        assert said == "nothing"
        expect(page.locator(".newer-release")).to_contain_text("A newer version of the handbook is out.")
        assert page.evaluate("fetch(new URL('assets/stylesheets/handbook.css', __md_scope)).then(r => r.text())").count("--release") == 0
        page.locator(".md-tabs a", has_text="NLP").click()  # a click opens a new document, not a new page in the old one
        page.wait_for_url("**/nlp/")
        until(page, "window.sameDocument === undefined")
        assert page.evaluate(STYLE) == "new"
        assert page.locator("meta[name=release]").get_attribute("content") == release_of(newer) != old


def test_two_tabs_the_older_keeps_its_release_until_it_is_left(browser: Browser, host: Host, newer: Path) -> None:
    with reader(browser) as context:
        first = visit(context, host, CHAPTER)
        old = f"handbook-{release_of(host.folder)}"
        host.folder = newer
        second = visit(context, host, OTHER)
        expect(second.get_by_text(NEW)).to_be_visible()
        until(second, "navigator.serviceWorker.getRegistration().then(r => r.waiting !== null)")
        assert first.evaluate("fetch(new URL('assets/stylesheets/handbook.css', __md_scope)).then(r => r.text())").count("--release") == 0
        assert second.evaluate("fetch(new URL('assets/stylesheets/handbook.css', __md_scope)).then(r => r.text())").count("--release") == 1
        assert old in kept(first)
        first.reload()
        expect(first.get_by_text(NEW)).to_be_visible()
        until(first, f"caches.keys().then(names => !names.includes('{old}'))")


def test_a_release_that_is_half_there_is_not_taken(browser: Browser, host: Host, newer: Path, site: Path) -> None:
    with reader(browser) as context:
        page = visit(context, host, CHAPTER)
        (before,) = kept(page)
        page.close()
        style = newer / "handbook" / "assets" / "stylesheets" / "handbook.css"
        whole = style.read_bytes()
        style.write_bytes((site / "assets" / "stylesheets" / "handbook.css").read_bytes())
        host.folder = newer
        page = visit(context, host, CHAPTER)
        expect(page.get_by_text(NEW)).to_be_visible()  # a page of the network's, as it is
        page.wait_for_timeout(3_000)
        assert before in kept(page)
        assert page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.waiting === null)")
        style.write_bytes(whole)
        page.close()
        page = visit(context, host, CHAPTER)
        until(page, f"caches.keys().then(names => !names.includes('{before}'))")
        assert page.evaluate(STYLE) == "new"


def test_everything_is_saved_and_removed_in_one_click(browser: Browser, host: Host) -> None:
    with reader(browser) as context:
        page = visit(context, host, "downloads/")
        save = page.get_by_role("button", name=re.compile(r"Save everything for offline \(\d+\.\d MB\)"))
        save.click()
        expect(page.get_by_role("progressbar", name="Saving the handbook")).to_be_visible()
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        expect(page.locator(".offline [role=status]")).to_contain_text("Everything is kept on this device", timeout=180_000)
        expect(save).to_be_hidden()
        expect(page.get_by_role("progressbar")).to_be_hidden()
        ((_, names),) = kept(page).items()
        listed = json.loads((host.folder / "handbook" / offline.LIST).read_text(encoding="utf-8"))["files"]
        assert set(names) == {*listed, offline.LIST}
        host.down = True
        page.goto(host.address + NOTEBOOK)
        expect(page.locator(".notebook-header")).to_be_visible()
        page.goto(host.address + "reference/question-bank/")
        page.locator("select[name=level]").select_option("hard")
        page.get_by_role("button", name="Answer").locator("visible=true").first.click()
        expect(page.locator(".bank-text p").first).to_be_visible()
        page.goto(host.address + "downloads/")
        expect(page.locator(".offline [role=status]")).to_contain_text("Everything is kept on this device")
        host.down = False
        page.get_by_role("button", name="Remove from this device").click()
        expect(page.locator(".offline [role=status]")).to_contain_text("Nothing is kept on this device")
        page.goto(host.address + CHAPTER, wait_until="networkidle")
        page.wait_for_timeout(1_000)
        assert kept(page) == {}
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        page.goto(host.address + "downloads/")
        page.get_by_role("button", name="Keep the pages that I open").click()
        expect(page.locator(".offline [role=status]")).to_contain_text("Kept on this device: 1 page")


def test_saving_goes_on_where_it_broke(browser: Browser, host: Host) -> None:
    with reader(browser) as context:
        page = visit(context, host, "downloads/")
        page.get_by_role("button", name=re.compile("Save everything")).click()
        until(page, "document.querySelector('.offline progress').value > .05")
        host.down = True
        expect(page.locator(".offline [role=status]")).to_contain_text("files are missing", timeout=60_000)
        host.down = False
        (names,) = kept(page).values()
        page.get_by_role("button", name=re.compile("Save everything")).click()
        expect(page.locator(".offline [role=status]")).to_contain_text("Everything is kept on this device", timeout=180_000)
        assert len(names) > 20


def test_the_panel_says_what_it_needs(browser: Browser, host: Host) -> None:
    assert "<noscript><p>This needs JavaScript." in (host.folder / "handbook" / "downloads" / "index.html").read_text(encoding="utf-8")
    with reader(browser) as context:
        page = context.new_page()
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })")
        page.goto(host.address + "downloads/")
        expect(page.locator(".offline [role=status]")).to_contain_text("does not let a site keep itself")


# What a first visit loads on top of the page: worker, its list, the page for no network, the script that registers.
def test_a_first_visit_keeps_only_what_it_loaded_and_little_more(browser: Browser, host: Host, site: Path) -> None:
    with reader(browser) as context:
        loaded: list[str] = []
        context.on("request", lambda request: loaded.append(request.url.removeprefix(host.address)))
        page = visit(context, host, CHAPTER)
        ((_, names),) = kept(page).items()
        extra = {offline.WORKER, offline.LIST, offline.PAGE, "assets/javascripts/offline.js"}
        assert set(names) - set(loaded) <= extra
        sizes = {name: len(gzip.compress((site / name).read_bytes(), 9)) for name in extra}
        assert sum(sizes.values()) <= 32_000, sizes
