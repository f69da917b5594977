"""The fictitious creditors: who is owed for which product, with an office in each country."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from scenarios.case import Creditor
from scenarios.complaints import problems_of
from scenarios.country import CountryPack
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Country, Frozen, Language

CREDITORS = Path(__file__).parent / "creditors"


class Office(Frozen):
    """A creditor in one country. ``agency`` is who calls on its behalf, ``None`` where it calls itself."""

    name: str
    agency: str | None
    phone: str
    address: str
    complaints_unit: dict[Language, str]


class CreditorFile(Frozen):
    """One creditor, one file."""

    format: Literal[1]
    id: str
    products: tuple[str, ...]
    offices: dict[Country, Office]


@lru_cache(maxsize=1)
def creditors() -> tuple[CreditorFile, ...]:
    """All creditors, in the order of their file names. Raises ``ScenarioError``."""
    return tuple(_read(path) for path in sorted(CREDITORS.glob("*.yaml")))


def creditor_for(product: str, pack: CountryPack, language: Language) -> Creditor:
    """Who is owed for a product in a country. Raises ``ScenarioError`` where nobody is."""
    for found in creditors():
        if product in found.products and pack.code in found.offices:
            office = found.offices[pack.code]
            return Creditor(
                name=office.name,
                agency=office.agency,
                phone=office.phone,
                address=office.address,
                complaints_unit=office.complaints_unit[language],
                channels=pack.channels[language],
            )
    message = f"no creditor sells '{product}' in {pack.code}"
    raise ScenarioError([Problem("creditors", 1, "", message, f"Add an office for {pack.code} to a file there")])


def _read(path: Path) -> CreditorFile:
    root = read_nodes(read_text(path), f"creditors/{path.name}")
    try:
        return CreditorFile.model_validate(root.plain())
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, CreditorFile)) from None
