"""Renew the locks. In: pyproject.toml, package.json. Out: locks/*.txt with hashes for every platform, package-lock.json.

The site's lock is a part of the tests' lock, so both install the same versions.
"""

from __future__ import annotations

import subprocess
import sys

from handbook.paths import ROOT

_COMPILE = [
    *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version=3.11", "--generate-hashes"),
    *("--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links", "--fork-strategy=fewest"),
]


def main() -> int:
    upgrade = sys.argv[1:]
    jobs = (
        [*_COMPILE, "pyproject.toml", "--group=test", "--output-file=locks/test.txt", *upgrade],
        [*_COMPILE, "pyproject.toml", "--constraint=locks/test.txt", "--output-file=locks/site.txt", *upgrade],
        [*_COMPILE, "pyproject.toml", "--group=release", "--constraint=locks/test.txt", "--output-file=locks/release.txt", *upgrade],
        [*_COMPILE, "--group=pyproject.toml:node", "--output-file=locks/node.txt", *upgrade],
        [sys.executable, "scripts/npm.py", "install", "--package-lock-only"],
    )
    for job in jobs:
        subprocess.run(job, cwd=ROOT, check=True)
    print("Renewed locks/ and package-lock.json.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
