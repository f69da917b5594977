"""``acuerdo score``: scores of a file of rated or exported material."""

from datetime import datetime
from pathlib import Path

import click

from scoring.rubrics import find_rubric
from scoring.scores import score_file
from simulator.commands.edge import DAY, FILE, RATED_ON, Explained, as_json, explained


@click.command()
@click.argument("calls", type=FILE)
@click.option("--out", type=FILE, help="File for the scores, a JSON line each; printed otherwise.")
@click.option("--rubric", default="default", show_default=True, help="A rubric's id, or a file of your own.")
@click.option("--on", type=DAY, default=RATED_ON, show_default="2026-11-23")
def score(calls: Path, out: Path | None, rubric: str, on: datetime) -> None:
    """Score turns, calls or notes of a JSON-lines file, or calls as `acuerdo play --json` writes them."""

    with explained():
        lines = [as_json(row) for row in score_file(calls, find_rubric(rubric), on.date())]
    text = "\n".join(lines) + "\n" if lines else ""
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Explained(f"{out} cannot be written ({error.strerror}); name a file in a folder that exists.") from None
    click.echo(f"{len(lines)} scores written to {out}")
