"""scripts/figures.py: the committed pictures are what their sources draw, and the check can tell when they are not."""

from __future__ import annotations

from pathlib import Path

import figures
import pytest

from handbook.paths import FIGURES

SOURCE = """from matplotlib.figure import Figure
def draw() -> Figure:
    figure = Figure()
    figure.subplots().plot([0, {end}], label="a 0.123 b")
    return figure
"""


@pytest.mark.parametrize("source", sorted(FIGURES.glob("*.py")), ids=lambda path: path.stem)
def test_figure_is_current(source: Path) -> None:
    assert figures.same(figures.draw(source), source.with_suffix(".svg").read_text(encoding="utf-8")), "run `make figures` and commit"


@pytest.mark.parametrize("picture", sorted(FIGURES.glob("*.svg")), ids=lambda path: path.stem)
def test_figure_is_small_and_harmless(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert len(text) < 60_000
    assert "<script" not in text
    assert "dc:date" not in text


def test_check_fails_where_the_picture_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "line.py"
    source.write_text(SOURCE.format(end=1))
    monkeypatch.setattr("sys.argv", ["figures.py", str(source)])
    assert figures.main() == 0
    monkeypatch.setattr("sys.argv", ["figures.py", "--check", str(source)])
    assert figures.main() == 0
    source.with_suffix(".svg").write_text(source.with_suffix(".svg").read_text().replace("<svg", "<svg data-x", 1))
    assert figures.main() == 1
    assert "picture is not what its source draws; run `make figures` and commit" in capsys.readouterr().err


def test_rounding_of_another_machine_is_no_change() -> None:
    assert figures.same('<path d="M 1.02 3"/>', '<path d="M 1.03 3"/>')
    assert not figures.same('<path d="M 1.02 3"/>', '<path d="M 1.2 3"/>')
    assert not figures.same('<path d="M 1.02 3"/>', '<path d="M 1.02 3 4"/>')
