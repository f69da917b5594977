"""``acuerdo person``: a copy of what is kept of one person, and their erasure."""

import os
from pathlib import Path

import click

from simulator.commands.edge import FILE, Explained, as_json, kept, now
from simulator.person_data import PersonData


@click.group()
def person() -> None:
    """Copy or erase what is kept of one person, named by id or by whole name."""


@person.command()
@click.argument("who")
@click.option("--out", type=FILE, required=True, help="The file to write; it must not exist yet.")
@click.option("--practice", is_flag=True, help="With practice, which is private: only at the person's own wish.")
def export(who: str, out: Path, practice: bool) -> None:
    """Write a JSON copy of what is kept of WHO. Ids of people are pseudonyms; the audit log notes it."""
    with kept() as store:
        data = PersonData(store, now)
        profile = data.find(who)
        try:
            with os.fdopen(os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
                file.write(as_json(data.copy(None, profile.id, practice), indent=1) + "\n")
        except FileExistsError:
            raise Explained(f"{out} exists already. Choose another name.") from None
        except OSError as error:
            raise Explained(f"{out} could not be written: {error.strerror}.") from None
    click.echo(f"{out}: what is kept of {profile.name}" + ("." if practice else ", without practice."))


@person.command()
@click.argument("who")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(who: str, yes: bool) -> None:
    """Delete WHO with all that belongs to them, assessed attempts too. It cannot be undone.

    Backups made before still hold it; the audit log keeps the id and no name.
    """
    with kept() as store:
        data = PersonData(store, now)
        profile = data.find(who)
        if not yes:
            click.confirm(f"Erase {profile.name} ({profile.id}) with all attempts?", abort=True)
        gone = data.erase(None, profile.id)
    click.echo(f"Erased {profile.name}: " + ", ".join(f"{rows} {table}" for table, rows in gone.items()))
