"""Execute notebooks. In: ``notebooks/*.ipynb``. Out: the same with fresh outputs, normalized; or, with --check, the stale ones.

Usage: python scripts/notebooks.py [--check] [FILE.ipynb ...]      (default: all)

A notebook runs in a kernel of its own, from top to bottom, one thread a library. Normalizing keeps what a reader sees
and drops what differs from run to run: time stamps, transient metadata, the order in which a stream was flushed.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import nbformat
import psutil
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError

from handbook import svg
from handbook.notebook import NotebookError, digest, read, texts
from handbook.paths import NOTEBOOKS
from handbook.problems import Problem, relative, report

SECONDS = 20.0
_ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")}


def execute(path: Path) -> tuple[nbformat.NotebookNode, float]:
    """The notebook with fresh outputs, and the CPU seconds that its cells took: waiting on a busy machine does not count.

    Raises CellExecutionError or CellTimeoutError where a cell fails or runs for more than six times the limit.
    """
    node = nbformat.read(path, as_version=4)
    client = NotebookClient(
        node,
        timeout=int(6 * SECONDS),
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    with client.setup_kernel(env={**os.environ, **_ONE_THREAD}):
        kernel = psutil.Process(client.km.provisioner.pid)
        before = kernel.cpu_times()
        for number, cell in enumerate(node.cells):
            client.execute_cell(cell, number)
        after = kernel.cpu_times()
        seconds = after.user + after.system - before.user - before.system
    return normalize(node), seconds


def normalize(node: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what changes from run to run and without an editor's traces."""
    node.metadata = {
        "handbook": node.metadata.get("handbook", {}),
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "outputs_of": digest(node),
    }
    for cell in node.cells:
        cell.metadata = {}
        merged: list[nbformat.NotebookNode] = []
        for output in cell.get("outputs", []):
            if merged and output.output_type == "stream" == merged[-1].output_type and merged[-1].name == output.name:
                merged[-1].text += output.text
            else:
                output.get("metadata", {}).clear()
                if "image/svg+xml" in output.get("data", {}):
                    output.data["image/svg+xml"] = svg.slim(output.data["image/svg+xml"])
                merged.append(output)
        if "outputs" in cell:
            cell.outputs = merged
    return node


def stale(path: Path) -> list[Problem]:
    """What is wrong with a committed notebook: it fails, it is slow, or a cell prints something else than is stored."""
    name = relative(path)
    try:
        stored = read(path)
        fresh, seconds = execute(path)
    except NotebookError as error:
        return [error.problem]
    except (CellExecutionError, CellTimeoutError) as error:
        return [Problem(name, _failed_line(path, error), f"cell fails: {_reason(error)}", "mend the code and run `make notebooks`")]
    found = []
    for number, (old, new) in enumerate(zip(stored.node.cells, fresh.cells, strict=True)):
        if texts(old) != texts(new):
            shown = "; ".join(f"`{line[:60]}`" for line in _first_difference(texts(old), texts(new)))
            found.append(Problem(name, stored.line(number), f"stored output is stale: {shown}", "run `make notebooks` and commit"))
    if seconds > SECONDS:
        found.append(Problem(name, 1, f"notebook takes {seconds:.0f} s", f"make it smaller: at most {SECONDS:.0f} s"))
    return found


def _first_difference(old: list[str], new: list[str]) -> tuple[str, str]:
    pairs = zip("\n".join(old).split("\n") + [""], "\n".join(new).split("\n") + [""], strict=False)
    return next(((a or "nothing", b or "nothing") for a, b in pairs if a != b), ("less", "more"))


def _reason(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {' '.join(str(error.evalue).split())[:120]}"
    return f"it runs for more than {6 * SECONDS:.0f} s"


def _failed_line(path: Path, error: Exception) -> int:
    """The line of the failing cell: the message of nbclient quotes its source."""
    stored = read(path)
    return next(
        (stored.line(n) for n, cell in enumerate(stored.node.cells) if cell.cell_type == "code" and cell.source.strip() in str(error)), 1
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the stored outputs, write nothing")
    parser.add_argument("files", nargs="*", type=Path, help="only these (default: all)")
    arguments = parser.parse_args()
    problems: list[Problem] = []
    for path in arguments.files or sorted(NOTEBOOKS.glob("*.ipynb")):
        path = path.resolve()
        if arguments.check:
            problems += stale(path)
            continue
        try:
            read(path)
            node, seconds = execute(path)
        except NotebookError as error:
            problems.append(error.problem)
        except (CellExecutionError, CellTimeoutError) as error:
            problems.append(
                Problem(relative(path), _failed_line(path, error), f"cell fails: {_reason(error)}", "mend the code; nothing was written")
            )
        else:
            path.write_text(nbformat.writes(node) + "\n", encoding="utf-8")
            print(f"{relative(path)}: {seconds:.1f} s")
    if problems:
        print(report(problems), file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
