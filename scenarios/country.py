"""Country packs: how people there write money and dates, address each other, get paid and may be contacted."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from scenarios.case import Channel, ContactRule, Gender
from scenarios.complaints import nearest, problems_of
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Country, Frozen, Language, Money, localized

COUNTRIES = Path(__file__).parent / "countries"
Texts = dict[str, str]


class MoneyFormat(Frozen):
    """How an amount is written. ``round_to`` steps round figures (loans, wages), ``billed_to`` what is on a bill."""

    currency: str = Field(pattern=r"^[A-Z]{3}$")
    symbol: str
    after: bool = Field(default=False, description="the symbol stands after the number")
    space: bool = Field(default=False, description="a space between symbol and number")
    decimals: int = Field(ge=0, le=2)
    decimal: Literal[".", ","]
    thousands: Literal[".", ","]
    round_to: Money
    billed_to: Money


class Sourced(Frozen):
    """Where a figure or rule comes from. ``verified`` only where it was read in the primary text."""

    as_of: date
    verified: bool


class MinimumWage(Sourced):
    """The monthly minimum wage before taxes, in the country's currency."""

    source: str
    value: Money = Field(gt=0)
    basis: str = Field(description="how the monthly figure follows from the official one")


class PackRule(Sourced):
    """A rule on contact. ``numbers`` are its figures for programs: counts, days, and the hours of contact.

    Hours are ``from`` and ``to``, ``saturday_from`` and ``saturday_to`` where Saturdays differ. ``last_weekday`` is
    the last day of the week (Monday is 1) on which one may call; where it stands, holidays are closed too.
    ``never`` names whom one may not contact at all: relative, employer, reference. Most rules protect consumers;
    ``market`` says where one holds for companies too. ``channels`` are those it speaks of; none stands for all.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    text: Texts
    source: Texts
    severity: Literal["law", "house"]
    scope: Literal["all", "agency", "creditor"] = "all"
    market: Literal["consumer", "all"] = "consumer"
    channels: tuple[Channel, ...] = ()
    numbers: dict[str, str | int | float] = Field(default_factory=dict)


class Address(Frozen):
    """A form of address: the titles, and which name they go with ("señora Ruiz", "don Luis")."""

    female: str
    male: str
    goes_with: Literal["first_name", "last_name"]


class City(Frozen):
    """A real city; ``area`` is the area code of its (fictitious) telephone numbers, ``post`` a postal code there."""

    name: str
    area: str = ""
    post: str = ""


class Occupation(Frozen):
    """What somebody works as, with its two forms (``cociner{o|a}``), and what a workplace of that kind is called."""

    does: str
    at: str = Field(description="an employer's name with {name} for a family's")


class CountryPack(Frozen):
    """One country, one file."""

    format: Literal[1]
    code: Country
    name: Texts
    languages: tuple[Language, ...] = Field(min_length=1, description="of its calls, the usual one first")
    faker: dict[Language, str] = Field(description="locale of names by language: a file of names/, else Faker's")
    names_set_aside: tuple[str, ...] = Field(
        default=(), description="given names that Faker has and nobody there would bear on a file: another is drawn"
    )
    surnames: Literal[1, 2]
    money: MoneyFormat
    english_month_first: bool = False
    minimum_wage: MinimumWage
    paydays: Literal["quincena", "month_end", "fortnight"]
    holiday_region: str = Field(default="", description="whose public holidays count, where regions differ")
    address: dict[Language, Address]
    register_hint: Texts = Field(description="how one speaks to a customer there")
    id_document: str
    tax_id: str
    channels: dict[Language, tuple[str, ...]] = Field(description="ways a payment may be made")
    cities: tuple[City, ...] = Field(min_length=1)
    streets: tuple[str, ...] = Field(min_length=1)
    street_format: str
    phone: str = Field(description="a number that can belong to nobody: # is a digit, {area} the city's code")
    occupations: dict[Language, tuple[Occupation, ...]]
    products: dict[str, Texts]
    company_forms: tuple[str, ...]
    contact_rules: tuple[PackRule, ...]

    @model_validator(mode="after")
    def _every_language_is_served(self) -> "CountryPack":
        for language in self.languages:
            for name in ("faker", "address", "channels", "occupations"):
                if language not in getattr(self, name):
                    raise ValueError(f"'{name}' has nothing for the language '{language}'")
        return self

    def rules_in(self, language: str) -> tuple[ContactRule, ...]:
        """The contact rules as a case file shows them."""
        return tuple(
            ContactRule(
                id=r.id,
                text=r.text[language],
                source=r.source[language],
                as_of=r.as_of,
                verified=r.verified,
                severity=r.severity,
            )
            for r in self.contact_rules
        )

    def title(self, gender: Gender, language: Language) -> str:
        """The title for a person, as in "señora"."""
        return self.address[language].female if gender == "female" else self.address[language].male


@lru_cache(maxsize=16)
def load_country(code: str) -> CountryPack:
    """The pack of a country by its two-letter code. Raises ``ScenarioError`` with the codes there are."""
    known = countries()
    if code not in known:
        raise ScenarioError([Problem("countries", 1, "", f"there is no pack for '{code[:10]}'", nearest(code, known))])
    path = COUNTRIES / f"{code.lower()}.yaml"
    root = read_nodes(read_text(path), f"countries/{path.name}")
    try:
        return CountryPack.model_validate(root.plain())
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, CountryPack)) from None


def countries() -> tuple[str, ...]:
    """Codes of the countries that have a pack, in alphabetical order."""
    return tuple(path.stem.upper() for path in sorted(COUNTRIES.glob("*.yaml")))


def format_money(amount: Decimal | int | float, country: str) -> str:
    """An amount as people there write it: "$12,450.50", "$1.200.000", "4.815,60 €", "S/ 95.50". No cents if whole.

    The space beside the sign is one at which no line breaks.
    """
    style = load_country(country).money
    value = Decimal(str(amount)).quantize(Decimal(1).scaleb(-style.decimals), ROUND_HALF_UP)
    whole, _, cents = f"{abs(value):,f}".partition(".")
    number = whole.replace(",", style.thousands) + (style.decimal + cents if cents.strip("0") else "")
    gap = "\u00a0" if style.space else ""
    shown = f"{number}{gap}{style.symbol}" if style.after else f"{style.symbol}{gap}{number}"
    return f"-{shown}" if value < 0 else shown


_MONTHS = {
    "es": [
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ],
    "en": [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ],
}  # fmt: skip
_WEEKDAYS = {
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


def format_date(day: date, language: str, country: str, *, weekday: bool = False) -> str:
    """A day in words: "15 de diciembre", "December 15" (US), "15 December"; with ``weekday`` its name in front."""
    month = _MONTHS[language][day.month - 1]
    name = _WEEKDAYS[language][day.weekday()] if weekday else ""
    if language == "es":
        return f"{name} {day.day} de {month}".strip()
    if load_country(country).english_month_first:
        return f"{name}, {month} {day.day}" if name else f"{month} {day.day}"
    return f"{name} {day.day} {month}".strip()


def format_full_date(day: date, language: str, country: str) -> str:
    """A day with its year: "15 de diciembre de 1984", "December 15, 1984" (US), "15 December 1984"."""
    words = format_date(day, language, country)
    link = " de " if language == "es" else ", " if load_country(country).english_month_first else " "
    return f"{words}{link}{day.year}"


@lru_cache(maxsize=64)
def holidays_in(country: str, year: int) -> frozenset[date]:
    """The country's public holidays of a year. The calendar is imported where it is asked: it is slow to load."""
    import holidays  # noqa: PLC0415

    region = load_country(country).holiday_region or None
    return frozenset(holidays.country_holidays(country, subdiv=region, years=year))


def is_business_day(day: date, country: str) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < 5 and day not in holidays_in(country, day.year)


def text_in(texts: Texts, language: str, country: str) -> str:
    """The text for a language and country, else in any language there is."""
    return localized(texts, language, country) or next(iter(texts.values()))
