"""Probes: one reply, good or hostile, at a given point of a call; does the debtor's mood follow, and do their words?"""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.disposition import AGREEMENTS, Disposition
from scenarios.generation import countries_of, generate_case, languages_in
from scenarios.scenario import Scenario
from simulator.conversation import opening, respond
from simulator.state import State, Step
from simulator.trials.exploring import DAY
from simulator.trials.hearing import heard
from simulator.trials.move import Move, says
from simulator.trials.playing import stream
from simulator.trials.readings import reading_of
from simulator.trials.speech import voiced
from simulator.trials.terms import affordable, at_once
from simulator.trials.view import View

HOSTILE = ("threaten", "insult", "blame", "sarcasm", "dismiss", "pressure")
_BEGUN = (says("greet", "identify_self", "verify_identity"), says("thank", "verify_identity"))
_ANGRY, _MOST_PUSHES = 60, 5
_SEED = 3


@dataclass(frozen=True, slots=True)
class Probe:
    """One reply tried. ``gain``: points of trust and commitment won less points of anger; ``read``: heard as meant."""

    scenario: str
    place: str
    point: str
    act: str
    text: str
    read: bool
    gain: int
    answered: bool
    """Whether the debtor's words differ from those that an indifferent reply gets at the same point."""

    @property
    def hostile(self) -> bool:
        """Whether it was meant to hurt."""
        return self.act in HOSTILE

    @property
    def moved(self) -> bool:
        """Whether the mood went the way it should."""
        return self.gain < 0 if self.hostile else self.gain > 0

    @property
    def works(self) -> bool:
        """Whether mood and words both did."""
        return self.answered and self.moved


def probes(scenario: Scenario, wordings: int = 3) -> Iterator[Probe]:
    """Every reply that fits, in so many wordings, at every point of the call, in a few countries."""
    for case in cases_of(scenario):
        yield from probes_in(scenario, case, wordings)


def probes_in(scenario: Scenario, case: Case, wordings: int) -> Iterator[Probe]:
    """The same in one case."""
    for point, view in _points(scenario, case):
        if not view.state.ended and not view.state.settled:
            yield from _tried(view, point, wordings)


def cases_of(scenario: Scenario) -> list[Case]:
    """A case for each language in a country of its own, and one in the scenario's first country."""
    places = [(c, language) for c in countries_of(scenario) for language in languages_in(scenario, c)]
    first = {language: place for *_, language in places for place in places if place[1] == language}
    chosen = dict.fromkeys([*first.values(), places[0]])
    return [generate_case(scenario, country, _SEED, DAY, language) for country, language in chosen]


def _points(scenario: Scenario, case: Case) -> Iterator[tuple[str, View]]:
    """A call that has just begun; told of the debt; after a refusal; in the middle of a good talk; with anger up.

    Where somebody else answers, nothing is told nor asked of them.
    """
    begun = (opening(scenario, case),)
    yield "opening", _view(scenario, case, begun)
    told = _after(scenario, case, begun, _BEGUN)
    if "third_party" in heard(_view(scenario, case, told)):
        yield "somebody else", _view(scenario, case, told)
        return
    told = _after(scenario, case, told, (says("state_purpose", "state_debt"),))
    yield "told", _view(scenario, case, told)
    asked = _after(scenario, case, told, (Move(("lump_sum",), terms=at_once(case)),))
    yield "refusal", _view(scenario, case, asked)
    kind = "ask_capacity" if case.country == "CO" else "ask_reason"
    middle = _after(scenario, case, told, (says("acknowledge_emotion", kind), says("thank", "ask_capacity")))
    yield "middle", _view(scenario, case, middle)
    angry = told
    while angry[-1].state.anger < _ANGRY and len(angry) - len(told) < _MOST_PUSHES:
        further = _after(scenario, case, angry, (says("dismiss"),))
        if further is angry:
            break
        angry = further
    yield "angry", _view(scenario, case, angry)


