"""Time the stages of one build. In: the tree of the current folder. Out: a JSON object, stage to processor seconds, as the last line.

Usage: python scripts/bench_stages.py TARGET_FOLDER      (run by ``scripts/bench.py --stages``)

Each handler of each hook and plugin is timed under its file's name; renderers that several of them call (formulas,
diagrams, code, Markdown, templates) are stages of their own. A stage's time is its own: what another stage takes
inside of it is not counted twice, so the stages add up to the build.
"""

from __future__ import annotations

import functools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any


class Stopwatch:
    """Processor seconds a stage; a stage that runs inside another one stops the other's clock."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._clock, self._running, self._since = clock, ["other"], clock()

    def _switch(self) -> None:
        now = self._clock()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, whose time counts for ``stage``."""

        @functools.wraps(function)
        def run(*arguments: Any, **options: Any) -> Any:
            self._switch()
            self._running.append(stage)
            try:
                return function(*arguments, **options)
            finally:
                self._switch()
                self._running.pop()

        return run

    def result(self) -> dict[str, float]:
        """All stages so far, the longest first."""
        self._switch()
        return dict(sorted(self.seconds.items(), key=lambda row: -row[1]))


def stage_of(handler: Callable[..., Any]) -> str:
    """What a hook's or plugin's event handler counts for: ``hook glossary``, ``plugin search``."""
    module = handler.__module__
    if (
        path := str(getattr(sys.modules.get(module), "__file__", "") or getattr(handler, "__globals__", {}).get("__file__", ""))
    ) and "/hooks/" in path:
        return f"hook {path.rpartition('/')[2].removesuffix('.py')}"
    return f"plugin {module.removesuffix('.plugin').rpartition('.')[2]}"


def watch_all(watch: Stopwatch) -> None:
    """Time the renderers that several handlers call."""
    import jinja2
    import markdown
    from mkdocs.commands import build
    from mkdocs.structure import files
    from pymdownx.highlight import Highlight

    from handbook import mermaid, tex

    for owner, name, stage in (
        (tex, "prepare", "math"),
        (mermaid, "render", "diagrams"),
        (Highlight, "highlight", "code blocks"),
        (markdown.Markdown, "convert", "Markdown"),
        (jinja2.Template, "render", "templates"),
        (jinja2.Environment, "get_template", "templates"),
        (files.Files, "copy_static_files", "files"),
        (build, "get_files", "files"),
        (build, "get_navigation", "navigation"),
    ):
        setattr(owner, name, watch.timed(stage, getattr(owner, name)))


def watch_events(watch: Stopwatch, config: Any) -> None:
    """Time the handlers of hooks and plugins."""
    for handlers in config.plugins.events.values():
        handlers[:] = [watch.timed(stage_of(handler), handler) for handler in handlers]


def main() -> int:
    from mkdocs.commands import build
    from mkdocs.config import load_config

    watch = Stopwatch()
    watch_all(watch)
    config = load_config("mkdocs.yml", site_dir=sys.argv[1])
    watch_events(watch, config)
    config.plugins.on_startup(command="build", dirty=False)
    build.build(config)
    print(json.dumps(watch.result()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
