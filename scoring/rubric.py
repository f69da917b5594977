"""A rubric: which criteria count and how much, what the levels mean in words, which gates fail a call."""

import hashlib
import json
from typing import Literal

from pydantic import Field, model_validator

from scenarios.values import Frozen, Language

CriterionId = Literal[
    "calm", "empathy", "clarity", "documented_follow_up", "negotiation", "preparation", "compliance"
]  # fmt: skip
LevelsInWords = tuple[str, str, str, str, str]
WHOLE = 100
"""What the weights sum to."""


class CriterionWeight(Frozen):
    """One criterion in a rubric: its weight in points, its five levels in words by language, what counts in it."""

    criterion: CriterionId
    weight: int = Field(ge=0, le=WHOLE)
    indicators: tuple[str, ...] | None = Field(default=None, min_length=1, description="which count; all by default")
    levels: dict[Language, LevelsInWords]

    def counts(self, indicator: str) -> bool:
        """Whether findings of the indicator count. A named part (``fact:lost_job``) goes with its kind (``fact``)."""
        return self.indicators is None or indicator.partition(":")[0] in self.indicators


class Rubric(Frozen):
    """Weights sum to 100; ``pass_mark`` is out of 100."""

    format: Literal[1]
    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    version: int = Field(ge=1)
    title: dict[Language, str]
    criteria: tuple[CriterionWeight, ...] = Field(min_length=1)
    gates: tuple[str, ...] = ()
    pass_mark: int = Field(ge=0, le=100)

    @model_validator(mode="after")
    def _weights_sum_to_100(self) -> "Rubric":
        total = sum(c.weight for c in self.criteria)
        if total != WHOLE:
            raise ValueError(f"the weights sum to {total}, not to {WHOLE}")
        return self

    def of(self, criterion: str) -> CriterionWeight | None:
        """What the rubric says of a criterion; ``None`` where it is not in it."""
        return next((c for c in self.criteria if c.criterion == criterion), None)

    @property
    def content_hash(self) -> str:
        """64 hexadecimal digits (SHA-256) of all that the rubric holds; what was never written stays out of it."""
        content = self.model_dump(mode="json", exclude_none=True)
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
