"""One's own data: all that is one's own, nothing of anybody else's, nothing that the game hides."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.load import list_scenarios
from scoring.transcript import FollowUp
from simulator.contesting import About
from simulator.portfolio_desk import PortfolioDesk
from simulator.practice import Practice
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.branches import NOW, Clock, said, somebody

SECRET = "Ana escribió esto: ☂"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


@pytest.fixture
def practice(store: Store) -> Practice:
    return Practice(store, Clock(), library=list_scenarios)


def test_everything_of_ones_own_is_in_it_and_nothing_hidden(practice: Practice, store: Store) -> None:
    ana, luis = somebody(store, "Ana"), somebody(store, "Luis", "trainer")
    view = practice.begin_talk(ana, practice.start(ana, "job_loss", "MX", "es", seed=7, on=NOW.date()).id)
    view = said(practice, ana, view, (SECRET,))
    fork = practice.forks.start(ana, view.id, 1)
    practice.end_talk(ana, view.id)
    closed = practice.finish(ana, view.id, FollowUp(note=f"Nota. {SECRET}"))
    share = practice.sharing.share(ana, view.id, luis.id, note="para Luis")
    practice.contests.contest(ana, view.id, About(kind="criterion", about="calm"), "No lo veo así.")
    desk = PortfolioDesk(store, Clock())
    kept = desk.start(ana, "MX", "es", seed=3, on=NOW.date())

    given = json.loads(json.dumps(practice.person_data.copy(ana, ana.id)))["kept"]
    assert given["profile"][0]["name"] == "Ana"
    calls = {call["id"]: call for call in given["attempt"]}
    assert set(calls) == {view.id, fork.id}
    assert [turn["text"] for turn in given["turn"] if turn["attempt_id"] == view.id] == ["", SECRET, ""]
    assert calls[view.id]["follow_up"]["note"] == f"Nota. {SECRET}"
    assert calls[view.id]["case_file"]["debtor"]["full_name"] == view.case.debtor.full_name
    assert closed.scorecard is not None
    assert given["scorecard"][0]["content"]["total"] == closed.scorecard.total
    assert given["contest"][0]["text"] == "No lo veo así."
    assert [one["id"] for one in given["share"]] == [share.id]
    assert [one["id"] for one in given["portfolio"]] == [kept.id]
    text = json.dumps(given)
    for hidden in ("budget", "reservation", "content_hash", "willing", "fate"):
        assert f'"{hidden}"' not in text, hidden


def test_nothing_of_anybody_elses_is_in_it(practice: Practice, store: Store) -> None:
    ana, luis = somebody(store, "Ana"), somebody(store, "Luis", "trainer")
    view = practice.begin_talk(ana, practice.start(ana, "job_loss", "MX", "es", seed=7, on=NOW.date()).id)
    said(practice, ana, view, (SECRET,))
    practice.sharing.share(ana, view.id, luis.id, turn=1)
    given = practice.person_data.copy(luis, luis.id)["kept"]
    assert {table for table, rows in given.items() if rows} == {"profile", "share"}, "what was addressed to him is his"
    assert SECRET not in json.dumps(given, ensure_ascii=False)
