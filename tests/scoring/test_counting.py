"""What a rubric leaves out leaves no finding, no term and no cap; what remains keeps its scale."""

import pytest

from scoring.rubric import Rubric
from scoring.rubrics import load_rubric
from scoring.rubrics.known import indicators_of
from scoring.scoring import score, score_turn
from scoring.transcript import FollowUp
from tests.scoring.test_scoring import AGREED, BAD, GOOD, NOTE, ON, record

FOLLOW_UP = "documented_follow_up"


def counting(criterion: str, *indicators: str) -> Rubric:
    """The default rubric, in which only these indicators of the criterion count."""
    rubric = load_rubric()
    weighed = (
        c.model_copy(update={"indicators": indicators} if c.criterion == criterion else {}) for c in rubric.criteria
    )
    return rubric.model_copy(update={"criteria": tuple(weighed)})


def all_but(criterion: str, *indicators: str) -> Rubric:
    return counting(criterion, *(i for i in indicators_of(criterion) if i not in indicators))


def found(card, criterion: str) -> set[str]:
    return {f.indicator for f in card.judgement(criterion).findings}


def test_naming_every_indicator_is_naming_none() -> None:
    call = record(GOOD, outcome=AGREED, follow_up=FollowUp(note=NOTE))
    for criterion in ("calm", "empathy", "clarity", FOLLOW_UP):
        named = score(call, all_but(criterion))
        assert named.judgements == score(call, load_rubric()).judgements


def test_an_indicator_left_out_is_not_found_and_caps_nothing() -> None:
    threat = ("Si no paga hoy, mando a alguien a su casa y se va a arrepentir.", "No tengo dinero.", "es", "MX", ON)
    whole, part = score_turn(*threat), score_turn(*threat, rubric=all_but("calm", "threatens"))
    assert "threatens" in {f.indicator for f in whole["calm"].findings}
    assert "threatens" not in {f.indicator for f in part["calm"].findings}
    assert any(t.name.startswith("cap.threatens") for t in whole["calm"].terms)
    assert not any("threatens" in t.name for j in part.values() for t in j.terms)
    assert part["calm"].score > whole["calm"].score


@pytest.mark.parametrize("turns", [GOOD, BAD])
def test_the_terms_of_what_remains_still_add_up_to_the_score(turns) -> None:
    debtor, agent = turns[0][1], turns[1][1]
    for criterion in ("calm", "empathy", "clarity"):
        rubric = counting(criterion, indicators_of(criterion)[0])
        judged = score_turn(agent, debtor, "es", "MX", ON, rubric=rubric)[criterion]
        assert sum(t.value for t in judged.terms) == pytest.approx(judged.score, abs=0.06)


def test_fields_that_do_not_count_are_not_asked_for() -> None:
    call = record(GOOD, outcome=AGREED, follow_up=FollowUp(note="Plan de 3 pagos de $500: 30/11, 15/12 y 30/12."))
    whole = score(call, load_rubric())
    part = score(call, counting(FOLLOW_UP, "disposition", "amounts", "payments", "dates"))
    assert "method" in found(whole, FOLLOW_UP)
    assert found(part, FOLLOW_UP) <= {"disposition", "amounts", "payments", "dates"}
    assert {c.field for c in part.note_checks} <= {"disposition", "amounts", "payments", "dates"}
    assert part.judgement(FOLLOW_UP).score > whole.judgement(FOLLOW_UP).score


def test_a_contradiction_in_a_field_that_does_not_count_holds_nothing_down() -> None:
    wrong = NOTE.replace("$500", "$700")
    call = record(GOOD, outcome=AGREED, follow_up=FollowUp(note=wrong))
    assert score(call, load_rubric()).judgement(FOLLOW_UP).level == 0
    assert score(call, all_but(FOLLOW_UP, "amounts", "invented")).judgement(FOLLOW_UP).level >= 2


def test_an_empty_note_is_level_0_whatever_counts() -> None:
    call = record(GOOD, outcome=AGREED, follow_up=FollowUp())
    assert score(call, counting(FOLLOW_UP, "reason")).judgement(FOLLOW_UP).level == 0
