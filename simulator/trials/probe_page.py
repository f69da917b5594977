"""The part of docs/soak.md that tells of the probes, and how its tables are drawn."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.trials.probing import Probe

MOST = 40
_WHAT = {False: "a good reply", True: "a hostile reply"}


def probes_told(found: Sequence[Probe]) -> Iterator[str]:
    """The section's lines."""
    yield "## Probes"
    yield ""
    yield (
        "One reply at one point of a call (just begun, told of the debt, after a refusal, in the middle of a good talk,"
        " angry, or with somebody else on the line), in several wordings, es and en. *Read* is how often the debtor"
        " took it for what it was meant as; *mood* how often trust and commitment rose more than anger did, or the"
        " reverse for a hostile reply; *words* how often the answer differs from the one to an indifferent reply."
    )
    yield ""
    for hostile in (False, True):
        some = [p for p in found if p.hostile is hostile]
        if some:
            yield f"{_WHAT[hostile].capitalize()}: {_in_words(some)} Of those read as meant: {_in_words(_read(some))}"
            yield ""
    kinds = sorted({(p.hostile, p.act) for p in found})
    rows = (_row(act, [p for p in found if p.act == act]) for _, act in kinds)
    yield from table(("act", "tried", "read", "mood where read", "words where read"), rows)
    yield ""
    yield from _failing([p for p in _read(found) if not p.works])


def _read(found: Sequence[Probe]) -> list[Probe]:
    return [p for p in found if p.read]


def _in_words(found: Sequence[Probe]) -> str:
    return (
        f"{len(found):,} tried, mood {_share(p.moved for p in found)}, words {_share(p.answered for p in found)},"
        f" both {_share(p.works for p in found)}."
    )


def _row(act: str, found: Sequence[Probe]) -> tuple[object, ...]:
    read = _read(found)
    moved, answered = _share(p.moved for p in read), _share(p.answered for p in read)
    return (act, len(found), _share(p.read for p in found), moved, answered)


def _share(truths: Iterable[bool]) -> str:
    known = list(truths)
    return f"{100 * sum(known) / len(known):.1f} %" if known else "-"


def _failing(found: Sequence[Probe]) -> Iterator[str]:
    """Where a reply that was read as meant changed nothing, by scenario."""
    if not found:
        return
    counts: dict[tuple[str, str, str, str], int] = {}
    for probe in found:
        what = "words" if probe.moved else "mood"
        key = (probe.scenario, probe.point, probe.act, what)
        counts[key] = counts.get(key, 0) + 1
    most = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    yield f"Read as meant, and yet without effect ({len(found)}), by scenario, point and act:"
    yield ""
    yield from (f"- {name}, {point}, {act}: {what} ({n})" for (name, point, act, what), n in most[:MOST])
    if len(most) > MOST:
        yield f"- and {len(most) - MOST} more kinds"
    yield ""


def table(heads: Sequence[str], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"
