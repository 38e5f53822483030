"""What a renderer can refuse: formulas and diagrams."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook import mermaid, svg, tex
from handbook.chapter import Chapter
from handbook.problems import ContentError, Problem, kept
from handbook.site import Site

_REFUSED = re.compile(r"\\(?:href|url|includegraphics|html[A-Z]\w*)(?![A-Za-z])")  # KaTeX shows them in red
_STYLED = re.compile(r"^[ \t]*(?:%%\{|(?:style|classDef|linkStyle|click)\b)", re.M)


def problems(site: Site) -> Iterator[Problem]:
    """Formulas that KaTeX and diagrams that Mermaid's parser reject, with their own messages."""
    for name, page in site.pages.items():
        if site.asks(name):
            yield from kept(lambda name=name, page=page: rendered(name, page), "rendering", name, page.text)


def rendered(name: str, page: Chapter, first_line: int = 1) -> Iterator[Problem]:
    """The same for one text, whose first line is line ``first_line`` of the file."""
    tex.prepare((formula.tex, formula.display) for formula in page.formulas)
    for formula in page.formulas:
        if refused := _REFUSED.search(formula.tex):
            line = first_line - 1 + formula.line + formula.tex.count("\n", 0, refused.start())
            yield Problem(name, line, f"formula has `{refused.group()}`", "put links and pictures into the text")
            continue
        try:
            tex.render(formula.tex, formula.display)
        except ContentError as error:
            yield Problem(name, first_line - 1 + formula.line + error.offset, error.what, error.remedy)
    for fence in page.fences:
        if fence.info.split(" ")[0] == "mermaid":
            if styled := _STYLED.search(fence.text):
                line = first_line + fence.line + fence.text.count("\n", 0, styled.start())
                yield Problem(
                    name, line, f"diagram has a line `{styled.group().strip()}`", "take it out: the site's style gives the colors"
                )
                continue
            try:
                if found := svg.refused(mermaid.render(fence.text)):
                    yield Problem(
                        name, first_line - 1 + fence.line, f"diagram draws `{found[1]}`", "leave out links, pictures and HTML of its own"
                    )
            except ContentError as error:
                yield Problem(name, first_line + fence.line + error.offset, error.what, error.remedy)
