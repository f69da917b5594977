"""What one part of a scenario says about another must exist: facts, beats, acts, endings, placeholders, ids."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from scenarios.acts import DialogueAct
from scenarios.complaints import nearest
from scenarios.creditor import creditors
from scenarios.draft import Draft
from scenarios.expressions import Condition
from scenarios.names import names_of_their_own
from scenarios.playthrough import LaterCall, Playthrough
from scenarios.problem import Problem
from scenarios.scenario import Scenario
from scenarios.text import faults
from scenarios.values import Country, Language

Path = tuple[str | int, ...]
_COMPARISON = re.compile(r"\s*(==|!=|<=|>=|<|>)\s*\d{1,3}\s*")
LANGUAGES = (
    *get_args(Language),
    *(f"{language}-{country}" for language in get_args(Language) for country in get_args(Country)),
)
"""Keys of a text: a language, or its override for a country."""


def check_references(draft: Draft) -> Iterator[Problem]:
    """Every reference that leads nowhere; a scenario with one does not load."""
    yield from unknown_references(draft)
    yield from duplicate_ids(draft)
    yield from broken_placeholders(draft)
    yield from unusable_texts(draft)
    yield from unreadable_expectations(draft)


def conditions(draft: Draft) -> Iterator[tuple[Path, Condition]]:
    """Every condition of the scenario with its path."""
    yield from _conditions_in(draft.scenario, ())


def _conditions_in(value: object, path: Path) -> Iterator[tuple[Path, Condition]]:
    if isinstance(value, Condition):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in _leading_to_conditions(type(value)):
            yield from _conditions_in(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _conditions_in(item, (*path, i))


@cache
def _leading_to_conditions(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model in which a condition can stand, at whatever depth."""
    return tuple(name for name, field in model.model_fields.items() if _holds(field.annotation, frozenset({model})))


def _holds(annotation: Any, above: frozenset[object]) -> bool:
    if annotation is Condition or annotation in above:  # a model within itself is looked into, whatever it holds
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inner = (field.annotation for field in annotation.model_fields.values())
        return any(_holds(one, above | {annotation}) for one in inner)
    return any(_holds(one, above) for one in get_args(annotation))


def lines(draft: Draft) -> Iterator[tuple[Path, str, str]]:
    """Every text that is shown or spoken in a call, with its path and language key, as in ``es-AR``."""
    scenario = draft.scenario
    for language, text in scenario.briefing.items():
        yield ("briefing", language), language, text
    for language, goals in scenario.goals.items():
        for i, goal in enumerate(goals):
            yield ("goals", language, i), language, goal
    for path, by_language in spoken(draft):
        for language, said in by_language.items():
            for at, line in enumerate(said):
                yield (*path, language, at), language, line


def texts(draft: Draft) -> Iterator[tuple[Path, Mapping[str, str | tuple[str, ...]]]]:
    """Every text that stands in several languages, with its path: one line or several per language."""
    scenario = draft.scenario
    yield ("title",), scenario.title
    yield ("briefing",), scenario.briefing
    if scenario.goals:
        yield ("goals",), scenario.goals
    if scenario.care:
        yield ("care",), scenario.care
    if scenario.debtor.occupation:
        yield ("debtor", "occupation"), scenario.debtor.occupation
    for i, want in enumerate(scenario.debtor.moved_by):
        if want.why:
            yield ("debtor", "moved_by", i, "why"), want.why
    for i, fact in enumerate(scenario.facts):
        yield ("facts", i, "label"), fact.label
    for i, rule in enumerate(scenario.rules):
        if rule.why:
            yield ("rules", i, "why"), rule.why
    yield from spoken(draft)


def spoken(draft: Draft) -> Iterator[tuple[Path, Mapping[str, tuple[str, ...]]]]:
    """What the debtor says in facts, beats and endings, with the path of each: alternative lines per language key."""
    for key in ("facts", "beats", "endings"):
        for i, entry in enumerate(getattr(draft.scenario, key)):
            yield (key, i, "say"), entry.say


def unusable_texts(draft: Draft) -> Iterator[Problem]:
    """Languages that no call is held in, and languages without a word."""
    for path, by_language in texts(draft):
        for language, said in by_language.items():
            if language not in LANGUAGES:
                message = f"'{language}' is no language of a call"
                yield draft.problem((*path, language), message, nearest(language, LANGUAGES), "unusable_text")
            elif not said or not all(map(str.strip, (said,) if isinstance(said, str) else said)):
                yield draft.problem((*path, language), "has an empty text", "Write it, or delete it", "unusable_text")


