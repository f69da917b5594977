"""Two scorecards of one call: what moved, and why."""

from scoring.difference import difference
from scoring.rubrics import load_rubric
from scoring.scoring import score
from scoring.transcript import FollowUp
from tests.scoring.test_scoring import AGREED, GOOD, NOTE, record

CARD = score(record(GOOD, outcome=AGREED, follow_up=FollowUp(note=NOTE)), load_rubric())


def test_a_scorecard_names_the_rubric_by_content_and_each_part_of_the_program() -> None:
    assert CARD.rubric_hash == load_rubric().content_hash
    assert set(CARD.versions) == {"acts", "levels", "lexicons", "rules"}
    assert all(CARD.versions.values())


def test_a_scorecard_does_not_differ_from_itself() -> None:
    found = difference(CARD, CARD)
    assert found.causes == ()
    assert all(m.stands and m.by == 0 for m in found.criteria)
    assert found.total_before == found.total_after


def test_what_moved_is_told_by_criterion_and_what_changed_by_part() -> None:
    calm, *others = CARD.judgements
    lower = calm.model_copy(update={"level": 1, "score": calm.score - 1.5})
    other = {"judgements": (lower, *others), "total": 10.0, "versions": {**CARD.versions, "levels": "older"}}
    found = difference(CARD.model_copy(update=other), CARD)
    assert [(m.criterion, m.by) for m in found.criteria if not m.stands] == [("calm", 1.5)]
    assert [(c.what, c.before, c.after) for c in found.causes] == [("levels", "older", CARD.versions["levels"])]
    assert (found.total_before, found.total_after) == (10.0, CARD.total)


def test_a_rubric_changed_under_its_version_is_told_by_its_content() -> None:
    found = difference(CARD.model_copy(update={"rubric_hash": "0" * 64}), CARD)
    assert [c.what for c in found.causes] == ["rubric"]
    assert found.causes[0].before == "default 2 00000000"


def test_a_criterion_that_only_one_rubric_has_is_shown_with_a_gap() -> None:
    found = difference(CARD.model_copy(update={"judgements": CARD.judgements[1:]}), CARD)
    assert (found.criteria[0].criterion, found.criteria[0].level_before, found.criteria[0].by) == ("calm", None, None)


def test_a_scorecard_of_before_versions_were_kept_says_that_the_cause_is_unknown() -> None:
    found = difference(CARD.model_copy(update={"rubric_hash": "", "versions": {}}), CARD)
    assert [c.what for c in found.causes] == ["unknown"]
