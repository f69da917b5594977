"""A rubric as a file: what the loader reads back to the same content."""

from collections.abc import Mapping
from typing import Any

import yaml

from scoring.rubric import Rubric


def plain(rubric: Rubric) -> dict[str, Any]:
    """The rubric as the file holds it: plain values, in the file's order, without what was never written."""
    return rubric.model_dump(mode="json", exclude_none=True)


def as_yaml(rubric: Rubric | Mapping[str, Any]) -> str:
    """The text of its file; a mapping is written as it is, whether it holds as a rubric or not."""
    content = plain(rubric) if isinstance(rubric, Rubric) else dict(rubric)
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
