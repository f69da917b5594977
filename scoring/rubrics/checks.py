"""What the shape of a rubric alone does not tell: sums, languages, names. Each problem stands at its line."""

from collections.abc import Iterator, Sequence
from typing import get_args

from scenarios.complaints import field_name, nearest
from scenarios.problem import Problem
from scenarios.source import Node
from scenarios.values import Language
from scoring.rubric import WHOLE, LevelsInWords
from scoring.rubrics.known import GATES, indicators_of

LEVELS = len(get_args(LevelsInWords))
Path = Sequence[str | int]


def checked(root: Node) -> Iterator[Problem]:
    """Everything that does not hold in a rubric's nodes; values of a wrong kind are left to the model."""
    yield from _in_both_languages(root, ("title",), root.entry("title"))
    yield from _gates(root)
    entries = _items(root.entry("criteria"))
    yield from _sum(root, entries)
    yield from _twice(root, [_text(e.entry("criterion")) for e in entries], "criteria", "criterion")
    for place, entry in enumerate(entries):
        yield from _levels(root, ("criteria", place, "levels"), entry.entry("levels"))
        yield from _indicators(root, ("criteria", place, "indicators"), entry)


def _problem(root: Node, path: Path, message: str, remedy: str) -> Problem:
    file, line = root.place(path)
    return Problem(file, line, field_name(root, path), message, remedy)


def _sum(root: Node, entries: Sequence[Node]) -> Iterator[Problem]:
    places = [e.place(["weight"])[1] for e in entries]
    weights = [w.value if (w := e.entry("weight")) else None for e in entries]
    whole = [w for w in weights if isinstance(w, int) and not isinstance(w, bool)]
    if not entries or len(whole) != len(weights) or sum(whole) == WHOLE:
        return
    added = " + ".join(f"{w} (line {line})" for w, line in zip(whole, places, strict=True))
    off = WHOLE - sum(whole)
    remedy = f"{'Add' if off > 0 else 'Take away'} {abs(off)}"
    yield Problem(
        root.file,
        root.place(["criteria"])[1],
        "criteria",
        f"the weights sum to {sum(whole)}, not {WHOLE}: {added}",
        remedy,
    )


def _in_both_languages(root: Node, path: Path, node: Node | None) -> Iterator[Problem]:
    if node is None or not isinstance(node.value, dict):
        return
    for language in get_args(Language):
        if language not in node.value:
            yield _problem(root, path, f"has no text in '{language}'", f"Add '{language}:'")


def _levels(root: Node, path: Path, node: Node | None) -> Iterator[Problem]:
    yield from _in_both_languages(root, path, node)
    if node is None or not isinstance(node.value, dict):
        return
    for language, said in node.value.items():
        if not isinstance(said.value, list):
            continue
        where = (*path, language)
        if len(said.value) != LEVELS:
            message = f"has {len(said.value)} levels in words, not {LEVELS}"
            yield _problem(root, where, message, f"Write {LEVELS}, from level 0 to level {LEVELS - 1}")
        for place, words in enumerate(said.value):
            if isinstance(words.value, str) and not words.value.strip():
                yield _problem(root, (*where, place), f"level {place} has no words", "Say what is seen at this level")


def _indicators(root: Node, path: Path, entry: Node) -> Iterator[Problem]:
    criterion, named = _text(entry.entry("criterion")), _items(entry.entry("indicators"))
    known = indicators_of(criterion) if criterion.isidentifier() else ()
    if not known:
        return
    for place, node in enumerate(named):
        if isinstance(node.value, str) and node.value not in known:
            message = f"'{node.value[:60]}' is no indicator of {criterion}"
            yield _problem(root, (*path, place), message, nearest(node.value, known))
    yield from _twice(root, [_text(n) for n in named], *path)


def _gates(root: Node) -> Iterator[Problem]:
    named = _items(root.entry("gates"))
    for place, node in enumerate(named):
        if isinstance(node.value, str) and node.value not in GATES:
            yield _problem(root, ("gates", place), f"there is no gate '{node.value[:60]}'", nearest(node.value, GATES))
    yield from _twice(root, [_text(n) for n in named], "gates")


def _twice(root: Node, names: Sequence[str], *path: str | int) -> Iterator[Problem]:
    """A name that stands twice in a list; ``path`` leads to the list, and on to the key where items are blocks."""
    lists = path[:-1] if path[-1] == "criterion" else path
    ending = path[len(lists) :]
    for place, name in enumerate(names):
        if name and name in names[:place]:
            yield _problem(root, (*lists, place, *ending), f"'{name}' stands twice", "Keep one of them")


def _items(node: Node | None) -> list[Node]:
    return node.value if node is not None and isinstance(node.value, list) else []


def _text(node: Node | None) -> str:
    return node.value if node is not None and isinstance(node.value, str) else ""
