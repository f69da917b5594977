import json
from pathlib import Path

import pytest

from scoring.calibration import calibrate, main
from scoring.rated import RatedError

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


GOOD = {"id": "a", "lang": "es", "country": "MX", "debtor": "Hola", "agent": "Buenas", "ratings": {"calm": [3, 3]}}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{", r"x\.jsonl:2: not JSON .*; write one object a line"),
        ("[1]", r"x\.jsonl:2: a rated line is an object"),
        (json.dumps({**GOOD, "lang": "fr"}), r"x\.jsonl:2: lang: 'fr' is not known; write one of es, en"),
        (json.dumps({**GOOD, "agent": 7}), r"x\.jsonl:2: agent: a text is needed"),
        (json.dumps({**GOOD, "ratings": {"calm": [5]}}), r"x\.jsonl:2: ratings\.calm: \[5\] is not a list of numbers"),
        (json.dumps({**GOOD, "ratings": {}}), r"x\.jsonl:2: ratings: none of"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "agent"}), r"x\.jsonl:2: no turn"),
    ],
)
def test_a_malformed_line_says_file_line_what_and_remedy(tmp_path, line, expected):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(GOOD) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(RatedError, match=expected):
        calibrate([path])


def test_a_bad_outcome_names_its_field(tmp_path):
    path = tmp_path / "n.jsonl"
    note = {"lang": "es", "country": "MX", "note": "x", "outcome": {"type": "magic"}, "ratings": {"follow_up": [1]}}
    path.write_text(json.dumps(note), encoding="utf-8")
    with pytest.raises(RatedError, match=r"n\.jsonl:1: Outcome\.type: .*; mend this field"):
        calibrate([path])


def test_an_empty_file_is_refused(tmp_path):
    path = tmp_path / "e.jsonl"
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(RatedError, match="holds no rated line"):
        calibrate([path])


def test_the_command_prints_rows(capsys):
    assert main([str(RATED / "dev" / "notes.en.jsonl")]) == 0
    assert [set(r) >= KEYS for r in json.loads(capsys.readouterr().out)] == [True]


def test_the_command_fails_in_words(tmp_path, capsys):
    path = tmp_path / "x.jsonl"
    path.write_text("{", encoding="utf-8")
    assert main([str(path)]) == 1
    assert "not JSON" in capsys.readouterr().err
