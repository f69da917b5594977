"""What cannot be done with a rubric, in words for the trainer."""

from simulator.refusals import Refusal


class NoSuchRubric(Refusal):
    """No rubric, version or draft of that name."""

    def __init__(self) -> None:
        super().__init__(
            es="Esa rúbrica, o ese borrador, no existe o ya no está. Vuelva a la lista y elija otra.",
            en="That rubric or draft does not exist, or is gone. Go back to the list and choose another.",
        )


class NameTaken(Refusal):
    """The id belongs to a rubric that ships with the program."""

    def __init__(self, rubric_id: str) -> None:
        super().__init__(
            es=f"El identificador {rubric_id!r} es de una rúbrica que viene con el programa y no cambia. "
            "Escriba otro en id: por ejemplo, el nombre de su equipo.",
            en=f"The id {rubric_id!r} belongs to a rubric that comes with the program, which does not change. "
            "Write another under id: your team's name, for example.",
        )


class VersionStands(Refusal):
    """A version that was published never changes."""

    def __init__(self, rubric_id: str, following: int) -> None:
        super().__init__(
            es=f"Esa versión de {rubric_id!r} ya está publicada y no cambia. Escriba version: {following}.",
            en=f"That version of {rubric_id!r} is already published and does not change. Write version: {following}.",
        )


class SomebodyWasQuicker(Refusal):
    """The same draft, or the lexicon, was changed in another window; ``kept`` is what was written here."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="Alguien más guardó un cambio mientras tanto. Lo que usted escribió sigue aquí: cópielo, abra de nuevo "
            "la página y decida.",
            en="Somebody else saved a change meanwhile. What you wrote is still here: copy it, open the page again, "
            "and decide.",
            kept=kept,
        )


class TooMuchText(Refusal):
    """More than a rubric's file may hold."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es="El archivo es demasiado grande o no es texto UTF-8. Una rúbrica ocupa unas pocas páginas.",
            en="The file is too large, or it is no UTF-8 text. A rubric takes a few pages.",
            kept=kept,
        )
