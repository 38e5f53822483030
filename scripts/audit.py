"""Measure the built site as a phone meets it. In: the content. Out: Lighthouse's scores and figures, a row a page.

Usage: python scripts/audit.py [--runs N] [--report DIR] [PATH ...]

The site is built, served with gzip on localhost, and opened by Lighthouse's mobile profile with simulated throttling.
Scores are medians of N runs. Nothing is compared with a budget here: the machine's load moves the times.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import browser

from handbook.paths import NODE_MODULES, ROOT

PAGES = (
    "",
    "fundamentals/logistic-regression/",
    "system-design/cases/ads-click-prediction/",
    "notebooks/k_means/",
    "reference/question-bank/",
    "practice/flash-cards/",
)
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FIGURES = {
    "LCP s": ("largest-contentful-paint", 1000),
    "CLS": ("cumulative-layout-shift", 1),
    "TBT ms": ("total-blocking-time", 1),
    "KB": ("total-byte-weight", 1000),
}
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static host: connections are kept, text is sent compressed, directories by their index."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, compressed where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.exists() or path.suffix not in _COMPRESSED:
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """A running server of ``folder`` and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://localhost:{server.server_port}/"


def lighthouse(url: str, chrome: str) -> dict:
    """One report of Lighthouse on ``url``."""
    flags = " ".join(["--headless=new", *browser.ARGUMENTS[1:]])
    command = [
        str(NODE_MODULES / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        f"--chrome-flags={flags}",
    ]
    command += [f"--only-categories={','.join(_CATEGORIES)}", "--max-wait-for-load=45000"]
    result = subprocess.run(command, env={**os.environ, "CHROME_PATH": chrome}, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"Lighthouse failed on {url}: {result.stderr.strip()[-600:]}")
    return json.loads(result.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="runs a page (default 3)")
    parser.add_argument("--report", type=Path, help="keep the last report of each page in this folder")
    parser.add_argument("pages", nargs="*", default=PAGES, help="paths on the site (default: one page of each kind)")
    arguments = parser.parse_args()
    chrome = browser.find()
    if chrome is None:
        raise SystemExit(browser.REMEDY)
    with tempfile.TemporaryDirectory() as folder:
        server, address = serve(Path(folder))
        environment = {**os.environ, "SITE_URL": address}
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", folder],
            cwd=ROOT,
            env=environment,
            check=True,
            stderr=subprocess.DEVNULL,
        )
        print(f"{'page':46}" + "".join(f"{name[:6]:>8}" for name in (*_CATEGORIES, *_FIGURES)))
        for page in arguments.pages:
            reports = [lighthouse(address + page, chrome) for _ in range(arguments.runs)]
            scores = [statistics.median(100 * r["categories"][c]["score"] for r in reports) for c in _CATEGORIES]
            figures = [statistics.median(r["audits"][key]["numericValue"] / unit for r in reports) for key, unit in _FIGURES.values()]
            print(f"{page or '(home)':46}" + "".join(f"{s:8.0f}" for s in scores) + "".join(f"{f:8.2f}" for f in figures), flush=True)
            failed = {
                key: audit["title"]
                for key, audit in reports[-1]["audits"].items()
                if audit["score"] == 0 and audit["scoreDisplayMode"] == "binary"
            }
            for key, title in failed.items():
                print(f"    {key}: {title}")
            if arguments.report:
                arguments.report.mkdir(parents=True, exist_ok=True)
                (arguments.report / f"{page.strip('/').replace('/', '_') or 'home'}.json").write_text(json.dumps(reports[-1]))
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
