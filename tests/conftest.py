"""Fixtures that several tests share: the built site, a browser, and a small project without a mistake."""

from __future__ import annotations

import os
import re
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

from handbook import edition, mermaid, tex  # noqa: E402
from handbook.paths import DOCS, KATEX  # noqa: E402

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


@pytest.fixture(scope="session")
def java() -> str:
    """A Java of this machine, for epubcheck; installed on a Debian, where the user may."""
    if not shutil.which("java"):
        remedy = "Install Java (Debian: `sudo apt-get install default-jre-headless`)."
        assert shutil.which("apt-get") and os.geteuid() == 0, remedy
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "default-jre-headless"]):
            assert subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0, remedy
    return shutil.which("java") or ""


BUILT = {"": "home", "one/first/": "first", "one/second/": "second", "notebooks/sum/": "sum"}
BUILT_NAV = [{"Home": ["index.md"]}, {"One": ["one/first.md", {"Notebooks": ["notebooks/sum.ipynb"]}, "one/second.md", "downloads.md"]}]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A built site of four pages (fixtures/book: articles as the theme writes them, formulas in dollars), with real styles."""
    styles = {"katex.css": (KATEX / "dist" / "katex.css"), "handbook.css": DOCS / "assets" / "stylesheets" / "handbook.css"}
    for name, source in styles.items():
        (tmp_path / "site" / "assets").mkdir(parents=True, exist_ok=True)
        shutil.copy(source, tmp_path / "site" / "assets" / name)
    shutil.copytree(KATEX / "dist" / "fonts", tmp_path / "site" / "assets" / "fonts")
    dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="2"/></svg>'
    (tmp_path / "site" / "assets" / "dot.svg").write_text(dot)
    for url, name in BUILT.items():
        article = (ROOT / "tests" / "fixtures" / "book" / f"{name}.html").read_text()
        article = re.sub(r"\$\$(.+?)\$\$", lambda found: tex.render(found.group(1), True), article)
        article = re.sub(r"\$(.+?)\$", lambda found: tex.render(found.group(1)), article)
        article = article.replace("DIAGRAM", mermaid.render("flowchart LR\n  accTitle: Two steps\n  accDescr: From a to b.\n  a --> b\n"))
        folder = tmp_path / "site" / url
        folder.mkdir(parents=True, exist_ok=True)
        up = "../" * url.count("/")
        links = "".join(f'<link rel="stylesheet" href="{up}assets/{name}">' for name in styles)
        head = f'<link rel="canonical" href="{ADDRESS}{url}">{links}'
        (folder / "index.html").write_text(
            f'<!doctype html><html><head>{head}</head><body><article class="md-content__inner md-typeset">{article}'
            '<aside class="md-source-file">Today</aside></article></body></html>'
        )
    return tmp_path / "site"


@pytest.fixture
def now() -> edition.Edition:
    """An edition of a fixed day."""
    return edition.Edition("The Small Book", "What it is.", ADDRESS, 1_700_000_000, BUILT_NAV)


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
