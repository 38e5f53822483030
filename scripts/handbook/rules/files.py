"""Bytes and names: encoding, line ends, tabs, unseen characters, size, kinds and names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from handbook.problems import Problem
from handbook.site import Site

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_BYTES = 400_000
# MkDocs publishes every file below docs/ as it is: a page of HTML or a script among them would run on the site.
_PLACES = {
    ".md": "docs",
    ".svg": "docs/assets",
    ".png": "docs/assets",
    ".json": "docs/assets",
    ".py": "docs/assets/figures",
    ".js": "docs/assets/javascripts",
    ".css": "docs/assets/stylesheets",
    ".html": "docs/overrides",
    ".ipynb": "notebooks",
}
# Control characters, and those that turn the direction of text or take no room: a reader of the source does not see them.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\ud800-\udfff\U000e0000-\U000e007f]"
)


def problems(site: Site) -> Iterator[Problem]:
    """Problems of files as such, before anything is parsed."""
    for name in [*site.pages, *site.notebooks]:
        if site.asks(name):
            yield from _content(site, name)
    if site.only is None:
        yield from _places(site)


def _content(site: Site, name: str) -> Iterator[Problem]:
    path = site.root / name
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf"):
        yield Problem(name, 1, "file starts with a byte-order mark", "save it as UTF-8 without BOM")
    if b"\r" in data:
        yield Problem(name, _line(data, b"\r"), "line ends with a carriage return", "save the file with Unix line ends (LF)")
    if b"\t" in data:
        yield Problem(name, _line(data, b"\t"), "line holds a tab", "use spaces")
    text = data.decode("utf-8-sig").replace("\r", "")
    if unseen := UNSEEN.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        yield Problem(name, line, f"line holds the unseen character U+{ord(unseen.group()):04X}", "delete it")
    if name in site.notebooks:
        return
    if len(data) > _MAX_BYTES:
        yield Problem(name, 1, f"file has {len(data) // 1000} KB", f"split it; a page has at most {_MAX_BYTES // 1000} KB")
    for part in path.relative_to(site.root / "docs").with_suffix("").parts:
        if not _NAME.fullmatch(part):
            yield Problem(name, 0, f"`{part}` is not kebab-case", "use small letters, digits and single hyphens")


def _line(data: bytes, what: bytes) -> int:
    return data[: data.index(what)].count(b"\n") + 1


def _places(site: Site) -> Iterator[Problem]:
    """Files that the site has no place for, links to other places, names that are one on some machines."""
    names: dict[str, str] = {}
    for path in sorted(path for folder in ("docs", "notebooks") for path in _files(site.root / folder)):
        name = path.relative_to(site.root).as_posix()
        place = _PLACES.get(path.suffix)
        if path.is_symlink():
            yield Problem(name, 0, "file is a symbolic link", "put the file itself there")
        elif not place or not PurePath(name).is_relative_to(place):
            known = f"files of this kind lie under {place}/" if place else f"use one of {', '.join(sorted(_PLACES))}"
            yield Problem(name, 0, f"file of the kind `{path.suffix or 'none'}` has no place here", known)
        elif (other := names.setdefault(name.casefold(), name)) != name:
            yield Problem(name, 0, f"name differs from {other} only in capitals", "rename it: on some machines both are one file")


def _files(folder: Path) -> Iterator[Path]:
    """All files and all symbolic links below ``folder``, without what editors and Python keep there."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path
