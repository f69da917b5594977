"""What a reading holds. Spans are code points of the original text, end exclusive."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from scenarios.acts import DialogueAct

Speaker = Literal["agent", "debtor"]
OfferKind = Literal["lump_sum", "plan", "discount", "extension", "pause", "restructure"]
ToneKind = Literal["hostility", "pressure", "condescension", "servility", "warmth", "hurry", "shouting"]
MentionKind = Literal["method", "channel", "agreement", "delay"]
Address = Literal["tu", "usted", "vos", "sumerce"]


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What a reader may know beside the words. ``by`` is whose words they are.

    ``balance`` (in the case's currency) makes fractions and plausibility possible; ``before`` is what the
    other speaker just said, so that "sí" or "half of it" can be understood.
    """

    language: str = "es"
    country: str = "MX"
    on: date = date(2026, 11, 23)
    by: Speaker = "agent"
    balance: Decimal | None = None
    currency: str | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text that does one thing or a few."""

    start: int
    end: int
    question: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An act with the reader's confidence, 0 to 1, and the clause or phrase that shows it."""

    act: DialogueAct
    confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """Money. ``currency`` is ISO 4217, or ``None`` where nothing in the text says it."""

    value: Decimal
    currency: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, or several readings of one. ``past`` where the words turn it to the past; ``every`` for a recurrence."""

    iso: tuple[date, ...]
    start: int
    end: int
    past: bool = False
    every: Literal["week", "fortnight", "quincena", "month"] | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something that is no money: ``unit`` is instalment, day, week, fortnight, month, year or other."""

    n: int
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share in per cent; "la mitad" and "half" are 50."""

    value: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a proposal; what is not said is ``None``."""

    amount: Decimal | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A payment proposal. ``open`` names what is still unsaid: amount, date, count."""

    by: Speaker
    kind: OfferKind
    instalments: tuple[Instalment, ...]
    start: int
    end: int
    discount_pct: Decimal | None = None
    condition: str | None = None
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tone:
    """How something is said; ``strength`` 0 to 1."""

    kind: ToneKind
    strength: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voiced:
    """Something personal that a speaker lets be heard of themself.

    ``kind``: ``emotion`` (topic anger, fear, sadness, shame, despair, distrust, confusion),
    ``situation`` (topic job_loss, illness, death, separation, disaster, debt_spiral, family, business, other)
    or ``question`` (a direct question put to the other).
    """

    kind: Literal["emotion", "situation", "question"]
    topic: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as ``HH:MM``; both readings where nothing says which half of the day is meant."""

    readings: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A way of paying (``spei``, ``direct_debit``), a channel (``whatsapp``), a yes or no, a delay (``soon``)."""

    kind: MentionKind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply as the program understands it. ``unsure`` where there is text but no act is confident."""

    text: str
    language: str
    clauses: tuple[Clause, ...] = ()
    acts: tuple[Act, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[DateMention, ...] = ()
    counts: tuple[Count, ...] = ()
    percentages: tuple[Percentage, ...] = ()
    offers: tuple[Offer, ...] = ()
    tone: tuple[Tone, ...] = ()
    voiced: tuple[Voiced, ...] = ()
    times: tuple[ClockTime, ...] = ()
    mentions: tuple[Mention, ...] = ()
    address: Address | None = None
    impression: tuple[float, ...] = ()
    """What the words alone suggest for calm, empathy and clarity, about 0 to 4: one term of the levels, no score."""
    unsure: bool = False
    reader: str = field(default="", compare=False)

    def does(self, act: DialogueAct) -> bool:
        """Whether the reply does this, at the ordinary threshold."""
        return any(a.act == act for a in self.acts)

    def of(self, *acts: DialogueAct) -> tuple[Act, ...]:
        """The acts of these kinds, in the order of the text."""
        return tuple(sorted((a for a in self.acts if a.act in acts), key=lambda a: (a.start, a.end)))


def reading_as_dict(reading: Reading) -> dict[str, Any]:
    """The exchange format of a reading: plain values, without the text."""
    return {
        "language": reading.language,
        "acts": [
            {"act": a.act.value, "confidence": round(a.confidence, 3), "start": a.start, "end": a.end}
            for a in reading.acts
        ],
        "amounts": [
            {"value": float(a.value), "currency": a.currency, "start": a.start, "end": a.end} for a in reading.amounts
        ],
        "dates": [
            {
                "iso": [d.isoformat() for d in m.iso], "start": m.start, "end": m.end,
                "past": m.past, "every": m.every,
            }
            for m in reading.dates
        ],
        "counts": [{"n": c.n, "unit": c.unit, "start": c.start, "end": c.end} for c in reading.counts],
        "percentages": [{"value": float(p.value), "start": p.start, "end": p.end} for p in reading.percentages],
        "offers": [_offer_as_dict(o) for o in reading.offers],
        "tone": [
            {"kind": t.kind, "strength": round(t.strength, 3), "start": t.start, "end": t.end} for t in reading.tone
        ],
        "voiced": [{"kind": v.kind, "topic": v.topic, "start": v.start, "end": v.end} for v in reading.voiced],
        "times": [{"readings": list(t.readings), "start": t.start, "end": t.end} for t in reading.times],
        "mentions": [{"kind": m.kind, "value": m.value, "start": m.start, "end": m.end} for m in reading.mentions],
        "address": reading.address,
        "unsure": reading.unsure,
        "reader": reading.reader,
    }  # fmt: skip


def _offer_as_dict(offer: Offer) -> dict[str, Any]:
    return {
        "by": offer.by,
        "kind": offer.kind,
        "instalments": [
            {
                "amount": None if i.amount is None else float(i.amount),
                "date": None if i.date is None else i.date.isoformat(),
            }
            for i in offer.instalments
        ],
        "discount_pct": None if offer.discount_pct is None else float(offer.discount_pct),
        "condition": offer.condition,
        "open": list(offer.open),
        "start": offer.start,
        "end": offer.end,
    }
