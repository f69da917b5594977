"""What the door refuses, in words. None of them says whether a name is known here."""

from simulator.refusals import Refusal


class NotLetIn(Refusal):
    """Name and password do not go together; the same words whichever of them is wrong."""

    def __init__(self) -> None:
        super().__init__(
            es="El nombre y la contraseña no coinciden. Revíselos e inténtelo otra vez. "
            "Si olvidó la contraseña, pida un enlace nuevo a quien administra Acuerdo.",
            en="Name and password do not match. Check both and try again. "
            "If you forgot your password, ask whoever administers Acuerdo for a new link.",
        )


class TooManyTries(Refusal):
    """Too many tries under this name, or from this address; ``seconds`` are left to wait."""

    def __init__(self, seconds: int) -> None:
        minutes = max(1, -(-seconds // 60))
        super().__init__(
            es=f"Hubo demasiados intentos. Espere {minutes} min y vuelva a intentarlo.",
            en=f"There were too many tries. Wait {minutes} min and try again.",
        )
        self.seconds = seconds


class WeakPassword(Refusal):
    """The password could be guessed, or is too short or too long."""


class BadSignInName(Refusal):
    """The sign-in name cannot be used."""


class LinkGone(Refusal):
    """A one-time link that was used, replaced or is too old, or never was one."""

    def __init__(self) -> None:
        super().__init__(
            es="Este enlace ya no sirve: se usó, se cambió por otro o venció. Pida uno nuevo a quien administra "
            "Acuerdo. Si ya eligió su contraseña, entre con ella.",
            en="This link no longer works: it was used, replaced by another, or is too old. Ask whoever administers "
            "Acuerdo for a new one. If you have chosen your password already, sign in with it.",
        )


class NoSuchPerson(Refusal):
    """Nobody here by this id or name."""

    def __init__(self, name: str = "") -> None:
        said = f" {name[:80]!r}" if name else ""
        super().__init__(
            es=f"No hay ninguna persona{said} aquí. Vea quiénes hay con: acuerdo people list.",
            en=f"There is nobody{said} here. See who is: acuerdo people list.",
        )


class LastAdministrator(Refusal):
    """Nobody would be left who can let people in."""

    def __init__(self) -> None:
        super().__init__(
            es="Es la única persona que administra. Dele antes ese puesto a otra.",
            en="This is the only administrator. Give that role to somebody else first.",
        )


class CannotJoin(Refusal):
    """Two records of which not exactly one comes in by the company's sign-on."""

    def __init__(self) -> None:
        super().__init__(
            es="Solo se unen una cuenta con contraseña y una que entra con la cuenta de la empresa. No se cambió nada.",
            en="Only a record with a password and one that comes in with the company account are joined. Nothing was "
            "changed.",
        )


class NotJoinedByOneself(Refusal):
    """An administrator's own record."""

    def __init__(self) -> None:
        super().__init__(
            es="Nadie une su propia cuenta con otra. Pídalo a otra persona que administre Acuerdo.",
            en="Nobody joins their own record to another. Ask another administrator.",
        )


class ShutFirst(Refusal):
    """One of two records was shut out, and would be let in by the other."""

    def __init__(self) -> None:
        super().__init__(
            es="Una de las dos cuentas está cerrada. Ábrala primero, si de verdad es la misma persona.",
            en="One of the two is shut out. Let them in first, if it is really the same person.",
        )


class SharedWork(Refusal):
    """Two records that both hold something of which a person has one only."""

    def __init__(self) -> None:
        super().__init__(
            es="Las dos cuentas tienen el mismo intento de una tarea asignada, o del mismo ejercicio, y no se mezclan. "
            "No se cambió nada. Cierre la cuenta que ya no se use; lo suyo queda donde está. Si son ejercicios, la "
            "persona puede borrar los de una de las dos, y entonces sí se unen.",
            en="Both have the same try of an assigned task, or of the same drill, and these are not mixed. Nothing was "
            "changed. Shut out the one that is no longer used; its work stays where it is. Where it is drills, the "
            "person can delete those of one of the two, and then they can be joined.",
        )


class NoSuchCohort(Refusal):
    """A cohort that is not here."""

    def __init__(self) -> None:
        super().__init__(es="Ese grupo ya no existe. Recargue la página.", en="That cohort is gone. Reload the page.")


class CohortStands(Refusal):
    """A cohort of that name is here already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            es="Ya hay un grupo con ese nombre. Use otro.", en="There is a cohort of that name already. Use another.",
            kept=name,
        )  # fmt: skip


class NotForYou(Refusal):
    """The provider knows them, and nothing that it says of them opens this door."""

    def __init__(self) -> None:
        super().__init__(
            es="Su cuenta de la empresa es válida, pero no está en ningún grupo que entre en Acuerdo. Pida a quien "
            "administra las cuentas que lo incluya en uno, y vuelva a entrar.",
            en="Your company account is in order, but it is in no group that may use Acuerdo. Ask whoever looks after "
            "the accounts to put you in one, and sign in again.",
        )


class ShutOut(Refusal):
    """An administrator shut them out here, whatever the provider says."""

    def __init__(self) -> None:
        super().__init__(
            es="Su acceso a Acuerdo está cerrado. Si debería entrar, hable con quien lo administra.",
            en="Your access to Acuerdo is closed. If you should be let in, talk to whoever administers it.",
        )


class ProviderSilent(Refusal):
    """The sign-on provider cannot be reached, or does not answer as one."""

    def __init__(self) -> None:
        super().__init__(
            es="El inicio de sesión de su empresa no responde. Espere un momento e inténtelo otra vez; si sigue igual, "
            "avise a quien administra Acuerdo.",
            en="Your company's sign-in does not answer. Wait a moment and try again; if it stays like this, tell "
            "whoever administers Acuerdo.",
        )


class NotProven(Refusal):
    """What came back from the provider does not prove who this is."""

    def __init__(self) -> None:
        super().__init__(
            es="No se pudo comprobar su identidad. Empiece otra vez desde esta página.",
            en="We could not make sure who you are. Start again from this page.",
        )


class TurnedBack(Refusal):
    """The visitor, or the provider, broke the sign-in off."""

    def __init__(self) -> None:
        super().__init__(
            es="El inicio de sesión se canceló. Puede intentarlo otra vez cuando quiera.",
            en="The sign-in was cancelled. You can try again whenever you like.",
        )
