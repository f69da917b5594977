"""Replies not understood, what they mean, and what the reader makes of it from then on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.acts import COSTLY, DialogueAct
from scenarios.load import parse_scenario
from scenarios.scenario import Scenario
from scoring.reading.taught import pinned
from scoring.transcript import FollowUp
from simulator.accounts import Actor, NotAllowed
from simulator.catalogue import NoSuchScenario
from simulator.contesting import About
from simulator.improved import KeptPhrase, LexiconVersion, Proposal
from simulator.improving import Improve
from simulator.practice import Practice
from simulator.rescoring import rescore
from simulator.rubric_refusals import SomebodyWasQuicker
from simulator.store import Store
from simulator.teaching_refusals import KnownAlready, NeedsAnother, NoPhrase, NothingWaits, OneMeaning
from tests.fresh import fresh
from tests.simulator.branches import Clock, closed, said, somebody, talked

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
ODD, LIKE_IT, OTHER = "Aflójele tantito al asunto", "¡aflójele tantito al asunto!", "Ahí nos vidrios"
REPLIES = ("Buenas tardes, le llamo por su préstamo.", ODD, OTHER)
MEANS = KeptPhrase(text=ODD, language="es", act=DialogueAct.ASK_COMMITMENT)
RECORDED = """
playthroughs:
  - name: odd
    language: es
    country: MX
    seed: 7
    on: 2026-11-23
    turns:
      - {say: "Buenas tardes."}
      - {say: "Aflójele tantito al asunto", expect: {acts: [], speaks: [lost]}}
      - {say: "¿Qué día le queda bien?"}
      - {say: "Hasta luego."}
    ending: patience
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


@pytest.fixture
def scenario() -> Scenario:
    return parse_scenario(SHORT.read_text(encoding="utf-8") + RECORDED, SHORT.name)


