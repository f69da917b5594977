"""The words for what is going on at a moment of the talk, as a hint says them."""

from simulator.app_pages import names
from simulator.hints import Observed
from simulator.i18n import Translator


def observed(_: Translator, one: Observed) -> str:
    """An observation in a sentence."""
    kind, __, topic = one.what.partition("_")
    if kind == "emotion":
        return _("You can hear {feeling}.", feeling=feeling(_, topic))
    if kind == "situation":
        return _("They tell you what is happening to them: {what}.", what=situation(_, topic))
    return _PLAIN(_).get(one.what, names.spoken(one.what))


def feeling(_: Translator, topic: str) -> str:
    """An emotion by its name."""
    return {
        "anger": _("anger"), "fear": _("fear"), "sadness": _("sadness"), "shame": _("shame"),
        "despair": _("despair"), "distrust": _("distrust"), "confusion": _("confusion"),
    }.get(topic, names.spoken(topic).lower())  # fmt: skip


def situation(_: Translator, topic: str) -> str:
    """What happened to somebody, by its name."""
    return {
        "job_loss": _("they lost their income"), "illness": _("an illness"), "death": _("a death"),
        "separation": _("a separation"), "disaster": _("a misfortune"), "debt_spiral": _("the money does not go round"),
        "family": _("a family matter"), "business": _("their business is doing badly"),
    }.get(topic, _("something that weighs on them"))  # fmt: skip


def _PLAIN(_: Translator) -> dict[str, str]:  # noqa: N802 - a table that needs the language
    return {
        "voicemail": _("Only a machine is listening."),
        "third_party": _("It is not the debtor who is there."),
        "business_elsewhere": _("It is not the person you are looking for who is there."),
        "crisis": _("They speak of not wanting to go on: the person comes before everything."),
        "insult": _("They insult you. It is the situation that speaks, more than it is about you."),
        "dispute": _("They say that they do not owe this, or not all of it."),
        "part_disputed": _("A part of the debt is in dispute."),
        "refusal": _("For now, they say no."),
        "how_much": _("They want a figure."),
        "silence": _("They say nothing."),
        "agreed": _("You have agreed on something. It has not been confirmed step by step yet."),
        "they_propose": _("They have proposed something, and it waits for your answer."),
        "lacks_amount": _("Your offer is on the table, but it does not say how much each payment is."),
        "lacks_date": _("Your offer is on the table, but it does not say on which days."),
        "lacks_count": _("Your offer is on the table, but it does not say how many payments."),
        "question": _("They asked you something and wait for the answer."),
        "who_is_there": _("You do not know yet whether it is the right person."),
        "who_asks": _("They want to know who is calling before they say anything."),
        "debt": _("They know that it is you, and wait to hear what it is about."),
        "finding_out": _("They know of the debt. You do not know yet what they can pay."),
        "offering": _("It is time to look for a way to pay that fits."),
        "closing": _("The talk is coming to its end."),
        "your_turn": _("They have said what they had to say. It is your turn."),
    }
