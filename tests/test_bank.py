"""handbook.bank: the list that the question bank shows."""

from __future__ import annotations

from handbook import bank
from handbook.chapter import Question

ASK = Question("easy", "What is $`x`$?", "q-what", "An answer.", 1)
ASK_MORE = Question("hard", "Why?", "q-why", "Because.", 2)


def test_list_with_parts_chapters_and_levels() -> None:
    entries = [bank.Entry("Part <1>", "One", "../a/one.md", (ASK, ASK_MORE)), bank.Entry("Part <1>", "Two", "../a/two.md", (ASK,))]
    form, _, listing = bank.markdown(entries).partition("\n")
    assert "3 of 3 questions" in form
    assert form.count("<option>Part &lt;1&gt;</option>") == 1
    assert [line for line in listing.splitlines() if line] == [
        "## Part <1>",
        "### [One](../a/one.md)",
        '- [What is $`x`$?](../a/one.md#q-what){ data-level="easy" }',
        '- [Why?](../a/one.md#q-why){ data-level="hard" }',
        "### [Two](../a/two.md)",
        '- [What is $`x`$?](../a/two.md#q-what){ data-level="easy" }',
    ]


def test_nothing_to_list() -> None:
    assert "0 of 0 questions" in bank.markdown([])
