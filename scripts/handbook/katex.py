"""The Markdown extension ``handbook.katex``: markdown-katex with this project's renderer.

markdown-katex finds the formulas; it would start a process for each of them, and one more to ask the program for its
options. Both functions that it calls for that are exchanged here, before the extension is made. What it puts into the
page is a mark of a few bytes that ``tex.unmark`` turns into KaTeX's markup at the very end, so that contents list, page
title and search index never meet a formula's markup.
"""

from __future__ import annotations

import logging
from typing import Any

from markdown_katex import wrapper
from markdown_katex.extension import KatexExtension

from handbook import tex


def makeExtension(**options: Any) -> KatexExtension:  # noqa: N802 (the name that Python-Markdown looks for)
    """An instance of markdown-katex's extension that renders with ``handbook.tex``."""
    wrapper.parse_options = lambda: {"insert_fonts_css": ""}
    wrapper.tex2html = lambda source, arguments=None: tex.mark(source, bool((arguments or {}).get("display-mode")))
    # It warns of formulas that a partial rendering, such as that of a heading for the contents list, does not contain.
    logging.getLogger("markdown_katex.extension").setLevel(logging.ERROR)
    return KatexExtension(insert_fonts_css=False, **options)
