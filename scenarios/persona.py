"""Who the debtor is: name, title, age, city, telephone and work, all of one piece and of no real person."""

import random
import re
import unicodedata
from datetime import date, timedelta
from typing import cast

from scenarios.case import Company, Gender, Person
from scenarios.country import City, CountryPack
from scenarios.draws import digits, from_faker, in_form
from scenarios.scenario import DebtorSpec
from scenarios.values import Language

_MAIL = ("example.com", "example.org", "example.net")
_ROLES: dict[Language, tuple[str, ...]] = {
    "es": ("encargad{o|a} de cuentas por pagar", "administrador{|a}", "dueñ{o|a}", "tesorer{o|a}"),
    "en": ("accounts payable", "office manager", "owner", "finance manager"),
}
_PAYMENT_RUNS: dict[Language, tuple[str, ...]] = {
    "es": ("cada viernes", "el último viernes de cada mes", "los días 10 y 25", "el 5 de cada mes"),
    "en": ("every Friday", "the last Friday of each month", "the 10th and the 25th", "the 5th of each month"),
}


def draw_person(pack: CountryPack, spec: DebtorSpec, language: Language, on: date, rng: random.Random) -> Person:
    """A person whose age fits the birth date on the day ``on``, and whose title fits the name."""
    gender = cast(Gender, rng.choice(("female", "male")) if spec.gender == "any" else spec.gender)
    age = rng.randint(*spec.age)
    first, last = draw_name(pack, language, gender, rng)
    city = rng.choice(pack.cities)
    return Person(
        full_name=f"{first} {last}",
        first_name=first,
        last_name=last,
        gender=gender,
        title=pack.title(gender, language),
        birth_date=birth_date(age, on, rng),
        age=age,
        city=city.name,
        address=_address(pack, city, rng),
        phone=digits(pack.phone.replace("{area}", city.area), rng),
        email=_email(first, last, rng),
        id_last4=digits("####", rng),
        occupation=in_form(rng.choice(pack.occupations[language]), gender),
    )


def draw_name(pack: CountryPack, language: Language, gender: Gender, rng: random.Random) -> tuple[str, str]:
    """First name and surname or surnames, as the country has them."""
    return from_faker(
        pack.faker[language],
        rng,
        lambda fake: (
            fake.first_name_female() if gender == "female" else fake.first_name_male(),
            " ".join(fake.last_name() for _ in range(pack.surnames)),
        ),
    )


def draw_company(pack: CountryPack, person: Person, language: Language, rng: random.Random) -> Company:
    """The debtor company of a business case, with the person as its contact."""
    return Company(
        name=company_name(pack, language, rng),
        tax_id_last4=digits("####", rng),
        contact_role=in_form(rng.choice(_ROLES[language]), person.gender),
        payment_run=rng.choice(_PAYMENT_RUNS[language]),
    )


def company_name(pack: CountryPack, language: Language, rng: random.Random) -> str:
    """A company named after a family, as small ones are."""
    surname = from_faker(pack.faker[language], rng, lambda fake: str(fake.last_name()))
    return rng.choice(pack.company_forms).replace("{name}", surname)


def birth_date(age: int, on: date, rng: random.Random) -> date:
    """A day on which a person of this age on the day ``on`` may have been born."""
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - age, on.month, day) - timedelta(days=rng.randint(0, 364))


def _address(pack: CountryPack, city: City, rng: random.Random) -> str:
    values = {"street": rng.choice(pack.streets), "number": str(rng.randint(100, 999)), "city": city.name, "post": city.post}
    return re.sub(r"\{(\w+)\}", lambda m: values[m[1]], pack.street_format)


def _email(first: str, last: str, rng: random.Random) -> str:
    plain = unicodedata.normalize("NFKD", f"{first.split()[0]}.{last.split()[0]}".lower())
    letters = re.sub(r"[^a-z.]", "", plain)
    return f"{letters}{rng.randint(10, 99)}@{rng.choice(_MAIL)}"
