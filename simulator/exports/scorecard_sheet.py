"""What a printed scorecard says, part by part, in the reader's language. Pure: knows neither paper nor database."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from scenarios.country import format_full_date
from scenarios.values import Frozen
from scoring.coaching.practise import technique
from scoring.criterion import Evidence, Finding, Gate, Judgement
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator import card_titles, foremost, note_words
from simulator.app_pages import agreed, names
from simulator.figures import Figures
from simulator.gentle import caring
from simulator.i18n import Translator
from simulator.view import AttemptView

WRITTEN = ("documented_follow_up", "preparation")
T = TypeVar("T")


class Seen(Frozen):
    """One finding: its kind in a word, the words it rests on and where they stand, why, and a better wording."""

    met: bool
    quote: str = ""
    where: str = ""
    why: str = ""
    better: str = ""


class Skill(Frozen):
    """One criterion. ``level`` is the one in force (0 to 4); ``by_machine`` is said where a person's stands there."""

    name: str
    level: int | None
    in_a_word: str
    by_machine: str = ""
    meaning: str = ""
    trusted: str = ""
    seen: tuple[Seen, ...] = ()


class Alarm(Frozen):
    """A breach, or a possible one, with its source."""

    head: str
    seen: Seen
    source: str = ""


class Change(Frozen):
    """The one thing to change, and its reason."""

    head: str
    why: str = ""
    better: str = ""


