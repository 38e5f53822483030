"""The chapters' Python: every block runs, in order, a page sharing one namespace, and prints what its `#>` lines say."""

from __future__ import annotations

import contextlib
import io
import itertools
from pathlib import Path

import pytest
from pytest_examples import CodeExample, find_examples

from handbook.paths import DOCS, ROOT

PAGES = {
    path: list(examples)
    for path, examples in itertools.groupby(
        (example for example in find_examples(str(DOCS)) if example.path.suffix == ".md" and example.prefix.split()[0] == "python"),
        key=lambda example: example.path,
    )
}


def test_there_are_blocks_to_run() -> None:
    assert len(PAGES) >= 8


def run(example: CodeExample, namespace: dict[str, object]) -> list[str]:
    """Execute one block in ``namespace``; the lines that it prints, stripped."""
    printed = io.StringIO()
    padding = "\n" * (example.start_line)  # so that a traceback names the line of the page
    with contextlib.redirect_stdout(printed):
        exec(compile(padding + example.source, str(example.path), "exec"), namespace)
    return [line.strip() for line in printed.getvalue().splitlines()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_blocks_run_and_print_what_they_claim(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {"__name__": "__main__"}
    for example in PAGES[path]:
        if 'test="skip: ' in example.prefix:
            continue
        claimed = [line.strip().removeprefix("#>").strip() for line in example.source.splitlines() if line.strip().startswith("#>")]
        assert run(example, namespace) == claimed, f"{path.relative_to(ROOT)}:{example.start_line}: output differs; correct the `#>` lines"
    assert not list(tmp_path.iterdir()), "a block wrote files"
