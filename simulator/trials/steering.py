"""The directed player: from what a target waits for to the next move. It knows what the scenario hides."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scenarios.expressions import Scope
from simulator.trials.atoms import Alternative, Atom
from simulator.trials.foresight import Ahead, ahead, spoken
from simulator.trials.move import Move, says
from simulator.trials.offering import offer_for
from simulator.trials.speech import KEYS
from simulator.trials.view import View
from simulator.trials.wants import Kind, Target, Want, want_of

DEEPEST = 7
LEVELS = ("anger", "trust", "commitment")
_OF_THE_OFFER = frozenset({"agreement", "instalments", "offers", "refusals"})
_EVENTS = {"silence": "wait", "hold": "hold", "supervisor": "supervisor"}
_OFFERED = ("accept", "counter", "refuse_means", "refuse_will")


def toward(view: View, target: Target, depth: int = 0) -> Move | None:
    """The next move towards a target; ``None`` where this call can no longer reach it."""
    if depth > DEEPEST:
        return None
    want = want_of(view.scenario, target)
    view = replace(view, spared=view.spared | _spoiling(want))
    for fact in want.after:
        if fact not in view.state.facts:
            return toward(view, Target("fact", fact), depth + 1)
    if target.kind == "ending" and view.state.settled == target.id:
        return says("thank", "close")
    if _near(view, want):
        moves = list(finals(view, want))
        view.rng.shuffle(moves)
        for move in moves:
            if fulfils(view, want, move):
                return move
    return prepared(view, want, depth)


def _spoiling(want: Want) -> frozenset[str]:
    """The acts that no way of the condition outlives: not to be said on the way there either."""
    ways = [{atom.name for atom in way if atom.kind == "said" and not atom.wanted} for way in want.ways]
    return frozenset(set.intersection(*ways)) if ways else frozenset()


def finals(view: View, want: Want) -> Iterator[Move]:
    """The moves that would bring the target about, were its condition to hold."""
    moment = want.moment
    if moment in _EVENTS:
        yield Move(event=_EVENTS[moment])  # type: ignore[arg-type]
    elif moment == "unclear":
        yield says("unclear")
    elif moment == "repeated":
        yield Move(again=True) if view.state.texts else says("state_purpose")
    elif moment == "ask_terms":
        yield says("offer_vague")
    elif moment in _OFFERED:
        yield from offer_for(view, moment, want)
    elif moment == "propose":
        yield says("ask_capacity")
    elif moment == "contradicted":
        yield _told_otherwise(view)
    elif moment == "interrupt":
        yield says(*["chatter"] * 10, "state_debt")
    elif moment == "closing":
        yield from (says(key) for key in ("unclear", "greet", "thank", "appeal_interest"))
    else:
        yield from _plain(want)


def _near(view: View, want: Want) -> bool:
    """Whether nothing is open but what a single move may bring: levels, the acts themselves."""
    acts = {*want.acts, *(a.name for way in want.ways for a in way if a.kind == "does")}

    def within_reach(atom: Atom) -> bool:
        if atom.kind not in ("fact", "known", "beat", "said") or not atom.wanted:
            return True
        return atom.holds(view.scene) or atom.name in acts

    return any(all(within_reach(atom) for atom in way) for way in want.ways)


def _plain(want: Want) -> Iterator[Move]:
    """One of the acts; those that the condition itself names; an event."""
    named = [tuple(a.name for a in way if a.kind == "does" and a.wanted) for way in want.ways]
    events = {str(a.value) for way in want.ways for a in way if a.name == "event" and a.sign == "==" and a.value}
    for acts in want.acts or ():
        yield from (says(*dict.fromkeys((acts, *more))) for more in dict.fromkeys(named))
    if not want.acts:
        yield from (says(*more) for more in dict.fromkeys(named) if more)
        yield from (Move(event=event) for event in sorted(events))  # type: ignore[arg-type]
        if any("unclear" in {a.name for a in way} for way in want.ways):
            yield says("unclear")
        if not any(named) and not events:
            yield from (says(key) for key in KEYS)
    elif events:
        yield from (Move(event=event) for event in sorted(events))  # type: ignore[arg-type]


def fulfils(view: View, want: Want, move: Move) -> bool:
    """Whether the move is foreseen to bring the target about."""
    after = ahead(view, move.keys, move.event)
    if want.target.kind == "ending":
        return after.ending is not None and after.ending.id == want.target.id
    if after.cut_off and want.target.kind != "rule":
        return False
    if want.target.kind == "fact":
        return after.told is not None and after.told.id == want.target.id
    if want.target.kind == "beat" and want.moment == "reply" and not move.event:
        chosen = spoken(view, after)
        return chosen is not None and chosen.id == want.target.id
    if want.moment == "closing" and view.state.settled is None:
        return False
    return any(_met(way, want, after) for way in want.ways)


def _met(way: Alternative, want: Want, after: Ahead) -> bool:
    later = _OF_THE_OFFER if want.moment in _OFFERED else frozenset()
    return all(atom.name in later or atom.holds(after.scene) for atom in way)


def prepared(view: View, want: Want, depth: int) -> Move | None:
    """A move towards the easiest way of the condition that is still open."""
    ways = [way for way in want.ways if not any(_lost(atom, view) for atom in way)]
    ranked = sorted(ways, key=lambda way: (sum(a.distance(view.scene) for a in way if a.kind != "does"), str(way)))
    for way in ranked[:3]:
        open_atoms = [a for a in way if a.kind != "does" and not a.holds(view.scene) and a.name not in LEVELS]
        for atom in sorted(open_atoms, key=lambda a: a.name == "turn"):
            move = _addressed(view, atom, depth)
            if move is not None:
                return move
        if pushed_to := pushed(view, way):
            return pushed_to
    return _stirred(view, want) if ranked else None


def _stirred(view: View, want: Want) -> Move:
    """Everything seems to hold, yet something else comes first: say it all the same, so that the rest wears out."""
    moves = list(finals(view, want))[:24]
    safe = [move for move in moves if not ahead(view, move.keys, move.event).cut_off]
    return view.rng.choice(safe or moves or [says("educate")])


def _lost(atom: Atom, view: View) -> bool:
    """Whether nothing in this call can make the test hold any more."""
    if atom.holds(view.scene) or atom.kind == "does":
        return False
    if atom.kind in ("fact", "known", "said", "beat"):
        return not atom.wanted
    fixed = atom.name in ("country", "channel", "contact", "promise", "days_past_due", "irritability")
    passed = atom.name == "turn" and atom.sign in ("<", "<=", "==") and view.turn > atom.value
    undone = atom.name in ("agreement", "verified") and atom.value is False
    return fixed or passed or undone


def _addressed(view: View, atom: Atom, depth: int) -> Move | None:
    """A move towards one test."""
    if atom.kind in ("fact", "known", "beat"):
        kind: Kind = "beat" if atom.kind == "beat" else "fact"
        return toward(view, Target(kind, atom.name), depth + 1)
    if atom.kind == "said":
        return None if atom.name in view.spared else says(atom.name)
    simple = {
        "verified": says("identify_self", "verify_identity"), "unclear": says("unclear"),
        "silences": Move(event="wait"), "contradicted": _told_otherwise(view),
        "interrupted": says(*["chatter"] * 10, "state_debt"), "offers": says("lump_sum"), "refusals": says("lump_sum"),
    }  # fmt: skip
    if atom.name in simple:
        return simple[atom.name]
    if atom.name in ("agreement", "instalments") or (atom.name == "phase" and atom.value == "closing"):
        return _settling(view, depth)
    if atom.name == "phase":
        return says("state_purpose")
    if atom.name == "turn":
        return _quiet(view)
    return None


def _told_otherwise(view: View) -> Move:
    """The balance; once it was told, another one."""
    return Move(("state_debt",), told=1.4 if view.state.told_balance else 1.0)


def _settling(view: View, depth: int) -> Move | None:
    """Towards an agreement, else towards any ending that leaves time for a goodbye."""
    beats = [b.id for b in view.scenario.beats if b.on == "accept"]
    for beat in view.rng.sample(beats, min(len(beats), 2)):
        if move := toward(view, Target("beat", beat), depth + 1):
            return move
    return None


def _quiet(view: View) -> Move:
    """A turn that passes without much."""
    calm = ("thank", "check_understanding", "educate", "greet", "appeal_relationship", "send_document")
    safe = [key for key in calm if not ahead(view, (key,)).cut_off]
    return says(view.rng.choice(safe or calm))


def pushed(view: View, way: Alternative) -> Move | None:
    """The act that brings the levels nearest to what the tests want; ``None`` where no act helps."""
    levels = [atom for atom in way if atom.name in LEVELS]
    now = _far(levels, view.scene)
    if not now:
        return None
    sayable = [key for key in KEYS if key != "close" and key not in view.spared]
    moves: Iterable[Move] = [*map(says, sayable), Move(event="wait"), Move(event="hold")]
    ranked = sorted((_worth(view, way, levels, move), at, move) for at, move in enumerate(moves) if move)
    best = [move for far, _, move in ranked if far == ranked[0][0]]
    if ranked[0][0] < now:
        return view.rng.choice(best)
    return _calmed(view, [move for far, _, move in ranked if far < now + 8])


def _calmed(view: View, moves: list[Move]) -> Move | None:
    """Of these moves one that lowers the anger, so that the next push does not end the call; ``None`` when calm."""
    anger = view.state.anger
    calmer = sorted((ahead(view, m.keys, m.event).scene.state.anger, at) for at, m in enumerate(moves))
    return moves[calmer[0][1]] if calmer and anger > 45 and calmer[0][0] < anger else None


def _worth(view: View, way: Alternative, levels: list[Atom], move: Move) -> float:
    """How far the levels would be after the move; a way that is lost or a call that is cut off counts as very far."""
    after = ahead(view, move.keys, move.event)
    kept = [a for a in way if a.kind in ("fact", "said", "beat") and not a.wanted]
    spoilt = any(not atom.holds(after.scene) for atom in kept)
    return _far(levels, after.scene) + 500.0 * (after.cut_off or spoilt)


def _far(levels: list[Atom], scene: Scope) -> float:
    return sum((atom.distance(scene) for atom in levels), 0.0)
