"""What a phrase would change if the reader knew it: in replies that were read already, and in the recorded calls.

A phrase works only in the words it is found in, so only replies that hold it are read again.
"""

from collections.abc import Iterable, Iterator, Sequence

from scenarios.playthrough import LaterCall, Playthrough
from scenarios.scenario import Scenario
from scenarios.values import Frozen
from scoring.reading.reader import read, reader_with
from scoring.reading.taught import Taught, find
from scoring.reading.values import Reading
from simulator.heard import HeardReply
from simulator.playthrough import failures


class ReadOtherwise(Frozen):
    """A reply that would be read otherwise: its acts and tones before and after. ``times`` it was said in these words.

    ``where`` is empty for a stored reply, else the recorded call: scenario and name.
    """

    text: str
    before: str
    acts_before: tuple[str, ...]
    acts_after: tuple[str, ...]
    times: int = 1
    where: str = ""


class TurnsRed(Frozen):
    """A recorded call that would no longer go as its author wrote it, and how."""

    scenario_id: str
    name: str
    failures: tuple[str, ...]


class TeachingEffect(Frozen):
    """What was looked at, and what would be otherwise."""

    replies: int
    recorded: int
    otherwise: tuple[ReadOtherwise, ...] = ()
    red: tuple[TurnsRed, ...] = ()


def teaching_effect(
    now: Taught, then: Taught, replies: Sequence[HeardReply], library: Iterable[Scenario]
) -> TeachingEffect:
    """The difference between two versions of the lexicon."""
    between = _between(now, then)
    holding = [reply for reply in replies if find(reply.text, reply.language, between)]
    otherwise = {o.text: o for o in _otherwise(now, then, holding)}
    counted = [o.model_copy(update={"times": sum(r.text == o.text for r in replies)}) for o in otherwise.values()]
    recorded = [(s, p) for s in library for p in s.playthroughs]
    touched = [(s, p) for s, p in recorded if any(_says(p, between))]
    return TeachingEffect(
        replies=len(replies), recorded=len(recorded), otherwise=(*counted, *_in_recorded(now, then, touched)),
        red=tuple(_red(now, then, touched)),
    )  # fmt: skip


def _otherwise(now: Taught, then: Taught, replies: Iterable[HeardReply]) -> Iterator[ReadOtherwise]:
    for reply in replies:
        before, after = (_heard(read(reply.text, reply.context, one)) for one in (now, then))
        if before != after:
            yield ReadOtherwise(text=reply.text, before=reply.before, acts_before=before, acts_after=after)


def _between(now: Taught, then: Taught) -> Taught:
    """The phrases that only one of them holds: only where these are found can the two read otherwise."""
    known, wanted = set(now.phrases), set(then.phrases)
    both = (*now.phrases, *then.phrases)
    return Taught(0, tuple(phrase for phrase in both if (phrase in known) != (phrase in wanted)))


def _heard(reading: Reading) -> tuple[str, ...]:
    return (*sorted(a.act.value for a in reading.acts), *sorted(f"tone:{t.kind}" for t in reading.tone))


def _says(playthrough: Playthrough, between: Taught) -> Iterator[str]:
    """The lines of a recorded call that hold one of these phrases."""
    calls: tuple[Playthrough | LaterCall, ...] = (playthrough, *playthrough.then)
    for text in (turn.say for call in calls for turn in call.turns if turn.say):
        if find(text, playthrough.language, between):
            yield text


def _in_recorded(now: Taught, then: Taught, touched: Iterable[tuple[Scenario, Playthrough]]) -> Iterator[ReadOtherwise]:
    for scenario, playthrough in touched:
        context = HeardReply(
            attempt_id="", scenario_id=scenario.id, number=1, text="-", before="", language=playthrough.language,
            country=playthrough.country, on=playthrough.on,
        ).context  # fmt: skip
        for text in _says(playthrough, _between(now, then)):
            before, after = (_heard(read(text, context, one)) for one in (now, then))
            if before != after:
                where = f"{scenario.id} · {playthrough.name}"
                yield ReadOtherwise(text=text, before="", acts_before=before, acts_after=after, where=where)


def _red(now: Taught, then: Taught, touched: Iterable[tuple[Scenario, Playthrough]]) -> Iterator[TurnsRed]:
    """Those that hold as the reader is now, and would not with the other version."""
    for scenario, playthrough in touched:
        failed = failures(scenario, playthrough, reader_with(then))
        if failed and not failures(scenario, playthrough, reader_with(now)):
            yield TurnsRed(scenario_id=scenario.id, name=playthrough.name, failures=failed)
