"""Why a drill cannot be done now."""

from simulator.refusals import Refusal


class NoSuchDrill(Refusal):
    """No drill of that name, or its moment is gone from the present edition of the scenario."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Este ejercicio ya no está: el escenario cambió desde entonces. Lo que escribió en él sigue en su "
            "historial. Vuelva a los ejercicios de hoy y elija otro.",
            en="This drill is no longer there: its scenario has changed since. What you wrote in it is still in your "
            "history. Go back to today's drills and choose another.",
            kept=kept,
        )


class TryIsOver(Refusal):
    """Both replies of this try are said, or another window said something first; ``kept`` is what was typed."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Este intento ya siguió en otra ventana. Su texto sigue en la caja: lea lo que pasó y, si quiere, "
            "vuelva a intentarlo.",
            en="This try went on in another window. Your text is still in the box: read what happened and, if you "
            "like, try again.",
            kept=kept,
        )


class TooManyTries(Refusal):
    """A number of a try that is not the next one."""

    def __init__(self) -> None:
        super().__init__(
            es="Ese intento todavía no toca. Abra el ejercicio de nuevo y siga con el que viene.",
            en="That try is not the next one. Open the drill again and go on with the one that is.",
        )
