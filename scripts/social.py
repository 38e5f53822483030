"""The picture of link previews. In: docs/assets/social.svg. Out: docs/assets/social.png, drawn by Chromium at 1200 x 630."""

from __future__ import annotations

import sys

import browser
from playwright.sync_api import sync_playwright

from handbook.paths import DOCS
from handbook.problems import relative


def main() -> int:
    source, target = DOCS / "assets" / "social.svg", DOCS / "assets" / "social.png"
    path = browser.find()
    if path is None:
        raise SystemExit(f"No Chrome or Chromium found. {browser.REMEDY}")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(browser.ARGUMENTS))
        page = running.new_page(viewport={"width": 1200, "height": 630})
        page.goto(source.as_uri())
        page.screenshot(path=target)
        running.close()
    print(f"{relative(target)}: {target.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
