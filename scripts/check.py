"""Check the content rules. In: docs/ and notebooks/. Out: one line a problem, `path:line: problem; remedy`, and exit status 1.

Usage: python scripts/check.py [FILE ...]      (default: everything)
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from handbook import rules, site
from handbook.paths import DOCS, NOTEBOOKS, ROOT
from handbook.problems import Problem, relative, report

_PROSE = ("README.md", "CONTRIBUTING.md")


def spelling(paths: list[str]) -> list[Problem]:
    """Misspelled words, found by typos (settings in pyproject.toml)."""
    found = []
    for row in _run("typos", "--format=json", "--force-exclude", *paths):
        entry = json.loads(row)
        if entry.get("type") == "typo":
            better = " or ".join(f"`{word}`" for word in entry["corrections"]) or "another word"
            found.append(
                Problem(
                    relative(entry["path"]),
                    entry.get("line_num", 0),
                    f"`{entry['typo']}` is misspelled",
                    f"write {better} (or allow the word under [tool.typos] in pyproject.toml)",
                )
            )
    return found


def markdown_style(paths: list[str]) -> list[Problem]:
    """Markdown that renders differently than it looks, found by rumdl (settings in pyproject.toml)."""
    pages = [path for path in paths if path.endswith(".md") or (ROOT / path).is_dir()]
    output = "\n".join(_run("rumdl", "check", "--no-cache", "--output-format=json", *pages)) if pages else ""
    return [
        Problem(relative(w["file"]), w["line"], f"{w['message']} ({w['rule']})", "see CONTRIBUTING.md, Markdown style")
        for w in (json.loads(output) if output.strip() else [])
    ]


def _run(tool: str, *arguments: str) -> list[str]:
    program = shutil.which(tool, path=sysconfig.get_path("scripts")) or shutil.which(tool)
    if program is None:
        raise SystemExit(f"{tool} is not installed; run `make setup-test`")
    result = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1, 2):
        raise SystemExit(f"{tool} failed: {result.stderr.strip()[:400]}")
    return result.stdout.splitlines()


def main() -> int:
    only = {relative(Path(name).resolve()) for name in sys.argv[1:]} or None
    for name in sorted(only or ()):
        if not (ROOT / name).exists():
            print(f"{name}:0: file does not exist; name a page under docs/ or a notebook under notebooks/", file=sys.stderr)
            return 1
    paths = sorted(only) if only else [relative(DOCS), relative(NOTEBOOKS), *(name for name in _PROSE if (ROOT / name).exists())]
    problems = rules.check(site.load(only=only), only) + spelling(paths) + markdown_style(paths)
    if problems:
        print(report(problems))
        print(f"\n{len(set(problems))} problem(s).", file=sys.stderr)
        return 1
    print("No problems found.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
