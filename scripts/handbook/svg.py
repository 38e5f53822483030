"""Matplotlib's SVG made small and the same on every run. In: an SVG text. Out: one without dates, comments and idle digits."""

from __future__ import annotations

import re

_NOISE = re.compile(r"<\?xml.*?\?>\s*|<!DOCTYPE.*?>\s*|<metadata>.*?</metadata>\s*|<!--.*?-->\s*", re.S)
_NUMBER = re.compile(r"(>[^<]*<)|-?\d+\.\d+")  # text between tags is left as it is


def slim(svg: str) -> str:
    """``svg`` with coordinates rounded to a hundredth of a point, a line break after each tag, and no metadata."""
    svg = _NOISE.sub("", svg)
    svg = _NUMBER.sub(lambda m: m.group(1) or f"{float(m.group()):.2f}".rstrip("0").rstrip("."), svg)
    return re.sub(r"\s*\n\s*", "\n", svg).strip() + "\n"
