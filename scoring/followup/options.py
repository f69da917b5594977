"""Numbers of payments that are none of the terms: an option, what was refused or only asked for, what fell due."""

import re

from scoring.criteria.cues import Span, fold
from scoring.followup.counted import PAYMENTS

_OFFER_BEHIND = re.compile(
    rf"[\W\d]*(?:(?:{PAYMENTS}|months?|meses)\W+)?(?:plan\W+)?"
    r"(?:options?|offers?|alternatives?|proposals?|available|possible|allowed|max\w*"
    r"|disponibles?|posibles?|como max\w+)(?![a-z])"
)
_OFFER_AHEAD = re.compile(
    r"(?:options?|offers?|alternatives?|proposals?|opcion(?:es)?|ofertas?|alternativas?|propuestas?)"
    r"\s+(?:de|en|of|for|to pay in)(?:\s+(?:pago|pagar|pay|payment|en|in))?\s+(?:las?\s+|los\s+|the\s+)?$"
    r"|(?:up to|at most|max\w*|hasta|maximo)(?: de| of)?\s+$"
)
"""A number of payments that is only an option: it agrees with what was agreed, or says nothing."""
_FELL_DUE = re.compile(
    rf"\W*(?:(?:{PAYMENTS}|months?|meses)(?![a-z])\W*)?(?:(?:of|de)\W+)?(?:(?:usd|mxn|eur|gbp|s/)?[\W\d]*)"
    r"(?:bounced|missed|failed|returned|late|overdue|unpaid|past due|behind|in arrears|declined"
    r"|vencid\w+|atrasad\w+|impag\w+|devuelt\w+|rechazad\w+|pendientes|sin pagar|caid\w+|rebotad\w+|en mora)(?![a-z])"
)
"""What is counted are payments that were not made: how the debt came about, and not how it will be paid."""
_TAKEN = r"(?:agree|accept|will|pays|paying|plan|instead|acepta|acuerd|paga|pagara|queda|en cambio|se compromete)"
_REFUSED_AHEAD = re.compile(
    r"(?:didn'?t want|did not want|refused|declined|turned down|wouldn'?t (?:take|do)|not \w+ing|old|previous|prior"
    r"|earlier|lapsed|no quiso|no quiere|no acepto|rechazo|no le sirve|le hable de|le pase|yo pase|ofreci|propuse"
    r"|anterior|rompio|incumplio"
    r"|pregunto|preguntaba|pidio|pedia|queria|wanted|asked for|offered|proposed)"
    rf"(?:(?!{_TAKEN})[^.;!?\n])*$"
)
_REFUSED_BEHIND = re.compile(
    rf"(?:(?!{_TAKEN})[^.;!?\n]|\.(?=\d))*?"
    r"(?:no quiso|lo rechazo|dijo que no|(?:he|she|they) (?:said no|refused|declined)|, refused|, declined"
    r"|no to (?:both|that|it))"
)
_OWED_AHEAD = re.compile(
    r"(?:(?:atras\w*|deb(?:e|en|ia)|adeud\w*|vencid\w+|mora|vencieron)(?: de| por)?(?: sus| las| los| ya)?"
    r"|(?:behind|missed|late|arrears|owes|overdue)(?: by| on| of| for)?(?: the| last| her| his| their)*)\s+$"
)
"""Around a number of payments: it was refused, only asked for or offered, or is of an earlier plan."""
_SENTENCE = 90
"""Characters around the number in which such words may stand."""


def not_of_the_terms(text: str, span: Span) -> bool:
    """Whether the number counts the payments of an option, an offer ("the 4-payment option", "opción de 4 cuotas"), or
    those that were not made ("3 x $63 bounced", "2 cuotas vencidas")."""
    behind, ahead = fold(text[span.end :]), fold(text[: span.start])
    if _OFFER_BEHIND.match(behind) or _FELL_DUE.match(behind) or _OFFER_AHEAD.search(ahead):
        return True
    return bool(
        _OWED_AHEAD.search(ahead)
        or _REFUSED_AHEAD.search(ahead[-_SENTENCE:])
        or _REFUSED_BEHIND.match(behind[:_SENTENCE])
    )
