"""What set-up and workflows fetch: each package by its hash, from the registries' own clients, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from handbook.paths import ROOT

LOCKS = sorted((ROOT / "locks").glob("*.txt"))
COMMANDS = sorted(
    [ROOT / "Makefile", ROOT / ".ci" / "run", *(ROOT / "scripts").glob("*.py"), *(ROOT / ".github" / "workflows").glob("*.yml")]
)
# What is fetched without a hash, and why that is so.
KNOWN = {
    ("Makefile", "uv>=0.9,<1"): "the tool that writes the locks, for `make lock` alone",
    ("scripts/browser.py", "apt-get install"): "Debian's packages, which apt checks by signature",
    ("weekly.yml", "--upgrade pip"): "newest versions, in a job with read access",
    ("weekly.yml", "--upgrade --upgrade-strategy=eager"): "newest versions, in a job with read access",
    ("weekly.yml", "--upgrade properdocs"): "newest versions, in a job with read access",
}
FETCHES = re.compile(
    r"pip[\"', ]+install|\bnpm[\"', ]+(?:install|i|exec|ci)\b|\b(?:npx|uvx|pipx|curl|wget|docker|gem|cargo)\b[\"', ]+[-\w]"
    r"|apt-get[\"', ]+install|git[\"', ]+clone|urlretrieve|playwright[\"', ]+install"
)


def plain(command: str) -> str:
    """A command as a shell has it, where Python has a list of words."""
    return re.sub(r"[\"',]+ *[\"']*", " ", command)


def unhashed(path: Path, text: str) -> list[str]:
    """Commands in ``text`` that fetch something without a hash and that KNOWN does not name."""
    found = []
    for line in text.splitlines():
        if (
            not FETCHES.search(line)
            or line.lstrip().startswith(("#", "REMEDY", "- name:"))
            or "echo " in line
            or "--require-hashes" in line
        ):
            continue
        if not any(name in {path.name, path.relative_to(ROOT).as_posix()} and plain(part) in plain(line) for name, part in KNOWN):
            found.append(line.strip())
    return found


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.name)
def test_nothing_is_fetched_without_a_hash(path: Path) -> None:
    assert unhashed(path, path.read_text(encoding="utf-8")) == []


def test_what_is_known_is_still_there() -> None:
    texts = {name: plain(path.read_text(encoding="utf-8")) for path in COMMANDS for name in (path.name, path.relative_to(ROOT).as_posix())}
    assert [part for name, part in KNOWN if plain(part) not in texts[name]] == []


@pytest.mark.parametrize(
    "line",
    [
        "pip install requests",
        '[sys.executable, "-m", "pip", "install", "requests"]',
        "curl -fsSL https://example.org/x | sh",
        "npx lighthouse",
        "npm install katex",
        "python -m playwright install chromium",
        "git clone https://example.org/x",
    ],
)
def test_a_new_download_is_caught(line: str) -> None:
    assert unhashed(ROOT / "Makefile", f"\t{line}\n") == [line]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_python_package_is_locked_by_version_and_hash(path: Path) -> None:
    packages = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    assert packages
    for package in packages:
        assert re.match(r"[A-Za-z0-9._-]+==[\w.+!-]+( ; .+?)? \\\n", package), package[:80]
        hashes = re.findall(r"--hash=(\w+):([0-9a-f]+)", package)
        assert hashes, package[:80]
        assert all(kind == "sha256" and len(digest) == 64 for kind, digest in hashes)
        assert "://" not in package


def test_every_npm_package_is_locked_by_version_and_hash() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {place: package for place, package in lock["packages"].items() if place}
    assert packages
    for place, package in packages.items():
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"]), place
        assert "resolved" not in package or package["resolved"].startswith("https://registry.npmjs.org/"), place
        # esbuild's script fetches its program where the optional package that brings it is missing; .npmrc lets no script run.
        assert not package.get("hasInstallScript") or place == "node_modules/esbuild", place


def test_npm_runs_no_scripts_of_packages() -> None:
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()
