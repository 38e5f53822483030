"""Names for landmarks that the theme leaves without one, and tables without empty header cells. In and out: finished pages.

A rule that no longer matches the theme's markup stops the build, so that none outlives its reason.
"""

from __future__ import annotations

import re

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

_EVERYWHERE = {'data-md-component="search" role="dialog"': 'data-md-component="search" role="dialog" aria-label="Search"'}
_EMPTY = re.compile(r"<th([^>]*)>\s*</th>")  # a header cell that names nothing is a plain cell
_WHERE_PRESENT = {'<nav class="md-tags"': '<nav class="md-tags" aria-label="Topics"'}


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Label the search dialog and the list of topics; make empty header cells plain ones."""
    return _EMPTY.sub(r"<td\1></td>", _labelled(output, page.file.src_uri))


def on_post_template(output: str, template_name: str, **_: object) -> str:
    """The same for the page that says that a page is missing."""
    return _labelled(output, template_name) if template_name == "404.html" else output


def _labelled(output: str, name: str) -> str:
    for old, new in _EVERYWHERE.items():
        if old not in output:
            raise PluginError(f"{name}: the theme no longer writes `{old}`; correct scripts/hooks/accessibility.py")
        output = output.replace(old, new)
    for old, new in _WHERE_PRESENT.items():
        output = output.replace(old, new)
    return output