def _after(scenario: Scenario, case: Case, steps: tuple[Step, ...], moves: tuple[Move, ...]) -> tuple[Step, ...]:
    """The steps with those of the moves, up to the last before the call would be over."""
    for move in moves:
        step = _said(scenario, case, steps[-1].state, move)[1]
        if step.state.ended or step.state.settled:
            return steps
        steps = (*steps, step)
    return steps


def _said(scenario: Scenario, case: Case, state: State, move: Move, others: tuple[str, ...] = ()) -> tuple[str, Step]:
    """A wording of the move that is not among the ``others``, and what comes of it."""
    said = voiced(move, case, (*state.texts, *others), stream(len(others), "-".join(move.keys), 1))
    return said.text, respond(scenario, case, state, said, reading_of)


def _view(scenario: Scenario, case: Case, steps: tuple[Step, ...]) -> View:
    return View(scenario, case, steps, stream(1, "probe", len(steps)))


def _tried(view: View, point: str, wordings: int) -> Iterator[Probe]:
    scenario, case, before = view.scenario, view.case, view.state
    dull = "state_purpose" if point == "opening" else "greet"
    indifferent = _said(scenario, case, before, says(dull))[1].words
    place = f"{case.country} {case.language}"
    for move in (*_fitting(view, point), *(says(key) for key in HOSTILE)):
        texts: tuple[str, ...] = ()
        for _ in range(wordings):
            text, step = _said(scenario, case, before, move, texts)
            texts, meant = (*texts, text), move.keys[-1]
            read = step.state.acts.get(meant, 0) > before.acts.get(meant, 0)
            answered = step.words != indifferent
            yield Probe(scenario.id, place, point, meant, text, read, _gain(before, step.state), answered)


def _gain(before: State, after: State) -> int:
    return (after.trust - before.trust) + (after.commitment - before.commitment) - (after.anger - before.anger)


def _fitting(view: View, point: str) -> Iterator[Move]:
    """What a good agent may say at this point, each act once in a call."""
    for move in _thought_of(view, point):
        if move.keys[-1] not in view.state.acts or move.keys[-1] == view.state.asked:
            yield move


def _thought_of(view: View, point: str) -> Iterator[Move]:
    case, state = view.case, view.state
    if point == "opening":
        yield says("greet", "identify_self")
        yield says("identify_self", "verify_identity")
        return
    if point == "somebody else":
        yield from (says("protect_privacy"), says("thank", "protect_privacy"))
        return
    if state.asked and state.asked in {act.value for act in DialogueAct}:
        yield says(state.asked)
    yield says("acknowledge_emotion")
    yield says("acknowledge_situation")
    if point == "angry":
        yield says("apologise")
        return
    if case.country != "CO" and not heard(view) & {"dispute", "despair", "bereaved"}:
        yield says("ask_reason")
    yield from _of_the_kind(view)
    if point == "middle":
        yield says("paraphrase")
    fits = affordable(case, view.scenario.debtor.reservation * 0.8) if _may_agree(view.scenario) else None
    if fits and point in ("refusal", "middle"):
        yield says("offer_instalments", terms=fits)
    if _may_agree(view.scenario) and point == "refusal":
        yield says("acknowledge_situation", "ask_capacity")


def _may_agree(scenario: Scenario) -> bool:
    return any(ending.disposition in AGREEMENTS for ending in scenario.endings)


def _is_vulnerable(scenario: Scenario) -> bool:
    return any(ending.disposition is Disposition.VULNERABLE for ending in scenario.endings)


_OF_KIND = {
    "dispute": ("offer_review", "register_dispute"),
    "bereaved": ("hold_contact",),
    "vulnerable": ("refer_support",),
    "despair": ("refer_support", "hold_contact"),
    "lawyer": ("ask_consent",),
}
_CARES = frozenset({"vulnerable", "despair"})


def _of_the_kind(view: View) -> Iterator[Move]:
    """What the debtor's news asks for, where there was any."""
    kinds = heard(view) if _is_vulnerable(view.scenario) else heard(view) - _CARES
    keys = dict.fromkeys(key for kind, keys in _OF_KIND.items() if kind in kinds for key in keys)
    yield from (says("acknowledge_emotion", key) for key in keys)
