"""The exported calls as tables: which columns there are, what they hold, which rows a call gives to each. Pure."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scoring.criterion import Evidence
from simulator.exports.cohort_call import CohortCall
from simulator.i18n import Translator

Cell = str | int | float | bool | datetime.date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` names it for programs and never changes; ``note`` says what it holds, in the reader's language."""

    key: str
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its key, its name for people, its columns, and the rows that a call gives to it."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: Callable[[CohortCall], Iterator[Row]]


def tables(_: Translator) -> tuple[Table, ...]:
    """Attempts, levels, findings, gates; ``attempt`` joins them."""
    whose = (
        Column("attempt", _("Id of the attempt; the same in every table.")),
        Column("trainee", _("Pseudonym of the trainee; the same person always has the same one.")),
        Column("name", _("The trainee's name; empty unless names were asked for.")),
    )
    return (
        Table("attempts", _("Attempts"), (*whose, *_attempt(_)), _attempt_rows),
        Table("levels", _("Levels"), (*whose, *_levels(_)), _level_rows),
        Table("findings", _("Findings"), (*whose, *_findings(_)), _finding_rows),
        Table("gates", _("Breaches"), (*whose, *_gates(_)), _gate_rows),
    )


def _attempt(_: Translator) -> tuple[Column, ...]:
    return (
        Column("scenario", _("Id of the scenario.")),
        Column("scenario_version", _("Version of the scenario.")),
        Column("title", _("Title of the scenario.")),
        Column("difficulty", _("Difficulty of the scenario, 1 to 5.")),
        Column("country", _("Country of the call.")),
        Column("language", _("Language of the call.")),
        Column("day", _("Day on which the case takes place.")),
        Column("closed_at", _("When the call was finished, in UTC.")),
        Column("minutes", _("How long the talk took, in minutes.")),
        Column("contact", _("Which contact with this debtor it was.")),
        Column("hints", _("Hints taken.")),
        Column("disposition", _("How the contact ended. It also depends on the debtor and gives no points.")),
        Column("rubric", _("Id of the rubric.")),
        Column("rubric_version", _("Version of the rubric. Compare totals of one version only.")),
        Column("total", _("The program's total, 0 to 100, over what was assessed.")),
        Column("effective_total", _("The total in force: after a person's review where there is one.")),
        Column("result", _("The program's result: passed, failed, review (a person decides) or not_assessed.")),
        Column("effective_result", _("The result in force.")),
        Column("reviewed", _("Whether a person changed anything.")),
    )


def _levels(_: Translator) -> tuple[Column, ...]:
    return (
        Column("criterion", _("The criterion.")),
        Column("level", _("The program's level, 0 to 4; empty where nothing could be assessed.")),
        Column("score", _("The finer figure under the program's level.")),
        Column("effective_level", _("The level in force: a person's where there is one.")),
        Column("effective_score", _("The finer figure in force.")),
        Column("why_not", _("Why it was not assessed.")),
    )


def _findings(_: Translator) -> tuple[Column, ...]:
    return (
        Column("criterion", _("The criterion.")),
        Column("indicator", _("What was looked for.")),
        Column("met", _("Whether it was met.")),
        Column("weight", _("What it adds to or takes from the level, in levels.")),
        *_quoted(_),
        Column("reason", _("Why it counts.")),
        Column("better", _("A wording that would have helped.")),
    )


def _gates(_: Translator) -> tuple[Column, ...]:
    return (
        Column("gate", _("What it is about.")),
        Column("status", _("breach, or possible_breach: a person decides.")),
        *_quoted(_),
        Column("reason", _("Why it counts.")),
        Column("source", _("Source of the rule, its date, and whether it was verified.")),
    )


def _quoted(_: Translator) -> tuple[Column, ...]:
    return (
        Column("line", _("Line of the call; 0 for the note or the plan.")),
        Column("quote", _("The words it rests on.")),
    )


def _whose(call: CohortCall) -> Row:
    return call.attempt, call.trainee, call.name


def _attempt_rows(call: CohortCall) -> Iterator[Row]:
    title = call.title.get(call.language) or next(iter(call.title.values()), "")
    yield (
        *_whose(call), call.scenario, call.scenario_version, title, call.difficulty, call.country, call.language,
        call.day, call.closed_at, call.minutes, call.contact, call.hints, call.disposition and call.disposition.value,
        call.rubric, call.rubric_version, call.total, call.effective_total, call.result, call.effective_result,
        call.reviewed,
    )  # fmt: skip


def _level_rows(call: CohortCall) -> Iterator[Row]:
    for one in call.levels:
        figures = (one.level, one.score, one.effective_level, one.effective_score)
        yield (*_whose(call), one.criterion, *figures, one.why_not)


def _finding_rows(call: CohortCall) -> Iterator[Row]:
    for one in call.findings:
        about = (one.criterion, one.indicator, one.met, one.weight)
        yield (*_whose(call), *about, *_evidence(one.evidence), one.reason, one.better)


def _gate_rows(call: CohortCall) -> Iterator[Row]:
    for one in call.gates:
        yield (*_whose(call), one.id, one.status, *_evidence(one.evidence), one.reason, one.source)


def _evidence(evidence: Evidence | None) -> Row:
    return (None, "") if evidence is None else (evidence.turn, evidence.quote)
