"""Notebooks: executed in order, without errors, with text alternatives, the usual headings, and safe outputs."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

import yaml

from handbook import notebook, svg, tex
from handbook.notebook import HEADINGS, Notebook
from handbook.problems import Problem, kept
from handbook.rules.files import UNSEEN
from handbook.rules.pictures import PNG
from handbook.rules.rendering import rendered
from handbook.rules.structure import headings
from handbook.site import Site, cell_chapter

_TYPES = {"markdown", "code"}
_MAX_TEXT = 10_000
_SHOWN = {"text/plain", "image/svg+xml", "image/png"}
_MAX_BYTES = 1_500_000


def problems(site: Site) -> Iterator[Problem]:
    """Problems of the notebooks; whether their outputs are current is a test (``make notebooks`` renews them)."""
    for name, source in site.notebooks.items():
        yield from kept(lambda name=name, source=source: _problems(name, source), "notebooks", name, source.text)


def _problems(name: str, source: Notebook) -> Iterator[Problem]:
    if not source.node.cells:
        yield Problem(name, 1, "notebook has no cells", "undo the last edit, or start from a copy of another notebook")
        return
    texts = (cell.source for cell in source.node.cells if cell.cell_type == "markdown")
    tex.prepare((formula.tex, formula.display) for text in texts for formula in cell_chapter(text).formulas)
    yield from _skeleton(name, source)
    yield from _cells(name, source)
    size = source.path.stat().st_size
    if size > _MAX_BYTES:
        yield Problem(name, 1, f"notebook has {size // 1000} KB", f"draw less into its pictures; at most {_MAX_BYTES // 1000} KB")


def _skeleton(name: str, source: Notebook) -> Iterator[Problem]:
    cells = [(source.line(n), cell.source) for n, cell in enumerate(source.node.cells) if cell.cell_type == "markdown"]
    for line, text in cells:
        part = cell_chapter(text)
        for offset, what, remedy in part.broken:
            yield Problem(name, line + offset - 1, what, remedy)
        yield from rendered(name, part, line)
    found = [h.text for _, text in cells for h in cell_chapter(text).headings if h.level == 2]
    for heading in HEADINGS:
        if heading not in found:
            yield Problem(name, 1, f"notebook has no section `## {heading}`", "add it (CONTRIBUTING.md, A notebook)")
    if (kernel := _kernel(source)) != "python3":
        yield Problem(name, 1, f"notebook is for the kernel {kernel}", 'write "name": "python3" under metadata.kernelspec')
    if source.node.metadata.get("outputs_of") != notebook.digest(source.node):
        yield Problem(name, 1, "code has changed since the stored outputs were made", "run `make notebooks` and commit")
    whole = cell_chapter("\n\n".join(text for _, text in cells))
    for problem in headings(name, whole):
        yield Problem(name, cells[0][0] if cells else 1, problem.what, problem.remedy)


def _kernel(source: Notebook) -> str:
    spec = source.node.metadata.get("kernelspec")
    return repr(spec.get("name"))[1:-1][:40] if isinstance(spec, dict) else "none"


def _cells(name: str, source: Notebook) -> Iterator[Problem]:
    count = 0
    ordered = True
    for number, cell in enumerate(source.node.cells):
        line = source.line(number)
        if cell.cell_type not in _TYPES:
            yield Problem(name, line, f"cell is of the type {cell.cell_type}", "make it a code or a Markdown cell")
        printed = [text for output in cell.get("outputs", []) for text in (output.get("text", ""), output.get("evalue", ""))]
        if unseen := UNSEEN.search("".join([cell.source, *printed])):
            yield Problem(name, line, f"cell holds the unseen character U+{ord(unseen.group()):04X}", "delete it")
        if cell.cell_type != "code":
            continue
        count += 1
        if ordered and cell.execution_count != count:
            ordered = False  # the numbers behind it are wrong, too
            yield Problem(name, line, f"cell was executed as number {cell.execution_count}, not {count}", "run `make notebooks` and commit")
        try:
            alt = notebook.options(cell.source).get("fig-alt", "")
        except (yaml.YAMLError, ValueError, RecursionError, AttributeError):
            yield Problem(name, line, "`#|` lines are not valid YAML", 'write #| fig-alt: "one sentence"')
            continue
        for output in cell.outputs:
            if output.output_type == "error":
                yield Problem(
                    name,
                    line,
                    f"cell fails: {output.ename}: {' '.join(output.evalue.split())[:100]}",
                    "mend the code and run `make notebooks`",
                )
            elif output.output_type == "stream" and output.name == "stderr":
                yield Problem(name, line, "cell writes to stderr", "mend the cause of the warning, or catch and print it")
            elif sum(map(len, notebook.texts({"outputs": [output]}))) > _MAX_TEXT:
                yield Problem(name, line, f"cell prints more than {_MAX_TEXT // 1000} KB", "print a summary")
            elif output.output_type != "stream" and set(output.data) - _SHOWN:
                kinds = ", ".join(sorted(set(output.data) - _SHOWN))
                yield Problem(
                    name, line, f"cell has an output of type {kinds}", "print text or draw a picture; HTML and scripts are not shown"
                )
            elif output.output_type != "stream" and any(kind.startswith("image/") for kind in output.data) and len(str(alt)) < 15:
                yield Problem(name, line, "picture has no text alternative", 'start the cell with #| fig-alt: "what the picture shows"')
            elif output.output_type != "stream" and (what := _picture(output.data)):
                yield Problem(name, line, f"output's picture has `{what}`", "draw it with Matplotlib and run `make notebooks`")

    if ordered and count and not any(cell.get("outputs") for cell in source.node.cells):
        yield Problem(name, 1, "notebook has no outputs", "run `make notebooks` and commit")


def _picture(data: dict) -> str:
    """What a picture among the ``data`` of an output must not have; empty where it is plain or where there is none."""
    if "image/svg+xml" in data:
        found = svg.refused("".join(data["image/svg+xml"]))
        return found[1] if found else ""
    try:
        png = base64.b64decode("".join(data.get("image/png", ""))) if "image/png" in data else PNG
    except binascii.Error:
        png = b""
    return "" if png.startswith(PNG) else "bytes that are no PNG"
