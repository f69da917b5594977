"""What an installation has chosen for everybody: the workspace, and notices. Values; they know no store."""

import datetime
import zoneinfo
from functools import cache
from typing import get_args

from pydantic import Field, field_validator

from scenarios.creditor import creditors, sold_by
from scenarios.generation import languages_in
from scenarios.remembered import of_the_same
from scenarios.scenario import Scenario
from scenarios.values import Country, Frozen, Language
from simulator.attempt_refusals import NotOnTheShelf
from simulator.helplines import MOST as MOST_HELPLINES
from simulator.helplines import Helplines

COUNTRIES: tuple[Country, ...] = get_args(Country)
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Workspace(Frozen):
    """What administrators choose. Empty ``countries`` and ``creditors`` mean all; an empty ``time_zone`` the server's;
    without ``helplines`` the file's count. ``version`` 0 is what stands before anybody has chosen."""

    version: int = 0
    name: str = Field(default="", max_length=60)
    time_zone: str = Field(default="", max_length=64)
    languages: tuple[Language, ...] = Field(default=LANGUAGES, min_length=1)
    countries: tuple[Country, ...] = ()
    creditors: tuple[str, ...] = Field(default=(), max_length=50)
    review_days: int = Field(default=5, ge=1, le=60, description="days in which a review or an answer is due")
    retention_days: int = Field(default=0, ge=0, le=36500, description="untouched practice is kept so long; 0: always")
    helplines: Helplines | None = None

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value and value not in zones():
            raise ValueError("not a time zone of the IANA list, as in America/Mexico_City")
        return value

    @field_validator("helplines")
    @classmethod
    def _few(cls, value: Helplines | None) -> Helplines | None:
        if any(len(lines) > MOST_HELPLINES for lines in (value or {}).values()):
            raise ValueError(f"more than {MOST_HELPLINES} helplines for one country")
        return value

    @property
    def zone(self) -> datetime.tzinfo | None:
        """The time zone whose days count; ``None`` for the server's own."""
        return zoneinfo.ZoneInfo(self.time_zone) if self.time_zone else None

    def countries_of(self, scenario: Scenario) -> tuple[Country, ...]:
        """Where a scenario is offered here: by country, by who is owed there, and by the languages of its calls."""
        return tuple(country for country in scenario.countries if self._offers(scenario, country))

    def require(self, scenario: Scenario, country: Country) -> None:
        """Raise ``NotOnTheShelf`` where a scenario is not offered in a country."""
        if not self._offers(scenario, country):
            raise NotOnTheShelf

    def _offers(self, scenario: Scenario, country: Country) -> bool:
        if self.countries and country not in self.countries:
            return False
        if not set(languages_in(scenario, country)) & set(self.languages):
            return False
        return not self.creditors or sold_by(scenario.account.product, country, scenario.creditor) in self.creditors

    def narrowed(self, scenarios: tuple[Scenario, ...]) -> tuple[Scenario, ...]:
        """The scenarios that are offered here, each with the countries in which it is. For lists: what is played is
        the scenario as it was written."""
        if not (self.countries or self.creditors or set(self.languages) != set(LANGUAGES)):
            return scenarios
        found = ((scenario, self.countries_of(scenario)) for scenario in scenarios)
        return tuple(_only_in(scenario, countries) for scenario, countries in found if countries)


@of_the_same(size=1_000)
def _only_in(scenario: Scenario, countries: tuple[Country, ...]) -> Scenario:
    return scenario.model_copy(update={"countries": countries})


@cache
def zones() -> frozenset[str]:
    """The names of the time zones that this machine knows."""
    return frozenset(zoneinfo.available_timezones())


@cache
def creditor_names() -> dict[str, str]:
    """The creditors by id, each by the name of one of its offices."""
    return {one.id: next(iter(one.offices.values())).name for one in creditors()}


class Notice(Frozen):
    """Words by language; shown from ``begins`` to ``ends``, both days included, of the workspace's time zone."""

    id: str
    text: dict[str, str] = Field(min_length=1)
    begins: datetime.date
    ends: datetime.date
    created_at: datetime.datetime

    def in_language(self, language: Language) -> str:
        """The words in a language, or in the other where it was written in that one only."""
        return self.text.get(language) or next(iter(self.text.values()))
