"""handbook.rules.cases: every hole in a worked case gives one clear line, and every case of the handbook is whole."""

from __future__ import annotations

import pytest

from handbook.chapter import parse
from handbook.paths import ROOT
from handbook.rules import cases
from handbook.site import Site

NAME = "docs/system-design/cases/ads-click-prediction.md"
TEXT = (ROOT / NAME).read_text()

BROKEN = {
    "a section is missing": ("{#ten-times}", "{#growth}", "case has no section `{#ten-times}`"),
    "steps in another order": ("{#data}", "{#features-first}", "case has no section `{#data}`"),
    "no prompt": ('!!! quote "The interviewer says"', '!!! note "Prompt"', "case has no `!!! quote"),
    "arithmetic that is not run": ("```python\nDAY", "```text\nDAY", "scale arithmetic is not computed"),
    "no rubric": ("| Step | Junior | Senior | Staff |", "| Step | Low | Middle | High |", "case has no rubric"),
    "budget over the limit": ("| Heavy ranker, 500 | 35 ms", "| Heavy ranker, 500 | 45 ms", "latency budget allows 100 ms, its rows add up to 110 ms"),
    "budget in other units": ("| Slack | 25 ms", "| Slack | 0.025 s", ""),
    "a row with one cell": ("| Slack | 25 ms | queues, garbage collection |", "| Slack |", "latency `` is not a time"),
    "a row without a time": ("| Slack | 25 ms", "| Slack | the rest", "latency `the rest` is not a time"),
    "no limit": ("Budget (p99 = 100 ms)", "Budget (p99)", "latency budget has no limit"),
    "no budget": ("| Stage | Budget", "| Part | Time", "serving has no latency budget"),
    "a running sum that is wrong": ("| Slack | 25 ms", "| **In all** | **80 ms** | |\n| Slack | 25 ms", "latency budget says 80 ms, its rows add up to 75 ms"),
    "a running sum that is right": ("| Slack | 25 ms", "| **In all** | **75 ms** | |\n| Slack | 25 ms", ""),
}  # fmt: skip


def problems(text: str) -> list[str]:
    return [problem.what for problem in cases.problems(Site(ROOT, pages={NAME: parse(text)}))]


@pytest.mark.parametrize("name", BROKEN)
def test_a_hole_in_a_case_gives_one_clear_line(name: str) -> None:
    old, new, message = BROKEN[name]
    assert TEXT.count(old) == 1
    found = problems(TEXT.replace(old, new))
    if not message:
        assert found == []
    else:
        assert found and found[0].startswith(message), found


def test_arithmetic_shows_what_it_prints() -> None:
    start, end = TEXT.index("### Scale arithmetic"), TEXT.index("### ML formulation")
    silent = TEXT[:start] + TEXT[start:end].replace("#> ", "# ") + TEXT[end:]
    assert problems(silent) == ["scale arithmetic is not computed"]


def test_steps_in_another_order() -> None:
    text = TEXT.replace("{#data}", "{#held}").replace("{#features}", "{#data}").replace("{#held}", "{#features}")
    assert problems(text) == ["steps of the case stand in another order"]


def test_a_case_needs_a_diagram_of_its_architecture() -> None:
    assert "case has no diagram of its architecture" in problems(TEXT.replace("```mermaid", "```text"))


def test_pages_that_are_no_cases_are_left_alone() -> None:
    assert list(cases.problems(Site(ROOT, pages={"docs/system-design/framework.md": parse("# A\n")}))) == []
