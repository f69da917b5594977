"""The numbers that the weeks after a call rest on, each with its sentence; read once from ``assumptions.yaml``."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from scenarios.source import read_nodes, read_text
from scenarios.values import Frozen, Language

FILE = Path(__file__).parent / "assumptions.yaml"


class Numbers(Frozen):
    """The figures by name. Shares are 0 to 1 (``tight`` above), wages are monthly minimum wages."""

    easy: float = Field(gt=0)
    tight: float = Field(gt=0)
    will_base: float = Field(ge=0, le=1)
    will_commitment: float = Field(ge=0, le=1)
    will_trust: float = Field(ge=0, le=1)
    late_share: float = Field(ge=0, le=1)
    latest_days: int = Field(ge=1)
    part_share: float = Field(ge=0, le=1)
    part_most: float = Field(ge=0, lt=1)
    part_least: float = Field(gt=0, lt=1)
    part_strain: float = Field(gt=0, le=1)
    broken_strain: float = Field(gt=0, le=1)
    settlement_grace: int = Field(ge=0)
    cure_most: float = Field(ge=0, le=1)
    cure_share: float = Field(ge=0, le=1)
    cure_days: int = Field(ge=1)
    review_days: int = Field(ge=1)
    withdrawn_days: int = Field(ge=1)
    opening_minutes: float
    reply_minutes: float
    supervisor_minutes: float
    reminder_minutes: float
    chase_minutes: float
    agent_wages: float
    supervisor_wages: float
    month_hours: float = Field(gt=0)
    letter_wage: float
    late_fee: float = Field(ge=0, le=1)
    fee_grace: int = Field(ge=0)
    goodwill_start: float = Field(ge=0, le=100)
    goodwill_trust: float
    goodwill_anger: float
    goodwill_kept: float
    goodwill_missed: float
    goodwill_withdrawn: float
    complaint_anger: float = Field(ge=0, le=100)
    referral_days: int = Field(ge=0)
    agency_recovers: float = Field(ge=0, le=1)
    agency_share: float = Field(ge=0, le=1)
    agency_wages: float = Field(ge=0)
    counsel_recovers: float = Field(ge=0, le=1)
    counsel_wages: float = Field(ge=0)
    own_recovers: float = Field(ge=0, le=1)


class Assumption(Frozen):
    """One number and its sentence by language; ``{n}`` in it is the number."""

    id: str
    value: float
    as_: Literal["share", "days", "number"] = Field(alias="as")
    es: str
    en: str

    def sentence(self, language: Language, decimal: str = "") -> str:
        """The sentence with its number; ``decimal`` is the sign that the country writes, else the language's usual."""
        usual = "," if language == "es" else "."
        return (self.es if language == "es" else self.en).replace("{n}", self._written(language, decimal or usual))

    def _written(self, language: Language, decimal: str) -> str:
        figure = f"{self.value * 100 if self.as_ == 'share' else self.value:.4g}"
        shown = figure.replace(".", decimal)
        return shown + percent_sign(language) if self.as_ == "share" else shown


class Group(Frozen):
    """Assumptions about one matter, under a heading in both languages."""

    id: str
    es: str
    en: str
    numbers: tuple[Assumption, ...]

    def heading(self, language: Language) -> str:
        """The heading in the language."""
        return self.es if language == "es" else self.en


class Assumptions(Frozen):
    """The whole file. ``version`` rises whenever a number changes."""

    version: int = Field(ge=1)
    disclaimer: dict[Language, str]
    groups: tuple[Group, ...]


@lru_cache(maxsize=1)
def assumptions() -> Assumptions:
    """The file as it ships. Raises ``ScenarioError`` or ``ValidationError`` where it was spoilt."""
    return Assumptions.model_validate(read_nodes(read_text(FILE), FILE.name).plain())


@lru_cache(maxsize=1)
def numbers() -> Numbers:
    """The figures by name; a name too many or too few is an error."""
    return Numbers.model_validate({one.id: one.value for group in assumptions().groups for one in group.numbers})


def percent_sign(language: str) -> str:
    """What follows the figure of a percentage: Spanish sets it apart, by a space that does not break."""
    return "\u00a0%" if language == "es" else "%"


def as_markdown(language: Language) -> str:
    """Every assumption as Markdown: what the documentation prints and a test compares."""
    given = assumptions()
    lines = [given.disclaimer[language].strip(), ""]
    for group in given.groups:
        lines += [f"### {group.heading(language)}", "", *(f"- {n.sentence(language)}" for n in group.numbers), ""]
    return "\n".join(lines)
