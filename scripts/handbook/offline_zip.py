"""The site as a ZIP file that opens from disk. In: the built site. Out: downloads/ml-interview-handbook.zip.

A browser lets a page at file:// load scripts, styles and pictures, but fetch no data, import no modules and start no
worker. So links name their ``index.html``, data become scripts, modules become one bundle, the search's worker becomes a
text, and fonts move into their stylesheet. ``scripts/offline/from-disk.js`` gives the pages' scripts what they ask for.
"""

from __future__ import annotations

import base64
import html
import json
import posixpath
import re
import tempfile
import zipfile
from pathlib import Path

from handbook import downloads, offline
from handbook.paths import ROOT

FILE = "downloads/ml-interview-handbook.zip"
_FOLDER = "ml-interview-handbook"
_SHIM = ROOT / "scripts" / "offline" / "from-disk.js"
_SCRIPTS = "assets/javascripts"
# What only a host needs, what the theme brings and the site does not use, and what goes in in another form.
_LEFT_OUT = re.compile(
    r"(404|offline)\.html|sw\.js|offline\.json|manifest\.webmanifest|sitemap\.xml(\.gz)?|(robots|llms)\.txt|questions\.json|.*\.map"
    r"|downloads/.*\.(zip|epub|pdf)|search/.*|practice/data/.*|assets/(icons|images)/.*|assets/(social|screenshot).*|.*\.woff2"
    rf"|{_SCRIPTS}/(lunr|workers|practice)/.*|{_SCRIPTS}/(search|minisearch|ts-fsrs|offline)\.js"
)
_HEAD = re.compile(
    r'\s*<(?:link rel="(?:manifest|apple-touch-icon|preload)"|meta (?:name="release"|http-equiv="Content-Security-Policy"))[^>]*>'
)
_LINK = re.compile(r'(<a\b[^>]*?\shref=)(?:"([^"]*)"|([^\s">]+))')
_CANONICAL = re.compile(r'<link rel="?canonical"? href="([^"]*)"')
_FEATURES = re.compile(r'(?<="features": )\[[^\]]*\]')
_FONT = re.compile(r"url\((fonts/[^)]+)\)")


def write(site: Path) -> Path:
    """Pack the site; the same site gives the same bytes."""
    target = site / FILE
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(contents(site).items()):
            info = zipfile.ZipInfo(f"{_FOLDER}/{name}", (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, data)
    return target


def contents(site: Path) -> dict[str, bytes]:
    """Name and content of every file of the archive."""
    names = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    packed = {name: path for name, path in names.items() if not _LEFT_OUT.fullmatch(name)}
    home = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    made = {}
    for name, path in packed.items():
        data = path.read_bytes()
        if name.endswith(".html"):
            data = page(downloads.without(data.decode()), name, set(packed), home.group(1) if home else "").encode()
        elif name.endswith("/katex.min.css"):
            data = _FONT.sub(lambda font, folder=path.parent: f"url({_inline(folder / font.group(1))})", data.decode()).encode()
        made[name] = data
    for name in names:
        if name.startswith("practice/data/"):
            made[f"{name}.js"] = _data(name, names[name].read_text(encoding="utf-8").strip())
    made["search/search_index.js"] = f"var __index = {(site / 'search/search_index.json').read_text(encoding='utf-8')};\n".encode()
    made["search/worker.js"] = _data("search", json.dumps(worker(site), ensure_ascii=False))
    made[f"{_SCRIPTS}/modules.js"] = modules(site).encode()
    made[f"{_SCRIPTS}/from-disk.js"] = _SHIM.read_bytes()
    return made


def page(text: str, name: str, packed: set[str], home: str) -> str:
    """A page with links that a disk can follow; what is not in the archive is linked on the site at ``home``."""
    folder = posixpath.dirname(name)

    def link(found: re.Match[str]) -> str:
        target = html.unescape(found[2] if found[2] is not None else found[3])
        return f'{found[1]}"{html.escape(_address(target, folder, packed, home))}"'

    up = posixpath.relpath(".", folder or ".")
    script = f'<head><script src="{posixpath.join(up, _SCRIPTS, "from-disk.js")}"></script>'
    opened, count = re.subn(r"<head>", script, text, count=1)
    if not count:
        raise ValueError(f"{name} has no <head>; correct scripts/handbook/offline_zip.py")
    return _LINK.sub(link, _FEATURES.sub(_without_instant, _HEAD.sub("", opened)))


def _without_instant(features: re.Match[str]) -> str:
    """Instant navigation fetches pages; from disk the theme's scripts would wait for it in vain."""
    return json.dumps([name for name in json.loads(features.group()) if not name.startswith("navigation.instant")])


def _address(target: str, folder: str, packed: set[str], home: str) -> str:
    if re.match(r"[a-z][a-z+.-]*:|//|#|$", target):
        return target
    path, rest = re.fullmatch(r"([^?#]*)(.*)", target, re.S).groups()
    place = posixpath.normpath(posixpath.join(folder, path))
    place = "" if place == "." else place
    if place in packed:
        return target
    if posixpath.join(place, "index.html") in packed:
        return posixpath.join(path, "index.html") + rest
    return home + place + ("/" if path.endswith("/") else "") + rest


def _inline(font: Path) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}"


def _data(name: str, content: str) -> bytes:
    return f"handbookData[{json.dumps(name)}] = {content};\n".encode()


def worker(site: Path) -> list[str]:
    """The search's worker as parts of one text: its files, the engine, and the worker itself, which reads its own address."""
    files = {name: (site / "search" / name).read_text(encoding="utf-8") for name in ("heads.json", "texts.json")}
    given = ", ".join(f"{json.dumps(name)}: {content}" for name, content in files.items())
    before = f"const given = {{ {given} }};\n"
    before += 'self.fetch = async url => ({ json: async () => given[String(url).split("/").pop()] });\nself.importScripts = () => {};\n'
    engine = (site / _SCRIPTS / "minisearch.js").read_text(encoding="utf-8")
    source = (site / _SCRIPTS / "search.js").read_text(encoding="utf-8")
    return [before, engine, f'\n(location => {{\n{source}\n}})("file:///{_SCRIPTS}/search.js");\n']


def modules(site: Path) -> str:
    """All modules that pages import, as one classic script that sets ``handbookModules``."""
    folder = site / _SCRIPTS
    names = ["offline", *(f"practice/{path.stem}" for path in sorted((folder / "practice").glob("*.js")))]
    lines = [f"import * as m{i} from {json.dumps((folder / name).as_posix() + '.js')};" for i, name in enumerate(names)]
    lines.append(f"globalThis.handbookModules = {{ {', '.join(f'{json.dumps(name)}: m{i}' for i, name in enumerate(names))} }};")
    with tempfile.TemporaryDirectory() as made:
        entry = Path(made) / "modules.js"
        entry.write_text("\n".join(lines), encoding="utf-8")
        return offline.bundle(entry, {"import.meta.url": "file:///"})
