"""Check the links to other sites. In: docs/, notebooks/, README.md, CONTRIBUTING.md. Out: dead links, `path:line: problem; remedy`.

Each address is asked once, whatever the number of links to it: HEAD, then GET where that does not answer, and both
once more at the end where that fails. At most two requests at a time go to one host (redirects not counted), and they
keep a distance. A host that turns programs away proves nothing: such links are listed apart, for a reader with a browser.
The exit status is 1 where a link is dead, and 0 otherwise.

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
PAUSE = 5.0  # seconds before the addresses that failed are asked again
_WORKERS = 16
_PROSE = ("README.md", "CONTRIBUTING.md")
_HEADERS = {"User-Agent": "ml-interview-handbook link check", "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.8"}

Places = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Answer:
    """What an address answered: the status, or 0 and the ``error`` that came instead."""

    status: int
    error: str = ""

    @property
    def alive(self) -> bool:
        return 200 <= self.status < 300  # redirects are followed; one that is left over leads nowhere

    @property
    def turned_away(self) -> bool:
        return self.status in {403, 429, 999}

    def __str__(self) -> str:
        return f"HTTP {self.status}" if self.status else self.error


def collect(content: Site) -> Places:
    """Every http(s) address without its fragment, to the places (path, line) of the links to it."""
    places: Places = defaultdict(list)
    for path, page, first in _pages(content):
        for link in page.links:
            address = link.target.strip().partition("#")[0]
            if address.lower().startswith(("http://", "https://")) and _host(address) != "localhost":
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
    """The answer of each address; the dead are asked again after a pause, unless no host answered at all."""
    answers = _ask_once(addresses)
    failed = [address for address, answer in answers.items() if not answer.alive and not answer.turned_away]
    if failed and reached(answers):
        time.sleep(PAUSE)
        answers |= _ask_once(failed)
    return answers


def reached(answers: dict[str, Answer]) -> bool:
    """Whether any host answered."""
    return any(answer.status for answer in answers.values())


def _ask_once(addresses: Iterable[str]) -> dict[str, Answer]:
    """A lane asks its addresses one after the other; a host has at most two lanes."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in sorted(addresses):
        hosts[_host(address)].append(address)
    lanes = [found[start::2] for found in hosts.values() for start in range(min(2, len(found)))]
    lanes.sort(key=len, reverse=True)  # the longest first, so that none starts late
    with ThreadPoolExecutor(_WORKERS) as pool:
        return {address: answer for lane in pool.map(_ask_lane, lanes) for address, answer in lane}


def _ask_lane(addresses: list[str]) -> list[tuple[str, Answer]]:
    answers = []
    for number, address in enumerate(addresses):
        time.sleep(DISTANCE if number else 0)
        answers.append((address, _ask(address)))
    return answers


def _ask(address: str) -> Answer:
    """HEAD, then GET; but a host that says "too many requests" is left alone."""
    answer = _request(address, "HEAD")
    return answer if answer.alive or answer.status == 429 else _request(address, "GET")


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


def problems(places: Places, answers: dict[str, Answer]) -> tuple[list[Problem], list[Problem]]:
    """The dead links, and those whose host turns programs away, each with the place where it stands."""
    dead, doubtful = [], []
    for address, where in places.items():
        answer = answers[address]
        for path, line in where:
            if answer.turned_away:
                doubtful.append(Problem(path, line, f"link {address} is not checkable ({answer})", "open it in a browser now and then"))
            elif not answer.alive:
                dead.append(Problem(path, line, f"link {address} is dead ({answer})", "find where the page moved, or cite another source"))
    return dead, doubtful


def main() -> int:
    content = site.load()
    places = collect(content)
    print(f"Checking {len(places)} addresses on {len({_host(address) for address in places})} host(s) ...", flush=True)
    answers = ask_all(places)
    if places and not reached(answers):
        print("No host answered at all; check your network (proxy, certificates) and run `make links` again.", file=sys.stderr)
        return 1
    dead, doubtful = problems(places, answers)
    if doubtful:
        print(f"\nNot checkable, because the host turns programs away:\n{report(doubtful)}", flush=True)
    if found := content.unreadable + dead:
        print(f"\n{report(found)}\n\n{len(set(found))} problem(s).", file=sys.stderr)
        return 1
    print("\nNo dead links found.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
