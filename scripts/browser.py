"""The browser for tests. In: the machine. Out: the path of a Chrome or Chromium, installed where that is missing and possible.

Usage: python scripts/browser.py [--install]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
# A browser that talks to nobody but the page under test, as root in a container, too.
ARGUMENTS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps", "--mute-audio"),
)
REMEDY = "Install Chrome or Chromium (Debian: `sudo apt-get install chromium`), or set CHROME to its path."


def find() -> str | None:
    """The browser's path: $CHROME, then the names on the PATH, then the usual places."""
    candidates = [os.environ.get("CHROME"), *(shutil.which(name) for name in _NAMES), *_PLACES]
    return next((path for path in candidates if path and Path(path).exists()), None)


def install() -> None:
    """Install Debian's Chromium, where this is a Debian and the user may."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise SystemExit(f"No Chrome or Chromium found. {REMEDY}")
    print("Installing Chromium for the browser tests (once) ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            raise SystemExit(f"`{' '.join(command)}` failed. {REMEDY}")


def main() -> int:
    if not find() and "--install" in sys.argv:
        install()
    path = find()
    if path is None:
        raise SystemExit(f"No Chrome or Chromium found. {REMEDY}")
    if "--install" not in sys.argv:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
