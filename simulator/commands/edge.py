"""What the commands share at the edge: words for problems, days, JSON, printed lines."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from scenarios.problem import ScenarioError
from scoring.rated import RatedError
from simulator.here import SHIPPED, Here, in_force
from simulator.refusals import Refusal
from simulator.settings import load_settings
from simulator.store import Store

FIRST, LAST = datetime(2000, 1, 1), datetime(2100, 12, 31)


class Day(click.ParamType[datetime]):
    """A day of this century, as in 2026-11-23."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The day; a usage error where it is none, or so far off that no call can have taken place then."""
        try:
            day = value if isinstance(value, datetime) else datetime.strptime(value, "%Y-%m-%d")
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2026-11-23", param, ctx)
        if not FIRST <= day <= LAST:
            self.fail(f"{value!r} is too far off; days from 2000-01-01 to 2100-12-31 can be played", param, ctx)
        return day


DAY = Day()
FILE = click.Path(path_type=Path)
RATED_ON = datetime(2026, 11, 23)
"""The day of rated material, unless said otherwise."""


class Explained(click.ClickException):
    """A problem in words, on standard error, with exit code 1."""

    def show(self, file: Any = None) -> None:
        """Print it as it is: it names what, where and how to mend it."""
        click.echo(self.message, err=True)


@contextmanager
def explained() -> Iterator[None]:
    """What the packages raise for a person becomes words and exit code 1; everything else stays a fault."""
    try:
        yield
    except (ScenarioError, RatedError, Refusal) as error:
        raise Explained(str(error)) from None


@contextmanager
def made_of(here: bool) -> Iterator[Here]:
    """What the program ships, or what is in force in this installation; what is wrong is said in words."""
    if here:
        with kept() as store:
            yield in_force(store)
    else:
        with explained():
            yield SHIPPED


@contextmanager
def kept() -> Iterator[Store]:
    """The installation's database, open; what is wrong with it is said in words."""
    with explained(), Store.open(load_settings(os.environ).database_url) as store:
        yield store


HERE = click.option(
    "--here", is_flag=True,
    help="As in this installation: its published scenarios and rubrics, and what its reader was taught.",
)  # fmt: skip


def now() -> datetime:
    """The present instant; the only clock of the commands that keep things."""
    return datetime.now(UTC)


def on_each_line(lines: Iterable[str]) -> None:
    """Print them."""
    for line in lines:
        click.echo(line)


def as_json(value: Any, indent: int | None = None) -> str:
    """JSON as it reads: accents kept."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "replace").decode("utf-8")
