"""Pieces of a proposal that single words make: periods, the rest, the whole, "now", "the same again"."""

from datetime import date

from scoring.reading.date_page import Every
from scoring.reading.days import paydays
from scoring.reading.term_now import beside_money
from scoring.reading.term_shares import half, other, share, spanish_share
from scoring.reading.terms import Term, says, term_at
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import unit_words

PERIODS: dict[str, Every] = {
    "mes": "month", "mensual": "month", "mensuales": "month", "mensualmente": "month", "month": "month",
    "monthly": "month", "semana": "week", "semanal": "week", "semanales": "week", "week": "week", "weekly": "week",
    "semanalmente": "week", "quincena": "quincena", "quincenal": "quincena", "quincenales": "quincena",
    "quincenalmente": "quincena", "fortnight": "fortnight", "fortnightly": "fortnight", "biweekly": "fortnight",
    "catorcena": "fortnight", "catorcenas": "fortnight", "catorcenal": "fortnight", "catorcenales": "fortnight",
    "mensualitos": "month", "mo": "month", "pm": "month", "pw": "week",
}  # fmt: skip
_DAILY = frozenset({"diario", "diarios", "diaria", "diarias", "daily", "diariamente"})
_PER = frozenset({"al", "por", "a", "per", "/", "cada", "each", "every"})
_REST = frozenset(
    {
        "excedente",
        "sobrante",
        "remanente",
        "leftover",
        "resto",
        "demas",
        "diferencia",
        "restante",
        "restantes",
        "rest",
        "remainder",
        "remaining",
    }
)
_LEFT = frozenset(
    {"falta", "queda", "reste", "resta", "quede", "falte", "faltan", "quedan", "left", "remains", "outstanding"}
)
_ON = frozenset({"by", "on", "in", "over", "after", "at", "el", "en", "para", "due", "va", "hasta", "within"})
_NOW = frozenset({"ahora", "ahorita", "now", "upfront", "ahoritita", "ya"})
_AT_ONCE = frozenset({*_NOW, "altiro", "tiro", "toque", "away", "una"})
_SAME = frozenset({"mismo", "igual", "igualito", "same", "tanto"})
_NTH = frozenset({
    "segundo", "segunda", "tercero", "tercera", "ultimo", "ultima", "second", "last", "final", "third", "fourth",
    "cuarto", "cuarta",
})  # fmt: skip
_LED = frozenset({"el", "la", "lo", "the", "los", "las", "q", "ke", "que", "what's", "whats", "what", "is"})
_SPOKEN = frozenset({
    *_NTH, *PERIODS, *_DAILY, *_REST, *_LEFT, *_NOW, *_SAME, "saldo", "balance", "otra", "otro", "otras", "otros",
    "una", "other", "half", "mitad", "away", "tiro", "altiro", "toque", "third", "quarter", "fifth", "parte",
    "tercio", "media", "proxima", "esta",
})  # fmt: skip


def word_terms(tokens: Tokens, on: date, found: list[Term]) -> list[Term]:
    """The pieces of single words where nothing has been found yet; "now" only beside money."""
    taken = {at for term in found for at in range(term.first, term.last)}
    spoken = (at for at, token in enumerate(tokens.items) if token.text in _SPOKEN and at not in taken)
    words = [t for at in spoken if (t := _word(tokens, at, on)) and t.first not in taken]
    sums = {t.last for t in found if t.kind in ("sum", "share")}
    words = [t for t in words if t.kind != "rest" or not _said(tokens, t, sums)]
    coming = {t.first for t in words if tokens.text(t.last - 1) in _COMING}
    beside = [*found, *words]
    return [t for t in words if t.kind != "day" or t.first in coming or beside_money(t, beside, tokens)]


def _said(tokens: Tokens, term: Term, sums: set[int]) -> bool:
    """ "los 320 que faltan", "the 80 left", "200 restantes": the sum of the rest is said already."""
    return term.first in sums and tokens.text(term.first) not in ("el", "la", "lo", "the", "what's", "whats")


