"""handbook.rules: each kind of broken contribution gives exactly one clear line, and the good project none.

A row of BROKEN is a change to the small project of the ``tree`` fixture and the line that it must give. BROKEN.md shows
all of them with their whole lines: ``python tests/test_rules.py --write`` renews it, a test tells when that is due.
"""

from __future__ import annotations

import functools
import json
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import conftest
import pytest

from handbook import cache, rules, site

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


def whole(edit: Callable[[dict], object]) -> Change:
    """Edit the notebook's JSON."""

    def change(tree: Path) -> None:
        node = json.loads((tree / NOTEBOOK).read_text())
        edit(node)
        (tree / NOTEBOOK).write_text(json.dumps(node, indent=1) + "\n")

    return change


def cut(share: float) -> Change:
    """Leave only the first ``share`` of the notebook."""
    return lambda tree: (tree / NOTEBOOK).write_bytes((data := (tree / NOTEBOOK).read_bytes())[: int(len(data) * share)])


def link(name: str, target: str) -> Change:
    """Put a symbolic link in place of a file."""
    return lambda tree: ((tree / name).unlink(missing_ok=True), (tree / name).symlink_to(target))


def figure(data: bytes) -> Change:
    """A figure with its source, shown by a page."""
    return lambda tree: (
        write(FIGURE, data)(tree),
        write(FIGURE.replace(".svg", ".py"), b"")(tree),
        add("![A picture of a thing](assets/figures/a.svg)")(tree),
    )


