"""Drills and commands on an installation: with its own scenarios and rubrics, and as its reader was taught."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from scenarios.acts import DialogueAct
from simulator.accounts import Actor
from simulator.authoring import Authoring
from simulator.cli import main
from simulator.drill_desk import DrillDesk
from simulator.drills import bank
from simulator.improved import KeptPhrase
from simulator.improving import Improve
from simulator.publishing import Publishing
from simulator.rubric_studio import RubricStudio
from simulator.store import Store
from simulator.studio.templates import templates
from tests.fresh import fresh
from tests.simulator.branches import Clock, somebody

ODD = "Aflójele tantito al asunto"
MEANS = KeptPhrase(text=ODD, language="es", act=DialogueAct.ASK_COMMITMENT)
KEY = next(d.key for d in bank.drills() if d.scenario == "job_loss" and d.weakness == ("empathy", "job_loss"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACUERDO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(fresh(home)) as opened:
        yield opened


@pytest.fixture
def coach(store: Store) -> Actor:
    return somebody(store, "Coach", "trainer")


def acuerdo(*args: str | Path) -> str:
    result = CliRunner().invoke(main, list(map(str, args)))
    assert result.exit_code == 0, result.output
    return result.output


def heard(desk: DrillDesk, actor: Actor, number: int, replied: int) -> list[str]:
    """The acts read in a reply that only the taught reader understands."""
    now = desk.say(actor, KEY, number, replied, ODD).now
    assert now is not None
    reading = now.steps[replied].reading
    assert reading is not None
    return [act["act"] for act in reading["acts"]]


def test_a_drill_hears_what_the_reader_was_taught_and_one_that_began_goes_on_as_it_began(
    store: Store, coach: Actor
) -> None:
    desk, ana = DrillDesk(store, Clock()), somebody(store, "Ana")
    assert heard(desk, ana, 1, 0) == []
    Improve(store, Clock()).teach(coach, MEANS, 0)
    assert heard(desk, ana, 1, 1) == []
    assert heard(desk, ana, 2, 0) == ["ask_commitment"]
    heard(desk, ana, 2, 1)
    over = desk.open(ana, KEY, 2).now
    assert over is not None
    assert over.finished_at is not None


def published_rubric(store: Store, coach: Actor) -> None:
    studio = RubricStudio(store, Clock())
    draft = studio.copy(coach, "default")
    studio.publish(coach, draft.id, draft.edits)


def test_the_installations_own_rubrics_are_listed_and_shown_where_asked(store: Store, coach: Actor) -> None:
    published_rubric(store, coach)
    assert "default_own" not in acuerdo("rubrics", "list")
    assert "default_own" in acuerdo("rubrics", "list", "--here")
    assert "Rúbrica general (copia)" in acuerdo("rubrics", "show", "default_own", "--here")


def test_calls_are_scored_again_by_an_own_rubric_by_its_id(store: Store, coach: Actor) -> None:
    published_rubric(store, coach)
    assert acuerdo("rescore", "--all", "--rubric", "default_own") == ""


def test_a_published_scenario_is_played_with_its_rubric_and_the_taught_reader(
    store: Store, coach: Actor, home: Path
) -> None:
    published_rubric(store, coach)
    authoring = Authoring(store, Clock())
    text = next(t.text for t in templates() if t.name == "forgot")
    own = authoring.make(coach, text.replace("\nfacts:", "\nrubric: default_own\nfacts:", 1))
    Publishing(store, Clock(), authoring).publish(coach, own.id)
    Improve(store, Clock()).teach(coach, MEANS, 0)
    replies = home / "replies.yaml"
    replies.write_text(f"on: 2026-11-23\nreplies: ['{ODD}']\n", encoding="utf-8")
    played = json.loads(acuerdo("play", own.name, "--seed", "7", "--replies", replies, "--here", "--json"))
    agent = next(turn for turn in played["turns"] if turn["text"] == ODD)
    assert [act["act"] for act in agent["reading"]["acts"]] == ["ask_commitment"]
    assert played["scorecard"]["rubric"] == "default_own 1"
    assert "taught-1" in played["scorecard"]["reader"]
