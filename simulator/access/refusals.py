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
