"""Words that stand for a share of what is owed: "a third now", "la otra", "media deuda"."""

from decimal import Decimal

from scoring.reading.terms import Term, term_at, weekday_names
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import calendar_words


def share(tokens: Tokens, at: int) -> Term | None:
    """ "a third now", "a quarter on Friday", "una quinta parte hoy", "otra tercera parte"."""
    word, before = tokens.text(at), tokens.text(at - 1)
    if word == "parte":
        part = {"tercera": "33.33", "cuarta": "25", "quinta": "20", "sexta": "16.67"}.get(before)
        led = tokens.text(at - 2) in ("una", "otra", "la")
        return term_at(tokens, "share", at - 1, at + 1)._replace(value=Decimal(part)) if part and led else None
    dated = tokens.text(at + 1) in weekday_names() or tokens.text(at + 1) in calendar_words("en").months
    leads = before in ("a", "another", "one", "first", "second", "last", "final", "other", "remaining") and (
        dated or tokens.text(at + 1) in _BEHIND_SHARE or (tokens.text(at + 1) == "of" and tokens.text(at + 2) in _OWED)
    )
    worth = {"third": "33.33", "quarter": "25", "fifth": "20"}[word]
    return term_at(tokens, "share", at, at + 1)._replace(value=Decimal(worth)) if leads else None


_BEHIND_SHARE = frozenset({
    "now", "today", "on", "by", "down", "up", "upfront", "this", "next", "tomorrow", "then", "off", "in", "at", "each",
    "a", "two", "right", "straight", "before", "after", "when", "once", "less",
})  # fmt: skip


_OWED = frozenset({"it", "that", "the", "this", "what", "your"})


def spanish_share(tokens: Tokens, at: int) -> Term | None:
    """ "media deuda", "otro tercio", "el último tercio"."""
    if tokens.text(at) == "media":
        owed = tokens.text(at + 1) in ("deuda", "cuenta", "factura")
        return term_at(tokens, "share", at, at + 2)._replace(value=Decimal(50)) if owed else None
    led = tokens.text(at - 1) in ("otro", "ultimo", "primer", "segundo", "tercer", "restante")
    return term_at(tokens, "share", at, at + 1)._replace(value=Decimal("33.33")) if led else None


def half(tokens: Tokens, at: int) -> Term | None:
    """ "half two weeks later", "the second half a month today": no half past one and no half of a month."""
    later = "later" in (tokens.text(at + 3), tokens.text(at + 2)) or tokens.text(at - 1) in ("second", "other", "first")
    return term_at(tokens, "share", at, at + 1)._replace(value=Decimal(50)) if later else None


def other(tokens: Tokens, at: int) -> Term | None:
    """ "hoy la mitad y la otra el lunes", "half today and the other on Friday"."""
    word = tokens.text(at)
    lead = tokens.text(at - 1) in ("la", "the", "las", "los")
    lead = lead or (word in ("otra", "otro") and tokens.text(at - 1) in (",", "y"))
    ahead = tokens.text(at + 1) in (
        "el", "para", "en", "al", "a", "manana", "dentro", "hasta", "on", "by", "in", "next", "this",
        "tomorrow", "pasado",
    )  # fmt: skip
    someday = tokens.text(at + 1) in ("cuando", "when", "once", "apenas", "as")
    if not lead or not (ahead or someday):
        return None
    second = term_at(tokens, "share", at - (tokens.kind(at - 1) == "word"), at + 1)
    return second._replace(value=Decimal(50), unit="someday" if someday else "other")
