"""scripts/bench*.py: what is measured is what it is called."""

from __future__ import annotations

from pathlib import Path

import bench
import bench_growth
import bench_stages
import pytest
import yaml
from conftest import GOOD_PAGE

from handbook import rules, site
from handbook.chapter import parse
from handbook.paths import ROOT

QUESTION = """
## Questions

??? question easy "{title}"
    An answer that is long enough for the rule, about [this](#{anchor}) and [that](../reference/glossary.md).
"""


@pytest.fixture
def parts(tree: Path) -> Path:
    """The small project with a part of two pages, which link to each other's questions and to the notebook."""
    (tree / "docs" / "nlp").mkdir()
    one = GOOD_PAGE.format(alias="a1", title="A").replace("(other.md#details)", "(b.md#q-why-b)")
    one = one.replace("tags:", "asks:\n  q-why-a: [some words]\ntags:", 1)
    two = GOOD_PAGE.format(alias="b1", title="B").replace("(other.md#details)", "(../../notebooks/sum.ipynb)")
    (tree / "docs" / "nlp" / "a.md").write_text(one + QUESTION.format(title="Why a?", anchor="q-why-a"))
    (tree / "docs" / "nlp" / "b.md").write_text(two + QUESTION.format(title="Why b?", anchor="questions"))
    settings = (tree / "mkdocs.yml").read_text()
    (tree / "mkdocs.yml").write_text(
        settings.replace("  - notebooks/sum.ipynb\n", "  - NLP:\n      - nlp/a.md\n      - nlp/b.md\n      - notebooks/sum.ipynb\n")
    )
    return tree


def test_three_times_the_content_keeps_the_rules(parts: Path) -> None:
    before = rules.check(site.load(parts))
    bench_growth.multiply(parts, 3)
    loaded = site.load(parts)
    assert len(loaded.notebooks) == 3
    assert len([name for name in loaded.pages if name.startswith("docs/nlp")]) == 6
    assert {problem.what for problem in rules.check(loaded)} <= {problem.what for problem in before}


def test_a_copy_links_to_its_own_questions_and_notebook(parts: Path) -> None:
    bench_growth.multiply(parts, 2)
    one, two = (parse((parts / "docs" / "nlp-2" / name).read_text()) for name in ("a.md", "b.md"))
    assert [link.target for link in one.links] == ["b.md#q-why-b-2", "#q-why-a-2", "../reference/glossary.md"]
    assert [link.target for link in two.links] == ["../../notebooks/sum_2.ipynb", "#questions", "../reference/glossary.md"]
    assert [(q.title, q.id) for q in one.questions] == [("Why a? (copy 2)", "q-why-a-2")]
    assert one.meta["asks"] == {"q-why-a-2": ["some words copy 2"]}
    nav = yaml.safe_load((parts / "mkdocs.yml").read_text())["nav"]
    section = next(entry["NLP"] for entry in nav if isinstance(entry, dict) and "NLP" in entry)
    assert section[-1] == {"Copy 2": ["nlp-2/a.md", "nlp-2/b.md", "notebooks/sum_2.ipynb"]}
    assert nav[-1] == {"Copies of the question bank": ["reference/questions-nlp-2.md"]}


def test_a_copy_renders_formulas_and_diagrams_of_its_own(parts: Path) -> None:
    page = parts / "docs" / "nlp" / "a.md"
    page.write_text(page.read_text() + "\n```math\ny\n```\n\n```mermaid\nflowchart TB\n  a --> b\n```\n\n```text\n$`z`$\n```\n")
    bench_growth.multiply(parts, 3)
    one = parse((parts / "docs" / "nlp-3" / "a.md").read_text())
    assert [formula.tex for formula in one.formulas] == ["x^2{}{}", "y{}{}"]
    assert [fence.text for fence in one.fences][1:] == ["flowchart TB\n  a --> b\n  %% copy 3\n", "$`z`$\n"]


def test_once_the_content_is_the_content(parts: Path) -> None:
    before = {path: path.read_bytes() for path in parts.rglob("*.md")}
    bench_growth.multiply(parts, 1)
    assert {path: path.read_bytes() for path in parts.rglob("*.md")} == before


def test_a_stage_inside_a_stage_counts_once() -> None:
    now = iter([0.0, 1.0, 3.0, 7.0, 15.0, 31.0])
    watch = bench_stages.Stopwatch(lambda: next(now))
    inner = watch.timed("inner", lambda: None)
    watch.timed("outer", inner)()
    assert watch.result() == {"other": 17.0, "outer": 10.0, "inner": 4.0}


def test_a_stage_is_named_after_its_file() -> None:
    space: dict = {"__name__": "x", "__file__": "/a/scripts/hooks/glossary.py"}
    exec("def on_files(): pass", space)
    assert bench_stages.stage_of(space["on_files"]) == "hook glossary"


@pytest.mark.parametrize(("value", "kept"), [(1.0, True), (1.5, True), (1.51, False)])
def test_a_figure_over_its_limit_is_told(value: float, kept: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.judged("ratio", value, 1.5) is kept
    assert ("OVER" in capsys.readouterr().out) is not kept


def test_math_and_diagrams_are_taken_out_and_nothing_else() -> None:
    text = "A $`x`$ b.\n\n```math\ny\n```\n\n```mermaid\nflowchart TB\n```\n\n```python\nz\n```\n"
    assert bench.without(text, {"math"}) == "A formula b.\n\n\ny\n\n\n```mermaid\nflowchart TB\n```\n\n```python\nz\n```\n"
    assert bench.without(text, {"math", "mermaid"}) == "A formula b.\n\n\ny\n\n\n\n\n\n\n```python\nz\n```\n"


def test_a_stripped_notebook_is_a_page_with_a_title(parts: Path) -> None:
    hook = Path("scripts/hooks/content.py")
    (parts / hook).parent.mkdir(parents=True)
    (parts / hook).write_text((ROOT / hook).read_text(encoding="utf-8"), encoding="utf-8")
    bench.strip(parts, {"math", "mermaid"}, notebooks=False)
    assert "raise" not in (parts / hook).read_text(encoding="utf-8")
    assert rules.check(site.load(parts)) != []
    (source,) = site.load(parts).notebooks.values()
    assert [cell.source.split("\n")[0] for cell in source.node.cells] == ["# Sum"]


def test_a_program_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="exit status 3"):
        bench.run(tmp_path, "-c", "raise SystemExit(3)")
    assert bench.run(tmp_path, "-c", "b'x' * 50_000_000").memory > 0
