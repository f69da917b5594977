"""A person's own country: where it is kept, what takes place there, and the nearest where it does not. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar, get_args

from babel.core import get_global

from scenarios.values import Country, Language
from simulator.kept import Profile

COUNTRY = "country"
"""The name under which a profile's settings hold it."""

_NEAR: dict[Country, tuple[Country, ...]] = {
    "MX": ("CO", "PE", "CL", "ES", "AR", "US", "GB"),
    "CO": ("PE", "MX", "CL", "ES", "AR", "US", "GB"),
    "PE": ("CO", "CL", "MX", "ES", "AR", "US", "GB"),
    "CL": ("PE", "CO", "AR", "MX", "ES", "US", "GB"),
    "AR": ("CL", "PE", "CO", "MX", "ES", "US", "GB"),
    "ES": ("MX", "CO", "PE", "CL", "AR", "US", "GB"),
    "US": ("GB", "MX", "CO", "PE", "CL", "ES", "AR"),
    "GB": ("US", "ES", "MX", "CO", "PE", "CL", "AR"),
}
"""How near other countries are in speech and in the way of address, the nearest first."""

_SPOKEN: dict[Language, tuple[Country, ...]] = {
    "es": ("MX", "CO", "PE", "CL", "ES", "AR", "US", "GB"),
    "en": ("US", "GB", "MX", "CO", "PE", "CL", "ES", "AR"),
}


class Placed(Protocol):
    """What takes place in countries: a scenario, or its card."""

    @property
    def id(self) -> str: ...
    @property
    def countries(self) -> Collection[Country]: ...


P = TypeVar("P", bound=Placed)


def country_of(profile: Profile | None) -> Country | None:
    """The country that the person named; ``None`` where none was, or one that is not known here."""
    named = profile.settings.get(COUNTRY) if profile else None
    return next((c for c in get_args(Country) if c == named), None)


def with_country(profile: Profile, country: Country) -> Profile:
    """The profile with this country; what else its settings hold stays."""
    return profile.model_copy(update={"settings": {**profile.settings, COUNTRY: country}})


def where_they_work(zones: Iterable[str], people: Iterable[Profile]) -> Country | None:
    """Where most of these people work: as they named it themselves, else by the time zones of their cohorts.

    ``None`` where nothing says so, or only zones of other countries.
    """
    named: list[Country] = [found for found in map(country_of, people) if found]
    by_zone: Mapping[str, str] = get_global("zone_territories")
    there: list[Country] = [c for zone in zones for c in get_args(Country) if c == by_zone.get(zone)]
    said = named or there
    return Counter(said).most_common(1)[0][0] if said else None


def at_home(placed: Sequence[P], country: str | None, played: Iterable[str]) -> list[P]:
    """Those of the own country as long as one of them is unplayed; else all, and all where there is no country."""
    if country is None:
        return list(placed)
    done = set(played)
    own = [one for one in placed if country in one.countries]
    return own if any(one.id not in done for one in own) else list(placed)


def nearest(country: Country | None, offered: Sequence[Country], language: Language) -> Country:
    """The own country where it is among the offered (at least one), else the one that speaks most like it.

    Without a country of one's own it is the one that goes with the language.
    """
    order = (country, *_NEAR[country]) if country else _SPOKEN[language]
    return min(offered, key=order.index)
