"""What readers take along. In: the built site. Out: the files of the named formats in the site's downloads folder.

Usage: python scripts/release.py [--site DIR] [FORMAT ...]

Each format is a function that takes the site's folder and returns the path of what it wrote; without names, all are made.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from handbook import offline_zip
from handbook.paths import ROOT

FORMATS: dict[str, Callable[[Path], Path]] = {"zip": offline_zip.write}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (default: site/)")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=f"what to make: {', '.join(FORMATS)} (default: all)")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.formats if name not in FORMATS]:
        parser.error(f"unknown format `{unknown[0]}`; use {', '.join(FORMATS)}")
    if not (arguments.site / "index.html").exists():
        raise SystemExit(f"{arguments.site} holds no built site; run `make build`")
    for name in arguments.formats or FORMATS:
        start = time.monotonic()
        made = FORMATS[name](arguments.site)
        print(f"{name}: {made}, {made.stat().st_size / 1e6:.1f} MB in {time.monotonic() - start:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
