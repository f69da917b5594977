"""``acuerdo rubrics``: list, show and check rubrics."""

import sys
from pathlib import Path

import click

from scenarios.values import Language
from scoring.rubrics import RubricError, read_rubric
from scoring.rubrics.known import indicators_of
from simulator.commands.edge import FILE, HERE, as_json, made_of, on_each_line
from simulator.printing import table


@click.group()
def rubrics() -> None:
    """List, show and check rubrics."""


@rubrics.command("list")
@HERE
def list_them(here: bool) -> None:
    """The rubrics that ship; with --here, those that calls may be scored with in this installation."""
    with made_of(here) as found_here:
        found = found_here.rubrics()
    rows = [
        {"id": r.id, "v": r.version, "pass_mark": r.pass_mark, "hash": r.content_hash[:8],
         "criteria": " ".join(f"{c.criterion}:{c.weight}" for c in r.criteria)}
        for r in found
    ]  # fmt: skip
    on_each_line(table(rows, ["id", "v", "pass_mark", "hash", "criteria"]))


@rubrics.command()
@click.argument("file_or_id")
@click.option("--language", type=click.Choice(["es", "en"]), default="es", show_default=True)
@click.option("--json", "json_wanted", is_flag=True, help="Print the whole rubric as JSON.")
@HERE
def show(file_or_id: str, language: Language, json_wanted: bool, here: bool) -> None:
    """What a rubric holds: weights, gates, which indicators count, the levels in words."""
    with made_of(here) as found_here:
        rubric = found_here.rubric(file_or_id)
    if json_wanted:
        return click.echo(as_json(rubric.model_dump(mode="json", exclude_none=True), indent=2))
    click.echo(f"{rubric.id} v{rubric.version} · {rubric.title[language]} · pass mark {rubric.pass_mark}")
    click.echo(f"content hash {rubric.content_hash}")
    click.echo(f"gates: {', '.join(rubric.gates) or 'none'}")
    for weighed in rubric.criteria:
        known = indicators_of(weighed.criterion)
        counted = [i for i in known if weighed.counts(i)]
        click.echo(f"\n{weighed.criterion}: {weighed.weight} points, {len(counted)} of {len(known)} indicators")
        if len(counted) < len(known):
            click.echo(f"  counted: {', '.join(counted)}")
        on_each_line(f"  {n} {words}" for n, words in enumerate(weighed.levels[language]))
    return None


@rubrics.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
def lint(files: tuple[Path, ...]) -> None:
    """Check rubric files; exit code 1 where one cannot be used."""
    failed = 0
    for path in files:
        try:
            rubric = read_rubric(path)
        except RubricError as error:
            failed += 1
            on_each_line(f"error: {problem}" for problem in error.problems)
        else:
            click.echo(f"ok {path}: {rubric.id} v{rubric.version}, content hash {rubric.content_hash[:8]}")
    click.echo(f"{len(files)} rubrics, {failed} that cannot be used")
    sys.exit(1 if failed else 0)
