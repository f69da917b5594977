"""A rubric: which criteria count and how much, what the levels mean in words, which gates fail a call."""

from typing import Literal

from pydantic import Field, model_validator

from scenarios.values import Frozen

CriterionId = Literal[
    "calm", "empathy", "clarity", "documented_follow_up", "negotiation", "preparation", "compliance"
]  # fmt: skip


class CriterionWeight(Frozen):
    """One criterion in a rubric: its weight in points, and its five levels in words by language."""

    criterion: CriterionId
    weight: int = Field(ge=0, le=100)
    levels: dict[str, tuple[str, str, str, str, str]]


class Rubric(Frozen):
    """Weights sum to 100; ``pass_mark`` is out of 100."""

    format: Literal[1]
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    version: int = Field(ge=1)
    title: dict[str, str]
    criteria: tuple[CriterionWeight, ...]
    gates: tuple[str, ...] = ()
    pass_mark: int = Field(ge=0, le=100)

    @model_validator(mode="after")
    def _weights_sum_to_100(self) -> "Rubric":
        total = sum(c.weight for c in self.criteria)
        if total != 100:
            raise ValueError(f"the weights sum to {total}, not to 100")
        return self
