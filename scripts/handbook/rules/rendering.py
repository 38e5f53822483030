"""What a renderer can refuse: formulas and diagrams."""

from __future__ import annotations

from collections.abc import Iterator

from handbook import mermaid, tex
from handbook.chapter import Chapter
from handbook.problems import ContentError, Problem
from handbook.site import Site


def problems(site: Site) -> Iterator[Problem]:
    """Formulas that KaTeX and diagrams that Mermaid's parser reject, with their own messages."""
    for name, page in site.pages.items():
        yield from rendered(name, page)


def rendered(name: str, page: Chapter, first_line: int = 1) -> Iterator[Problem]:
    """The same for one text, whose first line is line ``first_line`` of the file."""
    for formula in page.formulas:
        try:
            tex.render(formula.tex, formula.display)
        except ContentError as error:
            yield Problem(name, first_line - 1 + formula.line + error.offset, error.what, error.remedy)
    for fence in page.fences:
        if fence.info.split(" ")[0] == "mermaid":
            try:
                mermaid.render(fence.text)
            except ContentError as error:
                yield Problem(name, first_line + fence.line + error.offset, error.what, error.remedy)
