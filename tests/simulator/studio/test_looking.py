"""Looking at scenarios and trying them: a trainer's own, and those that ship, which nobody changes."""

import pytest

from simulator.accounts import Actor, NotAllowed
from simulator.authoring import Authoring
from simulator.looking import Looking
from simulator.publishing import Publishing
from simulator.store import Store
from simulator.studio.kept import Looked, Tried, TriedMove
from simulator.studio.refusals import NoSuchDraft
from tests.simulator.studio.conftest import Clock


@pytest.fixture
def looking(store: Store, authoring: Authoring) -> Looking:
    return Looking(store, authoring)


@pytest.fixture
def tried(clock: Clock) -> Tried:
    return Tried(country="MX", language="es", on=clock().date(), moves=(TriedMove(say="Hola"),))


@pytest.fixture
def people(tere: Actor, toni: Actor) -> tuple[Actor, Actor]:
    return tere, toni


@pytest.fixture
def own(looking: Looking, authoring: Authoring, tere: Actor, text: str) -> Looked:
    return looking.at(tere, authoring.make(tere, text).id)


@pytest.mark.parametrize("named", ["own", "job_loss"])
def test_what_one_tries_is_ones_own(
    looking: Looking, own: Looked, people: tuple[Actor, Actor], tried: Tried, named: str
) -> None:
    tere, toni = people
    looked = own if named == "own" else looking.at(tere, named)
    looking.keep_tried(tere, looked, tried)
    assert looking.tried(tere, looked) == tried
    assert looking.tried(toni, looked) is None
    looking.keep_tried(tere, looked, None)
    assert looking.tried(tere, looked) is None


def test_a_shipped_one_is_seen_as_it_is_written_and_is_nobodys(looking: Looking, tere: Actor) -> None:
    looked = looking.at(tere, "job_loss")
    assert looked.own is None
    assert "id: job_loss\n" in looked.text
    assert looked.title["es"] == "Perdió el empleo"


def test_how_difficult_plays_found_it_is_kept_for_that_version(looking: Looking, own: Looked, tere: Actor) -> None:
    looking.note_measured(tere, own, 0.4)
    looking.note_measured(tere, looking.at(tere, "job_loss"), 0.1)
    looking.note_measured(tere, looking.at(tere, "job_loss"), 0.2)
    assert looking.at(tere, own.id).measured == 0.4
    assert looking.at(tere, "job_loss").measured == 0.2
    assert list(looking.measured(tere).values()) == [0.2]


def test_what_was_deleted_meanwhile_is_said(
    looking: Looking, own: Looked, publishing: Publishing, tere: Actor, tried: Tried
) -> None:
    publishing.delete(tere, own.id)
    with pytest.raises(NoSuchDraft):
        looking.keep_tried(tere, own, tried)
    with pytest.raises(NoSuchDraft):
        looking.at(tere, "no_such_thing")


def test_nobody_else_looks(looking: Looking, tere: Actor, ana: Actor, tried: Tried) -> None:
    looked = looking.at(tere, "job_loss")
    deeds = (
        lambda: looking.at(ana, "job_loss"), lambda: looking.tried(ana, looked), lambda: looking.measured(ana),
        lambda: looking.keep_tried(ana, looked, tried), lambda: looking.note_measured(ana, looked, 0.5),
    )  # fmt: skip
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()
