import json
from pathlib import Path

import pytest

from scoring import baselines, calibrated
from scoring.calibration import Row, main, rows_of
from scoring.rated import RATED_ON, read_rated

RATED = Path(__file__).parents[1] / "data" / "rated"
KEYS = {"file", "unit", "language", "criterion", "n", "assessed", "spearman", "qwk", "exact", "within_one",
        "low", "high", "spearman_given_length", "length", "vader", "words"}  # fmt: skip


@pytest.fixture(scope="module")
def whole():
    return rows_of([p for p in sorted((RATED / "dev").glob("*.jsonl")) if p.name != "calls.es.jsonl"])


@pytest.fixture(scope="module")
def rows(whole):
    return [r.figures() for r in whole]


def row(rows, unit, language, criterion):
    return next(r for r in rows if (r["unit"], r["language"], r["criterion"]) == (unit, language, criterion))


def test_every_row_has_the_agreed_keys(rows):
    assert all(set(r) == KEYS for r in rows)
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
    assert one["spearman"] - one["spearman_given_length"] <= 0.17


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("criterion", ["calm", "empathy", "clarity"])
def test_the_score_agrees_better_than_length_and_vader(rows, language, criterion):
    one = row(rows, "turn", language, criterion)
    assert one["spearman"] > max(one["length"], one["vader"]) + 0.05
    assert one["words"] > 0.5


def test_the_follow_up_is_not_judged_by_the_words_alone(rows):
    assert row(rows, "note", "es", "documented_follow_up")["words"] is None


def test_where_vader_is_missing_there_is_no_figure(monkeypatch):
    monkeypatch.setattr(baselines, "_analyser", lambda: None)
    items = read_rated(RATED / "dev" / "notes.en.jsonl", RATED_ON)
    assert not baselines.vader_installed()
    assert baselines.baselines(items, "documented_follow_up")["vader"] is None


def test_every_assessed_item_is_a_point_and_the_worst_come_first(whole):
    for one in whole:
        assert len(one.points) == one.assessed
        apart = [abs(d.apart) for d in one.worst]
        assert apart == sorted(apart, reverse=True)
        assert all(d.said and d.marks for d in one.worst)


def test_a_disagreement_is_read_with_what_it_answers(whole):
    turn = next(r for r in whole if (r.unit, r.language, r.criterion) == ("turn", "es", "calm")).worst[0]
    note = next(r for r in whole if (r.unit, r.language) == ("note", "es")).worst[0]
    assert turn.heard
    assert turn.terms
    assert "·" in note.heard


def test_what_is_kept_for_the_page_names_the_weights_and_no_folder(whole, tmp_path):
    path = tmp_path / "kept.json"
    calibrated.write(calibrated.calibration_of(whole), path)
    kept = calibrated.load(path)
    assert kept is not None
    assert kept.stale == ()
    assert {r.file for r in kept.rows} <= {p.name for p in (RATED / "dev").glob("*.jsonl")}
    assert [r.criterion for r in kept.of("turn", "en")] == ["calm", "empathy", "clarity"]


def test_other_weights_make_what_is_kept_stale(whole, tmp_path):
    kept = calibrated.calibration_of(whole[:1])
    older = {"es": kept.versions["es"] | {"levels": "older"}, "en": kept.versions["en"] | {"rules": "older"}}
    assert kept.model_copy(update={"versions": older}).stale == ("es",)


@pytest.mark.parametrize("text", ["", "{}", '{"format": 2}', "[]"])
def test_a_file_that_cannot_be_read_is_as_none(tmp_path, text):
    path = tmp_path / "kept.json"
    assert calibrated.load(path) is None
    path.write_text(text, encoding="utf-8")
    assert calibrated.load(path) is None


def test_the_file_that_ships_has_figures_for_every_unit_and_language():
    kept = calibrated.load()
    assert kept is not None
    assert {(r.unit, r.language) for r in kept.rows} == {(u, s) for u in ("turn", "call", "note") for s in ("es", "en")}
    assert all(isinstance(r, Row) and r.worst for r in kept.rows)


def test_the_command_prints_rows(capsys):
    assert main([str(RATED / "dev" / "notes.en.jsonl")]) == 0
    assert [set(r) >= KEYS for r in json.loads(capsys.readouterr().out)] == [True]


def test_the_command_fails_in_words(tmp_path, capsys):
    path = tmp_path / "x.jsonl"
    path.write_text("{", encoding="utf-8")
    assert main([str(path)]) == 1
    assert "not JSON" in capsys.readouterr().err
