"""Why a calibration round cannot be made or rated, and how to mend it."""

from simulator.calibrating.kept import MOST
from simulator.refusals import Refusal


class TooFewRaters(Refusal):
    """Agreement needs two."""

    def __init__(self) -> None:
        super().__init__(
            es="Invite al menos a dos personas: con una sola no hay acuerdo que medir.",
            en="Invite at least two people: with one there is no agreement to measure.",
        )


class NothingToRate(Refusal):
    """No call fits."""

    def __init__(self) -> None:
        super().__init__(
            es="Ninguna llamada evaluada cumple lo que eligió. Pruebe con más semanas, otro escenario u otro idioma. "
            "Las llamadas de quienes van a calificar no entran.",
            en="No assessed call fits what you chose. Try more weeks, another scenario or another language. "
            "Calls of those who will rate are left out.",
        )


class BadPlan(Refusal):
    """A number of calls or a choice of criteria that cannot be."""

    def __init__(self) -> None:
        super().__init__(
            es=f"Elija de 1 a {MOST} llamadas y al menos un criterio.",
            en=f"Choose 1 to {MOST} calls and at least one criterion.",
        )


class NotAllRated(Refusal):
    """A criterion has neither a level nor the word that one cannot tell: a gap is a choice, never an oversight."""

    def __init__(self, missing: int) -> None:
        several = missing > 1
        super().__init__(
            es=f"{'Faltan' if several else 'Falta'} {missing} {'criterios' if several else 'criterio'} de la llamada; "
            "lo demás sigue como lo eligió. Elija un nivel, o diga que no se puede saber.",
            en=f"{missing} {'criteria' if several else 'criterion'} of this call {'are' if several else 'is'} still "
            "open; the rest stays as you chose it. Choose a level, or say that you cannot tell.",
        )


class RoundClosed(Refusal):
    """The round is over."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta ronda ya se cerró; lo calificado queda como está. Abra otra ronda si hace falta.",
            en="This round is closed; what was rated stays as it is. Open another round if one is needed.",
        )


class StillOpen(Refusal):
    """Nobody sees others' levels while people are rating."""

    def __init__(self) -> None:
        super().__init__(
            es="La ronda sigue abierta: los niveles de los demás se ven cuando se cierre.",
            en="The round is still open: the others' levels are seen once it is closed.",
        )
