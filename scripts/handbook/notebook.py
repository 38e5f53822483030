"""Notebooks as pages. In: an executed ``.ipynb`` file. Out: Markdown of the site's dialect, and its pictures.

A notebook becomes one Markdown text, so that its code, math, headings and links are rendered by the same extensions as
a chapter's. Pictures become files of their own. Other rich outputs (HTML, JavaScript, widgets) are not shown.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import yaml

from handbook.problems import Problem, relative

HEADINGS = (
    "The task",
    "Solution",
    "Check",
    "Edge cases",
    "Picture",
    "Complexity",
    "What the interviewer asks next",
    "Traps",
    "Where this is used",
)
_MATH = re.compile(
    r"(?P<code>(?P<ticks>`+)(?s:.*?)(?P=ticks))|(?<!\\)\$\$(?P<display>(?s:.+?))\$\$|(?<![\\$])\$(?P<inline>[^$\s](?:[^$\n]*[^$\s\\])?)\$(?!\d)"
)
_OPTION = re.compile(r"^#\|\s?(.*)$")
_SIZE = re.compile(rb'<svg[^>]*?width="([\d.]+)pt"[^>]*?height="([\d.]+)pt"|<svg[^>]*?height="([\d.]+)pt"[^>]*?width="([\d.]+)pt"', re.S)
_POINTS_TO_PIXELS = 4 / 3


@dataclass(frozen=True)
class Picture:
    """A picture that a cell drew: file name, bytes, text alternative, size in CSS pixels."""

    name: str
    data: bytes
    alt: str
    width: int
    height: int


@dataclass
class Notebook:
    """A notebook's cells and front matter; ``source_lines`` holds, a cell, the file's line of its first source line, and ``text`` the file."""

    path: Path
    node: nbformat.NotebookNode
    source_lines: list[int] = field(default_factory=list)
    text: str = ""

    @property
    def meta(self) -> dict:
        """Description, aliases, tags, asked, difficulty and minutes, from the notebook's ``handbook`` metadata."""
        found = self.node.metadata.get("handbook", {})
        return dict(found) if isinstance(found, dict) else {}

    @property
    def meta_broken(self) -> bool:
        """Whether the ``handbook`` metadata are something else than keys and values."""
        return not isinstance(self.node.metadata.get("handbook", {}), dict)

    def line(self, cell: int, offset: int = 0) -> int:
        """The line of the file on which line ``offset`` of cell number ``cell`` (from 0) stands."""
        return min(self.source_lines[cell] + offset, self.text.count("\n") + 1) if cell < len(self.source_lines) else 1


class NotebookError(Exception):
    """A file that is no notebook; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read(path: Path) -> Notebook:
    """The notebook in ``path``. Raises NotebookError where the file is not valid JSON or not a valid notebook."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise NotebookError(Problem(relative(path), 1, f"file is not UTF-8 (byte {error.start})", "save it as UTF-8")) from None
    return _read(path, text)


@functools.cache
def _read(path: Path, text: str) -> Notebook:
    try:
        stored = json.loads(text)
        _format(stored)
        _ids(path, text, stored)
        node = nbformat.reads(text, as_version=4)
        nbformat.validate(node)
    except json.JSONDecodeError as error:
        raise NotebookError(
            Problem(
                relative(path),
                error.lineno,
                f"notebook is not valid JSON: {error.msg}",
                "undo the last edit, or save it again from Jupyter",
            )
        ) from None
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)[:120]
        raise NotebookError(
            Problem(relative(path), 1, f"file is not a valid notebook: {reason}", "save it again from Jupyter (format 4.5)")
        ) from None
    lines = [
        n + (1 if line.rstrip().endswith("[") else 0) for n, line in enumerate(text.split("\n"), 1) if re.match(r'^   "source": ', line)
    ]
    return Notebook(path, node, lines, text)


def _format(node: dict) -> None:
    """Format 4 with a whole number behind it; nbformat would convert older ones, and fails on others with an error of any kind."""
    if not isinstance(node["nbformat"], int) or node["nbformat"] != 4:
        raise ValueError(f"`nbformat` is {json.dumps(node['nbformat'])[:20]}, not 4")
    if not isinstance(node["nbformat_minor"], int):
        raise ValueError("`nbformat_minor` is no whole number")


def _ids(path: Path, text: str, node: dict) -> None:
    """Every cell has an id of its own; nbformat would make new ones, other ones on every run."""
    taken: set[object] = set()
    for number, cell in enumerate(node["cells"]):
        name = cell.get("id")
        if not isinstance(name, str):
            raise NotebookError(Problem(relative(path), 1, f"cell {number + 1} has no id", "run `make notebooks` and commit"))
        if name in taken:
            places = [found.start() for found in re.finditer(rf'"id": *{re.escape(json.dumps(name))}', text)]
            line = text.count("\n", 0, places[1]) + 1 if len(places) > 1 else 1
            raise NotebookError(
                Problem(relative(path), line, f"cell id `{name}` stands twice", "delete one of them and run `make notebooks`")
            )
        taken.add(name)


