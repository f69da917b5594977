"""``acuerdo play``: a call without a browser, from a file of replies or typed here."""

import re
import secrets
from datetime import date, datetime
from typing import Any

import click

from scenarios.case import Case
from scenarios.generation import generate_case
from scenarios.scenario import Scenario
from scoring.transcript import FollowUp
from simulator import typed
from simulator.commands.edge import DAY, FILE, HERE, Explained, as_json, made_of, on_each_line
from simulator.conversation import opening, respond
from simulator.played import Played, Terms, as_dict, judged
from simulator.played import play as play_script
from simulator.printing import case_lines, scorecard_lines, step_lines
from simulator.recording import as_yaml, recorded
from simulator.refusals import Refusal
from simulator.replies import Replies, Reply, load_replies
from simulator.state import Said


@click.command()
@click.argument("scenario")
@click.option("--country", default="MX", show_default=True)
@click.option("--language", help="es or en; the country's usual one by default.")
@click.option("--seed", type=int, help="The same seed makes the same case; drawn and printed when left out.")
@click.option("--on", type=DAY, help="Day of the call; today by default.")
@click.option("--replies", type=FILE, help="YAML file with the replies and the follow-up.")
@click.option("--record", metavar="NAME", help="Print the call as a playthrough of this name, to paste and edit.")
@HERE
@click.option("--json", "json_wanted", is_flag=True, help="Print the whole call as JSON.")
def play(**options: Any) -> None:
    """Play a call: from a file of replies, or in the terminal."""

    with made_of(options["here"]) as here:
        scenario = here.scenario(options["scenario"])
        terms = Terms(reader=here.reader, rubric=here.rubric(scenario.rubric))
        script = load_replies(options["replies"]) if options["replies"] else None
        on = _day(options["on"]) or (script.on if script else None) or date.today()
        seed = options["seed"] if options["seed"] is not None else secrets.randbelow(10_000)
        case = generate_case(scenario, options["country"], seed, on, options["language"])
        played = _play_here(scenario, case, terms) if script is None else play_script(scenario, case, script, terms)
    if options["record"]:
        return click.echo(as_yaml(recorded(played, _identifier(options["record"]))), nl=False)
    if options["json_wanted"]:
        return click.echo(as_json(as_dict(played), indent=2))
    return _print_played(played, script is None)


def _identifier(name: str) -> str:
    """A playthrough's name, or the words that say what one looks like."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", name):
        raise click.BadParameter("lower-case letters, digits and _, as in good_mx", param_hint="--record")
    return name


def _print_played(played: Played, shown: bool) -> None:
    """The whole call and what it scored; a call typed here was ``shown`` as it went."""
    if not shown:
        on_each_line(case_lines(played.case))
        for step in played.steps:
            on_each_line(step_lines(step))
    on_each_line(scorecard_lines(played))
    if played.unplayed:
        click.echo(f"{played.unplayed} replies were left over: the call had ended.")


def _play_here(scenario: Scenario, case: Case, terms: Terms) -> Played:
    """A call in the terminal: one line a reply; /end, /hold, /supervisor and /wait are events."""

    on_each_line(case_lines(case))
    click.echo("One line is one reply. /end, /hold, /supervisor, /wait, /send_document do what they say.\n")
    steps = [opening(scenario, case)]
    on_each_line(step_lines(steps[-1]))
    while not steps[-1].state.ended:
        said = _said(_typed("> "))
        if said is None:
            continue
        steps.append(respond(scenario, case, steps[-1].state, said, terms.reader))
        on_each_line(step_lines(steps[-1].model_copy(update={"said": steps[0].said})))
    click.echo("\nThe follow-up note, one line:")
    script = Replies(replies=(Reply(event="end"),), follow_up=FollowUp(note=_typed("note> ")))
    return judged(scenario, case, steps, script, terms)


def _said(line: str) -> Said | None:
    """What was typed, as the conversation takes it; ``None``, with a word why, where it cannot be said."""
    if line.startswith("/") and line not in EVENTS:
        click.echo(f"There is no {line.split(maxsplit=1)[0]}; there is {', '.join(EVENTS)}.")
        return None
    said = Said.model_validate({"event": line[1:]} if line in EVENTS else {"text": line})
    try:
        return typed.reply(said)
    except Refusal as refused:
        click.echo(str(refused))
        return None


EVENTS = ("/end", "/hold", "/supervisor", "/wait", "/send_document")


def _typed(prompt: str) -> str:
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        raise Explained("\nThe call was left; nothing of it is kept.") from None


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None
