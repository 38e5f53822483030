"""Picture files: shown somewhere, drawn by a source, small, what their names say, and without anything that runs."""

from __future__ import annotations

from collections.abc import Iterator

from handbook import cache, svg
from handbook.problems import Problem
from handbook.site import Site

PNG = b"\x89PNG\r\n\x1a\n"
_MAX_FIGURE, _MAX_PICTURE = 60_000, 300_000


def problems(site: Site) -> Iterator[Problem]:
    """Problems of the files below docs/assets/; none of them is a page, so they are looked at when all are."""
    if site.only is not None:
        return
    assets = site.root / "docs" / "assets"
    figures = assets / "figures"
    for path in sorted([*assets.rglob("*.svg"), *assets.rglob("*.png")]):
        if path.is_symlink() or not path.is_file():
            continue  # the rule for files tells of it
        name, data = path.relative_to(site.root).as_posix(), path.read_bytes()
        most = _MAX_FIGURE if path.is_relative_to(figures) else _MAX_PICTURE
        if len(data) > most:
            yield Problem(name, 0, f"picture has {len(data) // 1000} KB", f"draw less into it; at most {most // 1000} KB")
        if path.suffix == ".svg" and (found := cache.store().made(lambda data=data: svg.refused(data) or (), "refused", data)):
            line, what = found
            yield Problem(name, line, f"picture has `{what}`", "leave only what draws; run `make figures`")
        if path.suffix == ".png" and not data.startswith(PNG):
            yield Problem(name, 0, "file is no PNG picture", "save it as PNG")
    yield from _figures(site)


def _figures(site: Site) -> Iterator[Problem]:
    shown = {link.target.rpartition("/")[2] for page in site.pages.values() for link in page.links if link.picture}
    for path in sorted((site.root / "docs" / "assets" / "figures").glob("*.*")):
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