def _word(tokens: Tokens, at: int, on: date) -> Term | None:
    word = tokens.text(at)
    if word in PERIODS:
        return _period(tokens, at)
    if word in _DAILY:
        return term_at(tokens, "period", at, at + 1)._replace(step=1)
    if word in _SAME:
        return _same(tokens, at)
    if word in _NTH and (nth := _nth(tokens, at)):
        return nth
    if word in _COMING:
        return _coming(tokens, at, on)
    if word in _AT_ONCE:
        return _at_once(tokens, at, on)
    if word == "half":
        return half(tokens, at)
    if word in ("media", "tercio"):
        return spanish_share(tokens, at)
    if word in ("third", "quarter", "fifth", "parte"):
        return share(tokens, at)
    if word in ("otra", "otro", "otras", "otros", "other"):
        return other(tokens, at)
    return _rest(tokens, at)


def _at_once(tokens: Tokens, at: int, on: date) -> Term | None:
    """ "ahora", "right away", "al tiro", "de una": today."""
    word, before, behind = tokens.text(at), tokens.text(at - 1), tokens.text(at + 1)
    if word not in _NOW and word != "altiro":
        paired = (before, word) in _PAIRED or _at_one(tokens, at)
        return term_at(tokens, "day", at - 1, at + 1)._replace(days=(on,)) if paired else None
    if word == "ya" and (tokens.kind(at - 1) == "punct" or behind not in ("y", ",", ".", "mismo", "")):
        return None
    return None if behind in ("que", "that") else term_at(tokens, "day", at, at + 1)._replace(days=(on,))


def _at_one(tokens: Tokens, at: int) -> bool:
    """ "de una", "de una vez"; not "800 de una vez antes de fin de mes", in one go on a day of its own."""
    if (tokens.text(at - 1), tokens.text(at)) != ("de", "una") or tokens.text(at + 1) not in _ENDING:
        return False
    ahead = tokens.text(at + 2) in ("antes", "el", "este", "al", "para", "hasta", "a")
    return not (tokens.text(at + 1) == "vez" and ahead)


_PAIRED = frozenset({("al", "tiro"), ("al", "toque"), ("straight", "away"), ("right", "away")})
_ENDING = frozenset({",", ".", "", "y", "vez", "sola"})


def _rest(tokens: Tokens, at: int) -> Term | None:
    """ "el resto", "lo que falta", "the remaining", "what's left", "the balance by Friday"."""
    word, before = tokens.text(at), tokens.text(at - 1)
    left = word in _LEFT and (
        before
        in ("que", "what's", "whats", "is", "whatever's", "what", "que me", "whatever", "still", "amount", "q", "ke")
        or (word == "left" and before == "all")
    )
    plain = word in _REST and (word != "demas" or before == "lo")
    saldo = word in ("saldo", "balance") and before in ("el", "the") and _saldo(tokens, at)
    if not (left or plain or saldo):
        return None
    first = at
    while first > 0 and at - first < 3 and tokens.text(first - 1) in _LED:
        first -= 1
    if tokens.text(first - 1) in ("keep", "quedese", "guarde", "waive", "forget") or _idle(tokens, at):
        return None
    if tokens.text(first - 1) == "with" and tokens.kind(at + 1) in ("punct", ""):
        return None
    return term_at(tokens, "rest", first, at + 1)


def _idle(tokens: Tokens, at: int) -> bool:
    """ "the rest of the interest", "el resto de los recargos": no rest of the debt."""
    behind = tokens.text(at + 1) in ("of", "de", "del")
    return behind and says(tokens, at + 2, at + 5, "fees")


def _saldo(tokens: Tokens, at: int) -> bool:
    """ "el saldo en dos cuotas", "the balance on Friday", "the balance of $440": not "bajamos el saldo a"."""
    if tokens.text(at + 1) in ("of", "de") and tokens.kind(at + 2) in ("sign", "num"):
        return not says(tokens, at - 4, at - 1, "debt") and tokens.text(at - 2) in (
            "with",
            "con",
            "and",
            "y",
            ",",
            "plus",
        )
    if tokens.text(at + 1) == "," and tokens.kind(at + 2) in ("sign", "num"):
        return tokens.text(at - 2) in ("with", "con", "and", "y", ",", "plus")
    if tokens.text(at - 2) in ("with", "con", "and", "y", ",", "plus") and _paid_later(tokens, at):
        return True
    lowered = tokens.text(at + 1) == "en" and says(tokens, at - 4, at, "lowered")
    counted = tokens.text(at + 3) in unit_words() or tokens.kind(at + 2) == "word"
    return tokens.text(at + 1) in _ON and not (lowered and not counted)


