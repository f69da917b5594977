"""Names of people where Faker has none (Peru), none that adults there bear (Argentina), or who came from elsewhere."""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from scenarios.complaints import problems_of
from scenarios.problem import ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Frozen

NAMES = Path(__file__).parent / "names"


class Names(Frozen):
    """Given names and surnames that are common among adults of a country, each as often as any other."""

    format: Literal[1]
    female: tuple[str, ...] = Field(min_length=1)
    male: tuple[str, ...] = Field(min_length=1)
    last: tuple[str, ...] = Field(min_length=1)


def names_of_their_own() -> list[str]:
    """The lists that a scenario may name for a debtor who came from elsewhere: those of no country's locale."""
    return sorted(path.stem for path in NAMES.glob("*.yaml") if "_" not in path.stem)


def load_names(locale: str) -> Names | None:
    """The names of a locale such as ``es_PE``; ``None`` where there is no file of its own. Raises ``ScenarioError``."""
    path = {found.stem: found for found in NAMES.glob("*.yaml")}.get(locale)
    if path is None:
        return None
    root = read_nodes(read_text(path), f"names/{path.name}")
    try:
        return Names.model_validate(root.plain())
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, Names)) from None
