"""What can go wrong with a database, in words for the person."""

from simulator.refusals import Refusal


class StoreError(Refusal):
    """The database cannot be used; nothing was changed."""


class Conflict(Exception):  # noqa: N818 - it is answered, not reported
    """Somebody else changed the attempt in the meantime; nothing was saved."""


def unusable(where: str, why: str) -> StoreError:
    """The database could not be opened at all. ``where`` holds no password."""
    return StoreError(
        es=f"No se pudo abrir la base de datos {where}: {why}. Revise ACUERDO_DATABASE_URL y los permisos.",
        en=f"The database {where} could not be opened: {why}. Check ACUERDO_DATABASE_URL and the permissions.",
    )


def newer(where: str, revision: str) -> StoreError:
    """The database was written by a version of the program that this one does not know."""
    return StoreError(
        es=f"La base de datos {where} es de una versión más nueva del programa (revisión {revision}). "
        "Actualice Acuerdo o indique otra base en ACUERDO_DATABASE_URL. No se cambió nada.",
        en=f"The database {where} belongs to a newer version of the program (revision {revision}). "
        "Update Acuerdo, or name another database in ACUERDO_DATABASE_URL. Nothing was changed.",
    )


def foreign(where: str, table: str) -> StoreError:
    """The database has tables of our names that this program did not make."""
    return StoreError(
        es=f"La base de datos {where} ya tiene una tabla {table!r} que no es de Acuerdo. "
        "Indique una base vacía en ACUERDO_DATABASE_URL. No se cambió nada.",
        en=f"The database {where} already has a table {table!r} that is not Acuerdo's. "
        "Name an empty database in ACUERDO_DATABASE_URL. Nothing was changed.",
    )


def not_read() -> StoreError:
    """A question to the database failed."""
    return StoreError(
        es="La base de datos no respondió. Lo que guardó está a salvo; vuelva a intentarlo en un momento.",
        en="The database did not answer. What you had saved is safe; try again in a moment.",
    )


def not_saved() -> StoreError:
    """A write failed: disk full, database gone or locked too long."""
    return StoreError(
        es="No se pudo guardar: la base de datos no respondió o el disco está lleno. "
        "Lo anterior sigue guardado; vuelva a intentarlo en un momento.",
        en="This could not be saved: the database did not answer or the disk is full. "
        "What came before is safe; try again in a moment.",
    )
