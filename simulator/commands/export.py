"""``acuerdo export``: a scorecard to print, a cohort's assessed calls."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from simulator.commands.edge import FILE, Explained, kept, now
from simulator.exporting import ENDINGS, Exporting, How, Kind, NoSuchCohort

OUT = click.option("--out", type=FILE, required=True, help="The file to write; it must not exist yet.")
LANGUAGE = click.option("--language", type=click.Choice(["es", "en"]), default="es", show_default=True)


@click.group()
def export() -> None:
    """Write a cohort's assessed calls into a file."""


@export.command()
@click.argument("name")
@click.option("--as", "kind", type=click.Choice(list(ENDINGS)), default="xlsx", show_default=True)
@click.option("--names", is_flag=True, help="With the trainees' names; without, they are pseudonyms.")
@LANGUAGE
@OUT
def cohort(name: str, kind: Kind, names: bool, language: str, out: Path) -> None:
    """Write the assessed calls of the cohort NAME (or its id): a workbook, tables as CSV in a ZIP, or JSON."""
    with kept() as store:
        desk = Exporting(store, now)
        known = [c for c in desk.cohorts(None) if name in (c.id, c.name)]
        if len(known) != 1:
            raise NoSuchCohort
        with _new(out) as file:
            count = desk.cohort(None, known[0].id, file, How(kind=kind, language=language, named=names))
    click.echo(f"{out}: {count} calls")


@contextmanager
def _new(out: Path) -> Iterator[IO[bytes]]:
    """The file, for its owner only."""
    try:
        opened = os.fdopen(os.open(out, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b")
    except OSError as error:
        raise Explained(f"{out}: {error.strerror}; name a new file") from None
    with opened:
        yield opened
