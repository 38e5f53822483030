"""Last-updated dates. In: one run of ``git log``. Out: a date on each page and in the sitemap, the same on every machine."""

from __future__ import annotations

import datetime
import functools
import subprocess

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from handbook.paths import ROOT
from handbook.problems import relative


@functools.cache
def last_changes() -> dict[str, datetime.date]:
    """Path in the repository to the day of the last commit that touched it; empty outside a git checkout."""
    command = [
        "git",
        "-C",
        str(ROOT),
        "-c",
        "core.quotepath=off",
        "log",
        "--format=%x00%cs",
        "--name-only",
        "--diff-filter=AMR",
        "--",
        "docs",
        "notebooks",
    ]
    try:
        log = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    days: dict[str, datetime.date] = {}
    for commit in log.split("\0")[1:]:
        day, *paths = [line for line in commit.splitlines() if line]
        for path in paths:
            days.setdefault(path, datetime.date.fromisoformat(day))
    return days


def on_config(config: MkDocsConfig) -> None:
    """Forget the dates of an earlier build of the same process (live reload)."""
    last_changes.cache_clear()


@event_priority(90)
def on_page_markdown(markdown: str, page: Page, **_: object) -> None:
    """Set the date that the template shows and that the sitemap lists."""
    day = last_changes().get(relative(page.file.abs_src_path or ""))
    if day:
        page.update_date = day.isoformat()
        page.meta["revision_date"] = f"{day:%B} {day.day}, {day.year}"
