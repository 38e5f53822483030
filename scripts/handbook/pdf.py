"""The handbook and the cheat sheet as PDF. In: the built site. Out: two files in downloads/, printed by Chromium.

The book is printed a part at a time, each with the number of its first page, and put together by pypdf: a link to
another part is printed as a link to an address that does not exist, and led to its place afterwards. The contents are
printed last, when every page is known.
"""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from lxml.html import HtmlElement, fragment_fromstring, tostring
from lxml.html import parse as parse_html
from lxml.html.builder import CLASS, H1, LI, OL, SPAN, UL, A, E
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, Fit, FloatObject, NameObject, NullObject, TextStringObject

from handbook import book, cover, edition, printing

FILE = "downloads/ml-interview-handbook.pdf"
CHEAT_SHEET = "downloads/ml-interview-cheat-sheet.pdf"
_HOST = "https://book.invalid/"
_PRINT = f"{_HOST}print.html"
_ELSEWHERE = f"{_HOST}part#"  # a place in another part
_STYLES = Path(__file__).parent / "styles"
_WIDTH, _HEIGHT = 673, 994  # pixels between the margins of styles/print.css on A4
# What is wider than the page is made smaller: formulas, then tables until they fit.
_FIT = """() => {
  const tooWide = [];
  const width = document.querySelector(".book").clientWidth;
  for (const formula of document.querySelectorAll(".katex-display > .katex")) {
    const box = formula.querySelector(".katex-html"), room = box.clientWidth;
    if (box.scrollWidth > room + 1) formula.style.fontSize = `${Math.floor(100 * 1.08 * room / (box.scrollWidth + 1)) / 100}em`;
    if (box.scrollWidth > box.clientWidth + 1) tooWide.push("a formula");
  }
  for (const table of document.querySelectorAll("table")) {
    const room = table.parentElement.clientWidth;
    for (let size = 100; table.offsetWidth > room + 1 && size > 40; size -= 6) table.style.fontSize = `${size * .72 / 100}rem`;
    if (table.offsetWidth > room + 1) tooWide.push(`a table: ${table.textContent.slice(0, 60)}`);
  }
  for (const piece of document.querySelectorAll("p .katex-base, li .katex-base, dd .katex-base")) {
    const room = piece.closest("p, li, dd").clientWidth;
    if (piece.offsetWidth > room + 1) piece.closest(".katex").style.fontSize = `${Math.floor(100 * 1.08 * room / piece.offsetWidth) / 100}em`;
  }
  for (const element of document.querySelectorAll(".book p, .book pre, .book table, .book figure, .book h2, .book h3"))
    if (element.getBoundingClientRect().right > width + 2 || element.scrollWidth > element.clientWidth + 2 && element.matches("p, pre"))
      tooWide.push(`${element.localName}: ${element.textContent.slice(0, 60)}`);
  return tooWide;
}"""


@dataclass
class _Print:
    """What was printed so far: the pages, and where each id of the book stands (page from 0, left, top)."""

    writer: PdfWriter
    places: dict[str, tuple[int, float, float]] = field(default_factory=dict)

    def add(self, data: bytes) -> int:
        """Append a PDF that Chromium printed; the number of pages after it."""
        reader, before = PdfReader(io.BytesIO(data)), len(self.writer.pages)
        numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference}
        for name, place in reader.named_destinations.items():
            page = before + numbers[place.page.idnum]
            self.places[name.lstrip("/")] = (page, float(place.left or 0), float(place.top or 0))
        for page in reader.pages:
            self.writer.add_page(page)
        return len(self.writer.pages)


def write(site: Path) -> Path:
    """Print the book of the built ``site``."""
    now = edition.read(site)
    target = site / FILE
    target.parent.mkdir(exist_ok=True)
    with printing.browser() as running:
        make(book.gather(site, now.nav), now, site, target, running)
    return target


def write_cheat_sheet(site: Path) -> Path:
    """Print the cheat sheet, two sides, as its page prints."""
    now, target = edition.read(site), site / CHEAT_SHEET
    target.parent.mkdir(exist_ok=True)
    with printing.browser() as running, _paper(running, site, {}) as page:
        page.goto(f"{_HOST}reference/cheat-sheet/")
        result = _Print(PdfWriter())
        result.add(page.pdf(prefer_css_page_size=True, print_background=True))
    _lead(result, site_address=now.address)
    _save(result.writer, target, now, f"{now.title}: cheat sheet")
    return target


