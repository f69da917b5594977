"""The debtor's mood in words and as a meter, and why it moved."""

from collections import Counter
from typing import Protocol

from scenarios.scenario import Scenario
from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, plain, show
from simulator.i18n import Translator
from simulator.state import Change, State, Step
from simulator.view import AttemptView

LEVELS = ("anger", "trust", "commitment")


class Spoken(Protocol):
    """What a talk is read by: its scenario, and the language it is held in."""

    @property
    def scenario(self) -> Scenario: ...
    @property
    def language(self) -> str: ...


def meter(_: Translator, state: State, name: str) -> str:
    """Three levels, each in words and as a bar; the words carry the meaning, the bar only shows it."""
    bars = []
    for level in LEVELS:
        points = getattr(state, level)
        words = names.mood(_, level, points)
        bars.append(
            f'<span class="mood {level}"><b>{plain(names.level_name(_, level))}</b> {plain(words)}'
            f'<i class="bar"><i class="p{round(points / 5) * 5}"></i></i></span>'
        )
    label = _("Mood of {name}", name=name)
    return f'<div class="moods" role="group" aria-label="{plain(label)}">{"".join(bars)}</div>'


def summary(_: Translator, step: Step) -> str:
    """What moved in a line: "Anger −6 · Trust +4"."""
    moved = Counter[str]()
    for change in step.changes:
        if isinstance(change.by, int):
            moved[change.what] += change.by
    parts = [f"{names.level_name(_, level)} {signed(moved[level])}" for level in LEVELS if moved[level]]
    why = _("Why?")
    return f"{why} {' · '.join(parts)}" if parts else _("Why? The mood did not move")


def signed(points: int) -> str:
    """With a sign that reads as one."""
    return f"+{points}" if points > 0 else f"−{-points}"


def draw_causes(visit: Visit, view: Spoken, step: Step) -> None:
    """What was understood of the reply, and each movement with its cause."""
    _ = visit.say
    acts = _acts(_, step)
    if acts:
        show(muted(_("Understood: you {acts}.", acts=", ".join(acts))))
    elif step.said.text:
        show(muted(_("The debtor was not sure what you meant.")))
    causes = [cause for change in step.changes if (cause := _cause(_, view, change))]
    if causes:
        show(items(causes, "causes"))


def _acts(_: Translator, step: Step) -> list[str]:
    read = (step.reading or {}).get("acts", [])
    return list(dict.fromkeys(names.act(_, str(act.get("act", ""))) for act in read))


def _cause(_: Translator, view: Spoken, change: Change) -> str:
    if isinstance(change.by, int):
        return f"{names.level_name(_, change.what)} {signed(change.by)}: {_named(_, change.cause)}"
    if change.what == "fact":
        return _("You learned: {fact}", fact=_fact(view, str(change.by), _.language))
    if change.what == "negotiation":
        return f"{_answer(_, str(change.by))} {change.cause}"
    return ""


def _named(_: Translator, cause: str) -> str:
    """A cause in words; where the scenario has none, it is the acts' keys."""
    return ", ".join(names.act(_, part) for part in cause.split(", ")) if cause.replace("_", "").isascii() and (
        "_" in cause or " " not in cause
    ) else cause  # fmt: skip


def _answer(_: Translator, answer: str) -> str:
    return {
        "accept": _("Offer accepted:"),
        "propose": _("The debtor proposed:"),
        "counter": _("Offer answered with another:"),
        "refuse_means": _("Offer refused, it is not affordable:"),
        "refuse_will": _("Offer refused, there is no will yet:"),
        "ask_terms": _("Offer still open:"),
    }.get(answer, "")


def facts_learned(view: AttemptView, language: str) -> list[str]:
    """The facts that came out, in the order in which they were told."""
    return [_fact(view, fact, language) for fact in (view.state.facts if view.state else ())]


def _fact(view: Spoken, fact_id: str, language: str) -> str:
    for fact in view.scenario.facts:
        if fact.id == fact_id:
            return fact.label.get(language) or fact.label.get(view.language) or fact_id
    return fact_id
