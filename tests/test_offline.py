"""The web app's files: a release is named after what it holds, the icons are what the manifest says, the preview has no worker."""

from __future__ import annotations

import importlib.util
import io
import json
import math
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from handbook import offline
from handbook.paths import DOCS, ROOT

LOGO = (DOCS / "assets" / "logo.svg").read_text(encoding="utf-8")
FILES = {
    "index.html": f'<meta name="release" content="{offline.MARK}">',
    "a/b/index.html": f'<meta name="release" content="{offline.MARK}"><p>text</p>',
    "404.html": f'<meta name="release" content="{offline.MARK}">',
    "offline.html": f'<meta name="release" content="{offline.MARK}">',
    "questions.json": "[]",
    "practice/data/questions.json": "[]",
    "downloads/index.html": "",
    "downloads/book.epub": "",
    "assets/javascripts/handbook.js": "1",
    "assets/javascripts/search.js": "1",
    "assets/javascripts/bundle.1.min.js.map": "1",
    "assets/stylesheets/handbook.css": "a{}",
}
KEPT = {
    "",
    "a/b/",
    "offline.html",
    "practice/data/questions.json",
    "downloads/",
    "assets/javascripts/handbook.js",
    "assets/javascripts/search.js",
}
KEPT |= {"assets/stylesheets/handbook.css"}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A small site."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_release_lists_what_can_be_kept(built: Path) -> None:
    made = offline.release(built)
    assert set(made.files) == KEPT
    assert made.shell == ("assets/javascripts/handbook.js", "assets/stylesheets/handbook.css", "offline.html")
    assert all(len(digest) == 12 and size == 1 for name, (digest, size) in made.files.items() if name != "downloads/")


@pytest.mark.parametrize(("name", "same"), [("a/b/index.html", False), ("assets/javascripts/search.js", False), ("404.html", True)])
def test_a_release_is_named_after_what_it_holds(name: str, same: bool, built: Path) -> None:
    before = offline.release(built).name
    assert offline.release(built).name == before
    (built / name).write_text("other", encoding="utf-8")
    assert (offline.release(built).name == before) == same


def test_pages_worker_and_list_name_the_same_release(built: Path) -> None:
    name = offline.write(built).name
    for page in built.rglob("*.html"):
        assert offline.MARK not in page.read_text(encoding="utf-8")
    assert f'content="{name}"' in (built / "404.html").read_text(encoding="utf-8")
    assert json.loads((built / offline.LIST).read_text(encoding="utf-8"))["release"] == name
    worker = (built / offline.WORKER).read_text(encoding="utf-8")
    assert f'"handbook-{name}"' in worker or name in worker
    assert "assets/stylesheets/handbook.css" in worker
    assert len(worker) < 20_000


def test_a_worker_that_cannot_be_bundled_says_why(tmp_path: Path) -> None:
    (tmp_path / "broken.js").write_text("import 'nowhere';", encoding="utf-8")
    with pytest.raises(ValueError, match=r'esbuild cannot bundle broken.js: .*Could not resolve "nowhere"'):
        offline.bundle(tmp_path / "broken.js", {})


@pytest.mark.parametrize("size", [192, 512])
def test_icons_have_their_size_and_a_maskable_one_keeps_its_drawing_inside(size: int) -> None:
    whole = Image.open(io.BytesIO(offline.icon(LOGO, size))).convert("RGBA")
    assert whole.size == (size, size)
    assert whole.getpixel((0, 0))[3] == 0  # round corners
    cut = Image.open(io.BytesIO(offline.icon(LOGO, size, full=True))).convert("RGBA")
    ground = cut.getpixel((0, 0))
    assert ground == (11, 93, 102, 255)
    drawn = [(x, y) for x in range(size) for y in range(size) if cut.getpixel((x, y)) != ground]
    assert drawn
    assert max(math.dist((x + 0.5, y + 0.5), (size / 2, size / 2)) for x, y in drawn) <= 0.4 * size  # the circle that every phone leaves


def test_another_logo_says_what_to_correct() -> None:
    with pytest.raises(ValueError, match="logo.svg has no <rect> as its ground"):
        offline.icon("<svg><circle/></svg>", 192, full=True)


@pytest.mark.parametrize(("command", "mark"), [("build", offline.MARK), ("serve", "")])
def test_the_preview_names_no_release_and_writes_no_worker(command: str, mark: str, built: Path) -> None:
    spec = importlib.util.spec_from_file_location("hook", ROOT / "scripts" / "hooks" / "offline.py")
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    config = SimpleNamespace(extra={}, site_dir=str(built))
    hook.on_startup(command, False)
    hook.on_config(config)
    hook.on_post_build(config)
    assert config.extra["release"] == mark
    assert (built / offline.WORKER).exists() == bool(mark)


@pytest.mark.xdist_group("site")
def test_the_manifest_names_icons_that_are_there(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert {"name", "short_name", "start_url", "display", "icons"} <= set(manifest)
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        (f"{s}x{s}", p) for s in (192, 512) for p in ("any", "maskable")
    }
    for icon in manifest["icons"]:
        assert Image.open(site / icon["src"]).size == tuple(int(side) for side in icon["sizes"].split("x"))
    assert '<link rel="manifest" href="../../manifest.webmanifest">' in (site / "practice/flash-cards/index.html").read_text(
        encoding="utf-8"
    )
