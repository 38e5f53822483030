"""The built site as files: what is there, what is not, and that it fits the budgets."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from conftest import BUILD_ENVIRONMENT, build

from handbook import site as content
from handbook import tex
from handbook.paths import ROOT

pytestmark = pytest.mark.xdist_group("site")

NO_PAGES = {"404.html", "offline.html"}  # what stands in for a page that is not there
LOADED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src", "video": "src", "use": "href", "object": "data"}


class Reader(HTMLParser):
    """Collects what a page loads, links to, and offers as anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.meta: dict[str, str] = {}
        self.images: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        values = dict(attrs)
        relation = values.get("rel") or ""
        if tag in LOADED and (value := values.get(LOADED[tag])) and relation not in {"canonical", "prev", "next", "edit"}:
            self.loads.append(value)
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "meta":
            self.meta[str(values.get("name") or values.get("property"))] = str(values.get("content"))
        if tag == "img":
            self.images.append(values)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Reader]:
    """Every page of the site, read."""
    return {path.relative_to(site).as_posix(): Reader(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def wire(path: Path) -> int:
    """Bytes that a static host sends: text compressed, fonts and pictures as they are."""
    data = path.read_bytes()
    return len(data) if path.suffix in {".woff2", ".png", ".webp"} else len(gzip.compress(data, 9, mtime=0))


def test_every_page_of_the_sources_is_there(site: Path) -> None:
    loaded = content.load()
    for name in loaded.pages:
        target = name.removeprefix("docs/").removesuffix(".md").removesuffix("index").rstrip("/")
        assert (site / target / "index.html").exists(), name
    for name in loaded.notebooks:
        assert (site / name.removesuffix(".ipynb") / "index.html").exists(), name
    for name in ("404.html", "sitemap.xml", "robots.txt", "llms.txt", "questions.json", "search/search_index.json", "assets/social.png"):
        assert (site / name).exists(), name


def test_no_page_loads_anything_from_another_origin(pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        assert not [load for load in page.loads if urlsplit(load).netloc or load.startswith("data:text")], name


def test_styles_load_nothing_from_another_origin(site: Path) -> None:
    for path in site.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(['\"]?(https?:)?//|@import", text), path


def test_what_is_loaded_exists(site: Path, pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        for load in page.loads:
            place = urlsplit(urljoin(f"https://x/handbook/{name}", load)).path.removeprefix("/handbook/")
            assert (site / place).exists() or (site / place / "index.html").exists(), f"{name} loads {load}"


def test_links_inside_the_site_lead_to_pages_and_anchors(site: Path, pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        if name in NO_PAGES:
            continue
        for link in page.links:
            if urlsplit(link).scheme or urlsplit(link).netloc:
                continue
            url = urlsplit(urljoin(f"https://x/handbook/{name}", link))
            place = url.path.removeprefix("/handbook/")
            target = (
                place
                if place.endswith((".html", ".json", ".ipynb", ".xml", ".txt", ".apkg"))
                else f"{place.rstrip('/')}/index.html".lstrip("/")
            )
            assert (site / target).exists(), f"{name} links to {link}"
            if url.fragment and target in pages and not url.fragment.startswith("__"):
                assert url.fragment in pages[target].ids, f"{name} links to {link}"


def test_ids_are_unique_on_each_page(pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), (name, sorted({i for i in page.ids if page.ids.count(i) > 1})[:5])


def test_pages_know_their_description_address_and_preview(pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        if name in NO_PAGES:
            continue
        assert 110 <= len(page.meta["description"]) <= 160, name
        assert page.meta["og:description"] == page.meta["description"], name
        assert page.meta["og:url"].startswith("https://example.org/handbook/"), name
        assert page.meta["og:image"] == "https://example.org/handbook/assets/social.png", name


def test_edit_links_and_dates(site: Path) -> None:
    chapter = (site / "fundamentals/logistic-regression/index.html").read_text(encoding="utf-8")
    assert "/edit/main/docs/fundamentals/logistic-regression.md" in chapter
    assert re.search(
        r"md-source-file__fact[\s\S]{0,800}?(January|February|March|April|May|June|July|August|September|October|November|December) \d+, 20\d\d",
        chapter,
    )
    notebook = (site / "notebooks/k_means/index.html").read_text(encoding="utf-8")
    assert "/edit/main/notebooks/k_means.ipynb" in notebook
    assert "/edit/main/docs/../" not in notebook


def test_math_is_rendered_once_with_stylesheet_and_fonts_of_its_own_version(site: Path, pages: dict[str, Reader]) -> None:
    folder = f"assets/katex-{tex.version()}"
    style = (site / folder / "katex.min.css").read_text(encoding="utf-8")
    fonts = set(re.findall(r"url\(fonts/([^)]+)\)", style))
    assert fonts
    assert all(font.endswith(".woff2") and (site / folder / "fonts" / font).exists() for font in fonts)
    for name in pages:
        text = (site / name).read_text(encoding="utf-8")
        assert "data-tex" not in text, name
        assert "tmp_inline_md_katex" not in text, name
        assert "tmp_block_md_katex" not in text, name
        shows_answers = 'data-app="' in text or 'class="bank-filter"' in text  # in place, fetched
        assert ("katex.min.css" in text) == ('class="katex"' in text or shows_answers), name
        assert text.count('class="katex-html"') == text.count("<math "), name


def test_no_math_diagram_or_notebook_script_is_shipped(site: Path) -> None:
    scripts = {path.name for path in site.rglob("*.js")}
    assert not [name for name in scripts if re.search(r"katex|mathjax|mermaid|require|plotly|clipboard", name, re.I)]
    for path in site.rglob("*.html"):
        assert not re.search(r"mathjax|mermaid(\.min)?\.js|requirejs|jp-Notebook", path.read_text(encoding="utf-8"), re.I), path


def test_diagrams_are_inline_with_a_text_alternative(site: Path) -> None:
    for page in content.load().pages.items():
        name, chapter = page
        diagrams = [fence for fence in chapter.fences if fence.info.split(" ")[0] == "mermaid"]
        target = site / name.removeprefix("docs/").removesuffix(".md").removesuffix("index") / "index.html"
        text = target.read_text(encoding="utf-8")
        assert text.count("handbook-diagram") >= len(diagrams), name
        assert len(re.findall(r'<svg[^>]+role="img"[^>]+aria-describedby=|<svg[^>]+aria-describedby=[^>]+role="img"', text)) == len(
            diagrams
        ), name


def test_pictures_have_text_and_size(pages: dict[str, Reader]) -> None:
    for name, page in pages.items():
        for image in page.images:
            assert image.get("alt") is not None, (name, image)
            if "logo" not in str(image.get("src")):
                assert image.get("width"), (name, image)
                assert image.get("height"), (name, image)


def test_questions_have_anchors_in_pages_and_a_line_in_the_bank(site: Path, pages: dict[str, Reader]) -> None:
    records = json.loads((site / "questions.json").read_text(encoding="utf-8"))
    written = [question for page in content.load().pages.values() for question in page.questions]
    assert len(records) == len(written) > 100
    assert len({record["id"] for record in records}) == len(records)
    bank = "".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("reference/questions-*/index.html")))
    assert bank.count("data-level=") == len(records)
    front = (site / "reference/question-bank/index.html").read_text(encoding="utf-8")
    assert sum(int(number) for number in re.findall(r"(\d+)</td>\s*</tr>", front)) == len(records)
    for record in records:
        path, _, anchor = record["url"].partition("#")
        assert anchor in pages[f"{path}index.html"].ids, record["url"]
        assert record["level"] in {"easy", "medium", "hard"}
        assert len(record["answer"]) > 40
        assert "data-tex" not in record["answer"] + record["title"]
        assert f'#{record["id"]}"' in bank


def test_notebook_pages_look_like_chapters_and_are_linked_both_ways(site: Path) -> None:
    listed = (site / "coding/index.html").read_text(encoding="utf-8")
    for name, notebook in content.load().notebooks.items():
        page = (site / name.removesuffix(".ipynb") / "index.html").read_text(encoding="utf-8")
        assert '<div class="language-python highlight">' in page or "language-python" in page
        assert f'href="{Path(name).name}" download' in page
        assert f"colab.research.google.com/github/ml-interview-handbook/ml-interview-handbook/blob/main/{name}" in page
        assert "Used in:" in page, f"no chapter links to {name}"
        assert (site / name.removesuffix(".ipynb") / Path(name).name).read_bytes() == (ROOT / name).read_bytes()
        assert not re.search(r"In\s*\[\d|Out\s*\[\d", page)
        assert notebook.meta["difficulty"] in page
        known = f"{notebook.meta['difficulty']}, {notebook.meta['minutes']} min, {notebook.meta['asked']}"
        assert re.search(rf'href="[^"]*/{Path(name).stem}/">[^<]*</a><br\s*/?>{known}', listed), name


def test_llms_txt_lists_every_page(site: Path, pages: dict[str, Reader]) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# The ML Interview Handbook\n\n> ")
    listed = set(re.findall(r"\]\(https://example\.org/handbook/([^)]*)\)", text))
    assert listed == {name.removesuffix("index.html") for name in pages if name not in NO_PAGES}


# Budgets (bytes on the wire). A page's own HTML; what a first visit loads is measured in the browser tests.
HTML_BUDGETS = {
    "index.html": 15_000,
    "fundamentals/logistic-regression/index.html": 60_000,
    "system-design/cases/ads-click-prediction/index.html": 60_000,
    "notebooks/k_means/index.html": 40_000,
}


@pytest.mark.parametrize("name", HTML_BUDGETS)
def test_html_fits_its_budget(name: str, site: Path) -> None:
    assert wire(site / name) <= HTML_BUDGETS[name]


def test_every_chapter_fits_the_budget(site: Path) -> None:
    heavy = {path.parent.relative_to(site).as_posix(): wire(path) for path in site.rglob("index.html")}
    assert {name: size for name, size in heavy.items() if size > 60_000} == {}


def test_two_builds_are_the_same(site: Path, tmp_path: Path) -> None:
    """The first has kept its results by now, so a third build uses them; the second does without."""
    _same(site, tmp_path / "elsewhere" / "web", HANDBOOK_CACHE="off")
    _same(site, tmp_path / "again" / "web")


def _same(site: Path, other: Path, **environment: str) -> None:
    assert build(other, **environment).returncode == 0
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(other) for path in other.rglob("*") if path.is_file()}
    differing = [
        str(name) for name in sorted(files) if (site / name).read_bytes() != (other / name).read_bytes() and name.name != "sitemap.xml.gz"
    ]
    assert not differing


def test_properdocs_builds_the_same_pages(site: Path, tmp_path: Path) -> None:
    result = build(tmp_path / "web", tool="properdocs")
    assert result.returncode == 0, result.stderr
    assert {p.relative_to(site) for p in site.rglob("*.html")} == {
        p.relative_to(tmp_path / "web") for p in (tmp_path / "web").rglob("*.html")
    }


BROKEN = {
    "formula": ("docs/reference/notation.md", "\n\nA $`\\frac{a}{b`$.\n", "KaTeX cannot read the formula"),
    "diagram": (
        "docs/reference/notation.md",
        "\n\n```mermaid\nflowchart LR\n  accTitle: t\n  accDescr: d\n  a --> b[\n```\n",
        "diagram does not parse",
    ),
    "link": ("docs/reference/notation.md", "\n\nSee [this](gone.md).\n", "link target `gone.md` does not exist"),
    "anchor": ("docs/reference/notation.md", "\n\nSee [this](#gone).\n", "has no anchor `#gone`"),
    "script": ("docs/reference/notation.md", "\n\n<script>alert(1)</script>\n", "raw HTML `<script>` is not allowed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_page_stops_the_build_with_one_line(name: str, tmp_path: Path) -> None:
    page, text, message = BROKEN[name]
    for entry in ("mkdocs.yml", "notebooks", "node_modules"):
        (tmp_path / entry).symlink_to(ROOT / entry)
    for folder in ("docs", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    lines = (tmp_path / page).read_text(encoding="utf-8").rstrip("\n").count("\n") + 1
    with (tmp_path / page).open("a", encoding="utf-8") as file:
        file.write(text)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "web")],
        cwd=tmp_path,
        env={**os.environ, **BUILD_ENVIRONMENT, "PYTHONPATH": str(tmp_path / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    said = [line for line in result.stderr.splitlines() if line.startswith(page)]
    assert len(said) == 1, result.stderr
    assert message in said[0]
    assert int(said[0].split(":")[1]) > lines


def test_sources_are_not_published(site: Path) -> None:
    assert not [path for path in site.rglob("*") if path.suffix in {".py", ".md"}]
