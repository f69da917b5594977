"""The person's own country comes first, and where it lacks something the nearest in speech does."""

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from scenarios.values import Country
from simulator.drills import bank
from simulator.drills.choosing import Known, todays
from simulator.home_country import at_home, country_of, nearest, where_they_work, with_country
from simulator.kept import Profile
from simulator.suggestion import suggest
from tests.simulator.test_progress import a_scenario, a_score

COUNTRIES: tuple[Country, ...] = get_args(Country)
ELSEWHERE = a_scenario("elsewhere", 1, "calm").model_copy(update={"countries": ("CL",)})
HERE = a_scenario("here", 5, "clarity").model_copy(update={"countries": ("PE", "CL")})
LIBRARY = (ELSEWHERE, HERE)


def suggested(*played: str, country: str | None) -> str:
    cards = [a_score(n, name, calm=1.0) for n, name in enumerate(played, 1)]
    found = suggest(cards, LIBRARY, date(2026, 11, 23), country)
    assert found is not None
    return found.scenario_id


def test_an_unplayed_call_of_the_own_country_comes_before_an_easier_one_elsewhere() -> None:
    assert suggested(country=None) == "elsewhere"
    assert suggested(country="PE") == "here"


def test_once_the_own_country_is_played_through_the_others_are_suggested() -> None:
    assert at_home(LIBRARY, "PE", ["here"]) == list(LIBRARY)
    assert suggested("here", "here", country="PE") == "elsewhere"


@pytest.mark.parametrize("country", COUNTRIES)
def test_nobody_is_suggested_a_drill_abroad_while_there_are_untried_ones_at_home(country: Country) -> None:
    language = "en" if country in ("US", "GB") else "es"
    drills = [drill for drill in bank.drills() if drill.language == language]
    chosen = todays(drills, Known(today=date(2026, 11, 23), weakest="calm", country=country))
    assert {c.drill.country for c in chosen} == {country}


@pytest.mark.parametrize("country", COUNTRIES)
def test_one_s_own_country_is_the_nearest_and_every_other_can_stand_in_for_it(country: Country) -> None:
    assert nearest(country, COUNTRIES, "es") == country
    assert all(nearest(country, (other,), "en") == other for other in COUNTRIES)


def test_a_country_is_kept_beside_what_else_the_settings_hold_and_nonsense_is_none() -> None:
    one = Profile(id="p", name="P", role="trainee", language="es", created_at=datetime.now(UTC))
    kept = with_country(one.model_copy(update={"settings": {"meter": False}}), "PE")
    assert (country_of(kept), kept.settings["meter"]) == ("PE", False)
    assert country_of(one.model_copy(update={"settings": {"country": ["PE"]}})) is None
    assert country_of(None) is None


def in_country(country: str | None) -> Profile:
    settings = {"country": country} if country else {}
    return Profile(id="p", name="P", role="trainee", language="es", created_at=datetime.now(UTC), settings=settings)


def test_people_say_where_they_work_themselves_else_the_time_zone_of_their_cohort_does() -> None:
    zones = ("Europe/London", "America/Lima", "Europe/London", "", "Asia/Tokyo", "nonsense")
    assert where_they_work(zones, [in_country("CL"), in_country(None)]) == "CL"
    assert where_they_work(zones, [in_country(None)]) == "GB"
    assert where_they_work(("Asia/Tokyo", ""), []) is None
