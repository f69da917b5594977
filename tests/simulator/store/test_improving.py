"""What trainers ask over many calls, and what they write, on both engines."""

from datetime import timedelta

import pytest
from stored_examples import NOW, a_scorecard, a_turn, an_attempt

from scoring.rubrics import load_rubric
from simulator.heard import Spot
from simulator.improved import Edition, KeptPhrase, LexiconVersion, Proposal, RubricDraft
from simulator.kept import Profile, Share, StoredTurn
from simulator.store import Conflict, Store

PHRASE = KeptPhrase(text="aflójele tantito", language="es", act="ask_commitment")


def heard(number: int, text: str, *, unsure: bool = False, **state: object) -> StoredTurn:
    turn = a_turn(number, text=text)
    acts = [] if unsure else [{"act": "greet", "confidence": 0.93, "start": 0, "end": 6}]
    reading = {"acts": acts, "unsure": unsure}
    moved = turn.step.state.model_copy(update={"unclear": int(unsure), **state})
    revealed = ("lost_job",) if number == 1 else ()
    step = turn.step.model_copy(update={"reading": reading, "state": moved, "revealed": revealed})
    return turn.model_copy(update={"step": step})


@pytest.fixture
def played(store: Store, ana: Profile) -> Store:
    """Two assessed calls and one of practice, of two replies each; and an assessed one that is not over."""
    for name, mode, phase in (("a1", "assessed", "closed"), ("a2", "assessed", "closed"), ("a3", "practice", "closed"),
                              ("a4", "assessed", "talk")):  # fmt: skip
        closed_at = NOW + timedelta(minutes=int(name[1]))
        attempt = an_attempt(name, mode=mode, phase=phase, closed_at=closed_at, ending="plan")
        turns = (
            heard(0, ""),
            heard(1, "Buenas tardes", trust=18),
            heard(2, "Aflójele", unsure=True, trust=6, anger=60),
        )
        store.attempts.add(attempt, turns)
        store.scorecards.add(name, a_scorecard(), NOW)
    return store


def test_replies_come_from_assessed_calls_that_are_over_with_what_was_said_before(played: Store) -> None:
    found = played.improving.replies(10)
    assert [(r.attempt_id, r.number, r.unsure, r.asked_back) for r in found] == [
        ("a2", 1, False, False), ("a2", 2, True, True), ("a1", 1, False, False), ("a1", 2, True, True),
    ]  # fmt: skip
    assert found[0].before == "¿Quién habla?"
    assert found[0].acts == (("greet", 0.93),)
    assert len(played.improving.replies(3)) == 3
    assert played.improving.reply("a1", 2) == found[3]
    assert played.improving.reply("a3", 2) is None


def test_a_single_shared_reply_is_found_for_its_coach_while_it_is_shared(played: Store, ana: Profile) -> None:
    played.profiles.add(ana.model_copy(update={"id": "coach", "role": "trainer"}))
    for share_id, turn in (("s1", 2), ("s2", None)):
        share = Share(id=share_id, attempt_id="a3", turn=turn, to_id="coach", created_at=NOW)
        played.shares.add(share)
    (one,) = played.improving.shared_with("coach")
    assert (one.attempt_id, one.number, one.shared) == ("a3", 2, True)
    assert played.improving.shared_with("ana") == ()
    played.shares.revoke("s1", NOW)
    assert played.improving.shared_with("coach") == ()


def test_facts_endings_and_falls_are_counted_over_the_assessed_calls(played: Store) -> None:
    assert played.improving.calls() == {"job_loss": 2}
    reached = played.improving.reached("job_loss")
    assert (reached.calls, reached.facts, reached.endings) == (2, {"lost_job": 2}, {"plan": 2})
    worst, mild = played.improving.spots("job_loss")
    assert worst == Spot(phase="open", number=2, n=2, trust_lost=12, anger_gained=10)
    assert (mild.number, mild.lost) == (1, 2)
    (quote,) = played.improving.lost_at("job_loss", worst)
    assert (quote.text, quote.trust, quote.anger) == ("Aflójele", -12, 10)


def test_scored_calls_are_the_current_cards_of_assessed_calls(played: Store) -> None:
    played.scorecards.add("a1", a_scorecard(2), NOW + timedelta(minutes=1))
    found, of = played.improving.scored("default", 10)
    assert of == 2
    assert [(c.attempt_id, c.levels["empathy"], c.total) for c in found] == [("a2", 3, 75.0), ("a1", 2, 50.0)]
    assert played.improving.scored("full", 10) == ((), 0)
    assert played.improving.scored("", 1)[1] == 2


def test_versions_and_drafts_come_back_as_they_were_kept(store: Store, ana: Profile) -> None:
    edition = Edition(rubric=load_rubric("full"), based_on="default", author_id="ana", published_at=NOW)
    store.editions.publish(edition)
    assert store.editions.of("full") == (edition,) == store.editions.all()
    with pytest.raises(Conflict):
        store.editions.publish(edition)
    draft = RubricDraft(id="d1", text="ñ: 1", author_id="ana", created_at=NOW, updated_at=NOW)
    store.editions.add_draft(draft)
    assert store.editions.draft("d1") == draft
    store.editions.save_draft("d1", "b", 1, NOW)
    with pytest.raises(Conflict):
        store.editions.save_draft("d1", "c", 1, NOW)
    version = LexiconVersion(version=1, phrases=(PHRASE,), author_id="ana", created_at=NOW)
    store.lexicons.add(version)
    with pytest.raises(Conflict):
        store.lexicons.add(version)
    assert (store.lexicons.newest(), store.lexicons.get(1), store.lexicons.get(9).phrases) == (1, version, ())
    proposal = Proposal(id="p1", phrase=PHRASE, author_id="ana", created_at=NOW)
    store.lexicons.propose(proposal)
    assert store.lexicons.proposals() == (proposal,)
    store.people.erase("ana")
    assert store.editions.of("full")[0].author_id is None
    assert store.lexicons.all()[0].author_id is None
    assert store.lexicons.proposals()[0].author_id is None
