"""handbook.bank: the list that the question bank shows."""

from __future__ import annotations

import re

from handbook import bank
from handbook.chapter import Question

ASK = Question("easy", "What is $`x`$?", "q-what", "An answer.", 1)
ASK_MORE = Question("hard", "Why?", "q-why", "Because.", 2)


def entries() -> list[bank.Entry]:
    return [
        bank.Entry("Part <1>", "a/one.md", "One", (ASK, ASK_MORE), ("b", "C")),
        bank.Entry("Part <1>", "a/two.md", "Two", (ASK,), ("b",)),
        bank.Entry("Second", "z/three.md", "Three", (ASK_MORE,)),
    ]


def test_front_page_has_a_filter_and_the_numbers_of_each_part() -> None:
    form, _, table = bank.front(entries()).partition("\n")
    assert "4 of 4 questions" in form
    assert re.findall(r"<option>(.*?)</option>", form) == ["Part &lt;1&gt;", "Second", "easy", "medium", "hard", "b", "C"]
    assert [line for line in table.splitlines() if line.startswith("| [")] == [
        "| [Part <1>](questions-a.md) | 2 | 0 | 1 | 3 |",
        "| [Second](questions-z.md) | 0 | 0 | 1 | 1 |",
    ]


def test_each_part_has_a_page_with_chapters_and_levels() -> None:
    made = bank.pages(entries())
    assert list(made) == ["reference/questions-a.md", "reference/questions-z.md"]
    text = made["reference/questions-a.md"]
    assert "\n# Questions: Part <1>\n" in text
    assert "3 of 3 questions" in text
    assert 'name="part"' not in text
    assert [line for line in text.splitlines() if line.startswith(("## ", "- "))] == [
        '## [One](../a/one.md) { data-tags="b|C" }',
        '- [What is $`x`$?](../a/one.md#q-what){ data-level="easy" }',
        '- [Why?](../a/one.md#q-why){ data-level="hard" }',
        '## [Two](../a/two.md) { data-tags="b" }',
        '- [What is $`x`$?](../a/two.md#q-what){ data-level="easy" }',
    ]


def test_each_part_says_how_many_questions_its_pages_ask() -> None:
    assert "    | One | 1 | 0 | 1 | 2 |\n    | Two | 1 | 0 | 0 | 1 |\n" in bank.pages(entries())["reference/questions-a.md"]


def test_nothing_to_list() -> None:
    assert "0 of 0 questions" in bank.front([])
    assert bank.pages([]) == {}
