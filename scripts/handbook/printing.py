"""Chromium for pictures and PDF. In: the machine's browser. Out: one that runs headless, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import browser as chrome
from playwright.sync_api import Browser, sync_playwright


@contextmanager
def browser() -> Iterator[Browser]:
    """A running Chrome or Chromium of this machine. Raises SystemExit, with the remedy, where there is none."""
    path = chrome.find()
    if path is None:
        raise SystemExit(f"No Chrome or Chromium found. {chrome.REMEDY}")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(chrome.ARGUMENTS))
        yield running
        running.close()
