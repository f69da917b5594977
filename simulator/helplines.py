"""The helplines that an agency names for its agents to pass on: a file of its own, each with the day it was checked.

``helplines.yaml`` in the home folder (or the file that ``ACUERDO_HELPLINES`` names)::

    MX:
      - {name: Línea de la Vida, phone: "800 000 0000", hours: "24 horas", as_of: 2026-10-01}
"""

from datetime import date
from pathlib import Path

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from scenarios.complaints import nearest
from scenarios.problem import ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Country, Frozen
from simulator.refusals import Refusal

MOST = 12
STALE_DAYS = 365
"""A number that nobody has checked for so long is shown as such."""


class Helpline(Frozen):
    """One helpline, as the agency wrote it down."""

    name: str = Field(min_length=1, max_length=120)
    phone: str = Field(min_length=1, max_length=60)
    hours: str = Field(default="", max_length=120)
    as_of: date = Field(description="the day on which somebody last checked that it answers")

    def stale(self, on: date) -> bool:
        """Whether nobody has checked it for a year."""
        return (on - self.as_of).days > STALE_DAYS


Helplines = dict[Country, tuple[Helpline, ...]]
_FORM: TypeAdapter[Helplines] = TypeAdapter(Helplines)


class BadHelplines(Refusal):
    """The agency's file cannot be used; the words say where and what would do."""


def load_helplines(path: Path) -> Helplines:
    """What the agency names, by country; nothing where there is no file. Raises ``BadHelplines``."""
    if not path.is_file():
        return {}
    try:
        text = read_text(path)
    except ScenarioError as error:
        raise _bad(path, str(error)) from None
    return read_helplines(text, path)


def read_helplines(text: str, path: Path = Path("helplines.yaml")) -> Helplines:
    """The helplines of a text as the file holds it. Raises ``BadHelplines``."""
    if not text.strip():
        return {}
    try:
        found = _FORM.validate_python(read_nodes(text, path.name).plain())
    except ScenarioError as error:
        raise _bad(path, str(error)) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "[key]")
        raise _bad(path, f"{where}: {first['msg']}{_hint(first['loc'])}") from None
    if any(len(lines) > MOST for lines in found.values()):
        raise _bad(path, f"more than {MOST} helplines for one country")
    return found


def written(helplines: Helplines) -> str:
    """The text of a file that holds these."""
    lines = {country: [line.model_dump() for line in named] for country, named in helplines.items()}
    return yaml.safe_dump(lines, allow_unicode=True, sort_keys=False) if lines else ""


def _hint(place: tuple[int | str, ...]) -> str:
    known = tuple(Helpline.model_fields)
    name = str(place[-1])
    near = nearest(name, known) if len(place) > 2 and name not in known else ""
    return f". {near}" if near else ""


def _bad(path: Path, what: str) -> BadHelplines:
    return BadHelplines(
        es=f"{path}: no se pudieron leer las líneas de ayuda ({what}). Corrija el archivo o bórrelo.",
        en=f"{path}: the helplines cannot be read ({what}). Mend the file or delete it.",
    )
