"""The call as it is spoken where not the debtor answers: a machine's words or another person's for the scenario's own.

The words stand in packs: ``voicemail``, ``somebody_else``, ``at_work``, ``acquaintance``. Nobody there agrees to
anything, and nothing of the scenario's facts is known to them.
"""

from functools import cache

from pydantic import TypeAdapter

from scenarios.expressions import Condition
from scenarios.packs import PACKS
from scenarios.scenario import Beat, Ending, Scenario, Whom
from scenarios.source import read_nodes, read_text
from scoring.transcript import Contact

NEVER = Condition("false")
_PACK: dict[Whom, str] = {"employer": "at_work", "reference": "acquaintance"}
CALM = {"anger": 10, "trust": 40, "commitment": 30, "irritability": 0.3}
"""The mood of somebody whom it does not concern."""


def as_spoken(scenario: Scenario, contact: Contact | None, *, again: bool = False) -> Scenario:
    """The scenario with the words of whoever is there, the debtor where nothing was chosen.

    A debtor who was called before (``again``) also has the words of the pack ``again``, behind the scenario's own.
    """
    if contact is None or contact.answered == "debtor":
        return _remembering(scenario) if again else scenario
    beats, endings = _words(_PACK.get(contact.who, "somebody_else") if contact.answered != "voicemail" else "voicemail")
    stranger = scenario.debtor.model_copy(update={**CALM, "accepts_when": NEVER, "counters_when": NEVER})
    return scenario.model_copy(
        update={"debtor": stranger, "facts": (), "rules": (), "beats": beats, "endings": endings}
    )


def _remembering(scenario: Scenario) -> Scenario:
    known = {beat.id for beat in scenario.beats}
    more = tuple(beat for beat in _words("again")[0] if beat.id not in known)
    return scenario.model_copy(update={"beats": scenario.beats + more})


@cache
def _words(pack: str) -> tuple[tuple[Beat, ...], tuple[Ending, ...]]:
    """The beats and endings of a pack and of those it includes, its own first and in the place of theirs."""
    path = PACKS / f"{pack}.yaml"
    plain = read_nodes(read_text(path), f"packs/{path.name}").plain()
    assert isinstance(plain, dict)
    beats = TypeAdapter(tuple[Beat, ...]).validate_python(plain.get("beats", ()))
    endings = TypeAdapter(tuple[Ending, ...]).validate_python(plain.get("endings", ()))
    own = {beat.id for beat in beats} | {ending.id for ending in endings}
    for name in plain.get("include", ()):
        more, more_endings = _words(name)
        beats += tuple(b for b in more if b.id not in own)
        endings += tuple(e for e in more_endings if e.id not in own)
    return beats, endings
