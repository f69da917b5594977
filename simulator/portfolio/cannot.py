"""Why something cannot be done in a portfolio now."""

from simulator.refusals import Refusal


class DayIsOver(Refusal):
    """The four weeks have passed."""

    def __init__(self) -> None:
        super().__init__(
            es="Las cuatro semanas terminaron. Mire el repaso o empiece otra cartera.",
            en="The four weeks are over. See the review, or begin another portfolio.",
        )


class NoTime(Refusal):
    """Too little is left of the day."""

    def __init__(self, needed: int, left: int) -> None:
        super().__init__(
            es=f"Para eso hacen falta {needed} minutos y hoy quedan {left}. Elija algo más corto o termine el día.",
            en=f"That takes {needed} minutes and {left} are left today. Choose something shorter, or end the day.",
        )


class AccountClosed(Refusal):
    """Paid or referred: out of the trainee's hands."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta cuenta ya no está en sus manos: está pagada o derivada. Solo se puede anotar algo.",
            en="This account is no longer in your hands: it is paid or referred. Only a note can be written.",
        )


class NoChannel(Refusal):
    """The person has not agreed to be contacted that way."""

    def __init__(self) -> None:
        super().__init__(
            es="Esa vía no está autorizada para esta cuenta. Use una de las que aparecen en la ficha.",
            en="That channel is not authorised for this account. Use one of those on the file.",
        )


class NothingPromised(Refusal):
    """There is no promise to remind of."""

    def __init__(self) -> None:
        super().__init__(
            es="No hay ningún pago comprometido que recordar. Puede contactar para acordar uno.",
            en="No payment is promised, so there is nothing to remind of. You can make contact to agree on one.",
        )


class NoMoreCalls(Refusal):
    """No call can be played today: one was, or all twelve were, or an earlier one waits."""

    def __init__(self) -> None:
        super().__init__(
            es="Hoy no se puede jugar otra llamada: ya jugó la de hoy o las doce de la cartera.",
            en="No other call can be played today: you have played today's, or all twelve of the portfolio.",
        )


class CallUnfinished(Refusal):
    """A played call waits for its end and follow-up."""

    def __init__(self) -> None:
        super().__init__(
            es="Hay una llamada de esta cartera sin terminar. Termínela, con su seguimiento, y luego siga con el día.",
            en="A call of this portfolio is unfinished. Finish it, with its follow-up, and then go on with the day.",
        )


class PortfolioChanged(Refusal):
    """Another window was quicker."""

    def __init__(self) -> None:
        super().__init__(
            es="La cartera cambió mientras tanto en otra ventana. Aquí no se hizo nada: mire cómo está ahora.",
            en="The portfolio changed meanwhile in another window. Nothing was done here: see how it stands now.",
        )
