"""Content rules in the build. In: all pages and notebooks. Out: nothing, or one error that lists every problem.

The same rules as ``make check``, without the two that run programs of their own (spelling, Markdown style).
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from handbook import rules, site
from handbook.problems import report


@event_priority(200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Stop before anything is rendered from content that is known to be broken."""
    problems = rules.check(site.load())
    if problems:
        raise PluginError(f"{len(problems)} problem(s) in the content:\n{report(problems)}")
