"""What a file that readers take along says of itself. In: mkdocs.yml, the built site, git. Out: title, address, date, identity."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook import site as content
from handbook.paths import ROOT

LANGUAGE = "en-US"
RIGHTS = "Prose, figures and questions: CC BY 4.0. Code: MIT."
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_FIXED = 1_577_836_800  # a day, where there is no history


@dataclass(frozen=True)
class Edition:
    """One state of the handbook: what its covers say, and the navigation that orders its pages."""

    title: str
    description: str
    address: str
    moment: int
    nav: list[Any]

    @property
    def day(self) -> datetime.date:
        """The day of the last change, in UTC."""
        return datetime.datetime.fromtimestamp(self.moment, datetime.UTC).date()

    @property
    def identity(self) -> str:
        """The same for every edition of one site, so that a reader's library replaces the old by the new."""
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, self.address or self.title)}"


def read(site: Path, root: Path = ROOT) -> Edition:
    """The edition that the built ``site`` of the project at ``root`` shows."""
    config = content.config(root)
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    description = " ".join(config.get("site_description", "").split())
    return Edition(config["site_name"], description, found.group(1) if found else "", moment("docs", "notebooks"), config["nav"])


def moment(*paths: str) -> int:
    """The age of the content in seconds since 1970: $SOURCE_DATE_EPOCH, or the last commit that touched ``paths``."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch and shutil.which("git"):
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct", "--", *paths]
        epoch = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(epoch) if epoch.isdigit() else _FIXED
