import json
from pathlib import Path

import pytest

from scoring.calibration import calibrate, main

RATED = Path(__file__).parents[1] / "data" / "rated"
KEYS = {"file", "unit", "language", "criterion", "n", "assessed", "spearman", "qwk", "exact", "within_one"}


@pytest.fixture(scope="module")
def rows():
    return calibrate([p for p in sorted((RATED / "dev").glob("*.jsonl")) if p.name != "calls.es.jsonl"])


def row(rows, unit, language, criterion):
    return next(r for r in rows if (r["unit"], r["language"], r["criterion"]) == (unit, language, criterion))


def test_every_row_has_the_agreed_keys(rows):
    assert all(set(r) == KEYS | {"low", "high", "spearman_given_length"} for r in rows)
    assert json.loads(json.dumps(rows)) == rows


def test_turns_calls_and_notes_are_told_apart_by_their_keys(rows):
    assert {(r["unit"], r["criterion"]) for r in rows} == {
        *((unit, c) for unit in ("turn", "call") for c in ("calm", "empathy", "clarity")),
        ("call", "documented_follow_up"),
        ("note", "documented_follow_up"),
    }


@pytest.mark.parametrize(
    ("unit", "language", "criterion", "least"),
    [
        ("turn", "es", "calm", 0.75),
        ("turn", "es", "empathy", 0.75),
        ("turn", "es", "clarity", 0.85),
        ("turn", "en", "calm", 0.65),
        ("turn", "en", "empathy", 0.68),
        ("turn", "en", "clarity", 0.78),
        ("call", "en", "calm", 0.8),
        ("note", "es", "documented_follow_up", 0.75),
        ("note", "en", "documented_follow_up", 0.75),
    ],
)
def test_writers_who_taught_the_score_nothing_agree_with_it(rows, unit, language, criterion, least):
    assert row(rows, unit, language, criterion)["spearman"] >= least


@pytest.mark.parametrize("language", ["es", "en"])
def test_notes_agree_on_levels(rows, language):
    assert row(rows, "note", language, "documented_follow_up")["qwk"] >= 0.7


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("criterion", ["calm", "empathy", "clarity"])
def test_length_explains_little_of_the_agreement(rows, language, criterion):
    one = row(rows, "turn", language, criterion)
    assert one["spearman"] - one["spearman_given_length"] <= 0.14


def test_the_command_prints_rows(capsys):
    assert main([str(RATED / "dev" / "notes.en.jsonl")]) == 0
    assert [set(r) >= KEYS for r in json.loads(capsys.readouterr().out)] == [True]


def test_the_command_fails_in_words(tmp_path, capsys):
    path = tmp_path / "x.jsonl"
    path.write_text("{", encoding="utf-8")
    assert main([str(path)]) == 1
    assert "not JSON" in capsys.readouterr().err
