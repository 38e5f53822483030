"""Bytes and names: encoding, line ends, tabs, size, file names, pictures that nobody shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.problems import Problem
from handbook.site import Site

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_BYTES = 400_000


def problems(site: Site) -> Iterator[Problem]:
    """Problems of files as such, before anything is parsed."""
    for name in site.pages:
        path = site.root / name
        data = path.read_bytes()
        if data.startswith(b"\xef\xbb\xbf"):
            yield Problem(name, 1, "file starts with a byte-order mark", "save it as UTF-8 without BOM")
        if b"\r" in data:
            yield Problem(
                name,
                data[: data.index(b"\r")].count(b"\n") + 1,
                "line ends with a carriage return",
                "save the file with Unix line ends (LF)",
            )
        if b"\t" in data:
            yield Problem(name, data[: data.index(b"\t")].count(b"\n") + 1, "line holds a tab", "use spaces")
        if len(data) > _MAX_BYTES:
            yield Problem(name, 1, f"file has {len(data) // 1000} KB", f"split it; a page has at most {_MAX_BYTES // 1000} KB")
        for part in path.relative_to(site.root / "docs").with_suffix("").parts:
            if not _NAME.fullmatch(part):
                yield Problem(name, 0, f"`{part}` is not kebab-case", "use small letters, digits and single hyphens")
    yield from _unused_pictures(site)


def _unused_pictures(site: Site) -> Iterator[Problem]:
    figures = site.root / "docs" / "assets" / "figures"
    shown = {link.target.rpartition("/")[2] for page in site.pages.values() for link in page.links if link.picture}
    for path in sorted(figures.glob("*.*")):
        name = path.relative_to(site.root).as_posix()
        if path.suffix == ".svg" and path.name not in shown:
            yield Problem(name, 0, "no page shows this picture", "show it with ![text alternative](path), or delete it and its source")
        if path.suffix == ".svg" and not path.with_suffix(".py").exists():
            yield Problem(
                name,
                0,
                "picture has no source",
                f"add {path.with_suffix('.py').name} with a draw() function, as CONTRIBUTING.md shows under Figures",
            )
        if path.suffix == ".py" and not path.with_suffix(".svg").exists():
            yield Problem(name, 0, "figure has not been drawn", "run `make figures` and commit the SVG")