def make(parts: list[book.Part], now: edition.Edition, site: Path, target: Path, running: Browser) -> None:
    """Print ``parts`` into ``target``. Raises BookError where something stays wider than the page."""
    styles = _site_styles(site, parts)
    wanted = sorted({link[1:] for part in parts for page in part.pages for link in page.body.xpath('.//a[starts-with(@href, "#")]/@href')})
    documents: dict[str, str] = {}
    with _paper(running, site, documents) as paper:

        def printed(body: list[HtmlElement], head: str, start: int) -> bytes:
            documents["print.html"] = _document(body, styles, head, start)
            paper.goto(_PRINT, wait_until="load")
            paper.evaluate("() => document.fonts.ready.then(() => undefined)")
            if too_wide := paper.evaluate(_FIT):
                raise book.BookError(f"{head}: wider than the page: {'; '.join(too_wide[:5])}")
            return paper.pdf(prefer_css_page_size=True, print_background=True)

        fronts = PdfReader(io.BytesIO(printed(_front(parts, now, {}), "", 0))).pages
        result, start = _Print(PdfWriter()), len(fronts)
        for _ in fronts:
            result.writer.add_blank_page(1, 1)
        for part in parts:
            start = result.add(printed(_part(part, wanted), part.title, start))
        numbers = {name: place[0] + 1 for name, place in result.places.items()}
        front = _Print(PdfWriter())
        if front.add(printed(_front(parts, now, numbers), "", 0)) != len(fronts):
            raise book.BookError("the contents have another length with page numbers than without; widen `.number` in styles/print.css")
    final = _joined(front, result)
    _lead(final, now.address)
    _outline(final, parts)
    _save(final.writer, target, now, now.title)


def _front(parts: list[book.Part], now: edition.Edition, numbers: dict[str, int]) -> list[HtmlElement]:
    """Cover, title page's words and contents; without ``numbers`` the room that they take."""
    picture = E.div(CLASS("cover"))
    picture.append(_fragment(cover.svg(now)))
    about = E.p(f"{now.description} {now.day:%B} {now.day.day}, {now.day.year}. {edition.RIGHTS} ", A(now.address, href=now.address))

    def line(title: str, place: str, *below: HtmlElement) -> HtmlElement:
        number = str(numbers.get(place, "0000"))
        entry = A(SPAN(title), SPAN(CLASS("dots")), SPAN(number, CLASS("number")), href=_ELSEWHERE + place)
        return LI(entry, *below)

    entries = [line(part.title, f"part-{part.id}", OL(*(line(page.title, page.id) for page in part.pages))) for part in parts]
    return [picture, E.h2("Contents"), OL(*entries, CLASS("contents")), E.h3("About this file"), about]


def _part(part: book.Part, wanted: list[str]) -> list[HtmlElement]:
    """A part's title with its chapters, the chapters, and one hidden link to each place that any link of the book names.

    Chromium notes where an id stands only if the same document links to it.
    """
    pages = [element for page in part.pages for element in _page(page)]
    here = {name for element in pages for name in element.xpath("descendant-or-self::*/@id")}
    for element in pages:
        for link in element.xpath('.//a[starts-with(@href, "#")]'):
            if link.get("href")[1:] not in here:
                link.set("href", _ELSEWHERE + link.get("href")[1:])
    sections = [section.id for page in part.pages for section in page.sections]
    own = [f"part-{part.id}", *(page.id for page in part.pages), *sections, *(name for name in wanted if name in here)]
    marks = E.div(*(A(href=f"#{name}") for name in dict.fromkeys(own)), hidden="hidden")
    chapters = UL(*(LI(A(page.title, href=f"#{page.id}")) for page in part.pages), CLASS("part-pages"))
    return [H1(part.title, id=f"part-{part.id}"), chapters, *pages, marks]


def _page(page: book.Page) -> list[HtmlElement]:
    page.heading.tag = "h2"
    page.heading.set("id", page.id)
    for body in (page.heading, page.body):
        for hidden in body.cssselect(".katex-mathml"):
            hidden.drop_tree()
        for picture in body.cssselect("code.diagram"):
            shown = _fragment(book.raw(picture))
            shown.tail = picture.tail
            picture.getparent().replace(picture, shown)
        for picture in body.iter("img"):
            picture.set("src", "/" + picture.get("src").lstrip("/"))
    return [page.heading, page.body]


def _fragment(source: str) -> HtmlElement:
    """A piece of XML inside HTML: the parser of the browser gives SVG its names back."""
    return fragment_fromstring(source)


