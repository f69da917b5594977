"""Two rubrics side by side: what of the second is not as in the first. Pure."""

from collections.abc import Iterator, Sequence

from scenarios.values import Frozen
from scoring.counting import left_out
from scoring.rubric import CriterionWeight, Rubric
from scoring.rubrics.known import indicators_of


class Changed(Frozen):
    """One thing that differs. ``of`` is the criterion it belongs to, empty for the rubric itself.

    ``what``: title, pass_mark, gate, criterion, weight, indicator or level; ``name`` is which of them: a language, a
    gate, an indicator, a level's language and number (``es 3``). What is not there is the empty text.
    """

    what: str
    of: str = ""
    name: str = ""
    before: str = ""
    after: str = ""


def differing(before: Rubric, after: Rubric) -> tuple[Changed, ...]:
    """Everything that differs, in the order of the file; empty where both say the same."""
    return tuple(_changes(before, after))


def same_judgements(before: Rubric, after: Rubric) -> bool:
    """Whether what was judged under the first holds under the second: only weights, pass mark, words or fewer gates."""
    old = {c.criterion: _counted(c) for c in before.criteria}
    kept = all(old.get(c.criterion) == _counted(c) for c in after.criteria)
    return kept and set(after.gates) <= set(before.gates) and left_out(before) == left_out(after)


def _changes(before: Rubric, after: Rubric) -> Iterator[Changed]:
    for language in ("es", "en"):
        old, new = before.title.get(language, ""), after.title.get(language, "")
        if old != new:
            yield Changed(what="title", name=language, before=old, after=new)
    if before.pass_mark != after.pass_mark:
        yield Changed(what="pass_mark", before=str(before.pass_mark), after=str(after.pass_mark))
    yield from _listed("gate", "", before.gates, after.gates)
    both = list(dict.fromkeys(c.criterion for c in (*before.criteria, *after.criteria)))
    for criterion in both:
        yield from _criterion(criterion, before.of(criterion), after.of(criterion))


def _criterion(name: str, before: CriterionWeight | None, after: CriterionWeight | None) -> Iterator[Changed]:
    if before is None or after is None:
        old, new = ("" if c is None else str(c.weight) for c in (before, after))
        yield Changed(what="criterion", of=name, before=old, after=new)
        return
    if before.weight != after.weight:
        yield Changed(what="weight", of=name, before=str(before.weight), after=str(after.weight))
    yield from _listed("indicator", name, sorted(_counted(before)), sorted(_counted(after)))
    for language in ("es", "en"):
        pairs = zip(before.levels.get(language, ()), after.levels.get(language, ()), strict=False)
        for level, (old, new) in enumerate(pairs):
            if old != new:
                yield Changed(what="level", of=name, name=f"{language} {level}", before=old, after=new)


def _listed(what: str, of: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Changed]:
    yield from (Changed(what=what, of=of, name=n, before=n) for n in before if n not in after)
    yield from (Changed(what=what, of=of, name=n, after=n) for n in after if n not in before)


def _counted(weighed: CriterionWeight) -> frozenset[str]:
    """The indicators that count, spelled out."""
    return frozenset(indicators_of(weighed.criterion) if weighed.indicators is None else weighed.indicators)
