"""handbook.rules: each kind of broken contribution gives exactly one clear line, and the good project none.

A row of BROKEN is a change to the small project of the ``tree`` fixture and the line that it must give.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import rules, site

Change = Callable[[Path], object]


def add(text: str, page: str = "docs/page.md") -> Change:
    """Append ``text`` to a page: its first line is line 10 of the file."""
    return lambda tree: (tree / page).write_text((tree / page).read_text() + "\n" + text)


def swap(old: str, new: str, page: str = "docs/page.md") -> Change:
    """Replace ``old``, which must be there."""

    def change(tree: Path) -> None:
        text = (tree / page).read_text()
        assert old in text
        (tree / page).write_text(text.replace(old, new, 1))

    return change


def cell(number: int, edit: Callable[[dict], object]) -> Change:
    """Edit one code cell of the notebook, counted from 0."""

    def change(tree: Path) -> None:
        path = tree / "notebooks" / "sum.ipynb"
        node = json.loads(path.read_text())
        edit([c for c in node["cells"] if c["cell_type"] == "code"][number])
        path.write_text(json.dumps(node, indent=1) + "\n")

    return change


def write(name: str, data: bytes) -> Change:
    return lambda tree: ((tree / name).parent.mkdir(parents=True, exist_ok=True), (tree / name).write_bytes(data))


NOTEBOOK = "notebooks/sum.ipynb"
GLOSSARY = "docs/reference/glossary.md"
QUESTION = '??? question easy "What is it?"\n    {answer}\n'
ANSWER = "An answer that is long enough to be an answer to it."
BROKEN: dict[str, tuple[Change, str]] = {
    "formula: missing brace": (
        add("A $`\\frac{a}{b`$."),
        "docs/page.md:10: KaTeX cannot read the formula: Unexpected end of input in a macro argument, expected '}'",
    ),
    "formula: unknown command": (
        add("```math\na\n\\wrong\n```"),
        "docs/page.md:12: KaTeX cannot read the formula: Undefined control sequence: \\wrong",
    ),
    "formula: one dollar sign": (add("A $`x` b."), "docs/page.md:10: formula `x` has no closing dollar sign"),
    "formula: two lines": (add("A $`x +\ny`$ b."), "docs/page.md:10: formula does not stand on one line"),
    "formula: in a question": (add(QUESTION.format(answer=ANSWER + " $`x^{2`$")), "docs/page.md:11: KaTeX cannot read the formula"),
    "formula: in a table": (add("| a | b |\n| --- | --- |\n| $`x_`$ | c |"), "docs/page.md:12: KaTeX cannot read the formula"),
    "diagram: syntax": (
        add("```mermaid\nflowchart LR\n  accTitle: t\n  accDescr: d\n  a --> b[\n```"),
        "docs/page.md:14: diagram does not parse: Unterminated node label",
    ),
    "diagram: no text alternative": (add("```mermaid\nflowchart LR\n  a --> b\n```"), "docs/page.md:11: diagram has no `accTitle:` line"),
    "link: no such page": (add("See [this](nowhere.md)."), "docs/page.md:10: link target `nowhere.md` does not exist"),
    "link: wrong folder": (
        add("See [this](part/other.md)."),
        "docs/page.md:10: link target `part/other.md` does not exist; did you mean `other.md`?",
    ),
    "link: other case": (add("See [this](Other.md)."), "docs/page.md:10: link target `Other.md` does not exist; did you mean `other.md`?"),
    "link: no such anchor": (add("See [this](other.md#nothing)."), "docs/page.md:10: `docs/other.md` has no anchor `#nothing`"),
    "link: no such anchor here": (add("See [this](#nothing)."), "docs/page.md:10: `docs/page.md` has no anchor `#nothing`"),
    "link: no text": (add("See [](other.md)."), "docs/page.md:10: link to `other.md` has no text"),
    "link: from the root": (add("See [this](/other.md)."), "docs/page.md:10: link `/other.md` starts with a slash"),
    "link: javascript": (
        add("See [this](javascript:alert(1))."),
        "docs/page.md:10: link `javascript:alert(1)` has a scheme that the site does not allow",
    ),
    "link: ftp": (add("See [this](ftp://example.org/a)."), "docs/page.md:10: link `ftp://example.org/a` has a scheme"),
    "link: no such notebook": (
        add("See [this](../notebooks/none.ipynb)."),
        "docs/page.md:10: link target `../notebooks/none.ipynb` does not exist",
    ),
    "link: no such term": (add("See [this](reference/glossary.md#b)."), "docs/page.md:10: `docs/reference/glossary.md` has no anchor `#b`"),
    "glossary: order": (
        swap("a term\n:   It", "f word\na term\n:   It", GLOSSARY),
        "docs/reference/glossary.md:12: `b term` stands after a later word; keep the terms in alphabetical order",
    ),
    "glossary: wrong page": (
        swap("b term\n:   It", "z word\nb term\n:   It", GLOSSARY),
        "docs/reference/glossary.md:11: `z word` stands on the wrong page; move it to docs/reference/glossary-p-to-z.md",
    ),
    "glossary: too long": (
        swap("It is used", "It is used " + "very " * 30 + "often", GLOSSARY),
        "docs/reference/glossary.md:7: definition of `a term` has 34 words",
    ),
    "glossary: formula": (swap("It is", "It is $`x`$", GLOSSARY), "docs/reference/glossary.md:7: definition of `a term` has a formula"),
    "glossary: twice": (
        swap("b term", "b term\nA-Terms", GLOSSARY),
        "docs/reference/glossary.md:11: `A-Terms` is already an entry, or a name of `a term`",
    ),
    "glossary: no link": (swap(" [Other](../other.md)", "", GLOSSARY), "docs/reference/glossary.md:7: `a term` leads nowhere"),
    "glossary: not explained": (
        swap("b term", "c term", GLOSSARY),
        "docs/reference/glossary.md:11: the page that `c term` leads to never uses the term",
    ),
    "picture: missing": (add("![A picture of a thing that is missing](a.svg)"), "docs/page.md:10: link target `a.svg` does not exist"),
    "picture: no text alternative": (add("![](other.md)"), "docs/page.md:10: picture `other.md` has no text alternative"),
    "picture: on another host": (
        add("![A picture from somewhere else](https://example.org/a.png)"),
        "docs/page.md:10: picture `https://example.org/a.png` is on another host",
    ),
    "picture: nobody shows it": (
        lambda tree: (write("docs/assets/figures/a.svg", b"<svg/>")(tree), write("docs/assets/figures/a.py", b"")(tree)),
        "docs/assets/figures/a.svg:0: no page shows this picture",
    ),
    "figure: not drawn": (write("docs/assets/figures/a.py", b""), "docs/assets/figures/a.py:0: figure has not been drawn"),
    "question: no level": (add(f'??? question "What is it?"\n    {ANSWER}\n'), "docs/page.md:10: question has level `none`"),
    "question: unknown level": (
        add(f'??? question trivial "What is it?"\n    {ANSWER}\n'),
        "docs/page.md:10: question has level `trivial`",
    ),
    "question: no title": (add(f"??? question easy\n    {ANSWER}\n"), "docs/page.md:10: question has no title in double quotes"),
    "question: no answer": (add('??? question easy "What is it?"\n\nText.\n'), "docs/page.md:10: question has no answer"),
    "question: twice on the site": (
        lambda tree: (
            add(QUESTION.format(answer=ANSWER))(tree),
            add(QUESTION.format(answer=ANSWER).replace('?"', '?" {#q-2}'), "docs/other.md")(tree),
        ),
        "docs/page.md:10: question stands also in docs/other.md:14",
    ),
    "question: duplicate id": (
        add(f'??? question easy "One?" {{#same}}\n    {ANSWER}\n\n??? question easy "Two?" {{#same}}\n    {ANSWER}\n'),
        "docs/page.md:13: question id `same` is also that of docs/page.md:10",
    ),
    "question: fewer than eight": (add("## Interview questions\n"), "docs/page.md:10: page has 0 questions"),
    "front matter: missing": (lambda tree: write("docs/page.md", b"# Page\n\nText.\n")(tree), "docs/page.md:1: page has no front matter"),
    "front matter: not closed": (swap("tags: [statistics]\n---\n", "tags: [statistics]\n"), "docs/page.md:1: front matter is never closed"),
    "front matter: no YAML": (swap("tags: [statistics]", "tags: [statistics"), "docs/page.md:5: front matter does not parse"),
    "front matter: unknown key": (swap("tags:", "tagz: x\ntags:"), "docs/page.md:4: unknown front matter key `tagz`"),
    "front matter: short description": (
        swap("long enough to pass the rule on the length of a description", "short"),
        "docs/page.md:2: description has 72 characters",
    ),
    "front matter: unknown tag": (swap("[statistics]", "[statistiks]"), "docs/page.md:4: unknown tag `statistiks`"),
    "front matter: no aliases": (swap("[first]", "[]"), "docs/page.md:3: page has no aliases"),
    "front matter: aliases as text": (swap("[first]", "first"), "docs/page.md:3: aliases is not a list of words"),
    "asks: no map": (swap("aliases:", "asks: [words]\naliases:"), "docs/page.md:3: asks does not map anchors to lists of words"),
    "asks: no such section": (
        swap("aliases:", "asks:\n  none: [words]\naliases:"),
        "docs/page.md:4: asks names `none`, which is no section here",
    ),
    "asks: twice": (
        swap("aliases:", "asks:\n  page: [some words, Some words]\naliases:"),
        "docs/page.md:4: `Some words` is already asked at docs/page.md#page; keep it at the section that answers it best",
    ),
    "alias: on two pages": (swap("[first]", "[Second]"), "docs/page.md:3: alias `Second` already belongs to docs/other.md"),
    "heading: second title": (add("# Another\n"), "docs/page.md:10: page has a second `# Title`"),
    "heading: no title": (swap("# Page\n", ""), "docs/page.md:6: page does not start with a title"),
    "heading: level left out": (add("### Deep\n"), "docs/page.md:10: heading jumps from level 1 to 3"),
    "heading: formula without id": (add("## The $`x`$\n"), "docs/page.md:10: heading with a formula has no explicit id"),
    "heading: anchor twice": (add("## One {#a}\n\n## Two {#a}\n"), "docs/page.md:12: anchor `a` stands twice"),
    "HTML: script": (add("<script>alert(1)</script>\n"), "docs/page.md:10: raw HTML `<script>` is not allowed"),
    "HTML: event handler": (add('A <kbd onclick="x()">key</kbd>.\n'), 'docs/page.md:10: raw HTML `<kbd onclick="x()">` is not allowed'),
    "HTML: iframe in a question": (
        add(QUESTION.format(answer=ANSWER + " <iframe src=x></iframe>")),
        "docs/page.md:11: raw HTML `<iframe src=x>` is not allowed",
    ),
    "HTML: comment": (add("<!-- TODO -->\n"), "docs/page.md:10: raw HTML `<!-- TODO -->` is not allowed"),
    "table: ragged row": (add("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n"), "docs/page.md:12: table row has 3 columns, the header 2"),
    "table: bar in a formula": (add("| a | b |\n| --- | --- |\n| $`x`$ | |y| |\n"), "docs/page.md:12: table row has 4 columns"),
    "table: ragged rule": (add("| a | b |\n| --- | --- | --- |\n"), "docs/page.md:11: table's rule has 3 columns"),
    "fence: not closed": (add("```python\nx = 1\n"), "docs/page.md:10: code fence is never closed"),
    "fence: no language": (add("```\nx\n```\n"), "docs/page.md:10: code fence has the language `none`"),
    "fence: unknown option": (add('```python tset="skip: because"\nx\n```\n'), "docs/page.md:10: code fence has the unknown option `tset`"),
    "fence: skipped without a reason": (add('```python test="skip"\nx\n```\n'), 'docs/page.md:10: test="skip" gives no reason'),
    "file: byte-order mark": (
        lambda tree: write("docs/page.md", b"\xef\xbb\xbf" + (tree / "docs/page.md").read_bytes())(tree),
        "docs/page.md:1: file starts with a byte-order mark",
    ),
    "file: carriage returns": (add("A line.\r\n"), "docs/page.md:10: line ends with a carriage return"),
    "file: tab": (add("A\tline.\n"), "docs/page.md:10: line holds a tab"),
    "file: not UTF-8": (
        lambda tree: write("docs/page.md", (tree / "docs/page.md").read_bytes() + b"caf\xe9\n")(tree),
        "docs/page.md:9: file is not UTF-8",
    ),
    "file: name": (
        lambda tree: ((tree / "docs/page.md").rename(tree / "docs/My_Page.md"), swap("page.md", "My_Page.md", "mkdocs.yml")(tree)),
        "docs/My_Page.md:0: `My_Page` is not kebab-case",
    ),
    "navigation: page outside": (swap("  - page.md\n", "", "mkdocs.yml"), "docs/page.md:1: page is not in the navigation"),
    "navigation: no such page": (
        swap("  - page.md\n", "  - page.md\n  - gone.md\n", "mkdocs.yml"),
        "mkdocs.yml:4: nav names `gone.md`, which does not exist",
    ),
    "navigation: twice": (swap("  - page.md\n", "  - page.md\n  - page.md\n", "mkdocs.yml"), "mkdocs.yml:3: nav names `page.md` twice"),
    "notebook: invalid JSON": (swap('"cells": [', '"cells": [,', NOTEBOOK), f"{NOTEBOOK}:2: notebook is not valid JSON"),
    "notebook: empty file": (write(NOTEBOOK, b""), f"{NOTEBOOK}:1: notebook is not valid JSON"),
    "notebook: something else": (write(NOTEBOOK, b"[1, 2]\n"), f"{NOTEBOOK}:1: file is not a valid notebook"),
    "notebook: not executed": (
        cell(0, lambda c: c.update(execution_count=None)),
        f"{NOTEBOOK}:58: cell was executed as number None, not 1",
    ),
    "notebook: code newer than its output": (
        swap("total = sum([1, 2])", "total = sum((1, 2))", NOTEBOOK),
        f"{NOTEBOOK}:1: code has changed since the stored outputs were made",
    ),
    "notebook: failing cell": (
        cell(0, lambda c: c["outputs"].append({"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": []})),
        f"{NOTEBOOK}:64: cell fails: ValueError: no; ",
    ),
    "notebook: HTML output": (
        cell(0, lambda c: c["outputs"].append({"output_type": "display_data", "data": {"text/html": "<script>"}, "metadata": {}})),
        f"{NOTEBOOK}:65: cell has an output of type text/html; ",
    ),
    "notebook: warning": (
        cell(0, lambda c: c["outputs"].append({"output_type": "stream", "name": "stderr", "text": "warned"})),
        f"{NOTEBOOK}:63: cell writes to stderr; ",
    ),
    "notebook: picture without text": (
        cell(1, lambda c: c.update(source=c["source"][1:])),
        f"{NOTEBOOK}:505: picture has no text alternative; ",
    ),
    "notebook: missing section": (swap("## Traps", "## Tricks", NOTEBOOK), f"{NOTEBOOK}:1: notebook has no section `## Traps`"),
    "notebook: broken formula": (swap("$1 + 1 = 2$", "$1 + {1 = 2$", NOTEBOOK), f"{NOTEBOOK}:10: KaTeX cannot read the formula"),
    "notebook: broken link": (
        swap("Adds numbers", "[Adds](../docs/no.md) numbers", NOTEBOOK),
        f"{NOTEBOOK}:10: link target `../docs/no.md` does not exist",
    ),
    "notebook: not said how often": (
        swap('"asked": "rarely"', '"asked": "daily"', NOTEBOOK),
        f"{NOTEBOOK}:561: asked is 'daily'",
    ),
    "notebook: no difficulty": (
        swap('"difficulty": "easy"', '"difficulty": "trivial"', NOTEBOOK),
        f"{NOTEBOOK}:563: difficulty is 'trivial'",
    ),
}


def test_the_good_project_has_no_problem(tree: Path) -> None:
    assert rules.check(site.load(tree)) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_contribution_gives_one_clear_line(name: str, tree: Path) -> None:
    change, line = BROKEN[name]
    change(tree)
    problems = [str(problem) for problem in rules.check(site.load(tree))]
    assert len(problems) == 1, "\n".join(problems)
    assert problems[0].startswith(line), problems[0]
    assert "; " in problems[0]


def test_a_part_with_questions_has_its_page_in_the_navigation(tree: Path) -> None:
    (tree / "docs" / "reference" / "question-bank.md").write_text(
        (tree / "docs" / "page.md").read_text().replace("first", "bank").replace("other.md", "../other.md").replace("# Page", "# Bank")
    )
    swap("  - page.md", "  - page.md\n  - reference/question-bank.md", "mkdocs.yml")(tree)
    assert rules.check(site.load(tree)) == []
    add(QUESTION.format(answer=ANSWER), "docs/reference/question-bank.md")(tree)
    assert [str(problem) for problem in rules.check(site.load(tree))] == [
        "mkdocs.yml:1: nav does not name `reference/questions-reference.md`, the questions of a part; add it below the question bank"
    ]


def test_only_the_named_files_are_reported(tree: Path) -> None:
    add("A $`x` b.")(tree)
    add("A $`y` b.", "docs/other.md")(tree)
    problems = rules.check(site.load(tree), {"docs/other.md"})
    assert [problem.path for problem in problems] == ["docs/other.md"]


def test_a_chapter_needs_its_sections(tree: Path) -> None:
    (tree / "docs" / "nlp").mkdir()
    (tree / "docs" / "page.md").rename(tree / "docs" / "nlp" / "page.md")
    swap("other.md", "../other.md", "docs/nlp/page.md")(tree)
    swap("  - page.md", "  - nlp/page.md", "mkdocs.yml")(tree)
    problems = [problem.what for problem in rules.check(site.load(tree))]
    assert problems == [
        'chapter has no `!!! abstract "In one minute"`',
        "chapter has no picture",
        "chapter has no section `## Common mistakes`",
        "chapter has no section `## Further reading`",
        "chapter has no section `## Interview questions`",
    ]


def test_the_handbook_itself_has_no_problem() -> None:
    problems = rules.check(site.load())
    assert not problems, "\n".join(map(str, problems))
