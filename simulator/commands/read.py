"""``acuerdo read``: how a reply is understood."""

from collections.abc import Iterator
from typing import Any, TextIO

import click

from simulator.commands.edge import DAY, RATED_ON, Explained, as_json, explained
from simulator.reading_lines import read_lines, read_one


@click.command()
@click.argument("text", required=False)
@click.option(
    "--input", "source", type=click.File(encoding="utf-8"), help="JSON lines with text; - for standard input."
)
@click.option("--language", default="es", show_default=True)
@click.option("--country", default="MX", show_default=True)
@click.option("--on", type=DAY, default=RATED_ON, show_default="2026-11-23")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON.")
def read(text: str | None, source: TextIO | None, json_wanted: bool, **defaults: Any) -> None:
    """Read a reply: acts, tone, amounts, dates, offers, as the debtor and the scorecard see it."""

    if (text is None) == (source is None):
        raise Explained("Give either a text in quotes, or --input FILE (- for standard input).")
    with explained():
        defaults["on"] = defaults["on"].date().isoformat()
        if source is not None:
            for row in read_lines(source, getattr(source, "name", "-"), defaults):
                click.echo(as_json(row))
            return
        row = read_one({"text": text}, defaults)
    click.echo(as_json(row, indent=2) if json_wanted else "\n".join(_reading_lines(text or "", row)))


def _reading_lines(text: str, row: dict[str, Any]) -> Iterator[str]:
    yield f"language: {row['language']}{' (unsure)' if row['unsure'] else ''}"
    for act in row["acts"]:
        yield f"{act['act']} {act['confidence']:.2f} «{text[act['start'] : act['end']]}»"
    for kind in ("amounts", "dates", "counts", "percentages", "offers", "tone", "times", "mentions"):
        for found in row[kind]:
            shown = {k: v for k, v in found.items() if k not in ("start", "end")}
            yield f"{kind}: {as_json(shown)} «{text[found['start'] : found['end']]}»"
