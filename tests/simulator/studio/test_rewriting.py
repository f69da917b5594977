"""A value is set in a text, and nothing else moves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.load import LIBRARY
from scenarios.source import read_nodes
from simulator.studio.rewriting import CannotRewrite, appended, without_entry, written

TEXT = """\
format: 1   # first of all
title: {es: "Se mudó"}   # more to come
# the words
briefing:
  es: >
    Dos renglones
    juntos.

  # about goals
goals:
  es:
    - uno   # the first
    - dos
  # nothing yet
beats:
  - id: one
    say: {es: ["Hola.", "Buenas."]}
  - id: two   # the second
    say:
      es: Adiós
playthroughs: []
"""
FILE = (LIBRARY / "first_call.yaml").read_text(encoding="utf-8")


def plain(text: str) -> object:
    return read_nodes(text, "x").plain()


def test_a_missing_language_is_added_where_the_others_stand() -> None:
    text = written(TEXT, ("title", "en"), "Moved: house")
    assert 'title: {es: "Se mudó", en: "Moved: house"}   # more to come' in text
    text = written(TEXT, ("briefing", "en"), "Two lines.")
    assert '    juntos.\n  en: "Two lines."\n' in text
    assert "# about goals" in text


def test_what_stands_is_replaced_and_its_neighbours_stay() -> None:
    text = written(TEXT, ("goals", "es"), ("tres", "cuatro"))
    assert 'es: ["tres", "cuatro"]\n  # nothing yet' in text
    text = written(TEXT, ("beats", 1, "say", "es"), ("Chao.",))
    assert '  - id: two   # the second\n    say:\n      es: ["Chao."]\n' in text


def test_a_block_that_is_not_there_yet_is_made() -> None:
    assert plain(written(TEXT, ("debtor", "moved_by"), "x"))["debtor"] == {"moved_by": "x"}  # type: ignore[index]


def test_an_entry_is_added_to_a_list_that_is_empty_missing_or_full() -> None:
    entry = ["name: good_mx", "turns:", "  - {say: 'Hola: #1'}"]
    for text in (TEXT, TEXT.replace("playthroughs: []\n", ""), TEXT.replace("playthroughs: []", "playthroughs:")):
        after = appended(text, "playthroughs", entry)
        assert plain(after)["playthroughs"] == [{"name": "good_mx", "turns": [{"say": "Hola: #1"}]}]  # type: ignore[index]
        assert "# the second" in after
        again = appended(after, "playthroughs", entry)
        assert len(plain(again)["playthroughs"]) == 2  # type: ignore[index]


def test_an_entry_is_taken_out_and_the_others_stay() -> None:
    text = without_entry(TEXT, "beats", 0)
    assert "  - id: two   # the second" in text
    assert "Hola" not in text
    assert plain(without_entry(text, "beats", 0))["beats"] == []  # type: ignore[index]
    for at in range(3):
        assert len(plain(without_entry(FILE, "playthroughs", at))["playthroughs"]) == 6  # type: ignore[index]


def test_what_is_no_plain_yaml_is_refused_and_not_guessed_at() -> None:
    for text in ("a: &x 1\nb: *x\n", "a: [\n", "- a\n"):
        with pytest.raises(CannotRewrite):
            written(text, ("title", "es"), "x")
    with pytest.raises(CannotRewrite):
        written(TEXT, ("title", "es", "more"), "x")


@given(st.text(max_size=60).filter(lambda s: "\x00" not in s and not any("\ud800" <= c <= "\udfff" for c in s)))
def test_any_text_comes_back_as_it_was_written(words: str) -> None:
    for path in (("title", "es"), ("briefing", "es"), ("beats", 1, "say", "en")):
        after = plain(written(TEXT, path, words))
        for part in path:
            after = after[part]  # type: ignore[index]
        assert after == words


@settings(max_examples=20)
@given(
    st.sampled_from(["es", "en", "es-MX"]),
    st.integers(0, 8),
    st.lists(st.text("añ :#{}\"'\n-", max_size=12), min_size=1),
)
def test_a_scenario_of_the_library_keeps_every_other_line(language: str, at: int, lines: list[str]) -> None:
    after = written(FILE, ("beats", at, "say", language), lines)
    assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == [
        line for line in FILE.splitlines() if line.lstrip().startswith("#")
    ]
    assert abs(len(after.splitlines()) - len(FILE.splitlines())) <= 1
