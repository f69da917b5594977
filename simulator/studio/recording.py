"""What was played becomes a recorded call of the scenario, in the form in which its author finds it in the text."""

from collections.abc import Collection
from typing import Literal

from scenarios.disposition import AGREEMENTS, DISPUTES, Disposition
from simulator.state import Step
from simulator.studio import checking
from simulator.studio.kept import Tried
from simulator.studio.rewriting import appended, quoted, without_entry
from simulator.studio.trying import Played

Kind = Literal["good", "mixed", "bad"]
KINDS: tuple[Kind, ...] = ("good", "mixed", "bad")


def kind_of(played: Played) -> Kind:
    """What a call seems to have been, by its end; whoever played it says."""
    ended = played.state.disposition
    if ended in AGREEMENTS | DISPUTES | {Disposition.HARDSHIP, Disposition.VULNERABLE}:
        return "good"
    return "bad" if ended in {Disposition.HUNG_UP, Disposition.REFUSAL} else "mixed"


def recorded(text: str, tried: Tried, played: Played, kind: Kind) -> str:
    """The text with one more recorded call: what was said, how it was read, what came of it.

    Raises ``CannotRewrite``; ``ValueError`` for a call that is not over, or in which the state was set by hand.
    """
    if not played.recordable:
        raise ValueError("only a call played to its end, with nothing set by hand, can be recorded")
    taken = {one.name for one in played.scenario.playthroughs}
    name = _name(f"{kind}_{tried.country.lower()}", taken)
    lines = [
        f"name: {name}", f"language: {tried.language}", f"country: {tried.country}", f"seed: {tried.seed}",
        f"on: {tried.on.isoformat()}", "turns:", *(f"  - {_turn(step)}" for step in played.steps[1:]),
        f"ending: {played.state.ended}",
    ]  # fmt: skip
    return appended(text, "playthroughs", lines)


def without_recording(text: str, name: str) -> str:
    """The text without the recorded call of that name. Raises ``CannotRewrite``."""
    scenario = checking.scenario_of(text)
    names = [one.name for one in scenario.playthroughs] if scenario else []
    return without_entry(text, "playthroughs", names.index(name)) if name in names else text


def _name(base: str, taken: Collection[str]) -> str:
    return next(n for n in (base, *(f"{base}_{k}" for k in range(2, len(taken) + 3))) if n not in taken)


def _turn(step: Step) -> str:
    """One reply with what it must go on doing: the acts read in it, the fact it brings out, the answer to its offer."""
    done = f"say: {quoted(step.said.text)}" if step.said.text else f"event: {step.said.event}"
    acts = [a["act"] for a in (step.reading or {}).get("acts", ())]
    expected = {
        **({"acts": f"[{', '.join(acts)}]"} if acts else {}),
        **({"reveals": f"[{', '.join(step.revealed)}]"} if step.revealed else {}),
        **({"negotiation": step.negotiation} if step.negotiation else {}),
    }
    if not expected:
        return f"{{{done}}}"
    return f"{{{done}, expect: {{{', '.join(f'{k}: {v}' for k, v in expected.items())}}}}}"
