"""Results of pure functions, kept between builds. In: what a result was made of. Out: the result, or nothing.

They lie in ``.cache/build.sqlite3`` under a hash of their input and of everything else that could change them: this
project's code, its macros, KaTeX and the installed packages. A result that cannot be read counts as not there, a file
that cannot be read is removed, and builds that run at the same time share one file: each writes once, at its end.
``HANDBOOK_CACHE=off`` leaves it alone.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
import marshal
import os
import sqlite3
import sys
import sysconfig
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache

from handbook.paths import CACHE, KATEX, MACROS, ROOT

_DAYS = 3  # what no build has asked for in that time goes
_OUT_OF_REACH = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, sum BLOB, used INTEGER, value BLOB) WITHOUT ROWID"


def digest(*parts: str | bytes) -> bytes:
    """A hash of ``parts``, which tells ("ab", "c") from ("a", "bc")."""
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.digest()


def version() -> bytes:
    """A hash of all that results depend on besides their input."""
    code = [part for path in sorted((ROOT / "scripts").rglob("*.py")) for part in (path.name, path.read_bytes())]
    katex = KATEX / "dist" / "katex.min.js"
    files = [path.read_bytes() for path in (MACROS, katex) if path.exists()]
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))  # name and version
    return digest(*code, *files, *packages, sys.version)


def settings(*values: Any) -> str:
    """Settings as text for a key: functions count by their names, because their code is part of ``version``."""
    return json.dumps(
        values, sort_keys=True, default=lambda value: f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"
    )


def _unpacked(value: bytes) -> Any:
    return json.loads(zlib.decompress(value))


class Store:
    """Results in one file. What is new waits in memory until ``save``."""

    def __init__(self, path: Path, version: Callable[[], bytes] = version, patience: float = 5) -> None:
        self._path, self._version, self._began, self._patience = path, version, version(), patience
        self._new: dict[bytes, bytes] = {}
        self._seen: set[bytes] = set()
        self._memory: dict[tuple[str | bytes, ...], bytes] | None = None
        self._connection: sqlite3.Connection | None = None
        self.enabled = os.environ.get("HANDBOOK_CACHE") != "off"

    def get(self, kind: str, *parts: str | bytes) -> Any:
        """The result of ``kind`` for the input ``parts``, or None."""
        if not self.enabled:
            return None
        if self._memory is not None and (kind, *parts) in self._memory:
            return marshal.loads(self._memory[kind, *parts])
        key = self._key(kind, parts)
        if key in self._new:
            return _unpacked(self._new[key])
        try:
            row = self._open().execute("SELECT sum, value FROM results WHERE key = ?", (key,)).fetchone()
            if row is None or digest(row[1]) != row[0]:
                return None
            result = _unpacked(row[1])
        except (sqlite3.Error, zlib.error, OSError, TypeError, ValueError) as error:
            self._failed(error)
            return None
        self._seen.add(key)
        if self._memory is not None:
            self._memory[kind, *parts] = marshal.dumps(result)
        return result

    def put(self, result: Any, kind: str, *parts: str | bytes) -> None:
        """Keep ``result``, which JSON can hold."""
        if not self.enabled:
            return
        key, text = self._key(kind, parts), json.dumps(result, separators=(",", ":"))
        self._new[key] = zlib.compress(text.encode(), 1)
        if self._memory is not None:
            self._memory[kind, *parts] = marshal.dumps(json.loads(text))

    def made(self, make: Callable[[], Any], kind: str, *parts: str | bytes) -> Any:
        """The kept result, or that of ``make``, which is kept from now on."""
        result = self.get(kind, *parts)
        if result is None:
            result = make()
            self.put(result, kind, *parts)
        return result

    def hold(self) -> None:
        """Hold what is read and written in memory, too, in the form that is read fastest: for a process that builds again and again."""
        self._memory = {}

    def refresh(self) -> None:
        """Before a build: a process whose code has changed under it (live reload) runs old code, so it must not keep results."""
        self.enabled = self.enabled and self._version() == self._began

    def save(self) -> None:
        """Write what is new, note what was used, forget what was not used for days. Never raises: a cache may fail."""
        if not self.enabled:
            return
        today = datetime.date.today().toordinal()
        rows = [(key, digest(value), today, value) for key, value in self._new.items()]
        try:
            with self._open() as connection:
                connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
                connection.executemany(
                    "UPDATE results SET used = ? WHERE key = ? AND used <> ?", ((today, key, today) for key in self._seen)
                )
                connection.execute("DELETE FROM results WHERE used < ?", (today - _DAYS,))
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return
        self._new.clear()
        self._seen.clear()

    def _key(self, kind: str, parts: tuple[str | bytes, ...]) -> bytes:
        return digest(self._began, kind, *parts)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=self._patience, check_same_thread=False)
            self._connection.execute(_TABLE)
        return self._connection

    def _failed(self, error: Exception) -> None:
        """Do without the file, if another build holds it for long or no file can be made; else begin a new one."""
        if isinstance(error, OSError) or getattr(error, "sqlite_errorcode", None) in _OUT_OF_REACH:
            self.enabled = False
            return
        if self._connection is not None:
            with suppress(sqlite3.Error), closing(self._connection):
                pass
        self._connection = None
        try:
            for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
                path.unlink(missing_ok=True)
        except OSError:
            self.enabled = False


class Templates(BytecodeCache):
    """Compiled templates, in memory. Jinja sees to it that a changed template is compiled anew."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket``, if its template was compiled before."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what ``bucket`` holds."""
        self._code[bucket.key] = bucket.bytecode_to_string()


@functools.cache
def templates() -> Templates:
    """Those of this process."""
    return Templates()


@functools.cache
def store() -> Store:
    """The project's own."""
    return Store(CACHE / "build.sqlite3")
