"""What can be wrong with a backup, or with the database it should go to, in words for the person."""

from pathlib import Path

from simulator.store.errors import StoreError


def damaged(path: Path, why: str) -> StoreError:
    """The archive is not what a backup of this program is."""
    return StoreError(
        es=f"{path} no se puede usar como respaldo: {why}. No se restauró nada. Pruebe con otro respaldo.",
        en=f"{path} cannot be used as a backup: {why}. Nothing was restored. Try another backup.",
    )


def later_format(path: Path, found: str) -> StoreError:
    """The archive, or the database in it, is of a version that this program does not know."""
    return StoreError(
        es=f"{path} es de otra versión de Acuerdo ({found}). Actualice el programa y repita. No se restauró nada.",
        en=f"{path} belongs to another version of Acuerdo ({found}). Update the program and try again. "
        "Nothing was restored.",
    )


def not_empty(where: str, table: str) -> StoreError:
    """Restoring never mixes: what stands is not touched."""
    return StoreError(
        es=f"La base de datos {where} no está vacía (tabla {table!r}). Un respaldo se restaura en una base vacía: "
        "indique otra con --into. No se cambió nada.",
        en=f"The database {where} is not empty (table {table!r}). A backup is restored into an empty database: "
        "name another with --into. Nothing was changed.",
    )


def exists_already(path: Path) -> StoreError:
    """A backup never writes over a file."""
    return StoreError(
        es=f"{path} ya existe. Indique otro nombre; un respaldo no sobrescribe nada.",
        en=f"{path} exists already. Choose another name; a backup writes over nothing.",
    )


def not_written(path: Path, why: str) -> StoreError:
    """The disk or the folder is in the way."""
    return StoreError(
        es=f"No se pudo escribir {path}: {why}. No quedó ningún respaldo a medias.",
        en=f"{path} could not be written: {why}. No half-made backup was left.",
    )


def not_alike(path: Path, table: str) -> StoreError:
    """What came into the database differs from what the archive holds."""
    return damaged(path, f"table {table} did not come back as it was saved")
