"""``acuerdo rescore``: a new scorecard beside the old one, and the difference."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from scoring.difference import UNKNOWN, Cause, Difference
from simulator.commands.edge import Explained, as_json, explained, on_each_line
from simulator.rescoring import Rescored, chosen
from simulator.rescoring import rescore as score_again
from simulator.rubric_shelf import RubricShelf
from simulator.settings import load_settings
from simulator.store import Store

PARTS = {
    "rubric": "the rubric", "acts": "the reader's weights", "levels": "the level weights",
    "lexicons": "the phrases", "rules": "the rules of the program",
}  # fmt: skip


@click.command()
@click.option("--attempt", help="The id of one attempt, as in the address of its page.")
@click.option("--all", "everything", is_flag=True, help="Every finished attempt of this installation.")
@click.option("--rubric", help="A rubric's id, published here or shipped, or its file; the attempt's own by default.")
@click.option("--json", "json_wanted", is_flag=True, help="Print a JSON line for each attempt.")
def rescore(attempt: str | None, everything: bool, rubric: str | None, json_wanted: bool) -> None:
    """Score finished attempts again. The scorecards that stand are kept; the new ones stand beside them."""

    if (attempt is None) != everything:
        raise Explained("Give either --attempt ID or --all.")
    with explained(), Store.open(load_settings(os.environ).database_url) as store:
        used = RubricShelf(store).find(rubric) if rubric else None
        for one in chosen(store, attempt):
            found = score_again(store, one, used, datetime.now(UTC))
            on_each_line([as_json(_plain(found))] if json_wanted else _lines(found))


def _plain(found: Rescored) -> dict[str, object]:
    card = found.later
    named = {"rubric": card.rubric, "rubric_version": card.rubric_version, "rubric_hash": card.rubric_hash}
    return {"attempt": found.attempt_id, "kept": found.kept, **named, **found.difference.model_dump(mode="json")}


def _lines(found: Rescored) -> Iterator[str]:
    told = found.difference
    yield f"attempt {found.attempt_id}"
    if not found.kept:
        yield "  nothing differs; the scorecard that stands is kept as it is"
        return
    yield from (f"  changed: {_cause(cause)}" for cause in told.causes)
    for moved in told.criteria:
        by = "" if moved.by is None else f" ({moved.by:+.2f})"
        yield f"  {moved.criterion}: {_shown(moved.level_before)} → {_shown(moved.level_after)}{by}"
    yield f"  total: {_totals(told)}"
    yield f"  result: {told.result_before} → {told.result_after}"


def _cause(cause: Cause) -> str:
    if cause.what == UNKNOWN:
        return "cannot be told; the earlier scorecard does not name all that made it"
    return f"{PARTS.get(cause.what, cause.what)}, {cause.before} → {cause.after}"


def _totals(told: Difference) -> str:
    before, after = told.total_before, told.total_after
    by = "" if before is None or after is None else f" ({after - before:+.1f})"
    return f"{_shown(before)} → {_shown(after)}{by}"


def _shown(value: float | None) -> str:
    return "not assessed" if value is None else f"{value:g}"
