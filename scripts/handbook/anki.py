"""The questions as an Anki deck. In: cards with formulas as TeX. Out: an .apkg file, whose identifiers are stable.

A note keeps its identifier as long as its question keeps its anchor, so that a later import updates and never doubles.
"""

from __future__ import annotations

import hashlib
import io
import json
import posixpath
import re
import tempfile
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

import genanki

from handbook import cache
from handbook.practice import Card

FILE = "downloads/ml-interview-handbook.apkg"
_NAME = "ML Interview Handbook"
_STYLE = """
.card { max-width: 42em; margin: 0 auto; font: 18px/1.55 system-ui, sans-serif; text-align: left; }
.level { color: #777; font-size: 14px; }
pre { padding: .6em; overflow-x: auto; background: #8881; font-size: 14px; }
table { border-collapse: collapse; } th, td { padding: .2em .6em; border: 1px solid #8886; text-align: left; }
img { max-width: 100%; background: #fff; }
"""
_FRONT = '<div class="level">{{Level}} · {{Page}}</div><h3>{{Question}}</h3>'
_BACK = "{{FrontSide}}<hr id=answer>{{Answer}}<p class=level>{{Link}}</p>"
_TARGET = re.compile(r'(<a\b[^>]*?\bhref|<img\b[^>]*?\bsrc)="([^"]*)"')


def number(name: str) -> int:
    """A fixed identifier for a deck or a note type, between 2^30 and 2^31 as Anki expects."""
    return (1 << 30) + int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % (1 << 30)


def deck(cards: Iterable[Card], site_url: str, site: Path, moment: int) -> bytes:
    """The deck with one sub-deck a part; levels and tags become tags, links absolute, pictures of ``site`` part of the file.

    ``moment`` is the state of the questions in seconds since 1970: Anki keeps the later of two versions of a note.
    """
    notes: list[tuple[str, str, list[str], list[str]]] = []
    media: dict[str, bytes] = {}
    for card in cards:
        link = urljoin(site_url, f"{card.url}#{card.id}")
        texts = [_portable(text, card.url, site_url, site, media) for text in (card.title, card.answer)]
        tags = [f"level::{card.level}", *(tag.replace(" ", "-") for tag in card.tags)]
        values = [*texts, card.level, card.page, f'<a href="{link}">In the chapter</a>']
        notes.append((f"{_NAME}::{card.part}", card.id, values, tags))
    pictures = [part for name, content in sorted(media.items()) for part in (name, content)]
    kept = cache.store().made(lambda: b64encode(_made(notes, media, moment)).decode(), "deck", json.dumps([notes, moment]), *pictures)
    return b64decode(kept)


def _made(notes: list[tuple[str, str, list[str], list[str]]], media: dict[str, bytes], moment: int) -> bytes:
    """The file, of notes that are a deck's name, a question's id, the fields' values and the tags."""
    fields = [{"name": name} for name in ("Question", "Answer", "Level", "Page", "Link")]
    model = genanki.Model(
        number("note type"), _NAME, fields=fields, templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}], css=_STYLE
    )
    decks: dict[str, genanki.Deck] = {}
    for name, identity, values, tags in notes:
        part = decks.setdefault(name, genanki.Deck(number(name), name))
        part.add_note(genanki.Note(model, values, guid=genanki.guid_for(_NAME, identity), tags=tags))
    return _package(decks.values(), media, moment)


def _portable(html: str, url: str, site_url: str, site: Path, media: dict[str, bytes]) -> str:
    """Make targets relative to the page at ``url`` absolute, and collect the pictures."""

    def target(found: re.Match[str]) -> str:
        attribute, value = found.groups()
        if attribute.startswith("<a"):
            return f'{attribute}="{urljoin(site_url + url, value)}"'
        path = site / posixpath.normpath(posixpath.join(url, value))
        name = f"ml-interview-handbook-{path.name}"
        media[name] = path.read_bytes()
        return f'{attribute}="{name}"'

    return _TARGET.sub(target, html)


def _package(decks: Iterable[genanki.Deck], media: dict[str, bytes], moment: int) -> bytes:
    """Zip the collection with a fixed date, because genanki's own file carries the clock's."""
    with tempfile.TemporaryDirectory() as place:
        files = []
        for name, content in sorted(media.items()):
            files.append(Path(place) / name)
            files[-1].write_bytes(content)
        package, made = genanki.Package(list(decks), media_files=[str(file) for file in files]), Path(place) / "made.apkg"
        package.write_to_file(str(made), timestamp=moment)
        result = io.BytesIO()
        with zipfile.ZipFile(made) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in sorted(old.namelist()):
                new.writestr(zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0)), old.read(entry), zipfile.ZIP_DEFLATED)
        return result.getvalue()
