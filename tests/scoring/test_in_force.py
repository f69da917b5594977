"""What is in force: a person's decisions in the place of the program's, and nothing else changed."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.criterion import Gate, Judgement
from scoring.in_force import in_force
from scoring.rubrics import load_rubric
from scoring.scorecard import Scorecard
from scoring.scoring import result_of, total_of

RUBRIC = load_rubric("full")
CRITERIA = [weight.criterion for weight in RUBRIC.criteria]
GATES = list(RUBRIC.gates)
LEVELS = st.integers(0, 4)


@st.composite
def cards(draw: st.DrawFn) -> Scorecard:
    judgements = tuple(
        Judgement(criterion=name, level=level, score=None if level is None else float(level))
        for name in CRITERIA
        for level in [draw(st.none() | LEVELS)]
    )
    gates = tuple(
        Gate.model_validate({"id": name, "status": draw(st.sampled_from(["breach", "possible_breach"])),
                             "evidence": None, "reason": "r"})
        for name in draw(st.lists(st.sampled_from(GATES), unique=True, max_size=3))
    )  # fmt: skip
    total = total_of({j.criterion: j.level for j in judgements}, RUBRIC)
    return Scorecard.model_validate({
        "rubric": RUBRIC.id, "rubric_version": RUBRIC.version, "reader": "r", "judgements": judgements, "gates": gates,
        "total": total, "not_assessed": tuple(j.criterion for j in judgements if j.level is None),
        "result": result_of(total, gates, RUBRIC),
    })  # fmt: skip


LEVELS_SAID = st.dictionaries(st.sampled_from(CRITERIA), LEVELS)
GATES_SAID = st.dictionaries(st.sampled_from(GATES), st.sampled_from(["breach", "no_breach"]))


@given(cards())
def test_without_decisions_it_is_the_program_s_to_the_letter(card: Scorecard) -> None:
    assert in_force(card, RUBRIC, {}) == card


@given(cards(), LEVELS_SAID, GATES_SAID)
def test_what_a_person_says_is_so_and_the_rest_stays(card: Scorecard, levels: dict[str, int], gates: dict) -> None:  # type: ignore[type-arg]
    found = in_force(card, RUBRIC, levels, gates)
    for before, after in zip(card.judgements, found.judgements, strict=True):
        assert after.level == levels.get(before.criterion, before.level)
        if before.criterion not in levels:
            assert after == before
    standing = {gate.id: gate.status for gate in found.gates}
    for name, said in gates.items():
        assert (standing.get(name) == "breach") == (said == "breach")
    assert found.total is None or 0 <= found.total <= 100
    assert (found.result == "failed") >= ("breach" in standing.values())
    assert in_force(card, RUBRIC, levels, gates) == found
    assert in_force(found, RUBRIC, levels, gates) == found, "said twice it is the same"


@given(cards(), LEVELS_SAID)
def test_a_higher_level_never_lowers_the_total(card: Scorecard, levels: dict[str, int]) -> None:
    low = in_force(card, RUBRIC, levels)
    high = in_force(card, RUBRIC, dict.fromkeys(levels, 4))
    assert (low.total is None) == (high.total is None)
    assert low.total is None or high.total is None or high.total >= low.total


@given(cards())
def test_agreeing_keeps_the_finer_score(card: Scorecard) -> None:
    agreed = {j.criterion: j.level for j in card.judgements if j.level is not None}
    assert in_force(card, RUBRIC, agreed) == card
