"""scripts/advisories.py: every advisory is one line, and a package that nobody was asked about is not called safe."""

from __future__ import annotations

import advisories
import pytest

FINE = {"name": "a", "version": "1.0", "vulns": []}
BAD = {
    "name": "b",
    "version": "2.0",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-2"], "fix_versions": ["2.1"], "description": "It\n leaks."}],
}
OPEN = {"name": "c", "version": "3.0", "vulns": [{"id": "PYSEC-3", "fix_versions": [], "description": "x" * 300}]}
SKIPPED = {"name": "d", "skip_reason": "Dependency not found on PyPI and could not be audited: d (1.0)"}
LOCK = {"packages": {"": {"name": "site"}, "node_modules/e": {"version": "1.2.3"}, "node_modules/f": {"version": "4.5.6"}}}
VIA = {"title": "Prototype pollution", "severity": "high", "url": "https://example.org/GHSA-1"}
NPM = {
    "vulnerabilities": {
        "e": {"via": [VIA], "nodes": ["node_modules/e"], "fixAvailable": True},
        "f": {"via": ["e"], "nodes": ["node_modules/f"], "fixAvailable": {"name": "f", "version": "9"}},
    }
}


def test_python_packages() -> None:
    found = advisories.python("locks/x.txt", {"dependencies": [FINE, BAD, OPEN, SKIPPED]})
    assert found.asked == 3
    assert found.advisories[0] == "locks/x.txt: b 2.0: It leaks. (PYSEC-1, CVE-2); take 2.1: `make lock`"
    assert found.advisories[1].endswith("xxx... (PYSEC-3); no version mends it yet")
    assert found.unknown == ["locks/x.txt: d: Dependency not found on PyPI and could not be audited: d (1.0)"]


def test_npm_packages() -> None:
    found = advisories.npm(NPM, LOCK)
    assert found.asked == 2
    assert found.advisories == ["package-lock.json: e 1.2.3: Prototype pollution (high, https://example.org/GHSA-1); `make lock`"]
    assert advisories.npm({"vulnerabilities": {}}, LOCK) == advisories.Findings(asked=2)


@pytest.mark.parametrize("report", [{}, {"message": "request failed"}, {"error": {"summary": "audit endpoint returned an error"}}])
def test_npm_without_an_answer_is_no_good_news(report: dict) -> None:
    found = advisories.npm(report, LOCK)
    assert found.asked == 0
    assert len(found.unknown) == 1


@pytest.mark.parametrize(
    ("python", "npm", "status", "last"),
    [
        ({"dependencies": [FINE]}, {"vulnerabilities": {}}, 0, " 0 advisories apply."),
        ({"dependencies": [BAD]}, {"vulnerabilities": {}}, 1, " 2 advisories apply."),  # one in each lock
        ({"dependencies": [FINE]}, NPM, 1, " 1 advisories apply."),
        ({"dependencies": [SKIPPED]}, {"vulnerabilities": {}}, 2, "2 could not be asked about; is there a network?"),
        ({"dependencies": [BAD]}, {"message": "no network"}, 2, "1 could not be asked about; is there a network?"),
    ],
)
def test_the_exit_status(
    python: dict, npm: dict, status: int, last: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(advisories, "_run", lambda command: npm if "audit" in command else python)
    assert advisories.main() == status
    assert capsys.readouterr().out.rstrip().endswith(last)


def test_a_tool_that_fails_is_no_good_news() -> None:
    report = advisories._run(["sh", "-c", "echo Traceback >&2; echo 'ConnectionError: no route' >&2; exit 1"])
    assert advisories.python("locks/x.txt", report).unknown == ["locks/x.txt: pip-audit: ConnectionError: no route"]
    assert advisories.npm(report, LOCK).unknown == ["package-lock.json: ConnectionError: no route"]
