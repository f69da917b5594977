"""First, second, third as the order of payments, and no days: "the first on Friday", "el segundo de 400"."""

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


def _for_the_second(page: Page, at: int) -> bool:
    """ "the 4th for the first one and the 18th for the second"."""
    led = (page.tokens.text(at - 2), page.tokens.text(at - 1)) == ("for", "the")
    return led and any(page.tokens.text(at - step) == "first" for step in range(3, _FAR))


def _sum(page: Page, at: int) -> bool:
    """Whether money begins here: a sign, a sum, or a figure that is no day."""
    number = page.numbers.get(at)
    return page.tokens.kind(at) == "sign" or bool(number and (number.money or number.value > _MOST_DAYS))