TABLE = Path(__file__).with_name("BROKEN.md")
NOTEBOOK = "notebooks/sum.ipynb"
FIGURE = "docs/assets/figures/a.svg"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>\n'
WIDGET = "application/vnd.jupyter.widget-view+json"
DIAGRAM = "```mermaid\nflowchart LR\n  accTitle: t\n  accDescr: d\n  a --> b\n```\n"
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
    "formula: link": (add(r"A $`\href{javascript:alert(1)}{x}`$."), r"docs/page.md:10: formula has `\href`"),
    "formula: picture": (add(r"A $`\includegraphics{https://example.org/a.png}`$."), r"docs/page.md:10: formula has `\includegraphics`"),
    "formula: HTML attributes": (add("```math\nx\n\\htmlClass{a}{y}\n```"), r"docs/page.md:12: formula has `\htmlClass`"),
    "formula: endless macro": (
        add(r"A $`\def\a{\a\a}\a`$."),
        "docs/page.md:10: KaTeX cannot read the formula: Too many expansions: infinite loop",
    ),
    "formula: accented letter": (add("A $`x é`$."), "docs/page.md:10: KaTeX cannot read the formula: LaTeX-incompatible input"),
    "formula: empty": (add("A $``$."), "docs/page.md:10: backtick has no partner"),
    "formula: no opening dollar sign": (add("A `x`$ b."), "docs/page.md:10: formula `x` has no opening dollar sign"),
    "diagram: unknown type": (add(DIAGRAM.replace("flowchart", "flowchrt")), "docs/page.md:11: diagram does not parse"),
    "diagram: no description": (add(DIAGRAM.replace("accDescr", "desc")), "docs/page.md:11: diagram has no `accDescr:` line"),
    "diagram: script behind a click": (
        add(DIAGRAM.replace("a --> b", 'a --> b\n  click a href "javascript:alert(1)"')),
        "docs/page.md:15: diagram has a line `click`",
    ),
    "diagram: colors of its own": (
        add(DIAGRAM.replace("a --> b", "a --> b\n  style a fill:#f00")),
        "docs/page.md:15: diagram has a line `style`",
    ),
    "diagram: settings of its own": (
        add(DIAGRAM.replace("flowchart LR", "%%{init: {'securityLevel': 'loose'}}%%\nflowchart LR")),
        "docs/page.md:11: diagram has a line `%%{`",
    ),
    "diagram: picture from another host": (
        add(DIAGRAM.replace("a --> b", 'a@{ img: "https://example.org/x.png", label: "x" } --> b')),
        "docs/page.md:10: diagram draws `",
    ),
    "diagram: fence not closed": (add(DIAGRAM.removesuffix("```\n")), "docs/page.md:10: code fence is never closed"),
    "link: no target": (add("See [this]()."), "docs/page.md:10: link `[this]()` has no target"),
    "link: javascript in capitals": (add("See [this](JaVaScRiPt:alert(1))."), "docs/page.md:10: link `JaVaScRiPt:alert(1)` has a scheme"),
    "link: javascript with an entity": (
        add("See [this](java&#115;cript&colon;alert(1))."),
        "docs/page.md:10: link `javascript:alert(1)` has a scheme",
    ),
    "link: javascript with an encoded tab": (
        add("See [this](java&Tab;script:alert(1))."),
        "docs/page.md:10: link `java%09script:alert(1)` has a scheme",
    ),
    "link: javascript with a space": (add("See [this](<java script:alert(1)>)."), "docs/page.md:10: link `java%20script:alert(1)` has"),
    "link: javascript over two lines": (add("See [this](java\nscript:alert(1))."), "docs/page.md:10: link does not parse"),
    "link: javascript without a semicolon": (
        add("See [this](javascript&#58alert(1))."),
        "docs/page.md:10: link target `javascript&` does not exist",
    ),
    "link: javascript in a reference": (
        add("See [this][r].\n\n[r]: javascript:alert(1)"),
        "docs/page.md:12: link target stands apart from its link",
    ),
    "link: javascript as an autolink": (add("See <javascript:alert(1)>."), "docs/page.md:10: link `javascript:alert(1)` has a scheme"),
    "link: javascript in a question": (
        add(QUESTION.format(answer=ANSWER + " [This](javascript:alert(1)).")),
        "docs/page.md:11: link `javascript:alert(1)` has a scheme",
    ),
    "link: data": (
        add("See [this](data:text/html;base64,PHN2Zz4=)."),
        "docs/page.md:10: link `data:text/html;base64,PHN2Zz4=` has a scheme",
    ),
    "link: data as an autolink": (add("See <DATA:text/html,x>."), "docs/page.md:10: link `DATA:text/html,x` has a scheme"),
    "link: vbscript": (add("See [this](vbscript:msgbox)."), "docs/page.md:10: link `vbscript:msgbox` has a scheme"),
    "link: file": (add("See [this](file:///etc/passwd)."), "docs/page.md:10: link `file:///etc/passwd` has a scheme"),
    "link: scheme of the page": (add("See [this](//example.org/a)."), "docs/page.md:10: link `//example.org/a` starts with a slash"),
    "link: out of the project": (
        add("See [this](../../../etc/passwd)."),
        "docs/page.md:10: link target `../../../etc/passwd` does not exist",
    ),
    "link: target apart": (add("See [this] [r].\n\n[r]: other.md"), "docs/page.md:12: link target stands apart from its link"),
    "link: not closed": (add("See [this](other.md."), "docs/page.md:10: link does not parse"),
    "link: built page": (add("See [this](other.html)."), "docs/page.md:10: link target `other.html` does not exist"),
    "link: anchor in capitals": (add("See [this](other.md#Details)."), "docs/page.md:10: `docs/other.md` has no anchor `#Details`"),
    "link: javascript in a footnote": (
        add("Text.[^1]\n\n[^1]: <javascript:alert(1)>"),
        "docs/page.md:12: link `javascript:alert(1)` has a scheme",
    ),
    "link: footnote without text": (add("Text.[^9]"), "docs/page.md:10: footnote `[^9]` is not defined"),
    "picture: javascript": (
        add("![A picture of a thing](javascript:alert(1))"),
        "docs/page.md:10: link `javascript:alert(1)` has a scheme",
    ),
    "picture: data": (
        add("![A picture of a thing](data:image/svg+xml;base64,PHN2Zz4=)"),
        "docs/page.md:10: link `data:image/svg+xml;base64,PHN2Zz4=` has a scheme",
    ),
    "picture: no target": (add("![A picture of a thing]()"), "docs/page.md:10: link `[A picture of a thing]()` has no target"),
    "picture: short text alternative": (add("![A thing](other.md)"), "docs/page.md:10: picture `other.md` has no text alternative"),
    "picture: HTML in its text": (add("![A <b of a thing here](other.md)"), "docs/page.md:10: `<b of a thing here` may be read as HTML"),
    "picture: event handler": (
        add("![A picture of a thing](other.md){ onerror=alert(1) }"),
        "docs/page.md:10: attributes `{ onerror=alert(1) }` are not allowed",
    ),
    "figure: no source": (
        lambda tree: (
            write("docs/assets/figures/a.svg", SVG)(tree),
            add("![A picture of a thing](assets/figures/a.svg)")(tree),
        ),
        "docs/assets/figures/a.svg:0: picture has no source",
    ),
    "figure: script": (figure(SVG.replace(b"<g/>", b"<g/>\n<script>alert(1)</script>")), f"{FIGURE}:2: picture has `<script>`"),
    "figure: foreignObject": (
        figure(SVG.replace(b"<g/>", b"<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>")),
        f"{FIGURE}:1: picture has `<foreignObject>`",
    ),
    "figure: event handler": (figure(SVG.replace(b"<g/>", b"<g onload='alert(1)'/>")), f"{FIGURE}:1: picture has `onload`"),
    "figure: link that runs": (
        figure(SVG.replace(b"<g/>", b"<a href='javascript:alert(1)'/>")),
        f"{FIGURE}:1: picture has `<a>`",
    ),
    "figure: link that changes": (
        figure(SVG.replace(b"<g/>", b"<set attributeName='href' to='javascript:alert(1)'/>")),
        f"{FIGURE}:1: picture has `<set>`",
    ),
    "figure: part from another host": (
        figure(SVG.replace(b"<g/>", b"<use href='https://example.org/a.svg#b'/>")),
        f'{FIGURE}:1: picture has `href="https://example.org/a.svg#b"`',
    ),
    "figure: style from another host": (
        figure(SVG.replace(b"<g/>", b"<style>@import 'https://example.org/a.css';</style>")),
        f"{FIGURE}:1: picture has `@import`",
    ),
    "figure: entities": (
        figure(b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n' + SVG),
        f"{FIGURE}:1: picture has `<!DOCTYPE>`",
    ),
    "figure: stylesheet instruction": (
        figure(b'<?xml-stylesheet href="https://example.org/a.css"?>' + SVG),
        f"{FIGURE}:1: picture has `<?xml-stylesheet>`",
    ),
    "figure: cut off": (figure(SVG[:-4]), f"{FIGURE}:1: picture has `XML that does not parse"),
    "figure: too big": (figure(SVG.replace(b"<g/>", b"<g/>" + b" " * 60_000)), f"{FIGURE}:0: picture has 60 KB"),
    "picture: no PNG": (write("docs/assets/a.png", b"<script>alert(1)</script>"), "docs/assets/a.png:0: file is no PNG picture"),
    "question: not indented": (add(f'??? question easy "What is it?"\n{ANSWER}\n'), "docs/page.md:10: question has no answer"),
    "question: event handler": (
        add(f'??? question easy "What is it?" {{ onclick=alert(1) }}\n    {ANSWER}\n'),
        'docs/page.md:10: `??? question easy "What is it?" { onclic` opens no box, question or tab',
    ),
    "question: script in its title": (
        add(f'??? question easy "Why <img src=x onerror=alert(1)>?"\n    {ANSWER}\n'),
        "docs/page.md:10: raw HTML `<img src=x onerror=alert(1)>` is not allowed",
    ),
    "question: fence not closed": (
        add(QUESTION.format(answer=ANSWER + "\n\n    ```python\n    x = 1\n\nText.")),
        "docs/page.md:13: code fence is never closed",
    ),
    "question: title of another with other ends": (
        add(
            f'??? question easy "{"Why " * 20}one?"\n    {ANSWER}\n\n??? question easy "{"Why " * 20}two?"\n    {ANSWER}\n',
        ),
        "docs/page.md:13: question id `q-" + "why-" * 14 + "why` is also that of docs/page.md:10",
    ),
    "box: event handler": (add('!!! tip" onclick="alert(1)"\n    Text.\n'), 'docs/page.md:10: `!!! tip" onclick="alert(1)"` opens no box'),
    "box: without a kind": (add('!!! "Title"\n    Text.\n'), 'docs/page.md:10: `!!! "Title"` opens no box'),
    "box: tab without quotes": (add("=== Tab\n    Text.\n"), "docs/page.md:10: `=== Tab` opens no box"),
    "box: script in its title": (
        add('!!! tip "A <script>alert(1)</script>"\n    Text.\n'),
        "docs/page.md:10: raw HTML `<script>` is not allowed",
    ),
    "front matter: HTML in the description": (
        swap("description: One", 'description: <script>alert(1)</script>"> One'),
        "docs/page.md:2: description holds `<`",
    ),
    "front matter: quotes in the description": (
        swap("description: One", 'description: A "word" is one'),
        'docs/page.md:2: description holds `"`',
    ),
    "front matter: HTML in the title": (swap("tags:", "title: A <b>page</b>\ntags:"), "docs/page.md:4: title holds `<`"),
    "front matter: HTML in an alias": (swap("[first]", '["<b>first"]'), "docs/page.md:3: alias `<b>first` is no term"),
    "front matter: template of nowhere": (swap("tags:", "template: no.html\ntags:"), "docs/page.md:4: template `no.html` does not exist"),
    "front matter: template outside": (
        swap("tags:", "template: ../../secret\ntags:"),
        "docs/page.md:4: template is '../../secret'",
    ),
    "front matter: no list of keys": (
        lambda tree: write("docs/page.md", b"---\nonly a sentence\n---\n# Page\n")(tree),
        "docs/page.md:2: front matter is not a list of keys",
    ),
    "front matter: impossible date": (swap("tags:", "title: 2024-13-45\ntags:"), "docs/page.md:2: front matter does not parse"),
    "front matter: tags as text": (swap("[statistics]", "statistics"), "docs/page.md:4: tags is not a list of words"),
    "front matter: long description": (
        swap("One sentence", "One sentence" + " or two" * 20),
        "docs/page.md:2: description has 266 characters",
    ),
    "front matter: number among the aliases": (swap("[first]", "[first, 404]"), "docs/page.md:3: aliases is not a list of words"),
    "alias: twice on a page": (swap("[first]", "[first, first]"), "docs/page.md:3: alias `first` stands twice"),
    "heading: event handler": (add("## One { onclick=alert(1) }\n"), "docs/page.md:10: attributes `{ onclick=alert(1) }` are not allowed"),
    "heading: id with a space": (add("## One {#a b}\n"), "docs/page.md:10: attributes `{#a b}` are not allowed"),
    "heading: id and style": (add("## One {#a style=color:red}\n"), "docs/page.md:10: attributes `{#a style=color:red}` are not allowed"),
    "heading: id of a question": (
        add(f'??? question easy "What is it?" {{#a}}\n    {ANSWER}\n\n## One {{#a}}\n'),
        "docs/page.md:13: anchor `a` stands twice",
    ),
    "attributes: event handler of a link": (
        add("See [this](other.md){ onclick=alert(1) }."),
        "docs/page.md:10: attributes `{ onclick=alert(1) }` are not allowed",
    ),
    "attributes: target of a link": (
        add("See [this](other.md){ href=javascript:alert(1) }."),
        "docs/page.md:10: attributes `{ href=javascript:alert(1) }` are not allowed",
    ),
    "attributes: style that covers the page": (
        add("Text.\n{: style='position: fixed; inset: 0' }\n"),
        "docs/page.md:11: attributes `{: style='position: fixed; inset: 0' }` are not allowed",
    ),
    "attributes: in a list": (
        add("- item\n{: onclick=alert(1) }\n"),
        "docs/page.md:11: attributes `{: onclick=alert(1) }` are not allowed",
    ),
    "attributes: in a table": (
        add("| a | b |\n| --- | --- |\n| 1 { onclick=alert(1) } | 2 |\n"),
        "docs/page.md:12: attributes `{ onclick=alert(1) }` are not allowed",
    ),
    "attributes: of code": (add("A `x`{ onclick=alert(1) }."), "docs/page.md:10: attributes `{ onclick=alert(1) }` are not allowed"),
    "attributes: class": (add("*Text*{ .md-overlay }"), "docs/page.md:10: attributes `{ .md-overlay }` are not allowed"),
    "HTML: script in capitals": (add("<ScRiPt>alert(1)</ScRiPt>\n"), "docs/page.md:10: raw HTML `<ScRiPt>` is not allowed"),
    "HTML: script over two lines": (
        add("A <img\nsrc=x onerror=alert(1)>.\n"),
        "docs/page.md:10: raw HTML `<img src=x onerror=alert(1)>` is",
    ),
    "HTML: link that runs": (
        add('<a href="javascript:alert(1)">this</a>\n'),
        'docs/page.md:10: raw HTML `<a href="javascript:alert(1)">` is not allowed',
    ),
    "HTML: picture that runs": (
        add("<img src=x onerror=alert(1)>\n"),
        "docs/page.md:10: raw HTML `<img src=x onerror=alert(1)>` is not allowed",
    ),
    "HTML: slash in place of a space": (
        add("A <kbd/onclick=alert(1)>key</kbd>.\n"),
        "docs/page.md:10: `<kbd/onclick=alert(1)>` may be read as HTML",
    ),
    "HTML: behind a backslash": (
        add("A \\<img src=x onerror=alert(1)>.\n"),
        "docs/page.md:10: `<img src=x onerror=alert(1)>` may be read as HTML",
    ),
    "HTML: tag not closed": (add("A <img src=x onerror=alert(1)\n"), "docs/page.md:10: `<img src=x onerror=alert(1)` may be read as HTML"),
    "HTML: behind a lone backtick": (
        add("A ``` b `<img src=x onerror=alert(1)>` c.\n"),
        "docs/page.md:10: backtick has no partner",
    ),
    "HTML: in a definition": (
        add("term\n:   Text\n\n    <script>alert(1)</script>\n"),
        "docs/page.md:13: line is indented so far that it becomes code",
    ),
    "HTML: in a footnote": (add("Text.[^1]\n\n[^1]: <script>alert(1)</script>\n"), "docs/page.md:12: raw HTML `<script>` is not allowed"),
    "HTML: as a footnote": (
        add("Text.[^1]\n\n[^1]: <img src=x onerror=alert(1)>\n"),
        "docs/page.md:12: raw HTML `<img src=x onerror=alert(1)>` is not allowed",
    ),
    "HTML: in deep quotes": (add(">" * 30 + " <img src=x onerror=alert(1)>\n"), "docs/page.md:10: text is nested more than 12 levels deep"),
    "HTML: in a table": (
        add("| a | b |\n| --- | --- |\n| <b>1</b> | 2 |\n"),
        "docs/page.md:12: raw HTML `<b>` is not allowed",
    ),
    "HTML: in a heading": (add("## One <i>two</i>\n"), "docs/page.md:10: raw HTML `<i>` is not allowed"),
    "HTML: object": (add("<object data=x></object>\n"), "docs/page.md:10: raw HTML `<object data=x>` is not allowed"),
    "HTML: embed": (add("<embed src=x>\n"), "docs/page.md:10: raw HTML `<embed src=x>` is not allowed"),
    "HTML: form": (add("<form action=x><input></form>\n"), "docs/page.md:10: raw HTML `<form action=x>` is not allowed"),
    "HTML: refresh": (
        add('<meta http-equiv="refresh" content="0;url=https://example.org">\n'),
        'docs/page.md:10: raw HTML `<meta http-equiv="refresh" content="0;url=https://example.or` is',
    ),
    "HTML: picture with a script": (add("<svg><script>alert(1)</script></svg>\n"), "docs/page.md:10: raw HTML `<svg>` is not allowed"),
    "HTML: picture with a page": (add("<svg><foreignObject></foreignObject></svg>\n"), "docs/page.md:10: raw HTML `<svg>` is not allowed"),
    "HTML: style that covers the page": (
        add('<p style="position: fixed; inset: 0">Text</p>\n'),
        'docs/page.md:10: raw HTML `<p style="position: fixed; inset: 0">` is not allowed',
    ),
    "HTML: style sheet": (add("<style>* { display: none }</style>\n"), "docs/page.md:10: raw HTML `<style>` is not allowed"),
    "HTML: base": (add("<base href=https://example.org>\n"), "docs/page.md:10: raw HTML `<base href=https://example.org>` is not allowed"),
    "HTML: link to a style sheet": (add("<link rel=stylesheet href=x>\n"), "docs/page.md:10: raw HTML `<link rel=stylesheet href=x>` is"),
    "HTML: template": (add("<template>x</template>\n"), "docs/page.md:10: raw HTML `<template>` is not allowed"),
    "HTML: declaration": (add("<!DOCTYPE html>\n"), "docs/page.md:10: raw HTML `<!DOCTYPE html>` is not allowed"),
    "HTML: instruction": (add("<?php echo 1 ?>\n"), "docs/page.md:10: raw HTML `<?php echo 1 ?>` is not allowed"),
    "HTML: behind an allowed comment": (
        add("<!-- questions --> <img src=x onerror=alert(1)>\n"),
        "docs/page.md:10: raw HTML `<img src=x onerror=alert(1)>` is not allowed",
    ),
    "table: no header": (add("| 1 | 2 |\n| 3 | 4 |\n"), "docs/page.md:10: table has no header"),
    "table: formula alone as a header": (
        add("| a | $`n`$ |\n| --- | --- |\n| 1 | 2 |\n"),
        "docs/page.md:10: table header $`n`$ is a formula alone",
    ),
    "table: empty header": (add("|  |  |\n| --- | --- |\n| 1 | 2 |\n"), "docs/page.md:10: table has an empty header"),
    "table: short row": (add("| a | b |\n| --- | --- |\n| 1 |\n"), "docs/page.md:12: table row has 1 columns, the header 2"),
    "list: swallows code": (add("- item\n\n        x = 1\n"), "docs/page.md:12: line is indented so far that it becomes code"),
    "list: fence at the wrong depth": (
        add("- item\n\n  ```python\n  x = 1\n  ```\n"),
        "docs/page.md:12: code fence is not indented by 0, 4 or 8 spaces",
    ),
    "list: fence behind its mark": (
        add("- ```text\n  <img src=x onerror=alert(1)>\n  ```\n"),
        "docs/page.md:10: code fence is not indented by 0, 4 or 8 spaces",
    ),
    "list: too deep": (
        add("".join("    " * depth + "- item\n" for depth in range(9))),
        "docs/page.md:15: text is nested more than 12 levels deep",
    ),
    "fence: tildes not closed": (add("~~~python\nx = 1\n"), "docs/page.md:10: code fence is never closed"),
    "fence: closed by a longer line": (
        add("```text\nx\n````\n"),
        "docs/page.md:10: code fence ends with another line than it starts",
    ),
    "fence: closed by a shorter line": (add("````text\nx\n```\n"), "docs/page.md:10: code fence is never closed"),
    "fence: words behind the language": (
        add("```python run me\nx = 1\n```\n"),
        "docs/page.md:10: code fence has options that do not parse: `python run me`",
    ),
    "fence: attributes": (add("```{ .python onclick=alert(1) }\nx = 1\n```\n"), "docs/page.md:10: code fence has the language `none`"),
    "fence: indented without one": (add("    x = 1\n"), "docs/page.md:10: line is indented so far that it becomes code"),
    "file: UTF-16": (
        lambda tree: write("docs/page.md", (tree / "docs/page.md").read_text().encode("utf-16"))(tree),
        "docs/page.md:1: file is not UTF-8 (byte 0)",
    ),
    "file: UTF-16 without its mark": (
        lambda tree: write("docs/page.md", (tree / "docs/page.md").read_text().encode("utf-16-le"))(tree),
        "docs/page.md:1: file is not UTF-8 (byte 1)",
    ),
    "file: all lines from Windows": (
        lambda tree: write("docs/page.md", (tree / "docs/page.md").read_bytes().replace(b"\n", b"\r\n"))(tree),
        "docs/page.md:1: line ends with a carriage return",
    ),
    "file: control character": (add("A\x1bline.\n"), "docs/page.md:10: line holds the unseen character U+001B"),
    "file: text in the other direction": (add("A \u202eline.\n"), "docs/page.md:10: line holds the unseen character U+202E"),
    "file: space of no width": (add("A\u200bline.\n"), "docs/page.md:10: line holds the unseen character U+200B"),
    "file: huge": (add("A word.\n\n" * 50_000), "docs/page.md:1: file has 450 KB"),
    "file: empty": (write("docs/page.md", b"\n"), "docs/page.md:0: file is empty"),
    "file: symbolic link to a page": (link("docs/page.md", "other.md"), "docs/page.md:0: file is a symbolic link"),
    "file: symbolic link to nothing": (link("docs/page.md", "nothing"), "docs/page.md:0: file is a symbolic link"),
    "file: symbolic link to a folder": (link("docs/part", "/etc"), "docs/part:0: file is a symbolic link"),
    "file: symbolic link to a notebook": (link(NOTEBOOK, "../docs/page.md"), f"{NOTEBOOK}:0: file is a symbolic link"),
    "file: folder named as a page": (
        lambda tree: ((tree / "docs/page.md").unlink(), (tree / "docs/page.md").mkdir()),
        "docs/page.md:0: folder has the name of a file",
    ),
    "file: page of HTML": (write("docs/a.html", b"<script>alert(1)</script>"), "docs/a.html:0: file of the kind `.html` has no place here"),
    "file: script": (write("docs/a.js", b"alert(1)"), "docs/a.js:0: file of the kind `.js` has no place here"),
    "file: picture beside a page": (write("docs/a.svg", SVG), "docs/a.svg:0: file of the kind `.svg` has no place here"),
    "file: without an ending": (write("docs/assets/data", b"1"), "docs/assets/data:0: file of the kind `none` has no place here"),
    "file: archive": (write("docs/assets/data.zip", b"PK"), "docs/assets/data.zip:0: file of the kind `.zip` has no place here"),
    "file: names that differ by case": (
        lambda tree: (write("docs/assets/a.json", b"{}")(tree), write("docs/assets/A.json", b"{}")(tree)),
        "docs/assets/a.json:0: name differs from docs/assets/A.json only in capitals",
    ),
    "settings: no YAML": (swap("nav:", "nav: [", "mkdocs.yml"), "mkdocs.yml:3: mkdocs.yml does not parse: "),
    "settings: no list": (write("mkdocs.yml", b"just text\n"), "mkdocs.yml:1: mkdocs.yml is not a list of settings"),
    "notebook: truncated": (cut(0.5), f"{NOTEBOOK}:310: notebook is not valid JSON: Unterminated string"),
    "notebook: last line missing": (cut(0.9999), f"{NOTEBOOK}:581: notebook is not valid JSON: Expecting ',' delimiter"),
    "notebook: left from a merge": (
        swap(' "cells": [', '<<<<<<< HEAD\n "cells": [', NOTEBOOK),
        f"{NOTEBOOK}:2: notebook is not valid JSON: Expecting property name",
    ),
    "notebook: not UTF-8": (
        lambda tree: write(NOTEBOOK, (tree / NOTEBOOK).read_bytes().replace(b"Adds", b"\xc4dds"))(tree),
        f"{NOTEBOOK}:1: file is not UTF-8 (byte ",
    ),
    "notebook: UTF-16": (
        lambda tree: write(NOTEBOOK, (tree / NOTEBOOK).read_text().encode("utf-16"))(tree),
        f"{NOTEBOOK}:1: file is not UTF-8 (byte 0)",
    ),
    "notebook: byte-order mark": (
        lambda tree: write(NOTEBOOK, b"\xef\xbb\xbf" + (tree / NOTEBOOK).read_bytes())(tree),
        f"{NOTEBOOK}:1: notebook is not valid JSON: Unexpected UTF-8 BOM",
    ),
    "notebook: carriage returns": (
        lambda tree: write(NOTEBOOK, (tree / NOTEBOOK).read_bytes().replace(b"\n", b"\r\n"))(tree),
        f"{NOTEBOOK}:1: line ends with a carriage return",
    ),
    "notebook: unseen character": (
        swap("Adds numbers", "Adds \\u202enumbers", NOTEBOOK),
        f"{NOTEBOOK}:8: cell holds the unseen character U+202E",
    ),
    "notebook: half a character": (
        swap("Adds numbers", "Adds \\ud800numbers", NOTEBOOK),
        f"{NOTEBOOK}:8: cell holds the unseen character U+D800",
    ),
    "notebook: nested without end": (
        write(NOTEBOOK, b"[" * 100_000),
        f"{NOTEBOOK}:1: file is not a valid notebook: maximum recursion depth",
    ),
    "notebook: null": (write(NOTEBOOK, b"null"), f"{NOTEBOOK}:1: file is not a valid notebook"),
    "notebook: no cells": (whole(lambda n: n.update(cells=[])), f"{NOTEBOOK}:1: notebook has no cells"),
    "notebook: no list of cells": (whole(lambda n: n.pop("cells")), f"{NOTEBOOK}:1: file is not a valid notebook: 'cells'"),
    "notebook: no metadata": (whole(lambda n: n.pop("metadata")), f"{NOTEBOOK}:1: file is not a valid notebook"),
    "notebook: old format": (whole(lambda n: n.update(nbformat=3)), f"{NOTEBOOK}:1: file is not a valid notebook: `nbformat` is 3, not 4"),
    "notebook: format without a number": (
        whole(lambda n: n.update(nbformat_minor=None)),
        f"{NOTEBOOK}:1: file is not a valid notebook: `nbformat_minor` is no whole number",
    ),
    "notebook: format of the future": (
        whole(lambda n: n.update(nbformat=9)),
        f"{NOTEBOOK}:1: file is not a valid notebook: `nbformat` is 9",
    ),
    "notebook: no front matter": (whole(lambda n: n["metadata"].pop("handbook")), f"{NOTEBOOK}:1: notebook has no `handbook` metadata"),
    "notebook: front matter of another kind": (
        whole(lambda n: n["metadata"].update(handbook=["sum"])),
        f"{NOTEBOOK}:1: `handbook` metadata are not a list of keys",
    ),
    "notebook: no description": (
        whole(lambda n: n["metadata"]["handbook"].pop("description")),
        f"{NOTEBOOK}:1: description has 0 characters",
    ),
    "notebook: HTML in its description": (
        swap("A notebook of the tests", "A <b>notebook</b> of the tests", NOTEBOOK),
        f"{NOTEBOOK}:562: description holds `<`",
    ),
    "notebook: minutes in quotes": (
        swap('"minutes": 5', '"minutes": "5"', NOTEBOOK),
        f"{NOTEBOOK}:564: minutes is missing or no whole number",
    ),
    "notebook: minutes below zero": (
        swap('"minutes": 5', '"minutes": -5', NOTEBOOK),
        f"{NOTEBOOK}:564: minutes is missing or no whole number",
    ),
    "notebook: minutes of all figures": (
        swap('"minutes": 5', '"minutes": ' + "9" * 5000, NOTEBOOK),
        f"{NOTEBOOK}:1: file is not a valid notebook: Exceeds the limit",
    ),
    "notebook: other kernel": (
        whole(lambda n: n["metadata"]["kernelspec"].update(name="ir")),
        f"{NOTEBOOK}:1: notebook is for the kernel ir",
    ),
    "notebook: no kernel": (whole(lambda n: n["metadata"].pop("kernelspec")), f"{NOTEBOOK}:1: notebook is for the kernel none"),
    "notebook: one id twice": (whole(lambda n: n["cells"][1].update(id="cell-00")), f"{NOTEBOOK}:15: cell id `cell-00` stands twice"),
    "notebook: cell without an id": (whole(lambda n: n["cells"][1].pop("id")), f"{NOTEBOOK}:1: cell 2 has no id"),
    "notebook: id with spaces": (whole(lambda n: n["cells"][1].update(id="a b")), f"{NOTEBOOK}:1: file is not a valid notebook: 'a b'"),
    "notebook: raw cell": (
        whole(lambda n: n["cells"].append({"cell_type": "raw", "id": "r", "metadata": {}, "source": ["<b>"]})),
        f"{NOTEBOOK}:560: cell is of the type raw",
    ),
    "notebook: source of another kind": (
        whole(lambda n: n["cells"][0].update(source=5)),
        f"{NOTEBOOK}:1: file is not a valid notebook: 5 is",
    ),
    "notebook: no outputs": (
        whole(lambda n: [c.update(outputs=[]) for c in n["cells"] if c["cell_type"] == "code"]),
        f"{NOTEBOOK}:1: notebook has no outputs",
    ),
    "notebook: place of the outputs missing": (
        cell(0, lambda c: c.pop("outputs")),
        f"{NOTEBOOK}:1: file is not a valid notebook: 'outputs' is",
    ),
    "notebook: cleared": (
        whole(lambda n: [c.update(outputs=[], execution_count=None) for c in n["cells"] if c["cell_type"] == "code"]),
        f"{NOTEBOOK}:50: cell was executed as number None, not 1",
    ),
    "notebook: other order": (
        whole(lambda n: [c.update(execution_count=9 - i) for i, c in enumerate(n["cells"]) if c["cell_type"] == "code"]),
        f"{NOTEBOOK}:58: cell was executed as number 5, not 1",
    ),
    "notebook: prints without end": (
        cell(0, lambda c: c["outputs"][0].update(text="x" * 20_000)),
        f"{NOTEBOOK}:56: cell prints more than 10 KB",
    ),
    "notebook: too big": (
        cell(1, lambda c: c["outputs"][0]["data"].update({"image/svg+xml": SVG.decode().replace("<g/>", "<g/>" + " " * 1_600_000)})),
        f"{NOTEBOOK}:1: notebook has 16",
    ),
    "notebook: colors of a terminal": (
        cell(0, lambda c: c["outputs"][0].update(text="\x1b[31mred")),
        f"{NOTEBOOK}:56: cell holds the unseen",
    ),
    "notebook: script as output": (
        cell(0, lambda c: c["outputs"].append({"output_type": "display_data", "data": {"application/javascript": "1"}, "metadata": {}})),
        f"{NOTEBOOK}:65: cell has an output of type application/javascript",
    ),
    "notebook: widget as output": (
        cell(0, lambda c: c["outputs"].append({"output_type": "display_data", "data": {WIDGET: {"model_id": "a"}}, "metadata": {}})),
        f"{NOTEBOOK}:67: cell has an output of type application/vnd.jupyter.widget-view+json",
    ),
    "notebook: Markdown as output": (
        cell(0, lambda c: c["outputs"].append({"output_type": "display_data", "data": {"text/markdown": "<b>"}, "metadata": {}})),
        f"{NOTEBOOK}:65: cell has an output of type text/markdown",
    ),
    "notebook: script in a picture": (
        cell(1, lambda c: c["outputs"][0]["data"].update({"image/svg+xml": SVG.decode().replace("<g/>", "<script/>")})),
        f"{NOTEBOOK}:101: output's picture has `<script>`",
    ),
    "notebook: page in a picture": (
        cell(1, lambda c: c["outputs"][0]["data"].update({"image/svg+xml": SVG.decode().replace("<g/>", "<foreignObject/>")})),
        f"{NOTEBOOK}:101: output's picture has `<foreignObject>`",
    ),
    "notebook: event handler in a picture": (
        cell(1, lambda c: c["outputs"][0]["data"].update({"image/svg+xml": SVG.decode().replace("<g/>", "<g onload='alert(1)'/>")})),
        f"{NOTEBOOK}:101: output's picture has `onload`",
    ),
    "notebook: picture of no bytes": (
        cell(1, lambda c: c["outputs"][0].update(data={"image/png": "PHNjcmlwdD4="})),
        f"{NOTEBOOK}:98: output's picture has `bytes that are no PNG`",
    ),
    "notebook: options that do not parse": (
        swap('#| fig-alt: \\"', '#| fig-alt: a: \\"', NOTEBOOK),
        f"{NOTEBOOK}:505: `#|` lines are not valid YAML",
    ),
    "notebook: HTML in the text": (
        swap("Adds numbers", "<img src=x onerror=alert(1)> Adds numbers", NOTEBOOK),
        f"{NOTEBOOK}:10: raw HTML `<img src=x onerror=alert(1)>` is not allowed",
    ),
    "notebook: link that runs": (
        swap("Adds numbers", "[Adds](javascript:alert(1)) numbers", NOTEBOOK),
        f"{NOTEBOOK}:10: link `javascript:alert(1)` has a scheme",
    ),
    "notebook: attributes": (
        swap("Adds numbers", "[Adds](../docs/page.md){ onclick=alert(1) } numbers", NOTEBOOK),
        f"{NOTEBOOK}:10: attributes `{{ onclick=alert(1) }}` are not allowed",
    ),
    "notebook: attached picture": (
        swap("Adds numbers", "![A picture of a thing](attachment:a.png) numbers", NOTEBOOK),
        f"{NOTEBOOK}:10: link `attachment:a.png` has a scheme",
    ),
    "notebook: ragged table": (
        swap("Adds numbers", "| a | b |\\n| - | - |\\n| 1 | 2 | 3 |\\n\\nAdds numbers", NOTEBOOK),
        f"{NOTEBOOK}:12: table row has 3 columns, the header 2",
    ),
}


