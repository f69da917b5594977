"""A call held in writing, as it looks there: bubbles with the hour and whether they were read, or letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from scenarios.case import Channel
from scenarios.country import format_date
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import paragraph, plain, show
from simulator.delivery import speaking_rate, thinking_ms
from simulator.i18n import Translator
from simulator.state import Step
from simulator.view import AttemptView

STARTS, STARTS_MAIL = time(10, 5), time(16, 35)
"""Hour at which the first message of a conversation is shown; letters are answered once the telephones are quiet."""
TYPING = 3
"""Minutes from reading an answer to writing the next message."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: by whom, in what parts, when, and whether it was seen and left unanswered."""

    who: Literal["agent", "debtor"]
    parts: tuple[str, ...]
    at: datetime
    step: Step
    left_on_read: bool = False


def is_written(channel: Channel) -> bool:
    """Whether the channel is one of messages."""
    return channel != "call"


def messages(view: AttemptView) -> Iterator[tuple[Step, tuple[Message, ...]]]:
    """Each step with its messages, the hours counted on from the first."""
    usual = STARTS_MAIL if view.case.channel == "email" else STARTS
    now = datetime.combine(view.case.on, view.approach.at if view.approach else usual)
    for step in view.steps:
        found: list[Message] = []
        if step.said.text:
            now += timedelta(minutes=TYPING)
            found.append(Message("agent", _parts(step.said.text), now, step, step.state.left_on_read))
        if step.words:
            now += timedelta(minutes=step.state.after_minutes)
            found.append(Message("debtor", _parts(step.words), now, step))
        yield step, tuple(found)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("\n") if part.strip())


def draw(visit: Visit, view: AttemptView, message: Message) -> None:
    """One message as its channel shows it."""
    if view.case.channel == "email":
        show(_letter(visit.say, view, message))
    else:
        show(_bubbles(visit.say, view, message))


def _bubbles(_: Translator, view: AttemptView, message: Message) -> str:
    who = _("You") if message.who == "agent" else view.case.debtor.first_name
    data = _data(message, who)
    shown = "".join(paragraph(part, f"said talk {message.who}", **data) for part in message.parts)
    read = ""
    if message.who == "agent":
        read = _("seen, no answer") if message.left_on_read else _("read")
    when = " · ".join(p for p in (_hour(view, message.at), read) if p)
    stamp = f'<p class="stamp">{plain(when)}</p>'
    return f'<div class="chat {message.who}" role="group" aria-label="{plain(who)}">{shown}{stamp}</div>'


def _data(message: Message, who: str) -> dict[str, object]:
    """For the browser: which reply it is, and, of the debtor's, how it is delivered."""
    step = message.step
    return {"step": step.number} if message.who == "agent" else delivered(step, who)


def delivered(step: Step, who: str) -> dict[str, object]:
    """For the browser, of the debtor's words: how long they think before them, how fast they speak, whose they are."""
    return {"step": step.number, "pause": thinking_ms(step), "rate": speaking_rate(step), "who": who}


def _letter(_: Translator, view: AttemptView, message: Message) -> str:
    mine = message.who == "agent"
    name, address = view.case.debtor.full_name, view.case.debtor.email
    line = _("To: {name} <{address}>", name=name, address=address) if mine else _("From: {name}", name=name)
    head = f'<p class="stamp" dir="auto">{plain(line)} · {plain(_hour(view, message.at))}</p>'
    data = _data(message, name)
    body = "".join(paragraph(part, f"said {message.who}", **data) for part in message.parts)
    return f'<article class="letter {message.who}">{head}{body}</article>'


def _hour(view: AttemptView, at: datetime) -> str:
    """The hour; with the day where the conversation has run into another."""
    hour = f"{at:%H:%M}"
    return hour if at.date() == view.case.on else f"{format_date(at.date(), view.language, view.country)} {hour}"