@pytest.fixture
def practice(store: Store, scenario: Scenario) -> Practice:
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def improve(store: Store, scenario: Scenario) -> Improve:
    return Improve(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


@pytest.fixture
def coach(store: Store) -> Actor:
    return somebody(store, "Coach", "trainer")


def texts(improve: Improve, actor: Actor) -> list[tuple[str, int]]:
    return [(group.text, len(group.replies)) for group in improve.queue(actor).groups]


def test_only_trainers_improve(improve: Improve, store: Store, ana: Actor) -> None:
    for actor in (ana, somebody(store, "M", "manager"), somebody(store, "A", "administrator")):
        for ask in (improve.queue, improve.lexicon, improve.versions, improve.proposals, improve.scenarios):
            with pytest.raises(NotAllowed):
                ask(actor)
        with pytest.raises(NotAllowed):
            improve.teach(actor, MEANS, 0)
        with pytest.raises(NotAllowed):
            improve.lost(actor, "short_call")


def test_replies_alike_stand_together_with_what_came_before_the_most_frequent_first(
    improve: Improve, practice: Practice, ana: Actor, coach: Actor
) -> None:
    closed(practice, ana, REPLIES, "assessed")
    closed(practice, ana, (REPLIES[0], LIKE_IT, "¿Qué día le queda bien?"), "assessed")
    assert texts(improve, coach) == [(ODD, 2), (OTHER, 1)] or texts(improve, coach) == [(LIKE_IT, 2), (OTHER, 1)]
    group = improve.queue(coach).groups[0]
    assert all(reply.before for reply in group.replies)
    assert "Ana" not in group.model_dump_json()
    assert ana.id not in group.model_dump_json()


def test_practice_is_read_only_where_that_reply_is_shared_and_by_that_coach_until_it_is_revoked(
    improve: Improve, practice: Practice, store: Store, ana: Actor, coach: Actor
) -> None:
    call = closed(practice, ana, REPLIES)
    assert texts(improve, coach) == []
    practice.sharing.share(ana, call.id, coach.id)
    assert texts(improve, coach) == []
    share = practice.sharing.share(ana, call.id, coach.id, turn=2)
    assert texts(improve, coach) == [(ODD, 1)]
    assert texts(improve, somebody(store, "Other", "trainer")) == []
    practice.sharing.revoke(ana, share.id)
    assert texts(improve, coach) == []


def test_an_assessed_call_that_is_not_over_is_nobodys_material(
    improve: Improve, practice: Practice, ana: Actor, coach: Actor
) -> None:
    talked(practice, ana, REPLIES, "assessed")
    assert texts(improve, coach) == []


def test_a_contested_finding_brings_its_reply_with_what_the_trainee_wrote(
    improve: Improve, practice: Practice, ana: Actor, coach: Actor
) -> None:
    call = closed(practice, ana, ("Usted es un inútil y un sinvergüenza.", "Perdón.", "¿Qué día?"), "assessed")
    assert call.scorecard is not None
    finding = next(f for j in call.scorecard.judgements for f in j.findings if f.evidence and f.evidence.turn == 2)
    about = About(kind="finding", about=f"{finding.criterion}/{finding.indicator}", place=2)
    practice.contests.contest(ana, call.id, about, "No lo dije yo.")
    first = next(g for g in improve.queue(coach).groups if g.contested)
    assert first.text == "Usted es un inútil y un sinvergüenza."
    assert first.replies[0].contested == "No lo dije yo."


def test_what_else_would_change_is_shown_before_anything_does(
    improve: Improve, practice: Practice, ana: Actor, coach: Actor
) -> None:
    closed(practice, ana, REPLIES, "assessed")
    effect = improve.effect(coach, MEANS)
    stored, recorded = effect.otherwise
    assert (stored.text, stored.acts_before, stored.acts_after, stored.where) == (ODD, (), ("ask_commitment",), "")
    assert recorded.where == "short_call · odd"
    assert [(red.scenario_id, red.name) for red in effect.red] == [("short_call", "odd")]
    assert (effect.replies, effect.recorded) == (3, 1)
    assert improve.lexicon(coach).version == 0


def test_a_phrase_nobody_says_changes_nothing(improve: Improve, practice: Practice, ana: Actor, coach: Actor) -> None:
    closed(practice, ana, REPLIES, "assessed")
    effect = improve.effect(coach, KeptPhrase(text="esto no lo dijo nadie", language="es", act=DialogueAct.THANK))
    assert (effect.otherwise, effect.red) == ((), ())


def test_new_calls_are_read_with_it_and_keep_its_version_while_old_ones_stay_as_they_were(
    improve: Improve, practice: Practice, store: Store, ana: Actor, coach: Actor
) -> None:
    old, begun = closed(practice, ana, REPLIES, "assessed"), talked(practice, ana, REPLIES[:1])
    version = improve.teach(coach, MEANS, 0)
    assert isinstance(version, LexiconVersion)
    assert texts(improve, coach) == [(OTHER, 1)]
    begun = said(practice, ana, begun, (ODD,))
    assert begun.steps[-1].reading is not None
    assert begun.steps[-1].reading["acts"] == []
    new = closed(practice, ana, REPLIES)
    read = new.steps[2].reading
    assert read is not None
    assert [act["act"] for act in read["acts"]] == ["ask_commitment"]
    kept, before = store.attempts.get(new.id), store.attempts.get(old.id)
    assert kept is not None
    assert before is not None
    assert (pinned(kept.reader), pinned(before.reader)) == (1, 0)
    assert new.scorecard is not None
    assert pinned(new.scorecard.reader) == 1
    improve.teach(coach, KeptPhrase(text=OTHER, language="es", act=DialogueAct.CLOSE), 1)
    assert not rescore(store, new.id, None, Clock()()).kept
    assert not rescore(store, old.id, None, Clock()()).kept


def test_a_phrase_that_rightly_means_nothing_leaves_the_queue_and_no_reading_changes(
    improve: Improve, practice: Practice, ana: Actor, coach: Actor
) -> None:
    closed(practice, ana, REPLIES, "assessed")
    nothing = KeptPhrase(text=OTHER, language="es")
    assert improve.effect(coach, nothing).otherwise == ()
    improve.teach(coach, nothing, 0)
    assert texts(improve, coach) == [(ODD, 1)]


@pytest.mark.parametrize("act", sorted(COSTLY))
def test_what_accuses_waits_for_the_yes_of_another_trainer(
    improve: Improve, store: Store, coach: Actor, act: DialogueAct
) -> None:
    waiting = improve.teach(coach, KeptPhrase(text="ahí viene el trompo azul", language="es", act=act), 0)
    assert isinstance(waiting, Proposal)
    assert improve.lexicon(coach).version == 0
    with pytest.raises(NeedsAnother):
        improve.agree(coach, waiting.id)
    other = somebody(store, "Other", "trainer")
    version = improve.agree(other, waiting.id)
    assert (version.version, version.author_id, version.second_id) == (1, coach.id, other.id)
    assert improve.proposals(coach) == ()
    with pytest.raises(NothingWaits):
        improve.agree(other, waiting.id)


def test_a_harsh_tone_waits_too_and_is_gone_once_declined(improve: Improve, coach: Actor) -> None:
    waiting = improve.teach(coach, KeptPhrase(text="ándele pues", language="es", tone="hostility"), 0)
    assert isinstance(waiting, Proposal)
    improve.decline(coach, waiting.id)
    with pytest.raises(NothingWaits):
        improve.decline(coach, waiting.id)


def test_versions_never_change_and_who_was_slower_is_told(improve: Improve, coach: Actor) -> None:
    first = improve.teach(coach, MEANS, 0)
    with pytest.raises(SomebodyWasQuicker) as refusal:
        improve.teach(coach, KeptPhrase(text=OTHER, language="es", act=DialogueAct.CLOSE), 0)
    assert refusal.value.kept == OTHER
    with pytest.raises(KnownAlready):
        improve.teach(coach, MEANS.model_copy(update={"text": LIKE_IT}), 1)
    out = improve.take_out(coach, MEANS, 1)
    assert (out.version, out.phrases) == (2, ())
    assert improve.versions(coach)[1].model_copy(update={"created_at": None}) == first.model_copy(
        update={"created_at": None}
    )
    with pytest.raises(NothingWaits):
        improve.take_out(coach, MEANS, 2)


@pytest.mark.parametrize("text", ["?!", "   ", "una " * 60])
def test_a_phrase_needs_words_and_not_too_many(improve: Improve, coach: Actor, text: str) -> None:
    with pytest.raises(NoPhrase) as refusal:
        improve.teach(coach, KeptPhrase(text=text, language="es", act=DialogueAct.THANK), 0)
    assert refusal.value.kept == text


def test_a_phrase_means_one_thing(improve: Improve, coach: Actor) -> None:
    with pytest.raises(OneMeaning):
        improve.effect(coach, MEANS.model_copy(update={"tone": "warmth"}))


def test_facts_and_endings_that_nobody_reaches_and_where_debtors_are_lost(
    practice: Practice, store: Store, ana: Actor, coach: Actor
) -> None:
    improve = Improve(store, Clock())
    real = Practice(store, Clock())
    for seed in (3, 4):
        view = real.start(ana, "job_loss", "MX", "es", seed=seed, mode="assessed")
        real.begin_talk(ana, view.id)
        view = said(real, ana, real.open(ana, view.id), ("Usted es un inútil y un sinvergüenza, pague ya.",))
        if view.phase == "talk":
            real.end_talk(ana, view.id)
        real.finish(ana, view.id, FollowUp(note="Se cortó."))
    found = improve.unreached(coach, "job_loss")
    assert found.calls == 2
    assert found.facts
    assert all(count == 0 for _, count in found.facts)
    assert sum(count for _, count in found.endings) <= 2
    lost = improve.lost(coach, "job_loss")
    assert lost.spots[0].n == 2
    assert lost.spots[0].number == 1
    assert lost.spots[0].lost > 0
    assert lost.quotes[0][0].text.startswith("Usted es un inútil")
    assert improve.scenarios(coach) == {"job_loss": 2}
    with pytest.raises(NoSuchScenario):
        improve.unreached(coach, "nowhere")
