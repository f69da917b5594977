"""Whether a reply lets the late fees go: what is then owed is the balance without them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from scenarios.case import Case
from scoring.criteria.cues import fold
from scoring.transcript import AgreedInstalment

_FEES = {
    "es": r"(recargos?|moratorios?|intereses (moratorios|por mora)|cargos? (moratorios?|por (mora|atraso|pago tardio))"
    r"|multas?|comision(es)? por (mora|atraso|pago tardio)|penalizacion(es)?|punitorios)",
    "en": r"(late (fees?|charges?|payment fees?)|penalt(y|ies)|default (fees?|charges?)|overdue (fees?|charges?))",
}
_LETS_GO = {
    "es": r"(quit\w+|perdon\w+|condon\w+|elimin\w+|borr\w+|descont\w+|descuent\w+|baj\w+|bonific\w+|libr\w+ de"
    r"|sin(?! mas\b)(?! recargo\b)(?=.*\d))",
    "en": r"(waiv\w+|drop\w*|remov\w+|take (off|away)|took off|knock(ed)? off|forgiv\w+|cancel\w*|scrap\w*"
    r"|without(?! (any )?(more|further|extra|new)\b)(?=.*\d))",
}
"""To be "without" fees is to let them go only beside a sum: "the date moves without late fees" speaks of new ones."""
_APART = {
    "es": rf"(dej\w+|dar\w*|damos|doy) (los |las |el |la )?{_FEES['es']}"
    r" (a cero|por (quitad|perdonad|condonad)[oa]s?)\b",
    "en": rf"(take|taking|took|knock|knocking|knocked|let|write|writing) (all )?(the |those |your |these |that )?"
    rf"{_FEES['en']} (off|away|out|go)\b",
}
"""The same where the fees stand between: "I'll take the late charges off"."""
_BETWEEN = r"(?:[^,]|(?<=\d),(?=\d)){0,40}"
"""A few words of the same clause, with a sum such as "269,83" among them; a sum under a condition is still an offer."""
ROUNDING = Decimal(1)
"""What each payment may be rounded up by: "6 of 173" for a balance of 1,037.40."""
_NOT = {"es": r"\bno (le |te |se )?(puedo|podemos|es posible)", "en": r"\b(can ?not|can't|cannot|won't|unable to)"}


def waives_fees(text: str, language: str) -> bool:
    """Whether the late fees are let go in these words, and not refused."""
    words = fold(text)
    tongue = "en" if language == "en" else "es"
    for clause in re.split(r"[.;?!\n]", words):
        named = "[^,]{0,40}" if re.search(r"\b(si|if)\b", clause) else _BETWEEN
        found = re.search(rf"\b{_LETS_GO[tongue]}\b{named}\b{_FEES[tongue]}\b", clause)
        found = found or re.search(rf"\b{_APART[tongue]}", clause)
        if found and not re.search(_NOT[tongue], clause[: found.start()] + clause[found.start() : found.end()]):
            return True
    return False


def owed(case: Case, waived: bool) -> Decimal:
    """The balance, in the case's currency; without its late fees where they were ``waived``."""
    return case.account.balance - (case.account.late_fees if waived else 0)


def without_fees(instalments: Sequence[AgreedInstalment], case: Case) -> tuple[AgreedInstalment, ...]:
    """Payments that would still pay the fees let go: the last is smaller by what they come to beyond what is owed.

    As they are where they come to no more than that, to more than the whole balance, or lack an amount.
    """
    amounts = [i.amount for i in instalments if i.amount is not None]
    due, whole = owed(case, waived=True), owed(case, waived=False)
    beyond = sum(amounts, Decimal(0)) - due
    if not amounts or len(amounts) < len(instalments) or not 0 < beyond <= whole - due + ROUNDING * len(amounts):
        return tuple(instalments)
    last = instalments[-1]
    if last.amount is None or last.amount <= beyond:
        return tuple(instalments)
    return (*instalments[:-1], last.model_copy(update={"amount": last.amount - beyond}))
