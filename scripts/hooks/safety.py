"""Nothing acts but the site's own scripts. In: each page's content, the finished site. Out: sanitized content, a content security policy.

The policy stands in every page: scripts come from files of the site, or are those that the templates write into the pages,
each allowed by its hash. The theme exchanges pages without a reload and keeps the policy of the first one, so all pages
share one list of hashes. A page's content is sanitized before, so no script of a contribution can get into that list.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from handbook import cache, sanitize

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)  # a script with a type other than JavaScript's is data
_CHARSET = '<meta charset="utf-8">'
_SHARE = '<a href="javascript:void(0)" class="md-search__icon md-icon"'  # the theme's script sets the address of the search's share link
# Formulas carry style attributes; `style-src` is for browsers that do not know the two finer directives after it. Icons of
# the theme are data: pictures in its stylesheet. What is not named (frames, plugins, media) is not allowed.
_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; style-src-elem 'self'; "
    "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_log = logging.getLogger("mkdocs.hooks.safety")
_served = False


def on_startup(command: str, **_: object) -> None:
    """While serving, the live reload adds a script of its own to each page: no policy then."""
    global _served
    _served = command == "serve"


@event_priority(75)
def on_page_content(html: str, page: Page, **_: object) -> str:
    """Sanitize what Markdown made of a page or notebook, before other hooks read it and add what is the site's own."""
    cleaned, tag = cache.store().made(lambda: sanitize.checked(html), "sanitized", html)
    if tag:
        _log.warning(f"{page.file.src_uri}: HTML that the site does not allow was taken out: `{tag[:80]}`; write Markdown")
    return cleaned


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the policy into every page, as the first thing after the encoding, and take out the theme's one link that it forbids."""
    if _served:
        return
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(Path(config.site_dir).rglob("*.html"))}
    policy = _POLICY.format(hashes=" ".join(sorted({_hash(script) for page in pages.values() for script in _SCRIPT.findall(page)})))
    for path, page in pages.items():
        head, found, rest = page.partition(_CHARSET)
        for markup, there in ((_CHARSET, found and "<script" not in head), (_SHARE, _SHARE in rest)):
            if not there:
                name = path.relative_to(config.site_dir).as_posix()
                raise PluginError(f"{name}: the theme no longer writes `{markup}`; correct scripts/hooks/safety.py")
        rest = rest.replace(_SHARE, _SHARE.replace("javascript:void(0)", "#"))
        path.write_text(f'{head}{found}<meta http-equiv="Content-Security-Policy" content="{policy}">{rest}', encoding="utf-8")


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