def test_the_good_project_has_no_problem(tree: Path) -> None:
    assert rules.check(site.load(tree)) == []


@functools.cache
def said(name: str) -> list[str]:
    """What the rules say of the small project with one broken contribution."""
    with tempfile.TemporaryDirectory() as folder:
        tree = conftest.small_project(Path(folder))
        BROKEN[name][0](tree)
        return [str(problem) for problem in rules.check(site.load(tree))]


@pytest.mark.xdist_group("broken")
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_contribution_gives_one_clear_line(name: str) -> None:
    problems, line = said(name), BROKEN[name][1]
    assert len(problems) == 1, "\n".join(problems)
    assert problems[0].startswith(line), problems[0]
    assert "; " in problems[0]


def table() -> str:
    """tests/BROKEN.md: every row of BROKEN with the whole line that it gives, group by group."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name in BROKEN:
        group, _, what = name.partition(": ")
        groups.setdefault(group, []).append((what, said(name)[0]))
    parts = [
        "# Broken contributions\n",
        f"Each of these {len(BROKEN)} changes to a good project gives exactly one line of `make check`, the one beside it. "
        "The changes stand in `BROKEN` of [test_rules.py](test_rules.py); "
        "`.venv/bin/python tests/test_rules.py --write` renews this page.\n",
    ]
    for group in sorted(groups, key=str.casefold):
        rows = [f"| {what} | {_cell(line)} |" for what, line in sorted(groups[group])]
        parts.append("\n".join([f"## {group[0].upper()}{group[1:]}\n", "| What is broken | What is said |", "| --- | --- |", *rows, ""]))
    return "\n".join(parts)


def _cell(line: str) -> str:
    """``line`` as code in a table cell, whatever backticks and bars it holds."""
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    space = " " if "`" in line else ""
    return f"{ticks}{space}{line}{space}{ticks}".replace("|", "\\|")


@pytest.mark.xdist_group("broken")
def test_the_table_of_broken_contributions_is_current() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "run `.venv/bin/python tests/test_rules.py --write` and commit"


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


def test_problems_that_were_kept_are_told_again_and_only_for_the_same_text(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add("A $`\\frac{1}$ and <b>bold</b>.\n\nA $`\\nosuch`$ b.")(tree)
    cell(0, lambda node: node.update(execution_count=7))(tree)
    told, looked = [], []
    doubtful = rules.markup._doubtful
    monkeypatch.setattr(rules.markup, "_doubtful", lambda name, *rest: looked.append(name) or doubtful(name, *rest))
    for _ in range(2):
        store = cache.Store(tree / "kept.sqlite3", lambda: b"1")  # as a process has it that knows nothing yet
        monkeypatch.setattr(cache, "store", lambda store=store: store)
        told.append(rules.check(site.load(tree)))
        looked.append("-")
        store.save()
    assert told[0] == told[1] != []
    assert looked[-1] == looked[-2] == "-"
    add("<i>More</i>.")(tree)
    assert len(rules.check(site.load(tree))) == len(told[0]) + 1


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


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    TABLE.write_text(table(), encoding="utf-8")
