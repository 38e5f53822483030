"""Names for landmarks that the theme leaves without one, and table headers that say what they head. In and out: pages.

A rule that no longer matches the theme's markup stops the build, so that none outlives its reason.
"""

from __future__ import annotations

import re

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

_EVERYWHERE = {'data-md-component="search" role="dialog"': 'data-md-component="search" role="dialog" aria-label="Search"'}
_EMPTY = re.compile(r"<th(?: [^>]*)?>\s*</th>")  # a header cell that names nothing is a plain cell
_HEADER = re.compile(r"<th(?=[ >])(?![^>]* scope=)")  # Markdown has header cells in the first row alone
_WHERE_PRESENT = {'<nav class="md-tags"': '<nav class="md-tags" aria-label="Topics"'}
# A part with a single page: the theme names its list by a label that it does not write.
_NAMED_BY = re.compile(r'aria-labelledby="(__nav_\w+_label)"(?=[^>]*>\s*<label[^>]*>\s*<span[^>]*></span>([^<]*))')


@event_priority(60)
def on_page_content(html: str, **_: object) -> str:
    """Say of header cells that they head columns, before other hooks take answers and rubrics out of the page."""
    return _HEADER.sub('<th scope="col"', _EMPTY.sub("<td></td>", html))


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Label the search dialog, the list of topics and lists of the navigation."""
    return _labelled(output, page.file.src_uri)


def on_post_template(output: str, template_name: str, **_: object) -> str:
    """The same for the pages that say that a page is missing, or not kept."""
    return _labelled(output, template_name) if template_name in ("404.html", "offline.html") else output


def _labelled(output: str, name: str) -> str:
    for old, new in _EVERYWHERE.items():
        if old not in output:
            raise PluginError(f"{name}: the theme no longer writes `{old}`; correct scripts/hooks/accessibility.py")
        output = output.replace(old, new)
    for old, new in _WHERE_PRESENT.items():
        output = output.replace(old, new)
    return _NAMED_BY.sub(lambda nav: nav.group() if f'id="{nav.group(1)}"' in output else f'aria-label="{nav.group(2).strip()}"', output)
