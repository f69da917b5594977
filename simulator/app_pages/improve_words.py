"""Replies and readings in words."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from scenarios.acts import DialogueAct
from scoring import reading
from scoring.criteria.card import read_card
from simulator.app_pages import cards
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import paragraph, plain
from simulator.heard import HeardReply
from simulator.i18n import Translator
from simulator.improved import KeptPhrase

ACT_CARDS = Path(str(reading.__file__)).with_name("acts")


@cache
def act_name(act: str, language: str) -> str:
    """What a reply does, as the act's card calls it."""
    return read_card(ACT_CARDS / f"{DialogueAct(act)}.{language}.md").title


def act_card(act: str, language: str) -> str:
    """The act's card as HTML."""
    return cards.as_html(read_card(ACT_CARDS / f"{DialogueAct(act)}.{language}.md").text)


def tone_name(_: Translator, kind: str) -> str:
    """How a reply sounds."""
    return {
        "hostility": _("hostile"), "pressure": _("pressing"), "condescension": _("condescending"),
        "servility": _("servile"), "warmth": _("warm"), "hurry": _("hurried"), "shouting": _("shouted"),
    }.get(kind, kind)  # fmt: skip


def read_as(visit: Visit, acts: Iterable[str]) -> str:
    """What a reply was read as: acts and tones in a row."""
    _ = visit.say
    found = [
        tone_name(_, name.removeprefix("tone:")) if name.startswith("tone:") else act_name(name, visit.language)
        for name in acts
    ]
    return ", ".join(found) or _("not understood")


def meaning(visit: Visit, phrase: KeptPhrase) -> str:
    """What a phrase was taught to mean."""
    _ = visit.say
    if phrase.act is not None:
        return act_name(phrase.act, visit.language)
    return tone_name(_, phrase.tone) if phrase.tone is not None else _("means nothing")


def said(text: str) -> str:
    """A trainee's words."""
    return f'<p class="odd" dir="auto">{plain(text)}</p>'


def came_before(visit: Visit, replies: Iterable[HeardReply]) -> str:
    """What the debtor had said, each once."""
    _ = visit.say
    words = dict.fromkeys(r.before for r in replies if r.before.strip())
    return "".join(paragraph(_("After: {words}", words=w), "came") for w in words)
