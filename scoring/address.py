"""How the debtor is addressed in a call, and wordings that bend to it: ``[le|te] parece``, ``[puede|puedes|podés]``."""

import re
from collections import Counter
from collections.abc import Iterable

from scoring.reading.values import Address

_FORMS = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
VOSEO = frozenset({"AR"})
"""Countries in which *vos* is what a familiar address sounds like."""


def address_of(heard: Iterable[Address | None], country: str) -> Address:
    """The address that a trainee's replies use most, of those the country's ear takes; usted where none shows.

    *Sumercé* is nobody's to impose: it is answered with usted. Where people say *vos*, *tú* becomes it, and where they
    do not, *vos* becomes *tú*.
    """
    counted = Counter(one for one in heard if one)
    familiar, formal = counted["tu"] + counted["vos"], counted["usted"] + counted["sumerce"]
    if country in VOSEO:
        return "usted" if formal > familiar else "vos"
    return "tu" if familiar > formal else "usted"


def addressed(text: str, address: Address) -> str:
    """The text in this address: of ``[usted|tú|vos]`` the form that fits; of two, the second is tú's and vos's."""

    def chosen(match: re.Match[str]) -> str:
        usted, tu, vos = match.groups()
        if address in ("usted", "sumerce"):
            return usted
        return vos if address == "vos" and vos is not None else tu

    return _FORMS.sub(chosen, text)
