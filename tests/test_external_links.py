"""scripts/external_links.py: every link is found with its line, hosts are asked politely, and what they answer is told apart."""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import external_links
import pytest
from external_links import Answer

from handbook import site

AWAY = {"/403": 403, "/429": 429, "/999": 999}


@dataclass
class Host:
    """A host for the tests: its address, the requests that it got, and how many of them it served at the same time."""

    address: str = ""
    requests: list[str] = field(default_factory=list)
    now: int = 0
    most: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def status(self, method: str, path: str) -> int:
        """What the host answers: each path is named after its habit."""
        tries = Counter(self.requests)[f"{method} {path}"]
        return {
            "/no-head": 200 if method == "GET" else 405,
            "/head-lies": 200 if method == "GET" else 404,
            "/flaky": 200 if method == "GET" and tries > 1 else 500,
            "/moved": 301,
            "/around": 302,
            "/gone": 404,
            "/broken": 500,
            **AWAY,
        }.get(path, 200)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    state = Host()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with state.lock:
                state.requests.append(f"{self.command} {self.path}")
                state.now += 1
                state.most = max(state.most, state.now)
            time.sleep(1 if self.path == "/slow" else 0.01)
            with state.lock:
                state.now -= 1
            self.send_response(state.status(self.command, self.path))
            if self.path in {"/moved", "/around"}:
                self.send_header("Location", {"/moved": "/fine", "/around": "/around"}[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(external_links, "DISTANCE", 0.0)
    monkeypatch.setattr(external_links, "PAUSE", 0.0)
    monkeypatch.setattr(external_links, "TIMEOUT", 10.0)
    yield state
    server.shutdown()
    server.server_close()


def test_links_are_found_with_their_lines(tree: Path) -> None:
    page = tree / "docs" / "page.md"
    page.write_text(page.read_text() + "\nA [paper](https://one.example/a#section).\n\n!!! note\n    An <https://one.example/a>.\n")
    notebook = tree / "notebooks" / "sum.ipynb"
    stored = json.loads(notebook.read_text())
    cell = next(cell for cell in stored["cells"] if cell["cell_type"] == "markdown")
    cell["source"] = ["First line.\n", "See [it](http://two.example)."]
    notebook.write_text(json.dumps(stored, indent=1) + "\n")
    (tree / "README.md").write_text(
        "# Title\n\n[Site](https://three.example/x?a=1&b=2) and http://localhost:8000 and `https://code.example`.\n"
    )
    (tree / "CONTRIBUTING.md").write_text("[Mail](mailto:a@b.example), [file](docs/page.md), [here](http://localhost:8000/).\n")
    line = notebook.read_text().split("\n").index('    "See [it](http://two.example)."') + 1
    last = len(page.read_text().splitlines())
    assert external_links.collect(site.load(tree)) == {
        "https://one.example/a": [("docs/page.md", last - 3), ("docs/page.md", last)],
        "http://two.example": [("notebooks/sum.ipynb", line)],
        "https://three.example/x?a=1&b=2": [("README.md", 3)],
    }


@pytest.mark.parametrize(
    ("path", "answer", "requests"),
    [
        ("/fine", Answer(200), ["HEAD /fine"]),
        ("/moved", Answer(200), ["HEAD /moved", "HEAD /fine"]),
        ("/no-head", Answer(200), ["HEAD /no-head", "GET /no-head"]),
        ("/head-lies", Answer(200), ["HEAD /head-lies", "GET /head-lies"]),
        ("/flaky", Answer(200), ["HEAD /flaky", "GET /flaky"] * 2),
        ("/gone", Answer(404), ["HEAD /gone", "GET /gone"] * 2),
        ("/403", Answer(403), ["HEAD /403", "GET /403"]),
        ("/429", Answer(429), ["HEAD /429"]),
        ("/999", Answer(999), ["HEAD /999", "GET /999"]),
        ("/é [1]?q=ü", Answer(200), ["HEAD /%C3%A9%20[1]?q=%C3%BC"]),
    ],
)
def test_one_address(host: Host, path: str, answer: Answer, requests: list[str]) -> None:
    assert external_links.ask_all([host.address + path]) == {host.address + path: answer}
    asked = [request.replace("GET /fine", "HEAD /fine") for request in host.requests]  # Python before 3.13 follows a HEAD by a GET
    assert asked == requests


@pytest.mark.parametrize("path", ["/slow", "/around"])
def test_an_address_that_never_answers_is_dead(host: Host, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external_links, "TIMEOUT", 0.3)
    (answer,) = external_links.ask_all([host.address + path]).values()
    assert not answer.alive
    assert not answer.turned_away


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://[broken/", "http://host:port/", "http://.../", f"http://{'é' * 70}.example/"]
)
def test_an_address_without_a_host_is_dead(host: Host, address: str) -> None:
    (answer,) = external_links.ask_all([address]).values()
    assert answer.status == 0
    assert answer.error


def test_a_host_gets_two_requests_at_a_time(host: Host) -> None:
    answers = external_links.ask_all(f"{host.address}/page-{number}" for number in range(20))
    assert len(answers) == len(host.requests) == 20
    assert all(answer.alive for answer in answers.values())
    assert host.most == 2


def run(tree: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    page = tree / "docs" / "page.md"
    page.write_text(page.read_text() + f"\n{text}\n")
    content = site.load(tree)
    monkeypatch.setattr(site, "load", lambda: content)
    return external_links.main()


def test_dead_links_are_told_once_a_line(
    host: Host, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = len((tree / "docs" / "page.md").read_text().splitlines()) + 2
    at, to = f"docs/page.md:{line}: link {host.address}", host.address
    assert run(tree, monkeypatch, f"[a]({to}/gone) [b]({to}/gone#x) [c]({to}/broken) [d]({to}/fine) [e]({to}/403)") == 1
    printed = capsys.readouterr()
    assert printed.err == (
        f"\n{at}/broken is dead (HTTP 500); find where the page moved, or cite another source\n"
        f"{at}/gone is dead (HTTP 404); find where the page moved, or cite another source\n\n2 problem(s).\n"
    )
    assert printed.out == (
        "Checking 4 addresses on 1 host(s) ...\n\nNot checkable, because the host turns programs away:\n"
        f"{at}/403 is not checkable (HTTP 403); open it in a browser now and then\n"
    )


def test_hosts_that_turn_programs_away_are_no_failure(
    host: Host, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tree, monkeypatch, " ".join(f"[x]({host.address}{path})" for path in AWAY)) == 0
    printed = capsys.readouterr()
    assert printed.out.count("is not checkable") == 3
    assert printed.out.endswith("No dead links found.\n")
    assert printed.err == ""


def test_a_page_that_cannot_be_read_is_told(
    host: Host, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "docs" / "bad.md").write_bytes(b"\xff")
    assert run(tree, monkeypatch, f"[x]({host.address}/fine)") == 1
    assert "docs/bad.md:1: file is not UTF-8 (byte 0); save it as UTF-8" in capsys.readouterr().err


def test_a_missing_network_is_told_in_one_sentence(
    host: Host, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tree, monkeypatch, "[x](http://127.0.0.1:1/)") == 1
    assert capsys.readouterr().err == "No host answered at all; check your network (proxy, certificates) and run `make links` again.\n"
