"""Look for barriers on every page of the site. In: the content, or a built site. Out: each violation of axe-core once, and totals.

Usage: python scripts/axe.py [--site DIR] [--tabs N] [PATH ...]

Every page is opened in both palettes and at two widths, with all answers open and nothing left out of the layout. axe looks
from the top of the page: the header sticks, and lower down it lies on whatever happens to be scrolled below it.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import browser
from playwright.async_api import Browser, Error, Page, Route, async_playwright

from handbook.paths import NODE_MODULES, ROOT

PALETTES = ("light", "dark")
WIDTHS = (1280, 360)
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
_PATIENCE = 120  # seconds a view; most take three
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
# Wait for the last script, which follows the first paint; open what is closed and lay out what is late; then scroll through the page, so that everything has been near the screen once.
READY = """async () => {
  for (let n = 0; n < 400 && !document.querySelector(".md-header .press"); n++) await new Promise(done => setTimeout(done, 50));
  const all = new CSSStyleSheet(); // a style element would be against the pages' policy
  all.replaceSync(".late { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(all);
  document.querySelectorAll("details").forEach(box => { box.open = true; });
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame), idle = () => new Promise(done => requestIdleCallback(done, { timeout: 500 }));
  await idle();
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) { scrollTo({ top: y, behavior: "instant" }); await frame(); }
  scrollTo({ top: 0, behavior: "instant" });
  await frame();
  await idle();
  await Promise.allSettled(document.getAnimations().filter(play => play.effect?.getComputedTiming().endTime < 1e4).map(play => play.finished));
}"""
_RUN = """async () => (await axe.run({ resultTypes: ["violations"], preload: false })).violations.flatMap(({ id, help, nodes }) =>
  nodes.map(({ html, failureSummary }) => ({ rule: id, help, html, why: failureSummary.split("\\n")[1]?.trim() ?? "" })))"""


@dataclass(frozen=True)
class View:
    """One way in which a reader meets a page."""

    path: str
    palette: str
    width: int


@dataclass(frozen=True, order=True)
class Violation:
    """What axe says of one element; elements with the same tag and classes count as one."""

    rule: str
    element: str
    help: str


def pages(site: Path) -> list[str]:
    """The paths of all pages of a built site, as a reader's address bar has them."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def address(site: Path) -> str:
    """Where the site says that it is published: pages for missing addresses load their styles from there."""
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{site}/index.html has no canonical address; build the site with SITE_URL set")
    return found.group(1)


def element(html: str) -> str:
    """An element by its tag and its classes: what all its kin on all pages share."""
    tag = re.match(r"<([\w-]+)", html)
    classes = re.search(r'^<[^>]*?\sclass="([^"]*)"', html)
    names = [name for name in (classes.group(1).split() if classes else []) if not name.startswith("__")]
    return ".".join([tag.group(1) if tag else html[:40], *names])


async def _answer(route: Route, site: Path, base: str) -> None:
    """Answer a request for the published address from the built files; any other host is out of reach."""
    if not route.request.url.startswith(base):
        await route.abort()
        return
    path = site / urlsplit(route.request.url).path.removeprefix(urlsplit(base).path)
    path = path / "index.html" if path.is_dir() else path
    if path.exists():
        await route.fulfill(path=path)
    else:
        await route.fulfill(status=404, path=site / "404.html")


async def _look(page: Page, url: str) -> list[dict[str, str]]:
    """What axe finds on one page."""
    await page.goto(url, wait_until="load")
    if await page.locator("[data-app]").count():
        await page.locator("[data-app] > *").first.wait_for(state="attached")
    await page.evaluate(READY)
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    return await page.evaluate(_RUN)


async def _work(
    running: Browser, site: Path, base: str, views: Iterator[tuple[int, View]], found: list[tuple[View, dict[str, str]]]
) -> None:
    """One tab: takes views until none is left."""
    for number, view in views:
        if number % 100 == 0:
            print(f"{number} page-views looked at, {len(found)} elements found", file=sys.stderr, flush=True)
        context = await running.new_context(viewport={"width": view.width, "height": 900}, color_scheme=view.palette)
        await context.route("**/*", lambda route: _answer(route, site, base))
        try:
            nodes = await asyncio.wait_for(_look(await context.new_page(), base + view.path), _PATIENCE)
        except (Error, TimeoutError) as error:
            said = str(error).partition("\n")[0] or f"not done after {_PATIENCE} s"
            nodes = [{"rule": "not looked at", "help": said, "html": "", "why": "the page did not come to rest; open it in a browser"}]
        found += [(view, node) for node in nodes]
        await context.unroute_all(behavior="ignoreErrors")
        await context.close()


async def run(site: Path, views: list[View], tabs: int) -> list[tuple[View, dict[str, str]]]:
    """Every violation on every view."""
    path = browser.find()
    if path is None:
        raise SystemExit(browser.REMEDY)
    if not AXE.exists():
        raise SystemExit("axe-core is missing; run `make setup-test`")
    found: list[tuple[View, dict[str, str]]] = []
    todo = iter(enumerate(views))
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, args=list(browser.ARGUMENTS))
        await asyncio.gather(*(_work(running, site, address(site), todo, found) for _ in range(tabs)))
        await running.close()
    return found


def report(found: list[tuple[View, dict[str, str]]], views: int) -> list[str]:
    """Each violation once, with where it is met and an example; and the totals."""
    groups: dict[Violation, list[tuple[View, dict[str, str]]]] = defaultdict(list)
    for view, node in found:
        groups[Violation(node["rule"], element(node["html"]), node["help"])].append((view, node))
    lines = []
    for violation, places in sorted(groups.items()):
        on = sorted({view.path or "(home)" for view, _ in places})
        how = Counter(f"{view.palette} {view.width}" for view, _ in places)
        lines += [
            f"{violation.rule}: {violation.help}",
            f"    element: {violation.element}, {len(places)} times ({', '.join(f'{key}: {n}' for key, n in sorted(how.items()))})",
            f"    pages:   {', '.join(on[:8])}{f' and {len(on) - 8} more' if len(on) > 8 else ''}",
            f"    example: {' '.join(places[0][1]['html'].split())[:200]}",
            f"    why:     {places[0][1]['why'][:300]}",
        ]
    met = len({view for view, _ in found})
    return [*lines, f"{views} page-views: {len(groups)} violations, {len(found)} elements, on {met} of the views."]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, help="a built site (default: build one)")
    parser.add_argument("--tabs", type=int, default=os.cpu_count() or 2, help="pages that are open at a time")
    parser.add_argument("pages", nargs="*", help="paths on the site (default: all)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.site or Path(folder) / "web"
        if not arguments.site:
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(site)]
            subprocess.run(command, cwd=ROOT, check=True)
        views = [View(*parts) for parts in itertools.product(arguments.pages or pages(site), PALETTES, WIDTHS)]
        start = time.monotonic()
        found = asyncio.run(run(site, views, arguments.tabs))
        print("\n".join(report(found, len(views))))
        print(f"{time.monotonic() - start:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
