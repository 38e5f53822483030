"""The files under .github/ and .ci/: valid, pinned, with the least rights, in step with the Makefile; and the checks that say so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from handbook.paths import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
DEPENDABOT = GITHUB / "dependabot.yml"
CHOOSER = GITHUB / "ISSUE_TEMPLATE" / "config.yml"
FORMS = sorted(set((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) - {CHOOSER})
SCHEMAS = {
    **dict.fromkeys(WORKFLOWS, "vendor.github-workflows"),
    **dict.fromkeys(FORMS, "vendor.github-issue-forms"),
    DEPENDABOT: "vendor.dependabot",
    CHOOSER: "vendor.github-issue-config",
}
OWN = "$/.github/workflows/"  # a workflow of this repository, at the commit that runs
PIN = re.compile(r"^\s*(?:- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
WRITERS = {("publish.yml", "deploy", "pages"), ("publish.yml", "deploy", "id-token")}


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What the auditor of workflows says, without a network, without a token, and without exceptions."""
    program = shutil.which("zizmor", path=sysconfig.get_path("scripts")) or "zizmor"
    environment = {name: value for name, value in os.environ.items() if name not in {"GH_TOKEN", "GITHUB_TOKEN", "ZIZMOR_GITHUB_TOKEN"}}
    command = [program, "--offline", "--quiet", "--no-progress", "--no-config", "--no-ignores", "--strict-collection", "--persona=regular"]
    return subprocess.run([*command, *map(str, paths)], env=environment, capture_output=True, text=True, check=False)


