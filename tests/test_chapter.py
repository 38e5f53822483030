"""handbook.chapter: what is read from Markdown, with the lines on which it stands."""

from __future__ import annotations

from handbook.chapter import Formula, Link, parse

TEXT = """---
description: d
tags: [a]
---

# Title with $`x`$ {#title}

Text $`a_1`$ and `code` with [a link](other.md#part).

??? question medium "Why $`y`$?" {#why}
    Because $`z`$:

    ```python
    # no heading, no $`formula`$
    ```

    1. one
    2. two ![a picture of two](p.svg)

=== "Tab"

    ```math
    a +
    b
    ```

## Title

| a | b |
| --- | --- |
| $`c`$ | <br> |
"""


def test_front_matter_and_headings() -> None:
    page = parse(TEXT)
    assert page.meta == {"description": "d", "tags": ["a"]}
    assert [(h.level, h.anchor, h.line, h.explicit) for h in page.headings] == [(1, "title", 6, True), (2, "title_1", 27, False)]


def test_formulas_with_lines_also_in_containers_and_tables() -> None:
    assert parse(TEXT).formulas == [
        Formula("x", False, 6),
        Formula("a_1", False, 8),
        Formula("y", False, 10),
        Formula("z", False, 11),
        Formula("a +\nb", True, 23),
        Formula("c", False, 31),
    ]


def test_links_pictures_html_and_fences() -> None:
    page = parse(TEXT)
    assert page.links == [Link("other.md#part", "a link", 8), Link("p.svg", "a picture of two", 18, picture=True)]
    assert page.html == [("<br>", 31)]
    assert [(f.info, f.line) for f in page.fences] == [("python", 13), ("math", 22)]


def test_questions() -> None:
    (question,) = parse(TEXT).questions
    assert (question.level, question.title, question.id, question.line) == ("medium", "Why $`y`$?", "why", 10)
    assert question.answer.startswith("Because $`z`$:")
    assert question.answer.endswith("(p.svg)")


def test_an_id_without_an_explicit_one_comes_from_the_words() -> None:
    (question,) = parse('??? question easy "What is $`R^2`$, exactly?"\n    An answer.\n').questions
    assert question.id == "q-what-is-r2-exactly"


def test_what_makes_parsing_doubtful_is_listed() -> None:
    assert parse("---\na: [\n---\n").broken[0][1].startswith("front matter does not parse")
    assert parse("---\na: b\n").broken == [(1, "front matter is never closed", "end it with a line of three dashes")]
    assert parse("# T\n\n```python\nx = 1\n").broken[0][:2] == (3, "code fence is never closed")
    assert parse("# T\n\nA $`x` b.\n").broken[0][1] == "formula `x` has no closing dollar sign"
    assert parse("# T\n\nA `x`$ b.\n").broken[0][1] == "formula `x` has no opening dollar sign"
    assert parse("# T\n\nA $`x +\ny`$ b.\n").broken[0][1] == "formula does not stand on one line"
