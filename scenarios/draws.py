"""Random streams of a case: one per purpose, so that a new draw in one room moves nothing in another."""

import hashlib
import random
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from scenarios.case import Gender
from scenarios.country import CountryPack
from scenarios.names import Names, load_names
from scenarios.values import Language

if TYPE_CHECKING:
    from faker import Faker
    from faker.providers import BaseProvider

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What every draw of a case depends on. ``rng`` is the stream of one purpose."""

    pack: CountryPack
    language: Language
    on: date
    rng: random.Random


_FAKER = threading.Lock()
_FORM = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def stream(*parts: object) -> random.Random:
    """A random stream that depends on the parts alone, the same on every machine and in every process."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))


def from_faker(locale: str, rng: random.Random, draw: "Callable[[Faker], T]") -> T:
    """What ``draw`` takes from a freshly seeded Faker. One Faker per locale serves all threads, one at a time.

    Where ``names/`` has a file for the locale, names of people come from there.
    """
    with _FAKER:
        fake = _faker(locale)
        fake.seed_instance(rng.getrandbits(63))
        return draw(fake)


@lru_cache(maxsize=16)
def _faker(locale: str) -> "Faker":
    from faker import Faker  # noqa: PLC0415 - slow to load, and not needed to read a scenario

    own = load_names(locale)
    if own is None:
        return Faker(locale)
    fake = Faker()
    fake.add_provider(_provider(own))
    return fake


def _provider(own: Names) -> "type[BaseProvider]":
    """The names of a file, drawn as Faker draws its own."""
    from faker.providers import BaseProvider  # noqa: PLC0415 - as slow as Faker itself

    class Listed(BaseProvider):
        def first_name_female(self) -> str:
            return self.random_element(own.female)

        def first_name_male(self) -> str:
            return self.random_element(own.male)

        def last_name(self) -> str:
            return self.random_element(own.last)

    return Listed


def digits(pattern: str, rng: random.Random) -> str:
    """The pattern with each # replaced by a digit."""
    return re.sub("#", lambda _: str(rng.randrange(10)), pattern)


def in_form(text: str, gender: Gender) -> str:
    """A text with its forms ``{o|a}`` taken for a gender."""
    return _FORM.sub(lambda m: m[1] if gender == "male" else m[2], text)


def to_step(amount: Decimal | float, step: Decimal) -> Decimal:
    """The amount rounded to a multiple of the step, half up."""
    return (Decimal(str(amount)) / step).quantize(Decimal(1), ROUND_HALF_UP) * step
