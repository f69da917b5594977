"""Small frozen values that every package shares: model base, money, texts by language."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

T = TypeVar("T")

Language = Literal["es", "en"]
Country = Literal["MX", "CL", "AR", "CO", "PE", "ES", "US", "GB"]

Money = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
"""An amount in the case's currency, in whole units with at most two decimals; a number in JSON."""


Level = Annotated[int, Field(ge=0, le=100)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Promise = Literal["none", "due", "kept", "part", "broken"]
"""What became of what was promised: nothing was, it is not due yet, all came, some of it, nothing."""


class Frozen(BaseModel):
    """A value: immutable, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def localized(texts: Mapping[str, T], language: str, country: str | None = None) -> T | None:
    """The text for a language and country: ``es-AR`` before ``es``; ``None`` where neither stands."""
    if country and f"{language}-{country}" in texts:
        return texts[f"{language}-{country}"]
    return texts.get(language)
