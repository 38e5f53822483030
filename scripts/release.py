"""What readers take along. In: the built site. Out: the files of the named formats in the site's downloads folder.

Usage: python scripts/release.py [--site DIR] [FORMAT ...]

Each format is a function that takes the site's folder and returns the path of what it wrote; without names, all are made.
At the end the downloads page of the site lists every file that is there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from handbook import anki, downloads, edition, epub, offline_zip, pdf
from handbook.book import BookError
from handbook.paths import ROOT

FORMATS: dict[str, Callable[[Path], Path]] = {
    "zip": offline_zip.write,
    "epub": epub.write,
    "pdf": pdf.write,
    "cheat-sheet": pdf.write_cheat_sheet,
}
FILES = {
    offline_zip.FILE: ("Website (ZIP)", "The site as it is. Unpack it and open index.html: navigation and search work from your disk."),
    epub.FILE: ("E-book (EPUB)", "For e-readers and phones: every chapter, notebook and answer, formulas as real math."),
    pdf.FILE: ("Book (PDF)", "For paper and tablets, A4: the same, with page numbers and bookmarks."),
    pdf.CHEAT_SHEET: ("Cheat sheet (PDF)", "Two sides of A4 for the last evening."),
    anki.FILE: ("Flash cards (Anki)", "All questions with their answers, for the Anki app."),
}


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
        try:
            made = FORMATS[name](arguments.site)
        except BookError as error:
            raise SystemExit(str(error)) from None
        print(f"{name}: {made}, {downloads.size(made.stat().st_size)} in {time.monotonic() - start:.0f} s", flush=True)
    downloads.fill(arguments.site, FILES, edition.read(arguments.site))
    return 0


if __name__ == "__main__":
    sys.exit(main())
