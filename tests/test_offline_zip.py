"""The ZIP file of the site: the same each time, complete, and at work when it is opened from disk."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_in_browser import CASE, CHAPTER, HOME, NOTEBOOK, until
from test_practice_in_browser import START

from handbook import downloads, offline_zip
from handbook.paths import ROOT

pytestmark = pytest.mark.xdist_group("site")

PACKED = {"index.html", "a/b/index.html", "a/b/notes.ipynb"}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("../../", "../../index.html"),
        (".", "./index.html"),
        ("./#part", "./index.html#part"),
        ("../b/?h=x#y", "../b/index.html?h=x#y"),
        ("#part", "#part"),
        ("notes.ipynb", "notes.ipynb"),
        ("../../downloads/book.epub", "https://example.org/downloads/book.epub"),
        ("../gone/", "https://example.org/a/gone/"),
        ("https://example.com/a/", "https://example.com/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_names_its_file_or_the_site(target: str, expected: str) -> None:
    made = offline_zip.page(f'<head></head><a class="x" href="{target}">y</a>', "a/b/index.html", PACKED, "https://example.org/")
    assert f'<a class="x" href="{expected}">y</a>' in made


def test_a_page_loses_what_only_a_host_needs() -> None:
    head = (
        '<meta charset="utf-8"><meta name="release" content="0"><link rel="manifest" href="../manifest.webmanifest">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><link rel="stylesheet" href="a.css">'
    )
    made = offline_zip.page(f"<head>{head}</head>", "a/index.html", PACKED, "")
    assert (
        made
        == '<head><script src="../assets/javascripts/from-disk.js"></script><meta charset="utf-8"><link rel="stylesheet" href="a.css"></head>'
    )


@pytest.fixture(scope="module")
def archive(site: Path) -> Iterator[Path]:
    """The archive, made as `make release` makes it, and taken away again: other tests compare the site's files."""
    command = [sys.executable, str(ROOT / "scripts" / "release.py"), "--site", str(site), "zip"]
    page = site / downloads.PAGE
    before = page.read_text(encoding="utf-8")
    subprocess.run(command, cwd=ROOT, check=True)
    yield site / offline_zip.FILE
    (site / offline_zip.FILE).unlink()
    page.write_text(before, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked where a reader may have it: below a folder with a space in its name."""
    target = tmp_path_factory.mktemp("my downloads")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(target)
    return target / "ml-interview-handbook"


@contextmanager
def opened(browser: Browser, folder: Path, path: str, now: datetime | None = None, **options: object) -> Iterator[Page]:
    """A page from disk; whatever it asks for must be a file of the archive.

    The clock is set before there is a page: timers that began under the real one could not be taken back under this one.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    if now:
        page.clock.set_system_time(now)
    page.goto((folder / path / "index.html").as_uri(), wait_until="load")
    yield page
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith((folder.as_uri(), "data:", "blob:"))] == []


def test_the_same_site_gives_the_same_bytes(archive: Path, site: Path) -> None:
    before = archive.read_bytes()
    assert offline_zip.write(site).read_bytes() == before
    with zipfile.ZipFile(archive) as made:
        assert made.testzip() is None
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert made.namelist() == sorted(made.namelist())


def test_every_page_is_there_and_every_link_leads_to_a_file(folder: Path, site: Path) -> None:
    pages = {path.relative_to(folder) for path in folder.rglob("*.html")}
    assert pages == {path.relative_to(site) for path in site.rglob("*.html")} - {Path("404.html"), Path("offline.html")}
    for name in pages:
        text = (folder / name).read_text(encoding="utf-8")
        for target in re.findall(r'(?:<a\b[^>]*? href|<link rel="stylesheet" href|<script src|<img[^>]*? src)="([^"#?]+)', text):
            if not re.match(r"[a-z]+:", target):
                assert (folder / name.parent / target).resolve().is_file(), f"{name}: {target}"


def test_a_search_from_disk_finds_its_place_and_opens_it(browser: Browser, folder: Path) -> None:
    with opened(browser, folder, HOME) as page:
        page.locator(".home-search").click()
        page.locator("[data-md-component=search-query]").fill("gradient boosting")
        page.keyboard.press("End")
        first = page.locator(".md-search-result__item > a").first
        first.wait_for(timeout=20_000)
        page.wait_for_timeout(1_000)
        assert "fundamentals/ensembles/" in (first.get_attribute("href") or "")
        first.click()
        page.wait_for_url("**/fundamentals/ensembles/index.html**")
        expect(page.locator("h1")).to_contain_text("Ensembles")


def test_navigation_math_diagrams_and_notebooks_from_disk(browser: Browser, folder: Path) -> None:
    with opened(browser, folder, HOME) as page:
        page.locator(".md-tabs a", has_text="System design").click()
        page.locator("article a", has_text="Ads click").first.click()
        page.wait_for_url(f"**/{CASE}index.html")
        expect(page.locator("svg.handbook-diagram").first).to_be_visible()
        page.goto((folder / CHAPTER / "index.html").as_uri())
        expect(page.locator(".katex-html").first).to_be_visible()
        until(page, "getComputedStyle(document.querySelector('.katex')).fontFamily.startsWith('KaTeX_Main')")
        until(page, "[...document.fonts].some(font => font.family === 'KaTeX_Main' && font.status === 'loaded')")
        assert page.evaluate("[...document.images].filter(image => image.complete && !image.naturalWidth).length") == 0
        page.goto((folder / NOTEBOOK / "index.html").as_uri())
        expect(page.locator(".notebook-header")).to_be_visible()
        page.locator("figure.plot img").first.scroll_into_view_if_needed()
        until(page, "document.querySelector('figure.plot img').naturalWidth > 0")


def test_cards_interview_and_question_bank_from_disk(browser: Browser, folder: Path) -> None:
    # At an hour of its own: what is learned shortly before midnight is due on the next day.
    with opened(browser, folder, "practice/flash-cards", now=START) as page:
        page.locator(".cards__question").wait_for()
        page.keyboard.press("Space")
        page.locator(".cards__grade").first.wait_for()
        page.keyboard.press("3")
        expect(page.locator(".cards__status")).to_contain_text("1 in learning")
        page.reload()
        expect(page.locator(".cards__status")).to_contain_text("1 in learning")
        page.locator(".cards__meta a").click()
        page.wait_for_url("**/index.html#q-*")
        page.goto((folder / "practice" / "mock-interview" / "index.html").as_uri())
        page.get_by_role("button", name=re.compile("Start")).first.click()
        expect(page.locator(".practice")).to_contain_text("1 of")
        page.goto((folder / "reference" / "question-bank" / "index.html").as_uri())
        page.locator("select[name=level]").select_option("hard")
        page.get_by_role("button", name="Answer").locator("visible=true").first.click()
        expect(page.locator(".bank-text p").first).to_be_visible()
        page.locator("a[data-level=hard]").locator("visible=true").first.click()
        page.wait_for_url("**/index.html#q-*")


def test_the_downloads_page_from_disk_says_that_nothing_is_to_do(browser: Browser, folder: Path) -> None:
    with opened(browser, folder, "downloads") as page:
        expect(page.locator(".offline")).to_contain_text("This copy is on your disk already")
