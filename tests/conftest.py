"""Fixtures that several tests share: the built site, a browser, and a small project without a mistake."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from handbook.paths import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

import browser as chrome  # noqa: E402

expect.set_options(timeout=20_000)  # machines are shared
ADDRESS = "https://example.org/handbook/"  # where the tests publish the site: another host, under a sub-path
BUILD_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SITE_URL": ADDRESS}


def build(target: Path, root: Path = ROOT, tool: str = "mkdocs", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of ``root`` into ``target`` as a contributor would, with the tools of this environment."""
    command = [sys.executable, "-m", tool, "build", "--strict", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    return subprocess.run(
        command, cwd=root, env={**os.environ, **BUILD_ENVIRONMENT, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once a session, strictly, as it is published under a sub-path."""
    target = tmp_path_factory.mktemp("web") / "handbook"
    result = build(target)
    assert result.returncode == 0, result.stderr
    return target


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chrome or Chromium of this machine, headless."""
    path = chrome.find()
    assert path, chrome.REMEDY
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(chrome.ARGUMENTS))
        yield running
        running.close()


GOOD_PAGE = """---
description: One sentence that says what this small page of the tests teaches, long enough to pass the rule on the length of a description.
aliases: [{alias}]
tags: [statistics]
---
# {title}

Some text with $`x^2`$ and a [link](other.md#details).
"""

GOOD_GLOSSARY = (
    GOOD_PAGE.split("Some text")[0].format(alias="third", title="Glossary").rstrip()
    + """
a term
:   It is used. [Other](../other.md)


b term
:   It is used. [Other](../other.md)
"""
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project without a mistake."""
    return small_project(tmp_path)


def small_project(root: Path) -> Path:
    """Two pages, a glossary and a notebook in a navigation, below ``root``."""
    docs = root / "docs"
    docs.mkdir()
    (root / "notebooks").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: Test\nnav:\n  - page.md\n  - other.md\n  - reference/glossary.md\n  - notebooks/sum.ipynb\nplugins:\n  - material/tags:\n      tags_allowed: [statistics]\n"
    )
    (docs / "reference").mkdir()
    (docs / "reference" / "glossary.md").write_text(GOOD_GLOSSARY)
    (docs / "page.md").write_text(GOOD_PAGE.format(alias="first", title="Page"))
    (docs / "other.md").write_text(GOOD_PAGE.format(alias="second", title="Other") + "\n## Details\n\nA term, and b terms.\n")
    shutil.copy(ROOT / "tests" / "fixtures" / "sum.ipynb", root / "notebooks" / "sum.ipynb")
    return root
