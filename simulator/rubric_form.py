"""A rubric's text as a form shows it, and back: looser than a rubric, so that what is half done is not lost. Pure."""

from pydantic import Field, ValidationError

from scenarios.problem import ScenarioError
from scenarios.source import read_nodes
from scenarios.values import Frozen, Language
from scoring.rubric import CriterionId
from scoring.rubrics import load_rubric
from scoring.rubrics.checks import LEVELS
from scoring.rubrics.writing import as_yaml

NAME = "rubric.yaml"
TEMPLATE = "full"
"""The rubric that ships with words for every criterion: a criterion that is added begins with its."""


class FormCriterion(Frozen):
    """One criterion as typed."""

    criterion: CriterionId
    weight: int = Field(ge=0, le=100)
    indicators: tuple[str, ...] | None = None
    levels: dict[Language, tuple[str, ...]]

    def level(self, language: Language, number: int) -> str:
        """The words of a level; empty where there are none yet."""
        said = self.levels.get(language, ())
        return said[number] if number < len(said) else ""

    def saying(self, words: dict[Language, list[str]]) -> "FormCriterion":
        """The same with these levels in words."""
        return self.model_copy(update={"levels": {language: tuple(said) for language, said in words.items()}})


class RubricForm(Frozen):
    """A whole rubric as typed, whether its weights sum to 100 or not."""

    format: int = 1
    id: str
    version: int
    title: dict[Language, str]
    pass_mark: int = Field(ge=0, le=100)
    gates: tuple[str, ...] = ()
    criteria: tuple[FormCriterion, ...]

    @property
    def total(self) -> int:
        """What the weights sum to."""
        return sum(c.weight for c in self.criteria)

    @property
    def text(self) -> str:
        """Its file."""
        return as_yaml(self.model_dump(mode="json", exclude_none=True))

    def holding(self, chosen: tuple[CriterionId, ...]) -> "RubricForm":
        """The same with these criteria: those that are new begin without weight, in the words that ship."""
        known = {c.criterion: c for c in self.criteria}
        return self.model_copy(update={"criteria": tuple(known.get(c) or _fresh(c) for c in chosen)})


def form_of(text: str) -> RubricForm | None:
    """The form of a text; ``None`` where it is too far from a rubric to be shown as one."""
    try:
        return RubricForm.model_validate(read_nodes(text, NAME).plain())
    except (ScenarioError, ValidationError):
        return None


def _fresh(criterion: CriterionId) -> FormCriterion:
    shipped = load_rubric(TEMPLATE).of(criterion)
    empty: dict[Language, tuple[str, ...]] = {"es": ("",) * LEVELS, "en": ("",) * LEVELS}
    return FormCriterion(criterion=criterion, weight=0, levels=dict(shipped.levels) if shipped else empty)