def _site_styles(site: Path, parts: list[book.Part]) -> list[str]:
    """The stylesheets, below the site, that a page with formulas links."""
    for part in parts:
        for page in part.pages:
            links = parse_html(str(site / page.url / "index.html")).xpath('//link[@rel="stylesheet"]/@href')
            names = ["/" + _resolved(page.url, link) for link in links]
            if any("katex" in name for name in names):
                return names
    return names


def _resolved(url: str, link: str) -> str:
    return urljoin(_HOST + url, link)[len(_HOST) :]


def _document(body: list[HtmlElement], styles: list[str], head: str, start: int) -> str:
    links = "".join(f'<link rel="stylesheet" href="{name}">' for name in styles)
    own = (_STYLES / "print.css").read_text(encoding="utf-8")
    title = head.replace('"', "'")
    running = (
        f'@page {{ @top-left {{ content: "{title}"; font: 8pt "Liberation Sans", Arial, sans-serif; color: #4a555c; }} }}' if head else ""
    )
    content = "".join(tostring(element, encoding="unicode") for element in body)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{head}</title>{links}'
        f"<style>{own}{running} html {{ counter-reset: page {start}; }}</style></head>"
        f'<body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">'
        f'<div class="book md-typeset">{content}</div></body></html>'
    )


@contextmanager
def _paper(running: Browser, site: Path, documents: dict[str, str]) -> Iterator[Page]:
    """A page whose requests are answered from ``documents`` and the built ``site``; nothing goes to a network."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(_HOST).split("?")[0].split("#")[0]
        path = site / (f"{name}index.html" if name.endswith("/") else name)
        if name in documents:
            route.fulfill(body=documents[name], content_type="text/html; charset=utf-8")
        elif route.request.url.startswith(_HOST) and path.is_file() and not name.endswith(".js"):
            route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        else:
            route.abort()

    context = running.new_context(viewport={"width": _WIDTH, "height": _HEIGHT}, color_scheme="light", service_workers="block")
    context.set_default_timeout(600_000)
    page = context.new_page()
    page.emulate_media(media="print")
    page.route("**/*", answer)
    yield page
    context.close()


def _joined(front: _Print, result: _Print) -> _Print:
    """The printed front in place of the blank pages."""
    count = len(front.writer.pages)
    final = _Print(PdfWriter(), result.places)
    for page in [*front.writer.pages, *result.writer.pages[count:]]:
        final.writer.add_page(page)
    return final


def _lead(result: _Print, site_address: str) -> None:
    """Lead each link to its place: inside a part by name, to another part by an address that does not exist."""
    pages = result.writer.pages
    for page in pages:
        for reference in page.get("/Annots", []):
            link = reference.get_object()
            action = link.get("/A", {})
            target = str(action.get("/URI", ""))
            name = str(link["/Dest"]).lstrip("/") if "/Dest" in link else target.removeprefix(_ELSEWHERE)
            if name in result.places and ("/Dest" in link or target.startswith(_ELSEWHERE)):
                number, left, top = result.places[name]
                link.pop("/A", None)
                place = [pages[number].indirect_reference, NameObject("/XYZ"), FloatObject(left), FloatObject(top), NullObject()]
                link[NameObject("/Dest")] = ArrayObject(place)
            elif target.startswith(_ELSEWHERE):
                raise book.BookError(f"a link leads to `{name}`, which was not printed; correct scripts/handbook/pdf.py")
            elif target.startswith(_HOST):
                action[NameObject("/URI")] = TextStringObject(site_address + target.removeprefix(_HOST))


def _outline(result: _Print, parts: list[book.Part]) -> None:
    """Bookmarks: parts, chapters, sections."""

    def entry(title: str, name: str, parent: DictionaryObject | None = None):
        number, left, top = result.places[name]
        return result.writer.add_outline_item(title, number, parent=parent, fit=Fit.xyz(left, top), is_open=False)

    for part in parts:
        one = entry(part.title, f"part-{part.id}")
        for page in part.pages:
            two = entry(page.title, page.id, one)
            for section in page.sections:
                if section.level == 3:
                    entry(section.title, section.id, two)


def _save(writer: PdfWriter, target: Path, now: edition.Edition, title: str) -> None:
    """Write with the edition's date in place of the clock's."""
    moment = f"D:{now.day:%Y%m%d}000000Z"
    writer.add_metadata({"/Title": title, "/CreationDate": moment, "/ModDate": moment, "/Producer": "Chromium, pypdf", "/Lang": "en"})
    writer.root_object[NameObject("/Lang")] = TextStringObject(edition.LANGUAGE)
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")
    writer.compress_identical_objects(remove_unreferenced=True)
    writer.pdf_header = "%PDF-1.7"
    with target.open("wb") as file:
        writer.write(file)
