"""Why something cannot be done in an attempt now."""

from simulator.kept import Stage
from simulator.refusals import Refusal

LARGEST_SEED = 2**31 - 1


class ChangedMeanwhile(Refusal):
    """Another window was quicker; ``kept`` is what was typed here."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Este intento cambió en otra ventana. Aquí no se guardó nada y su texto sigue en la caja: "
            "lea lo que pasó y envíelo si todavía viene al caso.",
            en="This attempt changed in another window. Nothing was saved here and your text is still in the box: "
            "read what happened and send it if it still fits.",
            kept=kept,
        )


class NotNow(Refusal):
    """The attempt stands elsewhere: one cannot talk in a closed attempt, nor score one still in talk."""

    def __init__(self, phase: Stage, kept: str = "") -> None:
        es = {"prepare": "en preparación", "talk": "en plena llamada", "wrap_up": "en el cierre", "closed": "terminado"}
        en = {"prepare": "being prepared", "talk": "in the talk", "wrap_up": "at the wrap-up", "closed": "finished"}
        super().__init__(
            es=f"El intento está {es[phase]}; esto no se puede hacer ahora. Vuelva a abrirlo para seguir donde está.",
            en=f"The attempt is {en[phase]}; this cannot be done now. Open it again to go on from where it is.",
            kept=kept,
        )


class StillTalking(Refusal):
    """Another's call is running: nobody reads it silently."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta llamada está en curso. Puede acompañarla desde «Asignaciones», a la vista de quien llama, "
            "o leerla cuando termine.",
            en="This call is running. You can sit beside it from “Assignments”, in view of the person calling, "
            "or read it once it is over.",
        )


class BadSeed(Refusal):
    """A seed out of its bounds."""

    def __init__(self) -> None:
        super().__init__(
            es=f"La semilla es un número de 0 a {LARGEST_SEED}.", en=f"A seed is a number from 0 to {LARGEST_SEED}."
        )


class NotOffered(Refusal):
    """A contact that the scenario does not let one choose."""

    def __init__(self) -> None:
        super().__init__(
            es="Ese contacto no se puede elegir aquí. Elija a quién, cuándo y por qué canal entre lo que se ofrece.",
            en="That contact cannot be chosen here. Choose whom, when and by which channel from what is offered.",
        )


class NotOnTheShelf(Refusal):
    """A scenario that this installation does not offer in that country."""

    def __init__(self) -> None:
        super().__init__(
            es="Aquí no se ofrece esa llamada en ese país. Elija otra de la lista.",
            en="That call is not offered here in that country. Choose another from the list.",
        )