def _paid_later(tokens: Tokens, at: int) -> bool:
    """ "y el saldo se lo pago el 15", "and the balance can wait until January 15"."""
    behind = [tokens.text(at + step) for step in (1, 2, 3)]
    if behind[0] in ("se", "lo", "te", "le"):
        return says(tokens, at + 2, at + 4, "pays")
    waits = behind[0] in ("follows", "waits") or behind[1] in ("wait", "follow")
    return waits or behind[:2] in (["will", "be"], ["to", "be"], ["is", "due"])


def _same(tokens: Tokens, at: int) -> Term | None:
    """ "lo mismo", "otro igualito", "the same again": the sum just said, once more."""
    before = tokens.text(at - 1)
    if before not in ("lo", "otro", "otra", "the") and (tokens.text(at), tokens.text(at + 1)) != ("same", "again"):
        return None
    if tokens.text(at + 1) in ("dia", "day", "date", "lunes", "martes", "time", "thing", "way"):
        return None
    first = at if before not in ("lo", "otro", "otra", "the") else at - 1
    return term_at(tokens, "sum", first, at + 1)._replace(unit="same")


_COMING = frozenset({"proxima", "esta"})


def _coming(tokens: Tokens, at: int, on: date) -> Term | None:
    """ "300 por quincena, comenzando la próxima": the fortnight to come."""
    first = at - (tokens.text(at - 1) == "la")
    led = says(tokens, first - 3, first, "starts") and tokens.kind(at + 1) in ("punct", "")
    paid = led and any(token.text.startswith("quincen") for token in tokens.items)
    return term_at(tokens, "day", first, at + 1)._replace(days=(next(paydays(on)),)) if paid else None


def _nth(tokens: Tokens, at: int) -> Term | None:
    """ "… otro igual el 27 de diciembre y el último el 27 de enero", "and the last one on the 5th": once more."""
    last = at + 1 + (tokens.text(at + 1) == "one")
    led = tokens.text(at - 1) in ("el", "la", "the") and tokens.text(at - 2) in ("y", "and", ",")
    bare = tokens.text(at - 1) in (",", "and") and tokens.text(at) in ("second", "third", "fourth", "last")
    ahead = tokens.text(last) in ("el", "on", "para", "al", "in", "a", "en") and tokens.text(last + 1) not in (
        "de",
        "of",
    )
    return term_at(tokens, "sum", at - led, last)._replace(unit="next") if (led or bare) and ahead else None


def _period(tokens: Tokens, at: int) -> Term | None:
    """ "al mes", "monthly", "a week", "una por semana", "month by month", "a fortnight apart"."""
    word, before = tokens.text(at), tokens.text(at - 1)
    every = PERIODS[word]
    if word == "weekly" and before == "-" and tokens.text(at - 2) == "bi":
        return term_at(tokens, "period", at - 2, at + 1)._replace(every="fortnight")
    if word in ("mes", "month", "semana", "week", "quincena", "fortnight", "mo"):
        if before == "la" and tokens.text(at - 2) in ("a", "por"):
            return term_at(tokens, "period", at - 2, at + 1)._replace(every=every)
        if before in ("by", "a", "con") and tokens.text(at - 2) == word:
            return term_at(tokens, "period", at - 2, at + 1)._replace(every=every)
        if before not in _PER or (before == "a" and _stretch(tokens, at)):
            return None
        return term_at(tokens, "period", at - 1, at + 1)._replace(every=every)
    if word in ("pm", "pw") and tokens.kind(at - 1) != "num":
        return None
    if word == "pm" and tokens.kind(at - 2) != "sign":
        return None
    return term_at(tokens, "period", at, at + 1)._replace(every=every)


def _stretch(tokens: Tokens, at: int) -> bool:
    """ "a week ago", "a month from Friday", "in a week": no period."""
    word, then = tokens.text(at + 1), tokens.text(at + 2)
    if tokens.text(at - 2) in ("in", "within", "for"):
        return True
    if word in ("on", "after") and then.endswith("day") and tokens.kind(at - 2) != "num":
        return word == "after"
    return word in _AFTER_STRETCH or (word == "from" and (then in ("now", "today") or then.endswith(("day", "row"))))


_AFTER_STRETCH = frozenset({"ago", "late", "later", "behind", "after"})