def digest(node: nbformat.NotebookNode) -> str:
    """A short hash of all code cells: stored with the outputs, it tells later whether the code has changed since."""
    sources = [without_options(cell.source) for cell in node.cells if cell.cell_type == "code"]
    return hashlib.sha256("\0".join(sources).encode()).hexdigest()[:16]


@functools.cache
def options(source: str) -> dict:
    """The ``#| key: value`` lines at the top of a code cell, such as ``fig-alt``. Raises yaml.YAMLError."""
    head = []
    for line in source.split("\n"):
        found = _OPTION.match(line)
        if not found:
            break
        head.append(found.group(1))
    return yaml.safe_load("\n".join(head)) or {}


def without_options(source: str) -> str:
    """A code cell's source without its option lines and without line magics (``%config ...``)."""
    lines = [line for line in source.split("\n") if not line.startswith("%")]
    while lines and _OPTION.match(lines[0]):
        lines.pop(0)
    return "\n".join(lines).strip("\n")


def dollars_to_fences(markdown: str) -> str:
    """``$x$`` and ``$$x$$`` as the chapters write them: inline code between dollar signs, and math fences."""

    def convert(found: re.Match[str]) -> str:
        if found.group("code"):
            return found.group()
        if found.group("display") is not None:
            return f"\n\n```math\n{found.group('display').strip()}\n```\n\n"
        return f"$`{found.group('inline')}`$"

    return _MATH.sub(convert, markdown)


def pictures(notebook: Notebook) -> list[Picture]:
    """All pictures in the order of their cells, named ``figure-1.svg`` and so on."""
    found: list[Picture] = []
    for cell in notebook.node.cells:
        for data, suffix in _images(cell):
            width, height = size(data, suffix)
            alt = str(options(cell.source).get("fig-alt", ""))
            found.append(Picture(f"figure-{len(found) + 1}.{suffix}", data, alt, width, height))
    return found


def _images(cell: nbformat.NotebookNode) -> Iterator[tuple[bytes, str]]:
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if "image/svg+xml" in data:
            text = data["image/svg+xml"]
            yield ("".join(text) if isinstance(text, list) else text).encode(), "svg"
        elif "image/png" in data:
            yield base64.b64decode("".join(data["image/png"])), "png"


def size(data: bytes, suffix: str) -> tuple[int, int]:
    """Width and height in CSS pixels, from the SVG's points or from the PNG's header (drawn at two pixels a point)."""
    if suffix == "png":
        return int.from_bytes(data[16:20], "big") // 2, int.from_bytes(data[20:24], "big") // 2
    found = _SIZE.search(data)
    width, height = [float(n) for n in found.groups() if n] if found else (540.0, 255.0)
    if found and found.group(1) is None:
        width, height = height, width
    return round(width * _POINTS_TO_PIXELS), round(height * _POINTS_TO_PIXELS)


def to_markdown(notebook: Notebook, link: Callable[[str], str], picture: Callable[[Picture], str]) -> str:
    """The whole notebook as Markdown. ``link`` rewrites a link target; ``picture`` gives the HTML that shows a picture."""
    shown = iter(pictures(notebook))
    parts = []
    for cell in notebook.node.cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"\]\(([^)\s]+)\)", lambda m: f"]({link(m.group(1))})", cell.source)
            parts.append(dollars_to_fences(text))
        elif cell.cell_type == "code":
            if source := without_options(cell.source):
                parts.append(_fence(source, "python"))
            parts += [_fence(text, "text") for text in texts(cell)]
            parts += [picture(next(shown)) for _ in _images(cell)]
    return "\n\n".join(parts) + "\n"


def texts(cell: nbformat.NotebookNode) -> list[str]:
    """What a cell printed and the plain text of its value, joined by stream, in order; pictures' placeholders left out."""
    found: list[str] = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            found.append(output.text)
        elif output.output_type in {"execute_result", "display_data"} and not any(k.startswith("image/") for k in output.data):
            found.append(output.data.get("text/plain", ""))
        elif output.output_type == "error":
            found.append(f"{output.ename}: {output.evalue}")
    return ["".join(text).rstrip("\n") for text in found if "".join(text).strip()]


def _fence(text: str, language: str) -> str:
    ticks = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    classes = " .output" if language == "text" else ""
    return f"{ticks} {{ .{language}{classes} }}\n{text}\n{ticks}"
