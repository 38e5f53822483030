"""KaTeX's fonts, cut to the characters that the site shows. In: fonts and characters. Out: WOFF2 files of a fraction of the size.

Cut fonts are kept in ``.cache/fonts`` under a hash of the font and of the characters, so that a second build does not
cut again. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from handbook.paths import CACHE


def subset(font: Path, characters: set[str]) -> bytes:
    """The WOFF2 file ``font`` with the glyphs of ``characters`` alone."""
    data = font.read_bytes()
    key = hashlib.sha256(data + "".join(sorted(characters)).encode()).hexdigest()[:24]
    cached = CACHE / "fonts" / f"{key}.woff2"
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        cached.write_bytes(_cut(data, characters))
    return cached.read_bytes()


def _cut(data: bytes, characters: set[str]) -> bytes:
    options = Options(flavor="woff2", hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(text="".join(sorted(characters)))
    cutter.subset(font)
    font.flavor = "woff2"
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()
