"""scripts/hooks/reuse.py: a build that uses what is kept gives the same site, and no page that has changed is taken from it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import jinja2
import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from handbook import cache, tex
from handbook.paths import ROOT

SETTINGS = f"""
site_name: Test
use_directory_urls: true
hooks: [{ROOT}/scripts/hooks/reuse.py, {ROOT}/scripts/hooks/math.py]
markdown_extensions: [attr_list, toc, handbook.katex]
plugins: []
validation: {{links: {{anchors: warn}}}}
"""
ONE = "# One with $`x^2`$\n\nSee [two](two.md#there) and [itself](#part).\n\n## Part\n\n### Deeper\n\n```math\n\\sum_i a_i\n```\n"
TWO = "# Two\n\n## There\n\nText.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pages, and a cache of their own."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    (tmp_path / "docs" / "one.md").write_text(ONE)
    (tmp_path / "docs" / "two.md").write_text(TWO)
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # the theme writes the date into the home page
    monkeypatch.setattr(tex, "_marked", {})
    return tmp_path


def made(project: Path, monkeypatch: pytest.MonkeyPatch, name: str = "site") -> tuple[dict[str, bytes], int, int]:
    """The site's pages, the number of conversions, and that of warnings, of a build in a process that knows nothing yet."""
    store = cache.Store(project / "cache.sqlite3", lambda: b"1")
    monkeypatch.setattr(cache, "store", lambda: store)
    tex._marked.clear()
    conversions: list[str] = []
    convert = markdown.Markdown.convert
    monkeypatch.setattr(markdown.Markdown, "convert", lambda self, text: conversions.append(text) or convert(self, text))
    warnings: list[logging.LogRecord] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = warnings.append  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(listener)
    try:
        build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / name)))
    finally:
        logging.getLogger("mkdocs").removeHandler(listener)
        monkeypatch.setattr(markdown.Markdown, "convert", convert)
    pages = {path.relative_to(project / name).as_posix(): path.read_bytes() for path in (project / name).rglob("*.html")}
    return pages, len(conversions), len(warnings)


def test_a_second_build_converts_nothing_and_is_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = made(project, monkeypatch), made(project, monkeypatch)
    assert (first[1], second[1]) == (3, 0)
    assert first[0] == second[0]
    assert b"katex-html" in second[0]["one/index.html"]


def test_a_changed_page_is_converted_and_its_neighbors_are_not(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(project, monkeypatch)
    (project / "docs" / "two.md").write_text(TWO + "More.\n")
    pages, conversions, _ = made(project, monkeypatch)
    assert conversions == 1
    assert b"More." in pages["two/index.html"]


def test_an_anchor_that_is_gone_is_told_although_the_page_with_the_link_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(project, monkeypatch)[2] == 0
    (project / "docs" / "two.md").write_text(TWO.replace("There", "Elsewhere"))
    _, conversions, warnings = made(project, monkeypatch)
    assert (conversions, warnings) == (1, 1)


def test_a_page_that_causes_a_warning_causes_it_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "docs" / "two.md").write_text(TWO + "[gone](gone.md)\n")
    assert [made(project, monkeypatch)[1:] for _ in range(2)] == [(3, 1), (1, 1)]


def filled(project: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, bytes], set[str]]:
    """The site's pages, and the names of those whose template was filled anew."""
    names: list[str] = []
    render = jinja2.Template.render

    def watched(self: jinja2.Template, *arguments: Any, **options: Any) -> str:
        page = dict(*arguments, **options).get("page")
        if page is not None:
            names.append(page.file.src_uri)
        return render(self, *arguments, **options)

    monkeypatch.setattr(jinja2.Template, "render", watched)
    try:
        pages, _, _ = made(project, monkeypatch)
    finally:
        monkeypatch.setattr(jinja2.Template, "render", render)
    return pages, set(names)


def test_a_template_is_filled_again_for_a_changed_page_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, everything = filled(project, monkeypatch)
    again, nothing = filled(project, monkeypatch)
    assert (everything, nothing) == ({"index.md", "one.md", "two.md"}, set())
    assert first == again
    (project / "docs" / "two.md").write_text(TWO + "More.\n")
    assert filled(project, monkeypatch)[1] == {"two.md"}


def test_a_template_is_filled_again_for_all_where_the_navigation_changes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(project, monkeypatch)
    (project / "docs" / "two.md").write_text(TWO.replace("# Two", "# Second"))
    pages, names = filled(project, monkeypatch)
    assert names == {"index.md", "one.md", "two.md"}
    assert all(b"Second" in page for name, page in pages.items() if name != "404.html")


def test_a_template_is_filled_again_where_front_matter_settings_or_templates_change(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(project, monkeypatch)
    (project / "docs" / "two.md").write_text("---\ntitle: Other\n---\n" + TWO)
    assert "two.md" in filled(project, monkeypatch)[1]
    (project / "mkdocs.yml").write_text(f"{SETTINGS}\nsite_description: new\ntheme: {{name: mkdocs, custom_dir: docs/overrides}}\n")
    (project / "docs" / "overrides").mkdir()
    assert len(filled(project, monkeypatch)[1]) == 3
    (project / "docs" / "overrides" / "main.html").write_text("{% extends 'base.html' %}{% block footer %}our own foot{% endblock %}")
    pages, names = filled(project, monkeypatch)
    assert len(names) == 3
    assert b"our own foot" in pages["one/index.html"]


def test_a_page_that_moves_changes_the_links_to_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(project, monkeypatch)
    (project / "docs" / "two.md").unlink()
    assert made(project, monkeypatch)[2] == 1


def test_other_settings_convert_everything(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(project, monkeypatch)
    (project / "mkdocs.yml").write_text(
        SETTINGS.replace("toc,", "toc: {permalink: true},").replace(
            "[attr_list, toc: {permalink: true}, handbook.katex]", "[attr_list, {toc: {permalink: true}}, handbook.katex]"
        )
    )
    pages, conversions, _ = made(project, monkeypatch)
    assert conversions == 3
    assert b"headerlink" in pages["two/index.html"]
