"""handbook.cache: results that are found again, and those that must not be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from handbook import cache


def store(path: Path, version: bytes = b"1") -> cache.Store:
    return cache.Store(path, lambda: version, patience=0.1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one result."""
    kept = store(tmp_path / "c" / "build.sqlite3")
    kept.put({"html": "<p>\u200b\ud835"}, "page", "text", b"more")
    kept.save()
    return tmp_path / "c" / "build.sqlite3"


def test_a_result_is_found_again(path: Path) -> None:
    assert store(path).get("page", "text", b"more") == {"html": "<p>\u200b\ud835"}


@pytest.mark.parametrize("key", [("page", "text"), ("page", "textm", "ore"), ("other", "text", "more"), ("page", "Text", "more")])
def test_other_input_finds_nothing(path: Path, key: tuple[str, ...]) -> None:
    assert store(path).get(*key) is None


def test_other_code_finds_nothing(path: Path) -> None:
    assert store(path, b"2").get("page", "text", "more") is None


def test_what_is_made_is_made_once(path: Path) -> None:
    calls: list[int] = []
    for _ in range(2):
        kept = store(path)
        assert kept.made(lambda: calls.append(1) or len(calls), "count") == 1
        kept.save()
    assert calls == [1]


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _scribble(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


def _change(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET value = CAST(substr(value, 1, 20) || 'x' || substr(value, 22) AS BLOB)")
    connection.close()


def _other_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE results RENAME COLUMN value TO worth")
    connection.close()


@pytest.mark.parametrize("damage", [_truncate, _scribble, _change, _other_table])
def test_a_damaged_file_is_ignored_and_written_anew(path: Path, damage) -> None:
    damage(path)
    for _ in range(2):  # a file that is found to be damaged while writing is gone afterwards
        kept = store(path)
        assert kept.get("page", "text", "more") is None
        kept.put("new", "page", "text", "more")
        kept.save()
        if store(path).get("page", "text", "more") == "new":
            return
    pytest.fail("the file stays damaged")


def test_a_place_where_nothing_can_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = store(tmp_path / "file" / "build.sqlite3")
    assert kept.made(lambda: 1, "count") == 1
    kept.save()


def test_builds_at_the_same_time_keep_what_each_has_made(path: Path) -> None:
    one, two = store(path), store(path)
    one.put(1, "one")
    two.put(2, "two")
    assert one.get("two") is None
    one.save()
    two.save()
    assert [store(path).get(name) for name in ("one", "two")] == [1, 2]


def test_a_build_does_without_a_file_that_another_holds(path: Path) -> None:
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    kept = store(path)
    assert kept.made(lambda: 1, "count") == 1
    kept.save()
    holder.close()
    assert store(path).get("page", "text", "more")


def test_a_process_whose_code_changed_keeps_nothing(path: Path) -> None:
    versions = iter([b"1", b"1", b"2"])
    kept = cache.Store(path, lambda: next(versions))
    kept.refresh()
    assert kept.get("page", "text", "more")
    kept.refresh()
    assert kept.get("page", "text", "more") is None
    kept.put(1, "one")
    kept.save()
    assert store(path).get("one") is None


def test_what_a_process_holds_is_not_shared(path: Path) -> None:
    kept = store(path)
    kept.hold()
    kept.get("page", "text", "more")["html"] = "changed by the caller"
    path.unlink()
    assert kept.get("page", "text", "more") == {"html": "<p>\u200b\ud835"}


def test_a_process_holds_what_it_made_as_others_will_read_it(path: Path) -> None:
    kept = store(path)
    kept.hold()
    kept.put(("a", 1), "new", "text")
    held = kept.get("new", "text")
    kept.save()
    assert held == store(path).get("new", "text") == ["a", 1]


def test_what_nobody_asks_for_goes(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET used = used - 10")
    connection.close()
    kept = store(path)
    kept.get("page", "text", "more")
    kept.save()
    assert store(path).get("page", "text", "more"), "asked for, so it stays"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET used = used - 10")
    connection.close()
    store(path).save()
    assert store(path).get("page", "text", "more") is None


def test_the_version_follows_code_macros_katex_and_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    katex, macros, package = tmp_path / "katex" / "dist" / "katex.min.js", tmp_path / "macros.json", tmp_path / "lib" / "a-1.dist-info"
    script = tmp_path / "scripts" / "handbook" / "a.py"
    for file in (katex, macros, script, package / "METADATA"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("1")
    monkeypatch.setattr(cache, "ROOT", tmp_path)
    monkeypatch.setattr(cache, "KATEX", tmp_path / "katex")
    monkeypatch.setattr(cache, "MACROS", macros)
    monkeypatch.setattr(cache.sysconfig, "get_path", lambda name: str(tmp_path / "lib"))
    seen = {cache.version()}
    assert cache.version() in seen
    for file in (katex, macros, script):
        file.write_text("2")
        seen.add(cache.version())
    package.rename(package.with_name("a-2.dist-info"))
    seen.add(cache.version())
    assert len(seen) == 5


def test_settings_name_functions_and_not_their_addresses() -> None:
    assert cache.settings([store], {"b": 1, "a": 2}) == '[["test_cache.store"], {"a": 2, "b": 1}]'
