"""What a scenario and a moment settle beforehand: the values that a condition can meet there."""

from scenarios.acts import DialogueAct
from scenarios.draft import Draft
from scenarios.expressions import WORDS, Value
from scenarios.lint.holds import NOTHING, Asked, Given, Patience
from scenarios.scenario import Beat, Moment, Scenario
from scenarios.values import Language

_NOT_YET: tuple[Value, ...] = (False,)
_ZERO: tuple[Value, ...] = (0.0,)
_OF_MOMENT: dict[str, dict[str, tuple[Value, ...]]] = {
    "opening": {
        "phase": ("open",), "turn": _ZERO, "agreement": _NOT_YET, "offers": _ZERO, "refusals": _ZERO, "unclear": _ZERO,
        "instalments": _ZERO,
    },
    "closing": {"phase": ("closing",)},
    "accept": {"agreement": (True,)},
    "hold": {"event": ("hold",)},
    "supervisor": {"event": ("supervisor",)},
    "silence": {"event": ("wait",)},
    "interrupt": {"interrupted": (True,), "channel": ("call",)},
    "contradicted": {"contradicted": (True,)},
    "insist": {"unanswered": (True,)},
}  # fmt: skip
WORDLESS = frozenset({"opening", "hold", "supervisor", "silence"})
"""Moments at which the agent has just said nothing, and so did no act."""


def of_scenario(scenario: Scenario) -> Given:
    """The countries and the channels it plays in, and facts that can never come out."""
    played = tuple(code for code in WORDS["country"] if code in scenario.countries)
    known: dict[Asked, tuple[Value, ...]] = {("name", "country"): played} if played else {}
    chosen = scenario.contact.channels if scenario.contact else ()
    known["name", "channel"] = tuple(dict.fromkeys((scenario.channel, *chosen)))
    patience = Patience()
    for fact in scenario.facts:
        if not fact.reveal.acts_any or not patience.can_hold(fact.reveal.when):
            known["fact", fact.id] = known["known", fact.id] = _NOT_YET
    return frozenset(known.items())


def of_beat(draft: Draft, at: int, scenario: Given) -> Given:
    """The same for one beat: its moment, and that it was not said before it was said first.

    A pack serves many scenarios: of its beats only what the moment settles is asked.
    """
    beat: Beat = draft.scenario.beats[at]
    known: dict[Asked, tuple[Value, ...]] = {
        ("name", name): values for name, values in _OF_MOMENT.get(beat.on, {}).items()
    }
    known["beat", beat.id] = _NOT_YET
    if beat.on in WORDLESS:
        known |= {("does", act.value): _NOT_YET for act in DialogueAct}
    own = draft.file_of(("beats", at)) == draft.root.file
    return frozenset(known.items()) | (scenario if own else NOTHING)


def silent_languages(scenario: Scenario, moment: Moment) -> tuple[Language, ...]:
    """The declared languages in which no beat speaks at a moment."""
    beats = [beat for beat in scenario.beats if beat.on == moment]
    return tuple(language for language in scenario.languages if not any(language in beat.say for beat in beats))
