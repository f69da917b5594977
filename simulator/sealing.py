"""What stays hidden while an exam's window is open: model wordings, the case's number, the scenario in practice."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from scoring.criterion import Judgement
from scoring.scorecard import Scorecard
from simulator.assigned import Assignment
from simulator.kept import Attempt, KeptScorecard
from simulator.refusals import Refusal
from simulator.store import Store


class UnderExam(Refusal):
    """The scenario is part of an exam: it is not practised until the window closes, or ever."""

    def __init__(self) -> None:
        super().__init__(
            es="Este escenario es parte de una evaluación y por ahora no se practica. Elija otro; "
            "si la evaluación es suya, comience desde el inicio.",
            en="This scenario is part of an exam and cannot be practised for now. Choose another one; "
            "if the exam is yours, begin it from the start page.",
        )


def under_exam(store: Store, profile_id: str, now: datetime.datetime) -> frozenset[str]:
    """The scenarios that a person cannot practise now, because an exam with them is open, or will be, for them."""
    return exam_scenarios(store.assignments.of(profile_id), now)


def exam_scenarios(assignments: Iterable[Assignment], now: datetime.datetime) -> frozenset[str]:
    """The scenarios of those whose window has not closed."""
    return frozenset(task.scenario for one in assignments if one.sealed(now) for task in one.tasks)


def is_sealed(store: Store, attempt: Attempt, now: datetime.datetime) -> bool:
    """Whether the attempt belongs to an exam whose window is open."""
    if attempt.assignment_id is None:
        return False
    assignment = store.assignments.get(attempt.assignment_id)
    return assignment is not None and assignment.sealed(now)


def without_wording(card: Scorecard) -> Scorecard:
    """The scorecard with its levels and evidence, and without any better wording."""
    judgements = tuple(_without_better(judgement) for judgement in card.judgements)
    return card.model_copy(update={"judgements": judgements, "coaching": None})


def kept_without_wording(kept: KeptScorecard) -> KeptScorecard:
    """The same for a stored one: for what the program gave, and for what is in force."""
    both = {"scorecard": without_wording(kept.scorecard), "in_force": without_wording(kept.in_force)}
    return kept.model_copy(update=both)


def _without_better(judgement: Judgement) -> Judgement:
    findings = tuple(finding.model_copy(update={"better": ""}) for finding in judgement.findings)
    return judgement.model_copy(update={"findings": findings})


def hide_sealed(store: Store, rows: dict[str, list[dict[str, Any]]], now: datetime.datetime) -> None:
    """Take out of a person's rows, by table, what an open exam hides from them: the case's number, model wordings."""
    sealed = exams_open(store, rows.get("attempt", ()), now)
    for row in rows.get("attempt", ()):
        if row["id"] in sealed:
            row["seed"] = row["case_file"]["seed"] = None
    for row in rows.get("scorecard", ()):
        if row["attempt_id"] in sealed:
            row["content"] = without_wording(Scorecard.model_validate(row["content"])).model_dump(mode="json")


def exams_open(store: Store, attempts: Iterable[Mapping[str, Any]], now: datetime.datetime) -> frozenset[str]:
    """The ids of those attempts, as rows, that belong to an exam whose window is open."""
    named = {row["id"]: store.assignments.get(row["assignment_id"]) for row in attempts if row["assignment_id"]}
    return frozenset(attempt for attempt, one in named.items() if one is not None and one.sealed(now))
