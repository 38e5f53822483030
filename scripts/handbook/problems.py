"""What a contributor did wrong, and how it is told. In: places and sentences. Out: one sorted line per problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from itertools import starmap
from pathlib import Path

from handbook import cache
from handbook.paths import ROOT

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")  # a problem is one line, whatever it quotes


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, what is wrong, and what to do about it.

    ``path`` is relative to the repository, ``line`` counts from 1 (0 where a file as a whole is meant).
    """

    path: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return _UNSEEN.sub(" ", f"{self.path}:{self.line}: {self.what}; {self.remedy}")


class ContentError(Exception):
    """Bad content met by a renderer that does not know the file: the caller adds path and line to ``offset``.

    ``offset`` counts lines from the first line of the snippet, which is 0.
    """

    def __init__(self, what: str, remedy: str, offset: int = 0) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what, self.remedy, self.offset = what, remedy, offset

    def at(self, path: Path | str, line: int) -> Problem:
        """The same mistake as a problem of ``path``, whose snippet starts at ``line``."""
        return Problem(relative(path), line + self.offset, self.what, self.remedy)


def kept(find: Callable[[], Iterable[Problem]], kind: str, *parts: str | bytes) -> list[Problem]:
    """The problems that ``find`` yields, or those that an earlier build kept: for a rule that looks at nothing but ``parts``."""
    rows = cache.store().made(lambda: [astuple(problem) for problem in find()], f"problems of {kind}", *parts)
    return list(starmap(Problem, rows))


def relative(path: Path | str) -> str:
    """``path`` as it is written from the repository's root, with forward slashes."""
    path = Path(path)
    return path.relative_to(ROOT).as_posix() if path.is_absolute() and path.is_relative_to(ROOT) else path.as_posix()


def report(problems: Iterable[Problem]) -> str:
    """All problems, once each, sorted by path and line, one a line."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
