"""Math at build time. In: ``$`...`$`` and math fences, as markdown-katex reads them. Out: KaTeX's HTML and MathML in the page.

markdown-katex would start a process a formula; its renderer is exchanged at the one function that it calls. Headings
with a formula get a plain label for the contents list, and pages with math are marked for the template.
"""

from __future__ import annotations

import logging
import re

from markdown_katex import wrapper
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook import tex
from handbook.chapter import parse

_FORMULA = re.compile(r"\$`([^`]+)`\$")


def on_config(config: MkDocsConfig) -> None:
    """Give markdown-katex the renderer of this project, and no reason to look for a KaTeX program."""
    wrapper.tex2html = lambda source, options=None: tex.render_hidden(source, bool((options or {}).get("display-mode")))
    wrapper.parse_options = dict
    # It warns of formulas that a partial rendering, such as that of a heading for the contents list, does not contain.
    logging.getLogger("markdown_katex.extension").setLevel(logging.ERROR)


def on_page_markdown(markdown: str, page: Page, **_: object) -> str | None:
    """Name headings with math in plain words, so that contents list, page title and browser tab stay readable."""
    if not page.file.src_uri.endswith(".md"):
        return None
    lines = markdown.split("\n")
    shift = 1 - parse(markdown).body_line
    for heading in parse(markdown).headings:
        if _FORMULA.search(heading.text):
            line = lines[heading.line - 1 + shift]
            label = _FORMULA.sub(lambda m: tex.plain(m.group(1)), heading.text).replace('"', "")
            lines[heading.line - 1 + shift] = re.sub(r"\s*\{[^{}]*#([\w-]+)[^{}]*\}\s*$", rf' {{ #\1 data-toc-label="{label}" }}', line)
    return "\n".join(lines)


def on_page_content(html: str, page: Page, **_: object) -> None:
    """Tell the template whether the page needs KaTeX's stylesheet and fonts."""
    page.meta["math"] = 'class="katex' in html


def on_post_page(output: str, **_: object) -> str:
    """Take out the marks that kept formulas from the search index."""
    return output.replace(tex.HIDDEN, "")
