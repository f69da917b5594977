"""Why a review cannot be kept, and how to mend it."""

from simulator.refusals import Refusal


class NoLevel(Refusal):
    """A review of a criterion without a level of 0 to 4."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Elija un nivel de 0 a 4. Lo que escribió sigue en la caja.",
            en="Choose a level from 0 to 4. What you wrote is still in the box.",
            kept=kept,
        )


class NoVerdict(Refusal):
    """A review of a possible breach that does not say which."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Diga si hubo falta o no. Lo que escribió sigue en la caja.",
            en="Say whether it was a breach or not. What you wrote is still in the box.",
            kept=kept,
        )


class ReasonNeeded(Refusal):
    """A decision that changes something, or answers a trainee, without a word."""

    def __init__(self) -> None:
        super().__init__(
            es="Escriba el motivo en una o dos frases: la persona evaluada lo lee junto a su nivel.",
            en="Write the reason in a sentence or two: the trainee reads it beside the level.",
        )


class UpheldChangesNothing(Refusal):
    """The trainee is told to be right about a level that stays as the program gave it."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Le da la razón sobre el nivel, pero deja el mismo nivel. Elija otro nivel, o diga que el nivel queda.",
            en="You say the trainee is right about the level, but leave it as it is. Choose another level, or say that "
            "the level stays.",
            kept=kept,
        )


class AnswerNeeded(Refusal):
    """A contest that is answered with neither yes nor no."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Diga si la persona tiene razón o no. Lo que escribió sigue en la caja.",
            en="Say whether the trainee is right or not. What you wrote is still in the box.",
            kept=kept,
        )


class RubricGone(Refusal):
    """The weights of the scorecard are not known any more, so that no total could be worked out."""

    def __init__(self, rubric: str, kept: str = "") -> None:
        super().__init__(
            es=f"La rúbrica {rubric!r} de esta calificación ya no existe y sin ella no se puede calcular el total. "
            "Califique la llamada de nuevo con otra rúbrica (acuerdo rescore) y revísela después.",
            en=f"The rubric {rubric!r} of this scorecard is gone, and without it the total cannot be worked out. "
            "Score the call again with another rubric (acuerdo rescore), then review it.",
            kept=kept,
        )


class AlreadyAnswered(Refusal):
    """A contest that a person has answered stays, with its answer."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Una persona ya contestó a esto; su respuesta está en la calificación. Si no está conforme, hable con "
            "quien la firma: puede pedirse una segunda revisión.",
            en="A person has already answered this; the answer is on the scorecard. If you do not agree, speak with "
            "whoever signed it: a second review can be asked for.",
            kept=kept,
        )
