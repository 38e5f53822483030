"""Check the links to other sites. In: docs/, notebooks/, README.md, CONTRIBUTING.md. Out: dead links, `path:line: problem; remedy`.

Each address is asked once, whatever the number of links to it: HEAD, then GET where that does not answer, and all of it
once more after a pause where that fails. At most two requests at a time go to one host, and they keep a distance. A host
that turns programs away proves nothing: such links are listed apart, for a reader with a browser. The exit status is 1
where a link is dead, and 0 otherwise.

Usage: python scripts/external_links.py      (needs a network)
"""

from __future__ import annotations

import http.client
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookiejar import CookieJar

from handbook import site
from handbook.chapter import Chapter, parse
from handbook.problems import Problem, report
from handbook.site import Site, cell_chapter

TIMEOUT = 20.0  # seconds that a host has for each step of an answer
DISTANCE = 0.5  # seconds between two requests of one lane
PAUSE = 5.0  # seconds before an address that failed is asked again
PER_HOST = 2
_WORKERS = 16
_PROSE = ("README.md", "CONTRIBUTING.md")
_LOCAL = {"localhost"}
_TURNED_AWAY = {403, 429, 999}
_HEADERS = {"User-Agent": "ml-interview-handbook link check", "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.8"}

Places = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Answer:
    """What an address answered: the status, or 0 and the ``error`` that came instead."""

    status: int
    error: str = ""

    @property
    def alive(self) -> bool:
        return 200 <= self.status < 400

    @property
    def turned_away(self) -> bool:
        return self.status in _TURNED_AWAY

    def __str__(self) -> str:
        return f"HTTP {self.status}" if self.status else self.error


def collect(content: Site) -> Places:
    """Every http(s) address without its fragment, to the places (path, line) of the links to it."""
    places: Places = defaultdict(list)
    for path, page, first in _pages(content):
        for link in page.links:
            address = urllib.parse.urldefrag(link.target.strip()).url
            if address.lower().startswith(("http://", "https://")) and _host(address) not in _LOCAL:
                places[address].append((path, first + link.line - 1))
    return dict(places)


def _pages(content: Site) -> Iterator[tuple[str, Chapter, int]]:
    """Path, parsed text and the line of the file on which that text starts."""
    for path, page in content.pages.items():
        yield path, page, 1
    for path, notebook in content.notebooks.items():
        for number, cell in enumerate(notebook.node.cells):
            if cell.cell_type == "markdown":
                yield path, cell_chapter(cell.source), notebook.line(number)
    for path in _PROSE:
        if (content.root / path).exists():
            yield path, parse((content.root / path).read_text(encoding="utf-8")), 1


def _host(address: str) -> str:
    try:
        return urllib.parse.urlsplit(address).hostname or ""
    except ValueError:
        return ""


def ask_all(addresses: Iterable[str]) -> dict[str, Answer]:
    """The answer of each address. A lane asks its addresses one after the other; a host has at most PER_HOST lanes."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in sorted(addresses):
        hosts[_host(address)].append(address)
    lanes = [found[start::PER_HOST] for found in hosts.values() for start in range(min(PER_HOST, len(found)))]
    lanes.sort(key=len, reverse=True)  # the longest first, so that none is left running alone at the end
    with ThreadPoolExecutor(_WORKERS) as pool:
        return {address: answer for lane in pool.map(_ask_lane, lanes) for address, answer in lane}


def _ask_lane(addresses: list[str]) -> list[tuple[str, Answer]]:
    answers = []
    for number, address in enumerate(addresses):
        time.sleep(DISTANCE if number else 0)
        answers.append((address, ask(address)))
    return answers


def ask(address: str) -> Answer:
    """The answer of one address, asked again once where it is dead."""
    answer = _head_then_get(address)
    if answer.alive or answer.turned_away:
        return answer
    time.sleep(PAUSE)
    return _head_then_get(address)


def _head_then_get(address: str) -> Answer:
    answer = _request(address, "HEAD")
    if answer.alive or answer.status == 429:
        return answer
    return _request(address, "GET")


def _request(address: str, method: str) -> Answer:
    """One request, redirects followed; of the answer only the head is read."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    try:
        request = urllib.request.Request(_ascii(address), headers=_HEADERS, method=method)
        with opener.open(request, timeout=TIMEOUT) as response:
            return Answer(response.status)
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(error.code)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return Answer(0, " ".join(str(reason).split())[:120] or type(error).__name__)


def _ascii(address: str) -> str:
    """The address as it goes over the wire: host in IDNA, other characters percent-encoded. Raises ValueError."""
    parts = urllib.parse.urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = (urllib.parse.quote(part, safe="/%:=&?~+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urllib.parse.urlunsplit((parts.scheme, host, path or "/", query, ""))


def dead(places: Places, answers: dict[str, Answer]) -> list[Problem]:
    """The links that lead nowhere, each with the place where it stands."""
    return [
        Problem(path, line, f"link {address} is dead ({answers[address]})", "find where the page moved, or cite another source")
        for address, where in places.items()
        if not answers[address].alive and not answers[address].turned_away
        for path, line in where
    ]


def not_checkable(places: Places, answers: dict[str, Answer]) -> list[Problem]:
    """The links whose host turns programs away."""
    return [
        Problem(path, line, f"link {address} is not checkable ({answers[address]})", "open it in a browser now and then")
        for address, where in places.items()
        if answers[address].turned_away
        for path, line in where
    ]


def main() -> int:
    content = site.load()
    places = collect(content)
    print(f"Checking {len(places)} addresses on {len({_host(address) for address in places})} hosts ...", flush=True)
    answers = ask_all(places)
    if places and not any(answer.status for answer in answers.values()):
        print("No host answered at all; check your network (proxy, certificates) and run `make links` again.", file=sys.stderr)
        return 1
    doubtful, problems = not_checkable(places, answers), content.unreadable + dead(places, answers)
    if doubtful:
        print(f"\nNot checkable, because the host turns programs away:\n{report(doubtful)}")
    if problems:
        print(f"\n{report(problems)}\n\n{len(set(problems))} problem(s).", file=sys.stderr)
        return 1
    print("\nNo dead links found.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
