"""Known vulnerabilities of the locked packages. In: locks/*.txt, package-lock.json, PyPI's and npm's advisories. Out: a line for each.

Usage: python scripts/advisories.py

Needs a network. The exit status is 1 where an advisory applies, and 2 where a package could not be asked about: silence is no answer.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field

from handbook.paths import ROOT

# The site's lock is a part of the tests' lock (scripts/lock.py).
_LOCKS = ("locks/test.txt", "locks/node.txt")
_AUDIT = (sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--desc=on")


@dataclass
class Findings:
    """How many packages were asked about, the advisories that apply, and what could not be asked; a line each."""

    asked: int = 0
    advisories: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def python(lock: str, report: dict) -> Findings:
    """What pip-audit's JSON says of the packages of ``lock``. It calls packages fine that it has not found; this does not."""
    found = Findings()
    for package in report.get("dependencies", []):
        if "skip_reason" in package:
            found.unknown.append(f"{lock}: {package['name']}: {package['skip_reason']}")
            continue
        found.asked += 1
        for advisory in package["vulns"]:
            remedy = f"take {' or '.join(advisory['fix_versions'])}: `make lock`" if advisory["fix_versions"] else "no version mends it yet"
            names = ", ".join([advisory["id"], *advisory.get("aliases", [])])
            found.advisories.append(
                f"{lock}: {package['name']} {package['version']}: {_short(advisory.get('description', ''))} ({names}); {remedy}"
            )
    return found


def npm(report: dict, lock: dict) -> Findings:
    """What ``npm audit --json`` says of the packages of package-lock.json."""
    if "vulnerabilities" not in report:
        error = report.get("error") or {}
        reason = report.get("message") or error.get("summary") or "npm gave no report"
        return Findings(unknown=[f"package-lock.json: {_short(str(reason))}"])
    packages = {place: package for place, package in lock["packages"].items() if place}
    found = Findings(asked=len(packages))
    for name, package in report["vulnerabilities"].items():
        versions = ", ".join(sorted({packages[place]["version"] for place in package["nodes"] if place in packages}))
        remedy = "`make lock`" if package["fixAvailable"] is True else "no version in the range of package.json mends it"
        for advisory in package["via"]:
            if isinstance(advisory, dict):  # a name stands for a package that is listed itself
                text = f"{_short(advisory['title'])} ({advisory['severity']}, {advisory['url']})"
                found.advisories.append(f"package-lock.json: {name} {versions}: {text}; {remedy}")
    return found


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 160 else f"{words[:157]}..."


def _run(command: list[str]) -> dict:
    """The JSON that a command prints, or a report that says what it printed instead."""
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        return json.loads(result.stdout[result.stdout.index("{") :])
    except ValueError:
        last = (result.stderr.strip() or result.stdout.strip() or f"exit status {result.returncode}").splitlines()[-1]
        return {"message": last, "dependencies": [{"name": "pip-audit", "skip_reason": last}]}


def main() -> int:
    parts = [python(lock, _run([*_AUDIT, f"--requirement={lock}"])) for lock in _LOCKS]
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    parts.append(npm(_run([sys.executable, "scripts/npm.py", "audit", "--json"]), lock))
    advisories, unknown = [line for part in parts for line in part.advisories], [line for part in parts for line in part.unknown]
    print(
        "\n".join([*unknown, *advisories, f"Asked about {sum(part.asked for part in parts)} packages: {len(advisories)} advisories apply."])
    )
    if unknown:
        print(f"{len(unknown)} could not be asked about; is there a network?")
    return 2 if unknown else bool(advisories)


if __name__ == "__main__":
    sys.exit(main())
