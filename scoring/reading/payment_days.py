"""Days of a proposal that need a second look: labels, corrections, second readings, last payments."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from scoring.reading import days
from scoring.reading.payment import Payment
from scoring.reading.terms import Term, says
from scoring.reading.tokens import Tokens


class Built(Protocol):
    """The payments so far and the token at which the last piece ended."""

    tokens: Tokens
    payments: list[Payment]
    reached: int


def last_of(builder: Built, term: Term) -> Term:
    """ "…, and the last $450 on December 29": a day after the ones before, whatever "last" made of it."""
    known = [d for p in builder.payments for d in p.days]
    last = builder.payments[-1] if builder.payments else None
    if not (term.past and term.days and last and known and not last.dated and 0 <= term.first - last.last <= 2):
        return term
    day = term.days[0]
    while day <= max(known):
        day = days.add_months(day, 12)
    return term._replace(days=(day,), past=False)


def second(builder: Built, term: Term) -> Term:
    """ "60 Friday and 60 next Friday": of two readings the one that is not taken yet."""
    known = {d for p in builder.payments for d in p.days}
    unread = [d for d in term.days if d not in known]
    return term._replace(days=tuple(unread)) if 0 < len(unread) < len(term.days) else term


def starts_no_payment(builder: Built, term: Term, later: Sequence[Term]) -> bool:
    """ "from today to January 4": the first is no day of a payment; "el primero este viernes" names one day."""
    following = later[0] if later and later[0].kind == "day" else None
    if following is None:
        return False
    between = [builder.tokens.text(at) for at in range(term.last, following.first)]
    named = [builder.tokens.text(at) for at in range(term.first, term.last)]
    first = named[-1:] in (["primero"], ["first"]) and len(named) <= 2 and len(between) <= 3
    if first and not set(between) & {"y", "and", ","}:
        return True
    led = builder.tokens.text(term.first - 1) in ("from", "del", "de") or named[0] == "del"
    joint = between in (["to"], ["until"], ["till"], ["a"], ["hasta"]) or builder.tokens.text(following.first) == "al"
    return led and joint and not (builder.payments and (builder.payments[-1].counted or builder.payments[-1].repeats))


def answered_by(builder: Built, term: Term) -> bool:
    """ "let me know by Friday whether …": the day of an answer."""
    words = [builder.tokens.text(at) for at in range(max(term.first - 4, 0), term.first)]
    return bool(_ANSWER_ME & set(words)) or any(pair in _ANSWERS for pair in pairwise(words))


_ANSWER_ME = frozenset({"aviseme", "avisame", "avisenos", "digame", "decime", "confirmeme", "confirmame"})


_ANSWERS = frozenset({("me", "know"), ("us", "know"), ("me", "avisa"), ("me", "avise"), ("me", "dice"), ("me", "diga")})


def corrects(builder: Built, term: Term) -> bool:
    """ "before Christmas, say the 18th", "on payday, that's the 27th": the same day, named exactly."""
    before = [builder.tokens.text(at) for at in range(builder.reached, term.first)]
    words = [word for word in before if word not in (",", "el", "the", "on", "(")]
    return " ".join(words) in {
        "say",
        "that's",
        "thats",
        "o sea",
        "digamos",
        "es decir",
        "which is",
        "i . e .",
        "que es",
    }


def goes_on(builder: Built, term: Term, later: Sequence[Term]) -> bool:
    """ "120 on the 1st, the 15th, the 1st of January and the 15th takes care of 480": one more day of a list."""
    last = builder.payments[-1] if builder.payments else None
    if last is None or not last.days or last.last != builder.reached or not later:
        return False
    joint = [builder.tokens.text(at) for at in range(builder.reached, term.first)]
    further = later[0].kind == "day" or (len(last.days) > 1 and later[0].first - term.last > _ITS_OWN)
    if last.share is not None and not further:
        further = any(builder.tokens.text(at) in _RESTATES for at in range(term.last, later[0].first))
    return joint in ([","], ["and"], ["y"], [",", "and"]) and further


_ITS_OWN = 3
_RESTATES = frozenset({"so", "sea", "that's", "thats"})


def elsewhere(builder: Built, piece: Term, term: Term, later: Sequence[Term]) -> bool:
    """ "the holiday runs to the 31st; the full £400 is due on the 1st", "wages land on the 7th, so £50 on the 8th".

    A day of another clause, before a sum that has its own.
    """
    own = bool(later) and later[0].kind == "day" and later[0].first - term.last <= 7
    words = [builder.tokens.text(at) for at in range(piece.last, term.first)]
    told = {builder.tokens.text(at) for at in range(max(piece.first - 10, 0), piece.first)}
    comes_in = bool(told & _COMES_IN) and bool({",", "so", "entonces", "asi"} & set(words))
    until = ":" in words and says(builder.tokens, piece.first - 3, piece.first, "until")  # "till after Easter: £90 on"
    return own and piece.kind == "day" and (";" in words or comes_in or until)


_COMES_IN = frozenset({
    "comes", "lands", "cae", "caen", "llega", "hits", "cobra", "cobras", "credit", "benefits", "wages", "pension",
    "aguinaldo", "pagan", "payday", "paid", "depositan", "check",
})  # fmt: skip