class Sheet(Frozen):
    """A printed scorecard."""

    language: str
    title: str
    who: str
    facts: tuple[tuple[str, str], ...]
    total: str
    result: str
    reviewed: str = ""
    outcome: str
    good: Seen | None = None
    change: Change | None = None
    alarms: tuple[Alarm, ...] = ()
    skills: tuple[Skill, ...]
    not_assessed: str = ""
    note: tuple[tuple[str, str, str, str], ...] = ()
    pinned: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What a sheet is made of: the call, its scorecard, the rubric and the figures in force, whose it is."""

    view: AttemptView
    card: Scorecard
    rubric: Rubric | None
    figures: Figures
    name: str


def sheet(_: Translator, of: Material) -> Sheet:
    """The sheet, in the language of the translator."""
    view, card, rubric = of.view, of.card, of.rubric
    title = _in(view.scenario.title.items(), _.language) or view.scenario.id
    total = of.figures.effective_total
    absent = ", ".join(names.criterion(_, c) for c in card.not_assessed)
    return Sheet(
        language=_.language,
        title=title,
        who=of.name,
        facts=_facts(_, of),
        total="–" if total is None else str(round(total)),
        result=result_in_words(_, of.figures.effective_result, rubric),
        reviewed=_reviewed(_, of.figures),
        outcome=names.disposition(_, view.disposition),
        good=_good(_, card),
        change=_change(_, view, card),
        alarms=tuple(_alarm(_, gate) for gate in card.gates),
        skills=tuple(_skill(_, of, judgement) for judgement in card.judgements),
        not_assessed=_("Not assessed, and so not in the total: {criteria}.", criteria=absent) if absent else "",
        note=tuple((a, b, c, d) for a, b, c, d in note_words.rows(_, view, card)),
        pinned=_pinned(_, of),
    )


def _in(texts: Iterable[tuple[str, T]], language: str) -> T | None:
    """What stands in the language, else in any; ``None`` where there is nothing."""
    found = dict(texts)
    return found.get(language, next(iter(found.values()), None))


def result_in_words(_: Translator, result: str, rubric: Rubric | None) -> str:
    """How the call stands to the pass mark."""
    mark = rubric.pass_mark if rubric else "–"
    return {
        "passed": _("Reaches the pass mark of {n}", n=mark),
        "failed": _("Does not reach the pass mark of {n}", n=mark),
        "review": _("A person has to look at it"),
        "not_assessed": _("There was nothing to assess"),
    }.get(result, "")


def _facts(_: Translator, of: Material) -> tuple[tuple[str, str], ...]:
    view = of.view
    played = view.closed_at or view.created_at
    minutes = _minutes(view.talk_began_at, view.talk_ended_at)
    return (
        (_("Played on"), format_full_date(played.date(), _.language, view.country)),
        (_("Kind of call"), _("assessed") if view.mode == "assessed" else _("practice")),
        (_("Difficulty"), names.difficulty(_, view.scenario.difficulty)),
        (_("Country"), names.country(_, view.country)),
        *(((_("Length"), _.plural("{n} minute", "{n} minutes", minutes)),) if minutes else ()),
    )


def _minutes(began: datetime.datetime | None, ended: datetime.datetime | None) -> int:
    return max(1, round((ended - began).total_seconds() / 60)) if began and ended else 0


def _reviewed(_: Translator, figures: Figures) -> str:
    if not figures.reviewed:
        return ""
    machine = "–" if figures.total is None else str(round(figures.total))
    return _("Reviewed by a person. By the program alone: {n} of 100.", n=machine)


def _skill(_: Translator, of: Material, judgement: Judgement) -> Skill:
    figures = of.figures.of(judgement.criterion)
    level = figures.effective_level if figures else judgement.level
    weight = of.rubric.of(judgement.criterion) if of.rubric else None
    meanings = _in(weight.levels.items(), _.language) if weight else None
    return Skill(
        name=names.criterion(_, judgement.criterion),
        level=level,
        in_a_word=_("not assessed") if level is None else names.level_word(_, level),
        by_machine=_by_machine(_, judgement) if figures and figures.overridden else "",
        meaning=meanings[level] if meanings and level is not None else judgement.why_not or "",
        trusted=agreed.line(_, of.view.language, judgement.criterion) if level is not None else "",
        seen=tuple(_seen(_, finding) for finding in foremost.in_order(judgement)),
    )


def _by_machine(_: Translator, judgement: Judgement) -> str:
    stood = "–" if judgement.level is None else str(judgement.level)
    return _("A person's level. The program's was {n}.", n=stood)


def _seen(_: Translator, finding: Finding) -> Seen:
    lead = _("You could write:") if finding.criterion in WRITTEN else _("You could say:")
    quote, where = _quoted(_, finding.evidence)
    return Seen(
        met=finding.met, quote=quote, where=where,
        why=finding.reason or card_titles.title(finding.criterion, finding.indicator, _.language),
        better="" if finding.met or not finding.better else f"{lead} {finding.better}",
    )  # fmt: skip


def _quoted(_: Translator, evidence: Evidence | None) -> tuple[str, str]:
    if evidence is None:
        return "", ""
    where = _("Line {n} of the call", n=evidence.turn) if evidence.turn else _("In your note")
    if evidence.plan:
        where = _("In your plan: {field}", field=names.plan_field(_, evidence.plan))
    return evidence.quote, where


def _good(_: Translator, card: Scorecard) -> Seen | None:
    best = foremost.most_valued(card)
    return None if best is None else _seen(_, best)


def _change(_: Translator, view: AttemptView, card: Scorecard) -> Change | None:
    """The technique to practise, as the scorecard's page names it; else what cost most."""
    costly = foremost.most_costly(card)
    practise = card.coaching.practise if card.coaching else None
    better = _seen(_, costly).better if costly else ""
    if practise is not None:
        fitting = caring(practise, view.language) if view.scenario.care else practise
        shown = technique(fitting.technique, _.language)
        return Change(head=shown.name, why=shown.why, better=better)
    return None if costly is None else Change(head="", why=_seen(_, costly).why, better=better)


def _alarm(_: Translator, gate: Gate) -> Alarm:
    kind = _("Breach") if gate.status == "breach" else _("Possible breach, for a person to decide")
    quote, where = _quoted(_, gate.evidence)
    seen = Seen(met=False, quote=quote, where=where, why=gate.reason)
    return Alarm(head=f"{kind}: {names.gate(_, gate.id)}", seen=seen, source=gate.source)


def _pinned(_: Translator, of: Material) -> tuple[tuple[str, str], ...]:
    card, view = of.card, of.view
    named = _in(of.rubric.title.items(), _.language) if of.rubric else None
    parts = " · ".join(f"{part} {number}" for part, number in card.versions.items())
    pairs = (
        (_("Rubric"), _("{rubric}, version {n}.", rubric=named or card.rubric, n=card.rubric_version).rstrip(".")
         + (f" ({card.rubric_hash[:8]})" if card.rubric_hash else "")),
        (_("Scenario"), f"{view.scenario.id} {view.scenario.version}"),
        (_("Read by"), card.reader),
        (_("Parts of the program"), parts),
        (_("Scored on"), f"{of.figures.scored_at:%Y-%m-%d %H:%M} UTC"),
        (_("Attempt"), view.id),
    )  # fmt: skip
    return tuple((name, value) for name, value in pairs if value)