def schema(path: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Whether GitHub's schema of that name accepts the file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", name, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def jobs(path: Path) -> dict[str, dict]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]


def used(node: object) -> Iterator[str]:
    """Every action and workflow that is named below ``node``."""
    if isinstance(node, dict) and isinstance(node.get("uses"), str):
        yield node["uses"]
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from used(child)


def unpinned(path: Path) -> list[str]:
    """Actions of other repositories without a full commit id and, behind it, the version that it stands for."""
    pinned = [line.split()[-3] for line in path.read_text(encoding="utf-8").splitlines() if PIN.match(line)]
    return sorted(name for name in set(used(jobs(path))) if not name.startswith(OWN) and name not in pinned)


def endless(path: Path) -> list[str]:
    """Jobs without a limit of time (a job that calls a workflow has the limits of that workflow)."""
    return [name for name, job in jobs(path).items() if "uses" not in job and "timeout-minutes" not in job]


def too_free(path: Path) -> list[str]:
    """Rights beyond reading: of the workflow as a whole, and of jobs that do not publish."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = [] if document.get("permissions") == {} else ["workflow"]
    for name, job in document["jobs"].items():
        rights = job.get("permissions")
        if not isinstance(rights, dict):
            found.append(name)
            continue
        found += [f"{name}: {right}" for right, value in rights.items() if value != "read" and (path.name, name, right) not in WRITERS]
    return found


def unknown_targets(path: Path) -> list[str]:
    """Targets that a step asks of make and that the Makefile does not have; workflows that are called and do not exist."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    scripts = [step["run"] for job in jobs(path).values() for step in job.get("steps", []) if "run" in step]
    asked = {name for script in scripts for name in re.findall(r"^\s*make ([a-z-]+)", script, re.M)}
    called = {name for name in used(jobs(path)) if name.startswith(OWN)}
    return sorted(asked - targets) + sorted(name for name in called if not (GITHUB / "workflows" / name.removeprefix(OWN)).exists())


CHECKS: dict[str, Callable[[Path], list[str]]] = {
    "unpinned": unpinned,
    "endless": endless,
    "too free": too_free,
    "unknown targets": unknown_targets,
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_keeps_the_rules(path: Path, check: Callable[[Path], list[str]]) -> None:
    assert check(path) == []


def test_the_auditor_has_nothing_to_say() -> None:
    result = zizmor(*WORKFLOWS, DEPENDABOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No findings" in result.stdout, result.stdout


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_file_has_the_form_that_github_reads(path: Path) -> None:
    result = schema(path, SCHEMAS[path])
    assert result.returncode == 0, result.stdout


def test_all_files_are_checked() -> None:
    assert {path.name for path in WORKFLOWS} == {"check.yml", "publish.yml", "test.yml", "weekly.yml"}
    assert len(FORMS) == 3
    assert {path for path in GITHUB.rglob("*") if path.suffix in {".yml", ".yaml"}} == set(SCHEMAS)


def test_one_action_has_one_version() -> None:
    versions = {name for path in WORKFLOWS for name in used(jobs(path)) if not name.startswith(OWN)}
    assert len(versions) == len({name.split("@")[0] for name in versions})


def test_the_front_door_of_other_services_is_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def mutated(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A copy of a file of .github/ with one mistake, at the path where GitHub would read it."""
    text = (GITHUB / name).read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / ".github" / name
    copy.parent.mkdir(parents=True)
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


PINNED, CHECKOUT = re.findall(r"((actions/checkout@\w+) # \S+)", (GITHUB / "workflows" / "test.yml").read_text(encoding="utf-8"))[0]


@pytest.mark.parametrize(
    ("name", "old", "new", "check", "expected"),
    [
        ("test.yml", PINNED, "actions/checkout@v7.0.1 # v7.0.1", unpinned, ["actions/checkout@v7.0.1"]),
        ("test.yml", PINNED, CHECKOUT, unpinned, [CHECKOUT]),
        ("test.yml", PINNED, f"{CHECKOUT} # v7", unpinned, [CHECKOUT]),
        ("test.yml", CHECKOUT, CHECKOUT[:-1], unpinned, [CHECKOUT[:-1]]),
        (
            "check.yml",
            "$/.github/workflows/test.yml",
            "a/b/.github/workflows/test.yml@main",
            unpinned,
            ["a/b/.github/workflows/test.yml@main"],
        ),
        ("test.yml", "    timeout-minutes: 30\n", "", endless, ["test"]),
        ("publish.yml", "    timeout-minutes: 10\n", "", endless, ["deploy"]),
        ("check.yml", "permissions: {}\n", "", too_free, ["workflow"]),
        ("check.yml", "permissions: {}\n", "permissions: write-all\n", too_free, ["workflow"]),
        ("check.yml", "contents: read", "contents: write", too_free, ["test: contents"]),
        ("test.yml", "    permissions:\n      contents: read\n", "", too_free, ["test"]),
        ("publish.yml", "pages: read", "pages: write", too_free, ["build: pages"]),
        ("weekly.yml", "make links", "make linkz", unknown_targets, ["linkz"]),
        ("check.yml", "workflows/test.yml", "workflows/tests.yml", unknown_targets, ["$/.github/workflows/tests.yml"]),
    ],
)
def test_rules_catch(tmp_path: Path, name: str, old: str, new: str, check: Callable[[Path], list[str]], expected: list[str]) -> None:
    assert check(mutated(tmp_path, f"workflows/{name}", old, new)) == expected


@pytest.mark.parametrize(
    ("name", "old", "new", "audit"),
    [
        ("workflows/check.yml", "run: make build", "run: make build TITLE=${{ github.event.pull_request.title }}", "template-injection"),
        ("workflows/check.yml", "  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"),
        ("workflows/test.yml", "          persist-credentials: false\n", "", "artipacked"),
        ("workflows/test.yml", PINNED, "actions/checkout@v7", "unpinned-uses"),
        ("dependabot.yml", "    cooldown:\n      default-days: 7\n", "", "dependabot-cooldown"),
    ],
)
def test_the_auditor_catches(tmp_path: Path, name: str, old: str, new: str, audit: str) -> None:
    result = zizmor(mutated(tmp_path, name, old, new))
    assert result.returncode != 0
    assert f"[{audit}]" in result.stdout


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("workflows/test.yml", "runs-on:", "run-on:"),
        ("workflows/weekly.yml", "  workflow_dispatch:", "  workflow_dispatched:"),
        ("dependabot.yml", "interval: weekly", "interval: sometimes"),
        ("ISSUE_TEMPLATE/site-bug.yml", "type: textarea", "type: text"),
        ("ISSUE_TEMPLATE/config.yml", "url:", "uri:"),
    ],
)
def test_the_schema_catches(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert schema(mutated(tmp_path, name, old, new), SCHEMAS[GITHUB / name]).returncode == 1
