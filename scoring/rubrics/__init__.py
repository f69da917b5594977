"""Rubrics: one YAML file each, checked on loading; an error names the file, the line, the field and a remedy."""

from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from scenarios.complaints import nearest, problems_of
from scenarios.problem import Problem, ScenarioError
from scenarios.source import Node, read_nodes, read_text
from scoring.rubric import Rubric
from scoring.rubrics.checks import checked

HERE = Path(__file__).parent
FILES = (".yaml", ".yml")
_OWN_CHECKS = ("the weights sum to",)


class RubricError(ScenarioError):
    """A rubric that cannot be used; ``problems`` says all that was found, for the person who wrote the file."""


@lru_cache(maxsize=16)
def load_rubric(id: str = "default") -> Rubric:  # noqa: A002  (the name the field is known by in the file)
    """The rubric that ships under this id; ``RubricError`` where there is none or it does not hold."""
    known = rubric_ids()
    if id not in known:
        message = f"there is no rubric '{id[:60]}'; known: {', '.join(known)}"
        near = nearest(id, known)
        remedy = f"{near} Or" if near.endswith("?") else "Write one of them, or"
        raise RubricError([Problem("rubrics", 1, "", message, f"{remedy} name a file that ends in .yaml")])
    return read_rubric(HERE / f"{id}.yaml")


def find_rubric(file_or_id: str) -> Rubric:
    """A rubric by the path of its file, which ends in .yaml, or by the id of one that ships. Raises ``RubricError``."""
    return read_rubric(Path(file_or_id)) if file_or_id.endswith(FILES) else load_rubric(file_or_id)


def rubric_ids() -> tuple[str, ...]:
    """The ids of the rubrics that ship, in alphabetical order."""
    return tuple(sorted(p.stem for p in HERE.glob("*.yaml")))


def read_rubric(path: Path) -> Rubric:
    """A rubric from a file; ``RubricError`` says file, line, field and remedy."""
    try:
        return parse_rubric(read_text(path), str(path))
    except RubricError:
        raise
    except ScenarioError as error:
        raise RubricError(error.problems) from None


def parse_rubric(text: str, name: str) -> Rubric:
    """A rubric from YAML text; ``name`` is what errors call the file."""
    try:
        root = read_nodes(text, name)
    except ScenarioError as error:
        raise RubricError(error.problems) from None
    found = list(checked(root))
    try:
        rubric = Rubric.model_validate(root.plain())
    except ValidationError as error:
        raise RubricError([*found, *_of_the_model(error, root, found)]) from None
    if found:
        raise RubricError(found)
    return rubric


def _of_the_model(error: ValidationError, root: Node, found: list[Problem]) -> list[Problem]:
    """What the model refuses and the checks have not already said in better words."""
    told = [p.field for p in found]
    return [
        p for p in problems_of(error, root, Rubric)
        if not p.message.startswith(_OWN_CHECKS) and not any(_within(p.field, field) for field in told)
    ]  # fmt: skip


def _within(field: str, told: str) -> bool:
    return field == told or field.startswith((f"{told}.", f"{told}["))
