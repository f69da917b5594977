"""Two scorecards of one call side by side: what moved, and what had changed in between."""

from scenarios.values import Frozen
from scoring.criterion import Judgement
from scoring.scorecard import Scorecard

UNKNOWN = "unknown"
"""The cause where the earlier scorecard does not name what made it."""


class Moved(Frozen):
    """One criterion before and after; ``None`` where it was not assessed, or is not in that rubric."""

    criterion: str
    level_before: int | None
    level_after: int | None
    score_before: float | None
    score_after: float | None

    @property
    def by(self) -> float | None:
        """By how many levels the finer score moved."""
        if self.score_before is None or self.score_after is None:
            return None
        return round(self.score_after - self.score_before, 3)

    @property
    def stands(self) -> bool:
        """Whether nothing moved."""
        return (self.level_before, self.score_before) == (self.level_after, self.score_after)


class Cause(Frozen):
    """Something that a score rests on and that changed: ``rubric``, a part of the program, or ``unknown``."""

    what: str
    before: str = ""
    after: str = ""


class Difference(Frozen):
    """What another scoring of the same call came to."""

    criteria: tuple[Moved, ...]
    total_before: float | None
    total_after: float | None
    result_before: str
    result_after: str
    causes: tuple[Cause, ...]


def difference(before: Scorecard, after: Scorecard) -> Difference:
    """The difference, criteria in the later rubric's order, then those that only the earlier one had."""
    earlier, later = ({j.criterion: j for j in card.judgements} for card in (before, after))
    return Difference(
        criteria=tuple(_moved(name, earlier.get(name), later.get(name)) for name in dict.fromkeys([*later, *earlier])),
        total_before=before.total, total_after=after.total,
        result_before=before.result, result_after=after.result,
        causes=_causes(before, after),
    )  # fmt: skip


def _moved(criterion: str, before: Judgement | None, after: Judgement | None) -> Moved:
    return Moved(
        criterion=criterion,
        level_before=before.level if before else None, level_after=after.level if after else None,
        score_before=before.score if before else None, score_after=after.score if after else None,
    )  # fmt: skip


def _causes(before: Scorecard, after: Scorecard) -> tuple[Cause, ...]:
    found = []
    if not before.rubric_hash or not before.versions:
        found.append(Cause(what=UNKNOWN))
    changed = before.rubric_hash and before.rubric_hash != after.rubric_hash
    if changed or _edition(before) != _edition(after):
        found.append(Cause(what="rubric", before=_named(before), after=_named(after)))
    found += [
        Cause(what=part, before=before.versions[part], after=version)
        for part, version in after.versions.items()
        if before.versions.get(part, version) != version
    ]
    return tuple(found)


def _edition(card: Scorecard) -> tuple[str, int]:
    return card.rubric, card.rubric_version


def _named(card: Scorecard) -> str:
    ending = f" {card.rubric_hash[:8]}" if card.rubric_hash else ""
    return f"{card.rubric} {card.rubric_version}{ending}"
