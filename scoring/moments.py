"""A call record cut into moments: each agent turn with the words before it and what the reader made of both."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.address import address_of
from scoring.criteria.moment import AgentTurn, CallView, DebtorTurn
from scoring.reading.reader import Reader, read
from scoring.reading.values import Address, Reading, ReadingContext, Speaker
from scoring.transcript import CallRecord, Turn


@dataclass(frozen=True, slots=True)
class Moment:
    """One agent turn in its place."""

    turn: AgentTurn
    before: DebtorTurn
    call: CallView


@dataclass(frozen=True, slots=True)
class _Known:
    """Readings so far, by utterance number, and who makes the others."""

    reader: Reader
    readings: dict[int, Reading]


def moments(
    call: CallRecord, readings: Mapping[int, Reading] | None = None, reader: Reader = read
) -> tuple[Moment, ...]:
    """The agent's turns that say something, in order. ``readings`` by utterance number spare reading again."""
    known = _Known(reader, dict(readings or {}))
    turns = [(t, call.transcript.before(t.number)) for t in call.transcript.agent_turns if t.text.strip()]
    address = address_of([_agent(t, before, call, known).reading.address for t, before in turns], call.country)
    said: list[str] = []
    found = []
    for turn, before in turns:
        view = _view(call, tuple(said), address)
        found.append(Moment(_agent(turn, before, call, known), _debtor(before, call, known), view))
        said.append(turn.text)
    return tuple(found)


def _view(call: CallRecord, said: tuple[str, ...], address: Address = "usted") -> CallView:
    case = call.case
    return CallView(
        language=call.language,
        country=call.country,
        on=call.on,
        situation=call.situation,
        case=case,
        balance=call.balance if call.balance is not None or case is None else case.account.balance,
        currency=call.currency or (case.account.currency if case else None),
        first=not said,
        said=said,
        address=address,
    )


def _agent(turn: Turn, before: Turn | None, call: CallRecord, known: "_Known") -> AgentTurn:
    reading = _reading(turn, "agent", before.text if before else "", call, known)
    return AgentTurn(turn.number, turn.text, call.language, reading)


def _debtor(turn: Turn | None, call: CallRecord, known: "_Known") -> DebtorTurn:
    if turn is None:
        return DebtorTurn(1, "", call.language, Reading(text="", language=call.language))
    return DebtorTurn(turn.number, turn.text, call.language, _reading(turn, "debtor", "", call, known))


def _reading(turn: Turn, by: Speaker, before: str, call: CallRecord, known: "_Known") -> Reading:
    if turn.number not in known.readings:
        view = _view(call, ())
        context = ReadingContext(
            language=call.language, country=call.country, on=call.on, by=by,
            balance=view.balance, currency=view.currency, before=before,
        )  # fmt: skip
        known.readings[turn.number] = known.reader(turn.text, context)
    return known.readings[turn.number]
