"""Measure the search. In: tests/search_queries.yaml. Out: MRR@10, hit@1 and hit@3 by kind of query, here and with the theme's own search.

Usage: python scripts/search_eval.py [--own SITE] [--no-stock]

Every query is typed into the search box of the built site in a real browser, and the links are read in the order in which
a reader sees them. ``stock`` is the same site without the hook that exchanges index and engine.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import bench
import browser as chrome
import yaml
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from handbook.paths import ROOT

QUERIES = ROOT / "tests" / "search_queries.yaml"
DEPTH = 10
_BOX = "[data-md-component=search-query]"
_RESULT = ".md-search-result__item a"
_HOOK = "  - scripts/hooks/search.py\n"
_RESULTS = """() => [...document.querySelectorAll('.md-search-result__item > a, .md-search-result__item > details[open] a')]
    .map(a => { const url = new URL(a.href); url.searchParams.delete('h'); return (url.origin === location.origin ? url.pathname.slice(1) : url.host) + url.hash; })"""

_WORD = re.compile(r"\b[a-z]{9,}\b")
_TAG = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.S)
_WATCH = """() => {
    window.blocked = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => blocked.push(entry.duration))).observe({ type: 'longtask' });
    document.querySelector('[data-md-component=search-query]').addEventListener('keyup', () => { window.typed = performance.now(); });
    new MutationObserver(() => { window.shown = performance.now(); })
        .observe(document.querySelector('.md-search-result__list'), { childList: true, subtree: true });
}"""


@dataclass(frozen=True)
class Query:
    """What a reader types, which kind of query that is, and the places that answer it: ``page/`` as a whole, ``page/#`` its
    top, or ``page/#anchor``."""

    text: str
    kind: str
    accepted: tuple[str, ...]

    def answers(self, location: str) -> bool:
        """True if the result at ``location`` is one of the accepted places."""
        page, _, anchor = location.partition("#")
        return page in self.accepted or f"{page}#{anchor}" in self.accepted


def queries(path: Path = QUERIES) -> list[Query]:
    """All queries of the file, which maps each kind to a map from query to its accepted places."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Query(str(text), kind, tuple(places)) for kind, group in data.items() for text, places in group.items()]


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of ``site`` on a local server."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def results(page: Page, text: str, patience: int = 20_000) -> list[str]:
    """The first links that the search box shows for ``text``, which is not what it holds; none after ``patience`` milliseconds."""
    page.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    page.locator(_BOX).fill(text)
    page.keyboard.press("End")
    try:
        page.locator(_RESULT).first.wait_for(state="attached", timeout=patience)
    except TimeoutError:
        return []
    page.wait_for_timeout(60)
    return page.evaluate(_RESULTS)[:DEPTH]


def measure(browser: Browser, site: Path, asked: list[Query]) -> list[int]:
    """For each query, the rank of the first accepted link from 1, or 0 where none of the first ten is."""
    ranks = []
    patience = 20_000 if (site / "search" / "heads.json").exists() else 1500  # the theme's search shows no link where it finds nothing
    with served(site) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        _wait_for_index(page, site)
        for query in asked:
            found = results(page, query.text, patience)
            ranks.append(next((place for place, location in enumerate(found, 1) if query.answers(location)), 0))
        page.close()
    return ranks


def weight(site: Path) -> str:
    """What a first search loads, compressed, in all and for 1,000 words of the site's text."""
    files = [site / "search" / name for name in ("search_index.json", "heads.json", "texts.json")]
    size = sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files if path.exists())
    engine = [*(site / "assets/javascripts").glob("search.js"), *(site / "assets/javascripts").glob("minisearch.js")]
    engine = engine or list((site / "assets/javascripts/workers").glob("search.*.js"))
    scripts = sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in engine)
    words = sum(len(_TAG.sub(" ", path.read_text(encoding="utf-8")).split()) for path in site.rglob("index.html"))
    return f"first search {(size + scripts) / 1000:.0f} KB ({scripts / 1000:.0f} KB of it scripts), index {size / words:.2f} KB for 1,000 words of HTML text"


