"""The site as a ZIP file that opens from disk. In: the built site. Out: downloads/ml-interview-handbook.zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

FILE = "downloads/ml-interview-handbook.zip"
_FOLDER = "ml-interview-handbook"
_LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "llms.txt")


def write(site: Path) -> Path:
    """Pack the site; the same site gives the same bytes."""
    target = site / FILE
    target.parent.mkdir(exist_ok=True)
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            if name not in _LEFT_OUT and not name.startswith("downloads/"):
                _add(archive, f"{_FOLDER}/{name}", (site / name).read_bytes())
    return target


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    archive.writestr(info, data)
