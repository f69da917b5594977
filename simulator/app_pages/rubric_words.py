"""Rubrics in words: names, what counts, how two of them differ, and as files."""

import json

from scoring.rubric import CriterionWeight, Rubric
from scoring.rubrics.differing import Changed, differing
from scoring.rubrics.known import indicators_of
from scoring.rubrics.writing import as_yaml, plain
from simulator.app_pages import cards, names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted


def name(visit: Visit, rubric: Rubric) -> str:
    """Its title in the reader's language."""
    return rubric.title.get(visit.language) or rubric.id


def counted(visit: Visit, weighed: CriterionWeight) -> str:
    """How many of a criterion's indicators count, and which are left out."""
    _ = visit.say
    known = indicators_of(weighed.criterion)
    gone = [i for i in known if not weighed.counts(i)]
    if not gone:
        return _("All its {n} indicators count.", n=len(known))
    left = ", ".join(indicator(visit, weighed.criterion, i) for i in gone)
    return _("{n} of {of} indicators count. Left out: {left}", n=len(known) - len(gone), of=len(known), left=left)


def indicator(visit: Visit, criterion: str, key: str) -> str:
    """An indicator as its card names it; of the follow-up, a field."""
    if criterion == "documented_follow_up":
        return names.field(visit.say, key)
    return cards.title(criterion, key, visit.language)


def differences(visit: Visit, before: Rubric, after: Rubric) -> str:
    """What differs, as a list."""
    _ = visit.say
    found = [_difference(visit, one) for one in differing(before, after)]
    return items(found) if found else muted(_("They say the same."))


def _difference(visit: Visit, one: Changed) -> str:
    _ = visit.say
    what = {
        "title": _("Title ({which})", which=one.name),
        "pass_mark": _("Pass mark"),
        "gate": names.gate(_, one.name),
        "criterion": names.criterion(_, one.of),
        "weight": _("{name}: weight", name=names.criterion(_, one.of)),
        "indicator": indicator(visit, one.of, one.name),
        "level": _("{name}: level {which}", name=names.criterion(_, one.of), which=one.name),
    }[one.what]
    if not one.after:
        return _("{what}: no longer counts", what=what)
    if not one.before:
        return _("{what}: counts now", what=what)
    return f"{what}: {one.before} → {one.after}"


def yaml_of(rubric: Rubric) -> str:
    """Its file."""
    return as_yaml(rubric)


def json_of(rubric: Rubric) -> str:
    """The same as JSON."""
    return json.dumps(plain(rubric), ensure_ascii=False, indent=2)
