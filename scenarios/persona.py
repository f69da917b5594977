"""Who the debtor is: name, title, age, city, telephone and work, all of one piece and of no real person."""

import random
import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from scenarios.case import Company, Gender, Person
from scenarios.country import City
from scenarios.draws import Drawing, digits, from_faker, in_form
from scenarios.scenario import DebtorSpec
from scenarios.values import Country, Language, localized

if TYPE_CHECKING:
    from faker import Faker

_MAIL = ("example.com", "example.org", "example.net")
_DECIDES: dict[Language, tuple[str, ...]] = {
    "es": ("administrador{|a}", "dueñ{o|a}", "tesorer{o|a}"),
    "en": ("office manager", "owner", "finance manager"),
}
_KEEPS_THE_GATE: dict[Language, tuple[str, ...]] = {
    "es": ("encargad{o|a} de cuentas por pagar", "auxiliar de cuentas por pagar"),
    "en": ("accounts payable", "accounts payable clerk"),
}
_KEEPS_THE_GATE_IN: dict[Country, dict[Language, tuple[str, ...]]] = {
    "ES": {"es": ("auxiliar de pagos a proveedores", "administrativ{o|a} de cuentas a pagar")},
}
"""What the same desk is called in a country that says it otherwise; as many as of the language."""
_PAYMENT_RUNS: dict[Language, tuple[str, ...]] = {
    "es": ("cada viernes", "el último viernes de cada mes", "los días 10 y 25", "el 5 de cada mes"),
    "en": ("every Friday", "the last Friday of each month", "the 10th and the 25th", "the 5th of each month"),
}


def draw_person(drawing: Drawing, spec: DebtorSpec) -> Person:
    """A person whose age fits the birth date on the case's day, and whose title fits the name."""
    rng, pack = drawing.rng, drawing.pack
    gender = draw_gender(rng, spec.gender)
    age = rng.randint(*spec.age)
    first, last = draw_name(drawing, gender, localized(spec.names, drawing.language, pack.code))
    city = rng.choice(pack.cities)
    return Person(
        full_name=f"{first} {last}",
        first_name=first,
        last_name=last,
        gender=gender,
        title=pack.title(gender, drawing.language),
        birth_date=birth_date(age, drawing.on, rng),
        age=age,
        city=city.name,
        address=_address(drawing, city),
        phone=digits(pack.phone.replace("{area}", city.area), rng),
        email=_email(first, last, rng),
        id_last4=digits("####", rng),
        occupation=_occupation(drawing, spec, gender),
    )


def _occupation(drawing: Drawing, spec: DebtorSpec, gender: Gender) -> str:
    """The scenario's own, in the country's words, else one of the country's. Drawn all the same: nothing else moves."""
    drawn = drawing.rng.choice(drawing.pack.occupations[drawing.language])
    own = localized(spec.occupation, drawing.language, drawing.pack.code)
    return in_form((own or drawn.does).replace("{debtor:", "{"), gender)


def draw_gender(rng: random.Random, wanted: Literal["female", "male", "any"] = "any") -> Gender:
    """The gender that the scenario wants, else either."""
    either: Gender = "female" if rng.random() < 0.5 else "male"
    return either if wanted == "any" else wanted


def draw_name(drawing: Drawing, gender: Gender, listed: str | None = None) -> tuple[str, str]:
    """First name and surname or surnames, as the country has them; from a list of ``names/`` where one is given."""
    pack = drawing.pack

    def drawn(fake: "Faker") -> tuple[str, str]:
        given = fake.first_name_female if gender == "female" else fake.first_name_male
        first, last = given(), " ".join(fake.last_name() for _ in range(pack.surnames))
        while first in pack.names_set_aside:
            first = given()
        return first, last

    return from_faker(listed or pack.faker[drawing.language], drawing.rng, drawn)


def draw_company(drawing: Drawing, person: Person, role: str) -> Company:
    """The debtor company of a business case, with the person as its contact; a gatekeeper decides nothing."""
    roles = _DECIDES
    if role == "gatekeeper":
        roles = _KEEPS_THE_GATE | _KEEPS_THE_GATE_IN.get(drawing.pack.code, {})
    return Company(
        name=company_name(drawing),
        tax_id_last4=digits("####", drawing.rng),
        contact_role=in_form(drawing.rng.choice(roles[drawing.language]), person.gender),
        payment_run=drawing.rng.choice(_PAYMENT_RUNS[drawing.language]),
        decides=role != "gatekeeper",
    )


def company_name(drawing: Drawing) -> str:
    """A company named after a family, as small ones are."""
    surname = _family(drawing)
    return drawing.rng.choice(drawing.pack.company_forms).replace("{name}", surname)


def employer_name(drawing: Drawing, debtor: Person) -> str:
    """Where somebody of the debtor's occupation may work; any company where the occupation is the scenario's own."""
    for known in drawing.pack.occupations[drawing.language]:
        if in_form(known.does, debtor.gender) == debtor.occupation:
            return known.at.replace("{name}", _family(drawing))
    return company_name(drawing)


def _family(drawing: Drawing) -> str:
    return from_faker(drawing.pack.faker[drawing.language], drawing.rng, lambda fake: str(fake.last_name()))


def birth_date(age: int, on: date, rng: random.Random) -> date:
    """A day on which a person of this age on the day ``on`` may have been born."""
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - age, on.month, day) - timedelta(days=rng.randint(0, 364))


def _address(drawing: Drawing, city: City) -> str:
    values = {
        "street": drawing.rng.choice(drawing.pack.streets),
        "number": str(drawing.rng.randint(100, 999)),
        "city": city.name,
        "post": city.post,
    }
    return re.sub(r"\{(\w+)\}", lambda m: values[m[1]], drawing.pack.street_format)


def _email(first: str, last: str, rng: random.Random) -> str:
    names = f"{first.split(maxsplit=1)[0]}.{last.split(maxsplit=1)[0]}"
    letters = re.sub(r"[^a-z.]", "", unicodedata.normalize("NFKD", names.lower()))
    return f"{letters}{rng.randint(10, 99)}@{rng.choice(_MAIL)}"
