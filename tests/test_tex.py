"""handbook.tex: formulas that render, and what is said of those that do not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from handbook import tex
from handbook.problems import ContentError


def test_inline_and_display_carry_html_and_mathml() -> None:
    inline, display = tex.render(r"x^2"), tex.render(r"x^2", display=True)
    assert inline.count("<math") == 1
    assert 'class="katex-html"' in inline
    assert "katex-display" not in inline
    assert 'class="katex-display"' in display


@pytest.mark.parametrize("name", sorted(tex.macros()))
def test_every_macro_renders(name: str) -> None:
    arguments = tex.macros()[name].count("#") and "{a}" * len({c for c in tex.macros()[name].split("#")[1:] for c in c[:1]})
    base = "x" if name in {r"\T", r"\inv"} else ""
    assert "katex-html" in tex.render(f"{base}{name}{arguments or ''}")


def test_a_definition_in_one_formula_does_not_reach_the_next() -> None:
    tex.render(r"\gdef\leak{y}\leak")
    with pytest.raises(ContentError, match="leak"):
        tex.render(r"\leak")


@pytest.mark.parametrize(
    ("source", "message", "offset"),
    [
        (r"\frac{a}{b", "Unexpected end of input in a macro argument, expected '}'", 0),
        (r"\unknown x", r"Undefined control sequence: \unknown", 0),
        ("a\n+ b\n+ \\wrong", r"Undefined control sequence: \wrong", 2),
        (r"\href{javascript:alert(1)}{x}", "href", 0),
        ("x é", "strict mode", 0),
    ],
)
def test_a_broken_formula_says_why_and_on_which_line(source: str, message: str, offset: int) -> None:
    if message == "href":  # KaTeX shows an untrusted command in its error color and makes no link
        assert "<a " not in tex.render(source)
        return
    with pytest.raises(ContentError) as caught:
        tex.render(source)
    assert message in caught.value.what
    assert caught.value.offset == offset


def test_marks_come_back_as_formulas() -> None:
    page = f"<p>{tex.mark('a+b')} and {tex.mark('a+b', display=True)}</p>"
    assert "katex" not in page
    assert tex.unmark(page) == f"<p>{tex.render('a+b')} and {tex.render('a+b', display=True)}</p>"


def test_plain_text_of_a_formula_is_what_a_reader_sees() -> None:
    assert tex.plain(r"L_1") == "L1"
    assert tex.plain(r"x < y") == "x<y"


def test_a_process_that_rendered_ends_by_itself() -> None:
    command = [sys.executable, "-c", "from handbook import tex; tex.render('x'); raise SystemExit(3)"]
    for _ in range(5):
        assert subprocess.run(command, timeout=60, check=False).returncode == 3
