"""Drills in words: what somebody does in such a moment, what of it was missed, and why it is today's."""

from simulator.app_pages import names
from simulator.drills.choosing import Chosen, Reason
from simulator.drills.drill import Drill
from simulator.i18n import Translator


def who(_: Translator, kind: str) -> str:
    """Whom one meets in such a moment: "somebody angry"."""
    return {
        "anger": _("an angry person"),
        "insult": _("somebody who insults you"),
        "lawyer": _("somebody who threatens to complain or to sue"),
        "dispute": _("somebody who disputes the debt"),
        "refusal": _("somebody who says no"),
        "shame": _("somebody ashamed"),
        "fear": _("somebody afraid"),
        "despair": _("somebody who cannot go on like this"),
        "distrust": _("somebody who does not trust you"),
        "confusion": _("somebody who cannot follow"),
        "death": _("somebody in mourning"),
        "illness": _("somebody facing an illness"),
        "job_loss": _("somebody who lost their job"),
        "hardship": _("somebody going through a hard time"),
        "question": _("somebody with a question"),
        "how_much": _("somebody who asks how much, or by when"),
        "proposal": _("somebody who makes an offer"),
        "discount": _("somebody who asks for a discount"),
        "third_party": _("somebody else on the line"),
    }.get(kind, names.spoken(kind))


def what(_: Translator, kind: str) -> str:
    """What there is to answer in such a moment: "the anger"."""
    return {
        "anger": _("the anger"),
        "insult": _("the insults"),
        "lawyer": _("the threat of a complaint"),
        "dispute": _("the dispute"),
        "refusal": _("the refusal"),
        "shame": _("the shame"),
        "fear": _("the fear"),
        "despair": _("the despair"),
        "distrust": _("the distrust"),
        "confusion": _("the confusion"),
        "death": _("the death in the family"),
        "illness": _("the illness"),
        "job_loss": _("the lost job"),
        "hardship": _("what the person was going through"),
        "question": _("the question"),
        "how_much": _("the question of how much and when"),
        "proposal": _("the offer"),
        "discount": _("the request for a discount"),
        "third_party": _("the other person on the line"),
    }.get(kind, names.spoken(kind))


def name(_: Translator, drill: Drill) -> str:
    """The drill's name: whom one meets."""
    return capital(who(_, drill.kind))


def reason(_: Translator, chosen: Chosen) -> str:
    """Why this drill, in a sentence or two."""
    drill, why = chosen.drill, chosen.reason
    person, criterion = who(_, drill.kind), names.criterion(_, drill.criterion)
    if why.why == "weakest":
        return _("{criterion} is what costs you most in your calls.", criterion=criterion)
    if why.why == "first":
        return _("To begin with: {criterion}.", criterion=criterion.lower())
    if why.why == "rotation":
        return _("Today it is the turn of {criterion}.", criterion=criterion.lower())
    if why.why == "passed":
        told = _("{when} you handled {what} well. Let us see whether it holds: {who}.")
    else:
        told = _missed(_, drill.criterion)
    return capital(_filled(told, when=_when(_, why), what=what(_, drill.kind), who=person))


def _missed(_: Translator, criterion: str) -> str:
    return {
        "empathy": _("{when} you passed over {what}. Once more: {who}."),
        "calm": _("{when} it was hard to stay calm in the face of {what}. Once more: {who}."),
        "clarity": _("{when} the answer to {what} was not clear yet. Once more: {who}."),
        "negotiation": _("{when} the negotiation got stuck at {what}. Once more: {who}."),
        "compliance": _("{when} a rule slipped with {what}. Once more: {who}."),
    }[criterion]


def _when(_: Translator, why: Reason) -> str:
    if why.why == "call":
        return _("in your call yesterday") if why.days == 1 else _("in your call {n} days ago", n=why.days)
    return _("yesterday") if why.days == 1 else _("{n} days ago", n=why.days)


def _filled(text: str, **values: str) -> str:
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


def capital(text: str) -> str:
    """With a capital letter at its head."""
    return text[:1].upper() + text[1:]
