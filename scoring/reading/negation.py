"""What the words before a phrase do to it: deny it, or put it into another's mouth."""

import re
from collections.abc import Sequence

REACH = 12
"""How many words before a phrase are looked at."""
_REPORT_REACH = 5
_SPACED = re.compile(r"\s+")
_NEGATORS = {
    "es": frozenset(_SPACED.split("no nunca jamas ni nadie ningun ninguna tampoco sin nada")),
    "en": frozenset(
        _SPACED.split(
            """not no never nobody nobodys nothing noone none neither nor without dont doesnt didnt wont wouldnt cant
    cannot couldnt shouldnt isnt arent wasnt werent aint"""
        )
    ),
}
_REPORTING = {
    "es": frozenset(
        _SPACED.split("dijo dijeron amenazo amenazaron decirle llamo llamaron palabra insulto insultaron comento")
    ),
    "en": frozenset(_SPACED.split("told said threatened threatening called word words heard mentioned saying accused")),
}
_REPORTED = ("dijer", "amenaz", "threaten")
_BREAKS = frozenset(_SPACED.split("y pero sino porque si aunque entonces and but because if so then although unless"))
"""Words past which a negation does not reach: "no pague y verá" negates nothing that follows."""


def negated(before: Sequence[str], language: str) -> bool:
    """Whether a negation reaches the end of these words; "si no paga" and "if you don't pay" deny nothing after."""
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _BREAKS:
            return False
        if before[at] in _NEGATORS[language]:
            return not _BREAKS.intersection(before[max(0, at - 2) : at])
    return False


def reported(before: Sequence[str], language: str) -> bool:
    """Whether these words say that somebody else said what follows."""
    return any(w in _REPORTING[language] or w.startswith(_REPORTED) for w in before[-_REPORT_REACH:])
