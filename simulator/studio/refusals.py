"""What the studio will not do, in words for the trainer."""

from simulator.assigned import Assignment
from simulator.refusals import Refusal
from simulator.studio.checking import LEAST_RECORDED, Verdict
from simulator.studio.kept import Use


class NoSuchDraft(Refusal):
    """No scenario of that id in the studio."""

    def __init__(self) -> None:
        super().__init__(
            es="Ese escenario no está en el taller, o alguien lo borró. Vuelva a la biblioteca y elija otro.",
            en="That scenario is not in the studio, or somebody deleted it. Go back to the library and choose another.",
        )


class WrittenMeanwhile(Refusal):
    """Somebody else saved first. ``aside`` is the entry of the history that keeps this text."""

    def __init__(self, aside: int, kept: str) -> None:
        super().__init__(
            es=f"Otra persona guardó este escenario mientras usted escribía. No se perdió nada: su texto quedó en el "
            f"historial con el número {aside}. Compárelos ahí y recupere el que prefiera.",
            en=f"Somebody else saved this scenario while you were writing. Nothing is lost: your text stands in the "
            f"history as number {aside}. Compare them there, and restore the one you prefer.",
            kept=kept,
        )
        self.aside = aside


class NotReady(Refusal):
    """It cannot be published as it is; says what is missing."""

    def __init__(self, verdict: Verdict) -> None:
        errors, broken = len(verdict.errors), [r.name for r in verdict.replayed if r.failures]
        es, en = list[str](), list[str]()
        if errors:
            es.append(f"corrija los errores marcados ({errors})")
            en.append(f"mend the errors that are marked ({errors})")
        if broken:
            es.append(f"revise las llamadas grabadas que ya no salen igual: {', '.join(broken[:5])}")
            en.append(f"look at the recorded calls that now go otherwise: {', '.join(broken[:5])}")
        if verdict.holding < LEAST_RECORDED:
            missing = LEAST_RECORDED - verdict.holding
            es.append(f"juegue el escenario y grabe {missing} llamada{'s' if missing > 1 else ''} más en un idioma")
            en.append(f"play it and record {missing} more call{'s' if missing > 1 else ''} in one language")
        super().__init__(
            es=f"Todavía no se puede publicar: {'; '.join(es)}.", en=f"It cannot be published yet: {'; '.join(en)}."
        )


class NameTaken(Refusal):
    """The scenario's id belongs to another, or may no longer change."""

    def __init__(self, written: str, name: str, *, settled: bool) -> None:
        why_es = "ya se publicó con otro, y los intentos lo recuerdan" if settled else "ya lo usa otro escenario"
        why_en = "it was published under another, which its calls remember" if settled else "another scenario has it"
        super().__init__(
            es=f"El id «{written[:40]}» no se puede usar: {why_es}. Escriba id: {name} y publique de nuevo.",
            en=f"The id '{written[:40]}' cannot be used: {why_en}. Write id: {name} and publish again.",
        )


class UnknownRubric(Refusal):
    """The scenario asks for a rubric that is not offered here."""

    def __init__(self, written: str, known: tuple[str, ...]) -> None:
        super().__init__(
            es=f"El escenario pide la rúbrica «{written}», que aquí no se ofrece. Escriba una de estas: "
            f"{', '.join(known)}.",
            en=f"The scenario asks for the rubric '{written}', which is not offered here. Write one of these: "
            f"{', '.join(known)}.",
        )


class RestsOnTaught(Refusal):
    """A call that ends only because of phrases taught here."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta llamada termina así solo por lo que se enseñó aquí al lector. Dígalo de otra manera y grábela.",
            en="It ends so only because of what the reader was taught here. Say it another way and record that.",
        )


class InUse(Refusal):
    """It cannot be deleted; says what uses it. ``assigned`` are the assignments that still ask for it."""

    def __init__(self, use: Use, assigned: tuple[Assignment, ...] = (), *, published: bool) -> None:
        es, en = list[str](), list[str]()
        if published:
            es.append("está publicado")
            en.append("it is published")
        if use.practice:
            es.append(_counted(use.practice, "llamada de práctica", "llamadas de práctica"))
            en.append(_counted(use.practice, "practice call", "practice calls"))
        if use.assessed:
            es.append(_counted(use.assessed, "llamada evaluada", "llamadas evaluadas"))
            en.append(_counted(use.assessed, "assessed call", "assessed calls"))
        if assigned:
            es.append(f"está en {_counted(len(assigned), 'asignación', 'asignaciones')} ({_titles(assigned, 'del')})")
            en.append(f"it is in {_counted(len(assigned), 'assignment', 'assignments')} ({_titles(assigned, 'of')})")
        super().__init__(
            es=f"No se puede borrar, está en uso: {', '.join(es)}. {_instead_es(bool(assigned), published)}",
            en=f"It cannot be deleted, it is in use: {', '.join(en)}. {_instead_en(bool(assigned), published)}",
        )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _titles(assigned: tuple[Assignment, ...], since: str) -> str:
    """The first few by name; one without a name by the day it was made."""
    named = [one.title or f"{since} {one.created_at:%Y-%m-%d}" for one in assigned[:5]]
    return ", ".join(named) + (", …" if len(assigned) > 5 else "")


def _instead_es(assigned: bool, published: bool) -> str:
    if assigned:
        return "Primero retire la asignación en «Asignaciones», si ya no hace falta."
    if published:
        return "Puede retirarlo: deja de ofrecerse y nada se pierde."
    return "Sus llamadas se conservan, y por eso el escenario también; ya no se ofrece a nadie."


def _instead_en(assigned: bool, published: bool) -> str:
    if assigned:
        return "First withdraw the assignment under 'Assignments', if it is no longer needed."
    if published:
        return "You can withdraw it: it is no longer offered, and nothing is lost."
    return "Its calls are kept, and so is the scenario; it is no longer offered to anybody."


class TooLarge(Refusal):
    """More text than a scenario may hold."""

    def __init__(self, kept: str, kib: int) -> None:
        super().__init__(
            es=f"El texto ocupa más de {kib} KiB. Acórtelo, o pase frases repetidas a un paquete.",
            en=f"The text is larger than {kib} KiB. Shorten it, or move what repeats to a pack.",
            kept=kept,
        )
