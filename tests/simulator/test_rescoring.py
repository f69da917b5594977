"""Scoring again: beside what stands, never over it; on a real database."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scenarios.load import parse_scenario
from scoring.rubrics import HERE, parse_rubric
from scoring.transcript import FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.cli import main
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.rescoring import NothingToRescore, SameVersion, chosen, rescore
from simulator.state import Said
from simulator.store import Store
from tests.fresh import fresh

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
TEXT = (HERE / "default.yaml").read_text(encoding="utf-8")
STRICT = TEXT.replace("id: default", "id: strict").replace("pass_mark: 60", "pass_mark: 100")
CALL = Path(__file__).parent / "data" / "short_call.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACUERDO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(fresh(home)) as opened:
        yield opened


@pytest.fixture
def ana(store: Store) -> Actor:
    profiles = Profiles(store, lambda: NOW)
    return profiles.actor(profiles.create("Ana").id)


@pytest.fixture
def practice(store: Store) -> Practice:
    scenario = parse_scenario(CALL.read_text(encoding="utf-8"), CALL.name)
    return Practice(store, lambda: NOW, library=lambda: (scenario,))


@pytest.fixture
def attempt(practice: Practice, ana: Actor) -> str:
    view = practice.start(ana, "short_call", "MX", "es", seed=7, on=NOW.date())
    practice.begin_talk(ana, view.id)
    practice.say(ana, view.id, Said(text="Buenas tardes, lamento lo que le pasó. ¿Cómo está?"), "k1", 1)
    practice.end_talk(ana, view.id)
    return practice.finish(ana, view.id, FollowUp(note="No hubo acuerdo. Llamo el lunes.")).id


def acuerdo(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def test_the_same_program_and_rubric_add_nothing(store: Store, attempt: str) -> None:
    found = rescore(store, attempt, None, LATER)
    assert not found.kept
    assert len(store.scorecards.all(attempt)) == 1


def test_another_rubric_adds_a_scorecard_and_leaves_the_earlier_as_it_was(store: Store, attempt: str) -> None:
    (before,) = store.scorecards.all(attempt)
    strict = parse_rubric(STRICT, "strict.yaml")
    found = rescore(store, attempt, strict, LATER)
    newest, earlier = store.scorecards.all(attempt)
    assert found.kept
    assert earlier == before
    assert (newest.scorecard.rubric, newest.scorecard.rubric_hash) == ("strict", strict.content_hash)
    assert [c.what for c in found.difference.causes] == ["rubric"]
    assert newest.scored_at == LATER


def test_a_scorecard_is_read_with_its_rubric_as_it_stood(store: Store, practice: Practice, attempt: str) -> None:
    strict = parse_rubric(STRICT, "strict.yaml")
    card = rescore(store, attempt, strict, LATER).later
    assert practice.rubric_of(card) == strict
    assert practice.rubric_of(card.model_copy(update={"rubric_hash": "", "rubric": "default"})) is not None
    assert practice.rubric_of(card.model_copy(update={"rubric_hash": "", "rubric": "lost"})) is None


@pytest.mark.parametrize(
    "text", [TEXT.replace("pass_mark: 60", "pass_mark: 61"), STRICT.replace("pass_mark: 100", "pass_mark: 99")]
)
def test_other_content_under_a_version_in_use_is_refused(store: Store, attempt: str, text: str) -> None:
    rescore(store, attempt, parse_rubric(STRICT, "strict.yaml"), LATER)
    with pytest.raises(SameVersion, match="version: 3"):
        rescore(store, attempt, parse_rubric(text, "mine.yaml"), LATER)
    assert len(store.scorecards.all(attempt)) == 2


def test_a_scorecard_by_a_rubric_of_ones_own_is_scored_again_by_it(store: Store, attempt: str) -> None:
    rescore(store, attempt, parse_rubric(STRICT, "strict.yaml"), LATER)
    again = rescore(store, attempt, None, LATER)
    assert (again.later.rubric, again.kept) == ("strict", False)


def test_the_new_scorecard_is_the_newest_whatever_the_clock_says(store: Store, attempt: str) -> None:
    rescore(store, attempt, parse_rubric(STRICT, "strict.yaml"), NOW - timedelta(days=400))
    assert [one.scorecard.rubric for one in store.scorecards.all(attempt)] == ["strict", "default"]


def test_an_unknown_or_unfinished_attempt_is_refused(store: Store, practice: Practice, ana: Actor) -> None:
    waiting = practice.start(ana, "short_call", "MX", "es", seed=7)
    for one in ("nothing", waiting.id):
        with pytest.raises(NothingToRescore, match="--all"):
            rescore(store, one, None, LATER)
    assert chosen(store, None) == []


def test_nobody_reads_the_scorecards_of_anothers_practice(store: Store, practice: Practice, attempt: str) -> None:
    profiles = Profiles(store, lambda: NOW)
    other = profiles.actor(profiles.create("Luis", "manager").id)
    with pytest.raises(NotAllowed):
        practice.scorecards(other, attempt)


def test_charts_count_a_call_scored_again_once_by_its_own_day(
    store: Store, practice: Practice, ana: Actor, attempt: str
) -> None:
    rescore(store, attempt, parse_rubric(TEXT.replace("version: 2", "version: 3"), "new.yaml"), LATER)
    figures = practice.record(ana).progress
    assert (figures.attempts, figures.rescored) == (1, 1)
    assert {(s.rubric_version, len(s.points)) for s in figures.series} == {(2, 1), (3, 1)}
    assert {t.at for t in figures.totals} == {NOW}


def test_the_command_prints_the_difference(store: Store, attempt: str, home: Path) -> None:
    file = home / "strict.yaml"
    file.write_text(STRICT, encoding="utf-8")
    shown = acuerdo("rescore", "--all", "--rubric", str(file)).output
    assert f"attempt {attempt}" in shown
    assert "changed: the rubric, default 2" in shown
    assert "calm: " in shown
    assert "total: " in shown
    assert "nothing differs" in acuerdo("rescore", "--attempt", attempt).output
    row = json.loads(acuerdo("rescore", "--attempt", attempt, "--rubric", "default", "--json").output)
    assert (row["attempt"], row["kept"], row["rubric"]) == (attempt, True, "default")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "--all"),
        (("--all", "--attempt", "x"), "--attempt"),
        (("--attempt", "nothing"), "no finished attempt"),
        (("--all", "--rubric", "defalt"), "Did you mean 'default'?"),
        (("--all", "--rubric", "nowhere.yaml"), "cannot be read"),
    ],
)
def test_a_mistake_is_told_in_words(home: Path, args: tuple[str, ...], words: str) -> None:
    result = acuerdo("rescore", *args)
    assert result.exit_code == 1
    assert words in result.output
    assert "Traceback" not in result.output


def test_rubrics_are_listed_shown_and_checked(tmp_path: Path) -> None:
    assert "default" in acuerdo("rubrics", "list").output
    shown = acuerdo("rubrics", "show", "default", "--language", "en").output
    assert "calm: 25 points, 10 of 10 indicators" in shown
    assert "Composed, and it helps" in shown
    assert json.loads(acuerdo("rubrics", "show", "default", "--json").output)["pass_mark"] == 60
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(STRICT, encoding="utf-8")
    bad.write_text(STRICT.replace("weight: 25", "weight: 24", 1), encoding="utf-8")
    result = acuerdo("rubrics", "lint", str(good), str(bad))
    assert result.exit_code == 1
    assert f"ok {good}: strict v2" in result.output
    assert "bad.yaml:10: criteria: the weights sum to 99, not 100: 24 (line 12)" in result.output
    assert acuerdo("rubrics", "lint", str(good)).exit_code == 0
