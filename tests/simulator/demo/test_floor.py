"""Who works on the demo's floor, and when."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.demo.days import CLOSES, OPENS, sittings
from simulator.demo.floor import Floor, more_trainees, small_floor, whole_floor

ON = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def test_the_whole_floor_is_three_cohorts_of_forty_trainees_and_their_leaders() -> None:
    floor = whole_floor(ON, 7)
    roles = Counter(person.role for person in floor.people)
    assert len(floor.squads) == 3
    assert roles == {"trainee": 40, "manager": 2, "trainer": 1, "administrator": 1}
    assert len({person.name for person in floor.people}) == len(floor.people)
    assert {name for person in floor.people if person.role == "manager" for name in person.squads} == {
        squad.name for squad in floor.squads
    }


def test_every_course_is_taken_by_somebody() -> None:
    assert len({person.course for person in whole_floor(ON, 7).trainees}) == 6


@settings(max_examples=20)
@given(DAYS, st.integers(0, 1000))
def test_calls_are_made_on_working_days_and_hours_before_the_day_they_lead_up_to(on: date, seed: int) -> None:
    for floor in (small_floor(on, seed), Floor.model_validate(small_floor(on, seed).model_dump() | {"weeks": 1})):
        for person in floor.trainees:
            planned = sittings(floor, person)
            assert all(one.at.date() < on and one.at.weekday() < 5 for one in planned)
            assert all(OPENS <= one.at.hour < CLOSES for one in planned)
            assert [one.at for one in planned] == sorted(one.at for one in planned)


def test_twelve_weeks_come_to_about_a_dozen_calls_each() -> None:
    floor = whole_floor(ON, 7)
    assert 400 <= sum(len(sittings(floor, person)) for person in floor.trainees) <= 700


def test_whoever_improves_gets_better_and_whoever_stops_is_gone() -> None:
    floor = whole_floor(ON, 7)
    for person in floor.trainees:
        planned = sittings(floor, person)
        if person.course == "improves":
            assert planned[-1].skill > planned[0].skill + 0.4
        if person.course == "stops":
            assert planned[-1].week < floor.weeks - 4
        if person.course == "newcomer":
            assert planned[0].week >= floor.weeks * 3 // 4


def test_people_added_for_copies_are_not_those_who_play() -> None:
    floor = small_floor(ON, 7)
    more = more_trainees(floor, 9)
    assert not {person.key for person in more} & {person.key for person in floor.people}
    assert len({person.key for person in more}) == 9