def unknown_references(draft: Draft) -> Iterator[Problem]:
    """Conditions, ``after``, ``must_record`` and playthroughs that name what does not exist."""
    scenario = draft.scenario
    facts = [fact.id for fact in scenario.facts]
    acts = [act.value for act in DialogueAct]
    known = {"fact": facts, "known": facts, "beat": [b.id for b in scenario.beats], "said": acts, "does": acts}
    for path, condition in conditions(draft):
        for function, name in sorted(condition.used):
            if function in known and name not in known[function]:
                yield _unknown(draft, path, f"{function}({name})", name, known[function])
    for key, listed in scenario.debtor.names.items():
        yield from _unknown_among(draft, ("debtor", "names", key), [listed], names_of_their_own())
    for i, fact in enumerate(scenario.facts):
        yield from _unknown_among(draft, ("facts", i, "after"), fact.after, facts)
    if scenario.creditor is not None:
        yield from _unknown_among(draft, ("creditor",), [scenario.creditor], [c.id for c in creditors()])
    yield from _unknown_among(draft, ("follow_up", "must_record"), scenario.follow_up.must_record, facts)
    yield from _unknown_in_playthroughs(draft, facts)


def _unknown_in_playthroughs(draft: Draft, facts: Sequence[str]) -> Iterator[Problem]:
    scenario = draft.scenario
    for i, played in enumerate(scenario.playthroughs):
        path: Path = ("playthroughs", i)
        yield from _unknown_among(draft, (*path, "language"), [played.language], scenario.languages)
        yield from _unknown_among(draft, (*path, "country"), [played.country], scenario.countries)
        known = played.earlier.facts if played.earlier else ()
        yield from _unknown_among(draft, (*path, "earlier", "facts"), known, facts)
    for path, call in _calls(scenario):
        yield from _unknown_among(draft, (*path, "ending"), [call.ending], [e.id for e in scenario.endings])
        for j, turn in enumerate(call.turns):
            expected = (*path, "turns", j, "expect")
            yield from _unknown_among(draft, (*expected, "reveals"), turn.expect.reveals or (), facts)


def _calls(scenario: Scenario) -> Iterator[tuple[Path, Playthrough | LaterCall]]:
    """Every recorded call with its path, those that follow another one too."""
    for i, played in enumerate(scenario.playthroughs):
        yield ("playthroughs", i), played
        yield from ((("playthroughs", i, "then", n), later) for n, later in enumerate(played.then))


def _unknown_among(draft: Draft, path: Path, names: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = list(known)
    for name in names:
        if name not in known:
            yield _unknown(draft, path, f"'{name}'", name, known)


def _unknown(draft: Draft, path: Path, shown: str, name: str, known: Iterable[str]) -> Problem:
    return draft.problem(path, f"{shown} names nothing that exists", nearest(name, known), "unknown_reference")


def unreadable_expectations(draft: Draft) -> Iterator[Problem]:
    """Expected levels that are no comparison, as in ``trust: ">= 30"``."""
    for path, call in _calls(draft.scenario):
        for j, turn in enumerate(call.turns):
            for level in ("anger", "trust", "commitment"):
                expected = getattr(turn.expect, level)
                if expected is not None and not _COMPARISON.fullmatch(expected):
                    place = (*path, "turns", j, "expect", level)
                    message = f"'{expected[:40]}' is no comparison"
                    yield draft.problem(place, message, 'Write it as ">= 30"', "unreadable_expectation")


def duplicate_ids(draft: Draft) -> Iterator[Problem]:
    """Two entries of one list with the same id."""
    for key in ("facts", "rules", "beats", "endings"):
        counts: Counter[str] = Counter()
        for i, entry in enumerate(getattr(draft.scenario, key)):
            counts[entry.id] += 1
            if counts[entry.id] > 1:
                message = f"the id '{entry.id}' stands twice in {key}"
                yield draft.problem((key, i, "id"), message, "Give one of them another id", "duplicate_id")


def broken_placeholders(draft: Draft) -> Iterator[Problem]:
    """Placeholders that no case could fill, and braces that never close."""
    for path, _, line in lines(draft):
        if "{" in line or "}" in line:
            for message, remedy in faults(line):
                yield draft.problem(path, message, remedy, "unknown_placeholder")
