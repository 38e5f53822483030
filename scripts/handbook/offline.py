"""The site as a web app. In: the built site. Out: the service worker and its list of files, the manifest's icons.

Every page carries a mark in the place of the release's name. The release is named after what the site holds, so the same
site has the same name; then the mark is replaced in all pages.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from handbook.paths import NODE_MODULES, ROOT

MARK = "release-of-this-build"
LIST, WORKER, PAGE = "offline.json", "sw.js", "offline.html"
SOURCE = ROOT / "scripts" / "offline" / "service-worker.js"
# What every page loads; everything else is kept once it was opened. Patterns of names below the site's folder.
SHELL = ("offline.html", "assets/logo.svg", "assets/stylesheets/*.css", "assets/javascripts/bundle.*.js", "assets/javascripts/*.js")
_NOT_IN_SHELL = re.compile(r"practice\.css$|(minisearch|search|ts-fsrs)\.js$")
# Kept by nobody: what robots read, what the theme brings and the site does not use, and downloads.
_LEFT_OUT = re.compile(
    r"404\.html|offline\.json|sw\.js|robots\.txt|llms\.txt|questions\.json|.*\.(map|gz)|downloads/.+\.(?!html).*"
    r"|assets/(javascripts/(lunr|workers)/|images/|icons/|social|screenshot).*"
)
_PACKED = {".woff2", ".png"}  # as small on the wire as on disk


@dataclass(frozen=True)
class Release:
    """The name of a build, what its pages can be kept with, and the size of each file on the wire, in KB."""

    name: str
    files: dict[str, tuple[str, int]]
    shell: tuple[str, ...]


def address(name: str) -> str:
    """A file's address below the site's own: ``a/index.html`` is ``a/``."""
    return re.sub(r"(^|/)index\.html$", r"\1", name)


def release(site: Path) -> Release:
    """Hash and size (on the wire, in KB) of every file that can be kept; the release is named after all of them and the worker's source."""
    files, whole = {}, hashlib.sha256(SOURCE.read_bytes())
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or _LEFT_OUT.fullmatch(name):
            continue
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:12]
        wire = len(data) if path.suffix in _PACKED else len(gzip.compress(data, 6, mtime=0))
        files[address(name)] = (digest, -(-wire // 1000))
        whole.update(f"{name} {digest}\n".encode())
    shell = tuple(
        sorted({p.relative_to(site).as_posix() for pattern in SHELL for p in site.glob(pattern) if not _NOT_IN_SHELL.search(p.name)})
    )
    return Release(whole.hexdigest()[:12], files, shell)


def write(site: Path) -> Release:
    """Name the release in all pages; write the worker and its list."""
    made = release(site)
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(MARK, made.name), encoding="utf-8")
    listing = {"release": made.name, "files": {name: list(row) for name, row in made.files.items()}}
    (site / LIST).write_text(json.dumps(listing, separators=(",", ":")) + "\n", encoding="utf-8")
    defines = {"RELEASE": made.name, "SHELL": list(made.shell), "process.env.NODE_ENV": "production"}
    (site / WORKER).write_text(bundle(SOURCE, defines), encoding="utf-8")
    return made


def bundle(source: Path, defines: dict[str, object], *options: str) -> str:
    """A script with all that it imports, by esbuild's own program: no Node.js is needed."""
    found = sorted((NODE_MODULES / "@esbuild").glob("*/bin/esbuild*")) + sorted((NODE_MODULES / "@esbuild").glob("*/esbuild.exe"))
    if not found:
        raise FileNotFoundError("node_modules/@esbuild is missing; run `make setup`")
    command = [str(found[0]), str(source), "--bundle", "--minify", "--format=iife", "--target=es2022", "--legal-comments=none", *options]
    command += [f"--define:{name}={json.dumps(value)}" for name, value in defines.items()]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise ValueError(f"esbuild cannot bundle {source.name}: {result.stderr.strip()}")
    return result.stdout


def icon(logo: str, size: int, full: bool = False) -> bytes:
    """The logo as a PNG picture; ``full`` fills the square and keeps the drawing inside the circle that a phone may cut out."""
    if full:
        box, inner = re.search(r"<svg[^>]*>(.*)</svg>", logo, re.S), re.search(r'<rect[^>]*fill="([^"]+)"[^>]*/>', logo)
        if not box or not inner:
            raise ValueError("docs/assets/logo.svg has no <rect> as its ground; correct `icon` in scripts/handbook/offline.py")
        ground = f'<rect width="32" height="32" fill="{inner.group(1)}"/>'
        drawing = f'<g transform="translate(16 16) scale(.8) translate(-16 -16)">{box.group(1).replace(inner.group(), "")}</g>'
        logo = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{ground}{drawing}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=logo, width=size, height=size, skip_system_fonts=True))


def manifest(name: str, description: str, icons: dict[str, tuple[int, str]]) -> str:
    """The web app manifest; addresses are relative to it, so that the site can be published anywhere."""
    data = {
        "id": "./",
        "name": name,
        "short_name": "ML Handbook",
        "description": description,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "lang": "en",
        "categories": ["education", "books"],
        "background_color": "#ffffff",
        "theme_color": "#0b5d66",
        "icons": [
            {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose} for path, (size, purpose) in icons.items()
        ],
    }
    return json.dumps(data, indent=1) + "\n"
