"""A content security policy. In: the finished site. Out: every page with a policy that lets only the site's own scripts run.

Scripts come from files of the site, or are those that the theme writes into its pages, each allowed by its hash. Pages
that the theme exchanges without a reload keep the policy of the first one, so all pages share one list of hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)  # a script with a type other than JavaScript's is data
_CHARSET = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)
_served = False


def on_startup(command: str, **_: object) -> None:
    """While serving, the live reload adds a script of its own to each page: no policy then."""
    global _served
    _served = command == "serve"


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the policy into every page, as the first thing after the encoding."""
    if _served:
        return
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(Path(config.site_dir).rglob("*.html"))}
    hashes = sorted({_hash(script) for page in pages.values() for script in _SCRIPT.findall(page)})
    policy = _POLICY.format(hashes=" ".join(hashes))
    for path, page in pages.items():
        path.write_text(page.replace(_CHARSET, f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">', 1), encoding="utf-8")


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
