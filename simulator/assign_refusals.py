"""Why something cannot be assigned, or an assigned call not be begun now."""

from datetime import date

from simulator.assigned import MOST_TASKS, Why
from simulator.refusals import Refusal


class NothingChosen(Refusal):
    """No scenario, or more than fit."""

    def __init__(self) -> None:
        super().__init__(
            es=f"Elija qué asignar: de uno a {MOST_TASKS} escenarios, o un programa.",
            en=f"Choose what to assign: from one to {MOST_TASKS} scenarios, or a programme.",
        )


class NobodyChosen(Refusal):
    """Nobody to assign it to."""

    def __init__(self) -> None:
        super().__init__(
            es="Elija a quién: personas, grupos o ambos. Lo demás sigue como lo dejó.",
            en="Choose for whom: people, cohorts or both. The rest is as you left it.",
        )


class NotThere(Refusal):
    """Scenarios that do not take place in the country, or in that language."""

    def __init__(self, titles: dict[str, str]) -> None:
        super().__init__(
            es=f"No se puede hacer en ese país e idioma: {titles['es']}. Quítelo o elija otro país.",
            en=f"Not available in that country and language: {titles['en']}. Take it out, or choose another country.",
        )


class BadDates(Refusal):
    """It would be due before it opens."""

    def __init__(self) -> None:
        super().__init__(
            es="La fecha límite es anterior al comienzo, o ya pasó. Elija otra.",
            en="The due date is before the opening, or already past. Choose another one.",
        )


class ExamNeedsEnd(Refusal):
    """An exam without a window, or of practice."""

    def __init__(self) -> None:
        super().__init__(
            es="Un examen es evaluado y necesita fecha límite: hasta entonces todo queda oculto.",
            en="An exam is assessed and needs a due date: until then everything stays hidden.",
        )


class Withdrawn(Refusal):
    """The assignment was withdrawn, and nothing more can be changed in it."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta asignación ya se retiró. Puede duplicarla y asignarla otra vez.",
            en="This assignment was withdrawn. You can duplicate it and assign it again.",
        )


class CannotBegin(Refusal):
    """An assigned call that cannot be begun now; ``why`` says the reason in a word."""

    def __init__(self, why: Why, opens_on: date | None = None) -> None:
        es, en = _WORDS[why]
        day = f"{opens_on:%d/%m/%Y}" if opens_on else ""
        super().__init__(es=es.replace("{day}", day), en=en.replace("{day}", day))
        self.why = why


class CodeNeeded(Refusal):
    """The invigilator's code is missing, or is another."""

    def __init__(self) -> None:
        super().__init__(
            es="El código no es ese. Pídaselo a quien cuida el examen y escríbalo tal cual.",
            en="That is not the code. Ask whoever invigilates for it and type it exactly.",
        )


_WORDS: dict[Why, tuple[str, str]] = {
    "withdrawn": ("Esta asignación se retiró: ya no hay que hacerla.", "This was withdrawn: there is nothing to do."),
    "not_open": ("Todavía no empieza.", "It has not opened yet."),
    "closed": (
        "El plazo de este examen terminó. Si algo lo impidió, dígaselo a quien se lo asignó.",
        "The window of this exam has closed. If something got in the way, tell whoever assigned it.",
    ),
    "day": ("Esto toca el {day}.", "This is for {day}."),
    "needs": ("Primero termine lo que viene antes.", "First finish what comes before it."),
    "used_up": ("Ya usó los intentos de esta llamada.", "You have used the attempts at this call."),
    "gone": (
        "Este escenario ya no está en la biblioteca: no se le pide. Si tiene dudas, pregunte a quien lo asignó.",
        "This scenario is no longer in the library, so it is not asked of you. If in doubt, ask whoever assigned it.",
    ),
    "": ("", ""),
}
