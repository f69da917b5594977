"""Which sum of a reply is the balance as the agent tells it: what is owed now, not what came in nor what was lent."""

import re
from decimal import Decimal

from scenarios.acts import OFFERS, DialogueAct
from scenarios.case import Account
from scoring.reading.values import Act, Amount, Reading

ROUNDED = Decimal("0.01")
"""Two sums no further apart than this share are one, told roundly."""
BEFORE, AFTER = 45, 30
"""How many characters before and after a sum say what became of it."""
_CAME_IN = {
    "es": r"\b(pagó|pagaron|pagaste|abonó|abonaron|depositó|recibi(mos|ó)|transfirió|consignó|ingresó|entró|entraron"
    r"|cubrió|adelantó|(pag|abon|deposit|consign|ingres|descont)ad[oa]s?|recibid[oa]s?"
    r"|ya (pago|abono|deposito|entro))\b",
    "en": r"\b(paid|received|came in|went through|credited|put in|taken off|cleared)\b",
}
_NOT_YET = {"es": r"\b(no|sin|ni)\b[^,]*$", "en": r"\b(not|never|isn't|hasn't|haven't|to be)\b[^,]*$"}
_LEFT = {
    "es": r"\b(descontando|descontad[oa]s?|quitando|quitad[oa]s?|restando|sacando|apartando|dejando (fuera|aparte)"
    r"|menos|sin (contar|el|la|los|las|es[ea]|est[ea])|aparte)\b",
    "en": r"\b(without|leaving (out|aside)|taking (off|out|away)|less|minus|apart from|excluding)\b",
}
"""A sum that is what is left when something is taken off: no other balance."""
_PART = re.compile(r"[.;:?!,\n]| (?:y|pero|and|but) ")


def balance_told(reading: Reading, text: str, account: Account, language: str) -> Decimal | None:
    """The sum that a statement of the debt names, near enough to the balance to be meant as it; ``None`` without one.

    Left out are sums that the words say came in, and the sum that was lent or billed at first.
    """
    if not reading.does(DialogueAct.STATE_DEBT) or any(a.act in OFFERS for a in reading.acts):
        return None
    states = reading.of(DialogueAct.STATE_DEBT)
    near = [a for a in reading.amounts if account.balance / 2 <= a.value <= account.balance * 2 and _within(a, states)]
    said = [a for a in near if not _came_in(a, text, language) and not _was_lent(a, account)]
    told = [a for a in said if same_sum(account.balance, a.value) or not _is_what_is_left(a, text, language)]
    return told[0].value if len(told) == 1 else None


def same_sum(one: Decimal, other: Decimal) -> bool:
    """Whether two sums are one, told roundly."""
    return abs(one - other) <= one * ROUNDED


def _within(amount: Amount, acts: tuple[Act, ...]) -> bool:
    return any(a.start <= amount.start and amount.end <= a.end for a in acts)


def _was_lent(amount: Amount, account: Account) -> bool:
    return same_sum(account.original_amount, amount.value) and not same_sum(account.balance, amount.value)


def _is_what_is_left(amount: Amount, text: str, language: str) -> bool:
    """Whether the clause that leads to the sum takes something off."""
    tongue = "en" if language == "en" else "es"
    return bool(
        re.search(_LEFT[tongue], re.split(r"[.;:?!\n]", text[max(amount.start - BEFORE, 0) : amount.start].lower())[-1])
    )


def _came_in(amount: Amount, text: str, language: str) -> bool:
    """Whether the words of the same clause, on either side, say that the sum was paid."""
    tongue = "en" if language == "en" else "es"
    before = _PART.split(text[max(amount.start - BEFORE, 0) : amount.start].lower())[-1]
    after = _PART.split(text[amount.end : amount.end + AFTER].lower())[0]
    return any(
        not re.search(_NOT_YET[tongue], side[: found.start()])
        for side in (before, after)
        for found in re.finditer(_CAME_IN[tongue], side)
    )
