"""What pydantic found wrong, in an author's words: unknown keys and names come with the nearest known one."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from scenarios.expressions import ExpressionError
from scenarios.problem import Problem
from scenarios.source import Node

_WORDS: dict[str, tuple[str, str]] = {
    "string_type": ("must be a text", "Put it in quotes"),
    "int_type": ("must be a whole number", "Write digits only"),
    "int_parsing": ("must be a whole number", "Write digits only"),
    "int_from_float": ("must be a whole number", "Write it without decimals"),
    "float_type": ("must be a number", "Write digits, with a point for decimals"),
    "float_parsing": ("must be a number", "Write digits, with a point for decimals"),
    "finite_number": ("must be a number", "Write digits, with a point for decimals"),
    "bool_type": ("must be true or false", "Write true or false, without quotes"),
    "bool_parsing": ("must be true or false", "Write true or false, without quotes"),
    "tuple_type": ("must be a list", "Write [one, two], or one '- ' per line"),
    "list_type": ("must be a list", "Write [one, two], or one '- ' per line"),
    "dict_type": ("must be a block of keys", "Write one 'key: value' per line below it"),
    "model_type": ("must be a block of keys", "Write one 'key: value' per line below it"),
    "date_type": ("must be a date", "Write it as 2026-11-23"),
    "date_parsing": ("must be a date", "Write it as 2026-11-23"),
    "date_from_datetime_parsing": ("must be a date", "Write it as 2026-11-23"),
    "date_from_datetime_inexact": ("must be a date without a time", "Write it as 2026-11-23"),
}
_LIMITS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}
FEW, SURE = 10, 0.7
"""So few names are all said where the nearest is not this like the one that was written."""
_SPOKEN = frozenset(("title", "briefing", "goals", "care", "label", "say", "words", "why", "occupation"))
"""Keys that hold a text for each language."""
_KEYS = re.compile(r"'([^']*)'")


def problems_of(error: ValidationError, root: Node, model: type[BaseModel]) -> Iterable[Problem]:
    """One problem for each thing that the model refused, at the line of the node it came from."""
    for found in error.errors(include_url=False):
        path = [part for part in found["loc"] if part != "[key]"]
        file, line = root.place(path)
        message, remedy = _said(found, path, model)
        yield Problem(file, line, field_name(root, path), message, remedy)


def field_name(root: Node, path: Sequence[str | int]) -> str:
    """A path as its author knows it: ``beats[greet].say.es``, with ids in place of positions."""
    name, node = "", root
    for part in path:
        if isinstance(part, int):
            child = node.value[part] if isinstance(node.value, list) and part < len(node.value) else None
            label = child.entry("id") or child.entry("name") if child else None
            name += f"[{label.value if label else part + 1}]"
        else:
            child = node.entry(part)
            name += f".{part}" if name else part
        if child is None:
            break
        node = child
    return name


def nearest(name: object, known: Iterable[str]) -> str:
    """A remedy for an unknown name: the nearest that is known, else all of them."""
    names, asked = list(known), str(name)[:80]
    near = difflib.get_close_matches(asked, names, n=1, cutoff=0.55)
    if near and (len(names) > FEW or difflib.get_close_matches(asked, near, cutoff=SURE)):
        return f"Did you mean '{near[0]}'?"
    every = f"Known: {', '.join(names) or 'none'}"
    return f"Did you mean '{near[0]}'? {every}" if near else every


def _said(found: Any, path: Sequence[str | int], model: type[BaseModel]) -> tuple[str, str]:
    kind, context, given = found["type"], found.get("ctx", {}), found.get("input")
    if kind == "dict_type" and path[-1] in _SPOKEN:
        return "the language is missing before the text", f"Write it below '{path[-1]}:', as in {_in_language(given)}"
    if kind in _WORDS:
        message, remedy = _WORDS[kind]
        return f"{message}, not {_shown(given)}", remedy
    if kind == "extra_forbidden":
        return f"unknown key '{path[-1]}'", nearest(path[-1], _fields_at(model, path[:-1]))
    if kind == "missing":
        return "is missing", _how_to_add(path)
    if kind in ("enum", "literal_error"):
        return f"{_shown(given)} is not known here", nearest(given, _choices(context["expected"]))
    if kind in _LIMITS:
        key, words = _LIMITS[kind]
        return f"must be {words} {context[key]}, not {_shown(given)}", "Change the number"
    if kind == "string_pattern_mismatch":
        return f"{_shown(given)} cannot be a name here", _NAMING
    if kind == "value_error":
        return str(context["error"]), _CONDITION if isinstance(context["error"], ExpressionError) else ""
    return str(found["msg"]), ""


_NAMING = "Use up to 40 plain lower-case letters (no accents, no ñ), digits and _, a letter first"
_CONDITION = 'A condition is written as in "trust >= 40", "fact(name) and anger < 60" or "not agreement"'


def _in_language(given: object) -> str:
    return 'es: ["…", "…"]' if isinstance(given, list | tuple) else 'es: "…"'


def _how_to_add(path: Sequence[str | int]) -> str:
    if isinstance(path[-1], int):
        return "Write both numbers: [least, most]"
    return f"Add '{path[-1]}:'"


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "a block of keys"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


def _choices(expected: str) -> list[str]:
    return _KEYS.findall(expected) or re.split(r", | or ", expected)


def _fields_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that the model knows at a path."""
    current: type[BaseModel] | None = model
    for part in path:
        if current is None:
            return []
        if isinstance(part, str) and part in current.model_fields:
            current = _model_in(current.model_fields[part].annotation)
    return list(current.model_fields) if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _model_in(a))), None)
