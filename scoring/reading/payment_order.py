"""First, second, third as the order of payments or tries, and no days: "the first on Friday", "2nd try 7 Dec"."""

from scoring.reading.date_page import Page

_LEADS_TO_A_DAY = frozenset({
    "by", "on", "before", "until", "till", "from", "since", "after", "starting", "beginning", "through", "due", "hasta",
    "desde", "antes", "para",
})  # fmt: skip
_MARKS = frozenset({":", ",", "-", "("})
_OF = frozenset({"of", "for", "at", "de", "por", "con", "is", "es"})
_TO_A_DAY = frozenset({
    "on", "by", "this", "next", "today", "tomorrow", "el", "este", "hoy", "manana", "al", "para", "in", "en",
})  # fmt: skip
_PARTS = frozenset({"half", "one", "payment", "instalment", "installment", "lot", "part", "chunk", "pago"})
_TRIES = frozenset({"try", "call"})
"""Nouns that may be verbs too: "the 2nd try" and "by the 2nd try him again"; the others close no day anyway."""
_BEHIND_A_TRY = frozenset({"on", "by", "then", "is", "was", "will", "goes", "due", "before", "this", "next"})
_MOST_DAYS = 31
_FAR = 14


def orders_payments(page: Page, at: int) -> bool:
    """Whether the ordinal word at a piece counts payments: a sum or a day of its own follows it."""
    if page.tokens.kind(at) != "word" or page.tokens.text(at - 2) in _LEADS_TO_A_DAY:
        return False
    if page.tokens.text(at + 1) in _PARTS or _for_the_second(page, at):
        return True
    after = at + 1 + (page.tokens.text(at + 1) in _MARKS)
    word = page.tokens.text(after)
    if word in _TO_A_DAY or word in page.words.weekdays:
        return True
    return _sum(page, after + (word in _OF))


def counts_tries(page: Page, at: int) -> bool:
    """Whether the word at a piece is what the ordinal before it counts: "2nd try 7 Dec"; not "the 2nd call him"."""
    if page.tokens.text(at) not in _TRIES:
        return False
    behind, kind = page.tokens.text(at + 1), page.tokens.kind(at + 1)
    return kind != "word" or behind in _BEHIND_A_TRY or behind in page.words.weekdays or page.month(at + 1) is not None


def _for_the_second(page: Page, at: int) -> bool:
    """ "the 4th for the first one and the 18th for the second"."""
    led = (page.tokens.text(at - 2), page.tokens.text(at - 1)) == ("for", "the")
    return led and any(page.tokens.text(at - step) == "first" for step in range(3, _FAR))


def _sum(page: Page, at: int) -> bool:
    """Whether money begins here: a sign, a sum, or a figure that is no day."""
    number = page.numbers.get(at)
    return page.tokens.kind(at) == "sign" or bool(number and (number.money or number.value > _MOST_DAYS))