def _wait_for_index(page: Page, site: Path) -> None:
    """Wait until the whole index answers: here, until a word is found that stands in texts only."""
    page.locator(_BOX).focus()
    path = site / "search" / "texts.json"
    if not path.exists():
        page.wait_for_timeout(3000)
        return
    heads = set(_WORD.findall((site / "search" / "heads.json").read_text(encoding="utf-8").lower()))
    rare = next(
        word
        for rows in reversed(json.loads(path.read_text(encoding="utf-8")))
        for text in rows
        for word in _WORD.findall(text)
        if word not in heads
    )
    for _ in range(120):
        if any("github.com" not in place for place in results(page, rare)):
            return
        results(page, "")
        page.wait_for_timeout(500)
    raise RuntimeError(f"the search of {site} does not find {rare!r} within two minutes")


def speed(browser: Browser, site: Path, asked: list[Query], count: int = 25) -> str:
    """Milliseconds from a key, of queries typed letter by letter, to the shown results, and of the longest task on the main
    thread, at 4x throttling."""
    with served(site) as address:
        page = browser.new_page(viewport={"width": 360, "height": 780})
        page.goto(address)
        page.evaluate(_WATCH)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        began = time.perf_counter()
        page.locator("label[for=__search]").first.click()
        page.locator(_BOX).fill("gradient")
        page.locator(_RESULT).first.wait_for(state="attached", timeout=120_000)
        ready = time.perf_counter() - began
        _wait_for_index(page, site)
        page.evaluate("window.blocked.length = 0")
        times = []
        for query in asked[:: max(1, len(asked) // count)]:
            page.locator(_BOX).fill("")
            for letter in query.text:
                page.keyboard.press(letter if letter.isascii() and letter.isalnum() else "Space")
                page.wait_for_timeout(150)
                times.append(page.evaluate("window.shown - window.typed"))
        times = [passed for passed in times if passed > 0]  # a key that changes nothing shows nothing
        longest = page.evaluate("Math.max(0, ...window.blocked)")
        page.close()
    times.sort()
    return f"first results after {ready:.1f} s; then {times[len(times) // 2]:.0f} ms (median), {times[int(len(times) * 0.95)]:.0f} ms (95 %) from key to results, longest task {longest:.0f} ms"


def scores(ranks: list[int]) -> tuple[float, float, float]:
    """MRR@10, hit@1 and hit@3 of ranks, where 0 means that nothing was found."""
    count = max(1, len(ranks))
    return sum(1 / r for r in ranks if r) / count, sum(r == 1 for r in ranks) / count, sum(0 < r <= 3 for r in ranks) / count


def table(asked: list[Query], measured: dict[str, list[int]]) -> str:
    """A line for each kind and one for all, with the three scores of each engine."""
    kinds = sorted({query.kind for query in asked})
    lines = [f"{'':16}{'queries':>8}" + "".join(f"{f'{name} MRR':>12}{'hit@1':>8}{'hit@3':>8}" for name in measured)]
    for kind in [*kinds, "all"]:
        chosen = [place for place, query in enumerate(asked) if kind in {query.kind, "all"}]
        cells = [scores([ranks[place] for place in chosen]) for ranks in measured.values()]
        lines.append(f"{kind:16}{len(chosen):8}" + "".join(f"{a:12.3f}{b:8.3f}{c:8.3f}" for a, b, c in cells))
    return "\n".join(lines)


def _built(tree: Path, stock: bool) -> Path:
    """The site built from a copy, for ``stock`` with the theme's own index and worker."""
    bench.copy(tree)
    if stock:
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (tree / "mkdocs.yml").unlink()
        (tree / "mkdocs.yml").write_text(config.replace(_HOOK, ""), encoding="utf-8")
    bench.build(tree)
    return tree / "site"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--own", type=Path, help="a built site to measure instead of building one")
    parser.add_argument("--no-stock", action="store_true", help="leave the theme's own search out")
    options = parser.parse_args()
    asked, measured = queries(), {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome.find(), args=list(chrome.ARGUMENTS))
        for name in ["own"] if options.no_stock else ["own", "stock"]:
            site = options.own if name == "own" and options.own else _built(Path(folder) / name, name == "stock")
            measured[name] = measure(browser, site, asked)
            print(f"{name}: {weight(site)}\n{name}: {speed(browser, site, asked)}")
    print(table(asked, measured))
    worst = sorted(range(len(asked)), key=lambda place: measured["own"][place] or 99, reverse=True)[:10]
    print("\nThe ten worst here:")
    for place in worst:
        print(f"  {measured['own'][place] or '-':>2}  {asked[place].kind}: {asked[place].text}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
