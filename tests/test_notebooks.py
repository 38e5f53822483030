"""Every notebook runs in a fresh kernel, fast enough, and prints what is stored; and the command that says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import notebooks
from handbook.paths import NOTEBOOKS, ROOT

FIXTURE = ROOT / "tests" / "fixtures" / "sum.ipynb"


def test_there_are_notebooks() -> None:
    assert len(list(NOTEBOOKS.glob("*.ipynb"))) >= 4


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebook_is_fresh_and_fast(path: Path) -> None:
    problems = notebooks.stale(path)
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebook_is_normalized(path: Path) -> None:
    import nbformat

    stored = path.read_text(encoding="utf-8")
    node = notebooks.normalize(nbformat.reads(stored, as_version=4))
    assert nbformat.writes(node) + "\n" == stored, "run `make notebooks` and commit"


def edited(tmp_path: Path, old: str, new: str) -> Path:
    copy = tmp_path / "sum.ipynb"
    text = FIXTURE.read_text()
    assert old in text
    copy.write_text(text.replace(old, new))
    return copy


def test_the_fixture_is_fresh() -> None:
    assert notebooks.stale(FIXTURE) == []


def test_stale_output_is_found(tmp_path: Path) -> None:
    (problem,) = notebooks.stale(edited(tmp_path, '"3\\n"', '"4\\n"'))
    assert problem.what == "stored output is stale: `4`; `3`"
    assert problem.line == 58


def test_failing_cell_is_found_with_its_line(tmp_path: Path) -> None:
    (problem,) = notebooks.stale(edited(tmp_path, "assert total == 3", "assert total == 4"))
    assert problem.what == "cell fails: AssertionError: "
    assert problem.line == 58


def test_slow_notebook_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebooks, "SECONDS", 0.001)
    (problem,) = [p for p in notebooks.stale(FIXTURE) if "takes" in p.what]
    assert problem.remedy == "make it smaller: at most 0 s"


def test_the_command_writes_nothing_where_a_cell_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = edited(tmp_path, "assert total == 3", "assert total == 4")
    before = broken.read_bytes()
    monkeypatch.setattr("sys.argv", ["notebooks.py", str(broken)])
    assert notebooks.main() == 1
    assert broken.read_bytes() == before
    assert "nothing was written" in capsys.readouterr().err


def test_the_command_renews_outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = edited(tmp_path, '"3\\n"', '"4\\n"')
    monkeypatch.setattr("sys.argv", ["notebooks.py", str(stale)])
    assert notebooks.main() == 0
    assert json.loads(stale.read_text())["cells"] == json.loads(FIXTURE.read_text())["cells"]


def test_no_notebook_leaves_files_behind() -> None:
    assert not [p for p in NOTEBOOKS.iterdir() if p.suffix != ".ipynb" and p.name != ".ipynb_checkpoints"]
