"""Scenarios explored in the background: how far the plays have come, what they found. Kept while the program runs."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from scenarios.graph import Graph
from scenarios.scenario import Beat, Ending, Fact, Scenario
from simulator.logs import logger
from simulator.studio import checking
from simulator.trials.coverage import reached_by
from simulator.trials.exploring import A_MEASURE, AGENTS, AGENTS_AT_LEAST, TURNS_OF_STYLES, explored
from simulator.trials.own import own_beats
from simulator.trials.playing import Trial
from simulator.trials.report import Report

PLAYS = (100, 300, 1000)
"""How many plays one may ask for."""
AT_ONCE = 2
"""Explorations that run at the same time; more wait."""
_log = logger("studio")


class _StoppedByHand(Exception):  # noqa: N818 - nobody is told
    pass


@dataclass(slots=True)
class Exploration:
    """One exploration of one text. ``found`` stands once it is over; ``failed`` where it broke off."""

    text: str
    plays: int
    done: int = 0
    found: "Found | None" = None
    failed: bool = False
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self.found is None and not self.failed and not self.stop.is_set()


@dataclass(frozen=True, slots=True)
class Found:
    """The report; how many of all plays came to each entry (``kind:id``); and of the calls that trainees are likely to
    have (the agents', good to bad), the share from 0 to 1 that came to it."""

    report: Report
    reached: Counter[str]
    likely: dict[str, float]


class Explorations:
    """Those of this process, by scenario."""

    def __init__(self) -> None:
        self._known: dict[str, Exploration] = {}
        self._lock, self._places = threading.Lock(), threading.Semaphore(AT_ONCE)

    def begin(self, scenario_id: str, text: str, plays: int) -> Exploration:
        """Explore a text, in place of what ran for that scenario. One that runs on the same text goes on."""
        with self._lock:
            before = self._known.get(scenario_id)
            if before and before.running and before.text == text:
                return before
            if before:
                before.stop.set()
            begun = self._known[scenario_id] = Exploration(text, _plays(plays))
        threading.Thread(target=self._run, args=(begun,), daemon=True, name="explore").start()
        return begun

    def of(self, scenario_id: str) -> Exploration | None:
        """The latest of a scenario; ``None`` where there was none."""
        return self._known.get(scenario_id)

    def stop(self, scenario_id: str) -> None:
        """Break it off."""
        known = self._known.get(scenario_id)
        if known:
            known.stop.set()

    def _run(self, begun: Exploration) -> None:
        def told(done: int) -> None:
            begun.done = done
            if begun.stop.is_set():
                raise _StoppedByHand

        with self._places:
            try:
                begun.found = _explore(begun, told)
            except _StoppedByHand:
                return
            except Exception:  # the thread's last line: said on the page
                _log.error("exploration_failed", exc_info=True)
                begun.failed = True


def _plays(asked: int) -> int:
    return min(max(asked, 1), PLAYS[-1])


def total_of(plays: int) -> int:
    """How many plays it comes to: where difficulty is measured, each kind of agent plays often enough."""
    rounds = AGENTS_AT_LEAST - plays // len(TURNS_OF_STYLES)
    return plays + (max(rounds, 0) * len(AGENTS) if plays >= A_MEASURE else 0)


def _explore(begun: Exploration, told: Callable[[int], None]) -> Found:
    found = checking.drafted(begun.text)
    if found is None:
        raise ValueError("the text is no scenario")
    report, trials = explored(found.scenario, own_beats(found), begun.plays, told=told)
    return Found(report, Counter(node for trial in trials for node in nodes_of(trial)), _likely(found.scenario, trials))


def nodes_of(trial: Trial) -> frozenset[str]:
    """What a play came to, as the graph names it."""
    reached = reached_by(trial)
    kinds = {"fact": reached.facts, "beat": reached.beats, "ending": reached.endings}
    return frozenset(f"{kind}:{name}" for kind, names in kinds.items() for name in names)


def _likely(scenario: Scenario, trials: tuple[Trial, ...]) -> dict[str, float]:
    usual = [trial for trial in trials if trial.style in AGENTS]
    counts = Counter(node for trial in usual for node in nodes_of(trial))
    entries: dict[str, Iterable[Fact | Beat | Ending]] = {
        "fact": scenario.facts, "beat": scenario.beats, "ending": scenario.endings,
    }  # fmt: skip
    ids = [f"{kind}:{entry.id}" for kind, of_kind in entries.items() for entry in of_kind]
    return {node: counts[node] / max(len(usual), 1) for node in ids}


def met_in(graph: Graph, found: Found, own: frozenset[str]) -> list[tuple[str, str, float]]:
    """Kind, words and share of what may be met, the likeliest first; of the beats only the ``own``, not the packs'."""
    theirs = {f"beat:{name}" for name in own}
    nodes = [n for n in graph.nodes if n.kind in ("fact", "ending") or n.id in theirs]
    return sorted(((n.kind, n.label, found.likely.get(n.id, 0.0)) for n in nodes), key=lambda row: -row[2])
