"""A scenario as a graph for the picture: phases, what the debtor may say and tell in them, and how a call ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from scenarios.expressions import Condition
from scenarios.scenario import Beat, Phase, Scenario
from scenarios.values import localized

NodeKind = Literal["phase", "beat", "fact", "ending"]
EdgeKind = Literal["passes", "may_say", "may_tell", "needs", "ends"]
PHASES: tuple[Phase, ...] = get_args(Phase)


@dataclass(frozen=True, slots=True)
class GraphNode:
    """``id`` is the kind and the scenario's own id, as in ``fact:lost_job``; ``label`` is in the language asked for."""

    id: str
    kind: NodeKind
    label: str


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """From one node to another; ``label`` holds acts or a condition, or is empty."""

    source: str
    target: str
    kind: EdgeKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Every edge joins nodes of the graph."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


def graph(scenario: Scenario, language: str = "es") -> Graph:
    """The graph of a scenario; labels fall back to ids where the language has no text."""
    return Graph(tuple(_nodes(scenario, language)), tuple(dict.fromkeys(_edges(scenario))))


def _nodes(scenario: Scenario, language: str) -> Iterator[GraphNode]:
    for phase in PHASES:
        yield GraphNode(f"phase:{phase}", "phase", phase)
    for beat in scenario.beats:
        yield GraphNode(f"beat:{beat.id}", "beat", _first(beat.say, language) or beat.id)
    for fact in scenario.facts:
        yield GraphNode(f"fact:{fact.id}", "fact", fact.label.get(language, fact.id))
    for ending in scenario.endings:
        yield GraphNode(f"ending:{ending.id}", "ending", ending.disposition.value)


def _first(say: dict[str, tuple[str, ...]], language: str) -> str:
    lines = localized(say, language)
    return lines[0] if lines else ""


def _edges(scenario: Scenario) -> Iterator[GraphEdge]:
    yield GraphEdge("phase:open", "phase:talk", "passes")
    yield GraphEdge("phase:talk", "phase:closing", "passes")
    for beat in scenario.beats:
        for phase in _phases(beat):
            yield GraphEdge(f"phase:{phase}", f"beat:{beat.id}", "may_say", ", ".join(beat.acts_any))
        yield from _needs(beat.when, f"beat:{beat.id}")
    for fact in scenario.facts:
        if not fact.after:
            yield GraphEdge("phase:talk", f"fact:{fact.id}", "may_tell", ", ".join(fact.reveal.acts_any))
        for earlier in fact.after:
            yield GraphEdge(f"fact:{earlier}", f"fact:{fact.id}", "needs")
        yield from _needs(fact.reveal.when, f"fact:{fact.id}")
    for ending in scenario.endings:
        phase = "talk" if ending.immediate else "closing"
        yield GraphEdge(f"phase:{phase}", f"ending:{ending.id}", "ends", ending.when.text)
        yield from _needs(ending.when, f"ending:{ending.id}")


def _phases(beat: Beat) -> tuple[str, ...]:
    """The phases in which a beat may be spoken, as far as its moment and condition say so."""
    if beat.on == "opening":
        return ("open",)
    if beat.on == "closing":
        return ("closing",)
    named = tuple(phase for phase in PHASES if f"phase == '{phase}'" in beat.when.text)
    return named or ("talk",)


def _needs(condition: Condition, target: str) -> Iterator[GraphEdge]:
    for kind, name in sorted(condition.used):
        if kind in ("fact", "known", "beat"):
            yield GraphEdge(f"{'beat' if kind == 'beat' else 'fact'}:{name}", target, "needs", condition.text)
