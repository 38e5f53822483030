"""handbook.mermaid: small SVG with a text alternative, and errors with a line."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from handbook import mermaid
from handbook.problems import ContentError

HEAD = "flowchart LR\n  accTitle: Two steps\n  accDescr: Data flow from a to b.\n"
SEQUENCE = "sequenceDiagram\n  accTitle: A call\n  accDescr: A asks B and gets an answer.\n  A->>B: ask\n  B-->>A: answer\n"


def test_svg_has_title_description_and_size() -> None:
    root = ET.fromstring(mermaid.render(HEAD + '  a["One step"] --> b["Another"]\n'))
    names = {element.tag.rpartition("}")[2]: element for element in root}
    assert root.get("role") == "img"
    assert names["title"].text == "Two steps"
    assert names["desc"].text == "Data flow from a to b."
    assert root.get("aria-labelledby") == names["title"].get("id")
    assert float(root.get("width", 0)) > 0
    assert float(root.get("height", 0)) > 0


@pytest.mark.parametrize("source", [HEAD + "  a --> b\n", SEQUENCE])
def test_colors_are_left_to_the_stylesheet(source: str) -> None:
    svg = mermaid.render(source)
    assert "<style" not in svg
    assert "style=" not in svg
    assert "<script" not in svg
    assert len(svg) < 8000


def test_two_diagrams_share_no_id() -> None:
    def ids(svg: str) -> set[str]:
        return {element.get("id") for element in ET.fromstring(svg).iter() if element.get("id")}

    assert not ids(mermaid.render(HEAD + "  a --> b\n")) & ids(mermaid.render(HEAD + "  a --> c\n"))


def test_arrow_heads_that_are_used_stay() -> None:
    svg = mermaid.render(HEAD + "  a --> b\n")
    assert svg.count("<marker") == 1
    assert "marker-end" in svg


@pytest.mark.parametrize(
    ("source", "what", "offset"),
    [
        (HEAD + "  a --> b[\n", "diagram does not parse", 3),
        (HEAD + "  a -> b\n", "diagram does not parse", 3),
        ("flowchart LR\n  accTitle: Only a title\n  a --> b\n", "diagram has no `accDescr:` line", 0),
        ("flowchart LR\n  a --> b\n", "diagram has no `accTitle:` line", 0),
        ("flowchrt LR\n  accTitle: x\n  accDescr: y\n", "diagram does not parse", 0),
    ],
)
def test_a_broken_diagram_says_why_and_on_which_line(source: str, what: str, offset: int) -> None:
    with pytest.raises(ContentError) as caught:
        mermaid.render(source)
    assert caught.value.what.startswith(what)
    assert caught.value.offset == offset
