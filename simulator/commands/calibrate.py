"""``acuerdo calibrate``: agreement with raters."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from scoring import calibrated
from scoring.baselines import vader_installed
from scoring.calibration import WORST, Disagreement, Row, rows_of
from simulator.commands.edge import DAY, FILE, RATED_ON, Explained, as_json, explained, kept, on_each_line
from simulator.printing import table
from simulator.reviewing import LOOKED_AT
from simulator.reviews import agreement

FIGURES = ("unit", "language", "criterion", "n", "assessed", "spearman", "low", "high", "qwk", "exact", "within_one")
PLAIN = ("spearman_given_length", "length", "vader", "words", "file")
LONGEST = 160


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option("--reviews", is_flag=True, help="Agreement with the reviewers of this installation (not blind).")
@click.option("--on", type=DAY, default=RATED_ON, show_default="2026-11-23")
@click.option("--worst", type=click.IntRange(0, 1000), default=0, help="Print the N worst disagreements of each row.")
@click.option("--write", is_flag=True, help="Keep the figures for the page of the application.")
@click.option("--json", "json_wanted", is_flag=True, help="Print a JSON list.")
def calibrate(  # noqa: PLR0913, PLR0917 - the options of the command
    files: tuple[Path, ...], reviews: bool, on: datetime, worst: int, write: bool, json_wanted: bool
) -> None:
    """How well the scores agree with rated turns, calls and notes, beside what plain measures reach."""
    if reviews:
        return _reviews(json_wanted)
    if not files:
        raise click.UsageError("Name files of rated material, or use --reviews.")
    with explained():
        rows = rows_of(files, on.date(), max(worst, WORST))
    if write:
        _write(rows)
    if json_wanted:
        return click.echo(as_json([_plain(row, worst) for row in rows], indent=2))
    on_each_line(_shown(rows))
    for row in rows if worst else ():
        on_each_line(_worst(row, worst))
    return None


def _reviews(json_wanted: bool) -> None:
    """By criterion, how far the program's levels agree with what reviewers decided."""
    with kept() as store:
        found = agreement(store.reviews.of_criteria(LOOKED_AT))
    rows = [{"criterion": name} | one.model_dump(mode="json") for name, one in found.items()]
    if json_wanted:
        return click.echo(as_json({"blind": False, "rows": rows}, indent=2))
    on_each_line(table(rows, ("criterion", "n", "exact", "within_one", "kappa", "alpha")) if rows else ())
    click.echo("Not blind: reviewers saw the program's level before they decided." if rows else "No reviews yet.")
    return None


def _plain(row: Row, worst: int) -> dict[str, Any]:
    read = {"worst": [_read(d) for d in row.worst[:worst]]} if worst else {}
    return row.figures() | read


def _read(one: Disagreement) -> dict[str, Any]:
    return {"id": one.id, "said": one.said, "ratings": list(one.marks), "level": one.level, "score": one.score}


def _shown(rows: Sequence[Row]) -> Iterator[str]:
    installed = vader_installed()
    figures = [row.figures() | ({} if installed else {"vader": "not installed"}) for row in rows]
    yield "Spearman with its 95 % interval, weighted kappa, the same level, within one level"
    yield from table(figures, FIGURES)
    yield ""
    yield "Spearman with length held fixed, and of length (words), VADER and the trained text score alone"
    yield from table(figures, ("unit", "language", "criterion", *PLAIN))
    yield "Model-rated: these figures are agreement with a model's ratings, not with people's."


def _worst(row: Row, count: int) -> Iterable[str]:
    yield ""
    yield f"{row.unit} {row.language} {row.criterion}: worst disagreements"
    for one in row.worst[:count]:
        marks = ", ".join(f"{mark:g}" for mark in one.marks)
        yield f"  {one.id}: rated {marks} · scored level {one.level} ({one.score:.2f}), {one.apart:+.2f}"
        yield f"    «{_cut(one.said)}»"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"


def _write(rows: Sequence[Row]) -> None:
    measured = calibrated.calibration_of([r.model_copy(update={"worst": r.worst[:WORST]}) for r in rows])
    try:
        calibrated.write(measured)
    except OSError as error:
        raise Explained(f"{calibrated.FILE} cannot be written ({error.strerror}); check the permissions.") from None
    click.echo(f"{len(rows)} rows kept for the page, in {calibrated.FILE.name}", err=True)
