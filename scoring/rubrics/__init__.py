"""Rubrics: one YAML file each, checked on loading; an error names the file, the line, the field and a remedy."""

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from scoring.rubric import Rubric

HERE = Path(__file__).parent
MAX_BYTES = 64_000


class RubricError(ValueError):
    """A rubric that cannot be used. The message is for the person who wrote the file."""


@lru_cache(maxsize=16)
def load_rubric(id: str = "default") -> Rubric:  # noqa: A002  (the name the field is known by in the file)
    """The rubric that ships under this id; ``RubricError`` where there is none or it does not hold."""
    known = rubric_ids()
    if id not in known:
        raise RubricError(f"there is no rubric {id!r}; known: {', '.join(known)}")
    return read_rubric(HERE / f"{id}.yaml")


def rubric_ids() -> tuple[str, ...]:
    """The ids of the rubrics that ship, in alphabetical order."""
    return tuple(sorted(p.stem for p in HERE.glob("*.yaml")))


def read_rubric(path: Path) -> Rubric:
    """A rubric from a file; ``RubricError`` says file, line, field and remedy."""
    if path.stat().st_size > MAX_BYTES:
        raise RubricError(f"{path}: larger than {MAX_BYTES} bytes; a rubric is a page or two")
    return parse_rubric(path.read_text(encoding="utf-8"), str(path))


def parse_rubric(text: str, name: str) -> Rubric:
    """A rubric from YAML text; ``name`` is what errors call the file."""
    root = _node(text, name)
    data = yaml.safe_load(text)
    try:
        return Rubric.model_validate(data)
    except ValidationError as error:
        raise RubricError("\n".join(_said(e, root, name) for e in error.errors())) from None


def _node(text: str, name: str) -> yaml.Node:
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
                line = token.start_mark.line + 1
                raise RubricError(f"{name}:{line}: anchors and aliases are not allowed; write the text out")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "nested too deeply"
        raise RubricError(f"{name}:{line}: not YAML: {problem}; check the indentation and quotes") from None
    if not isinstance(root, yaml.MappingNode):
        raise RubricError(f"{name}:1: a rubric is a mapping that begins with `format: 1`")
    return root


def _said(error: object, root: yaml.Node, name: str) -> str:
    assert isinstance(error, dict)
    where = error["loc"]
    field = ".".join(str(step) for step in where) or "the rubric"
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{name}:{_line(root, where)}: {field}: {message}; {_remedy(str(error['type']), field)}"


def _remedy(kind: str, field: str) -> str:
    remedies = {
        "missing": f"add `{field.rsplit('.', maxsplit=1)[-1]}:`",
        "extra_forbidden": "remove it or mend its spelling",
        "literal_error": "use one of the values named",
        "value_error": "mend the values so that they agree",
        "too_short": "write all five levels, 0 to 4",
        "too_long": "write five levels, 0 to 4",
    }
    return remedies.get(kind, "write a value of the kind that is asked for")


def _line(node: yaml.Node, where: tuple[str | int, ...]) -> int:
    for step in where:
        below = _child(node, step)
        if below is None:
            break
        node = below
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None
