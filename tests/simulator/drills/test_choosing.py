"""The day's three: what comes back, what calls showed, the rotation; no debtor twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.drills import bank
from simulator.drills.choosing import A_DAY, ROTATION, Known, Lost, todays
from simulator.drills.spacing import Returning

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
SPANISH = [d for d in bank.drills() if d.language == "es"]


def back(kind: str, criterion: str = "empathy", *, passed: bool = False, due: date = TODAY) -> Returning:
    return Returning(criterion=criterion, kind=kind, box=0, tried=YESTERDAY, passed=passed, due=due)


def test_a_newcomer_begins_with_what_is_easiest_to_see_with_easy_debtors() -> None:
    chosen = todays(SPANISH, Known(today=TODAY))
    assert [c.drill.criterion for c in chosen] == list(ROTATION[:A_DAY])
    assert {c.reason.why for c in chosen} == {"first"}
    assert all(c.drill.difficulty <= 3 for c in chosen[:2])


def test_what_was_missed_yesterday_comes_first_and_says_so() -> None:
    first = todays(SPANISH, Known(today=TODAY, returning=(back("shame"),)))[0]
    assert (first.drill.criterion, first.drill.kind) == ("empathy", "shame")
    assert (first.reason.why, first.reason.days) == ("missed", 1)


def test_what_is_not_due_yet_waits() -> None:
    chosen = todays(SPANISH, Known(today=TODAY, returning=(back("shame", due=TODAY + timedelta(days=1)),)))
    assert all(c.reason.why == "first" for c in chosen)


def test_a_moment_lost_in_a_call_and_the_weakest_criterion_come_before_the_rotation() -> None:
    lost = Lost(criterion="calm", kind="anger", day=YESTERDAY)
    chosen = todays(SPANISH, Known(today=TODAY, lost=(lost,), weakest="negotiation"))
    assert [(c.drill.criterion, c.reason.why) for c in chosen[:2]] == [("calm", "call"), ("negotiation", "weakest")]
    assert chosen[0].drill.kind == "anger"


def test_one_s_own_country_comes_first_where_it_can() -> None:
    chosen = todays(SPANISH, Known(today=TODAY, country="CO"))
    assert [c.drill.country for c in chosen[:2]] == ["CO", "CO"]


BACK = [back("shame"), back("anger", "calm"), back("question", "clarity")]
known = st.builds(
    Known,
    today=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    returning=st.lists(st.sampled_from(BACK), unique=True).map(tuple),
    weakest=st.sampled_from([None, *ROTATION]),
    tried=st.lists(st.sampled_from([(d, YESTERDAY) for d in SPANISH]), max_size=6).map(tuple),
    country=st.sampled_from([None, "MX", "AR"]),
)  # fmt: skip


@given(known)
def test_there_are_always_three_of_different_debtors_and_the_last_one_is_not_met_again(known: Known) -> None:
    chosen = todays(SPANISH, known)
    assert len({c.drill.scenario for c in chosen}) == len(chosen) == A_DAY
    if known.tried:
        assert chosen[0].drill.scenario != known.tried[-1][0].scenario


@given(known)
def test_the_same_day_gives_the_same_three(known: Known) -> None:
    assert todays(SPANISH, known) == todays(list(reversed(SPANISH)), known)
