"""The studio's words."""

import re

from simulator.i18n import Translator
from simulator.studio.kept import Looked, OwnScenario


def title_of(scenario: OwnScenario | Looked, language: str) -> str:
    """The title in the language, else in another, else the name."""
    named = scenario.name if isinstance(scenario, OwnScenario) else scenario.id
    return scenario.title.get(language) or next(iter(scenario.title.values()), "") or named


def status(_: Translator, key: str) -> str:
    """Where a scenario stands."""
    return {
        "draft": _("Draft"), "published": _("Published"), "withdrawn": _("Withdrawn"),
        "shipped": _("Ships with Acuerdo"),
        "red": _("Needs a look"), "changed": _("Changes not published"),
    }[key]  # fmt: skip


def entry(_: Translator, kind: str) -> str:
    """Why an entry stands in the history."""
    return {
        "made": _("Made"),
        "kept": _("Kept on the way"),
        "aside": _("Put aside: somebody else saved first"),
        "published": _("Published"),
        "withdrawn": _("Withdrawn"),
        "restored": _("Restored"),
    }[kind]


def views(_: Translator) -> dict[str, str]:
    """What one can look at, in order."""
    return {
        "write": _("Write"), "texts": _("Texts"), "play": _("Play"), "see": _("See"), "history": _("History"),
        "text": _("Text"),
    }  # fmt: skip


def group(_: Translator, key: str) -> str:
    """A kind of text."""
    return {
        "card": _("What the trainee reads"), "facts": _("What is hidden"), "beats": _("What they say"),
        "endings": _("How it ends"), "rules": _("Why the mood moves"),
    }[key]  # fmt: skip


def place(_: Translator, written: str) -> str:
    """A text's place in the file in words, as in ``facts[lost_job].say``; one without words of its own as it is."""
    whole = {"title": _("Title"), "briefing": _("What the trainee reads before calling"), "goals": _("Goals"),
             "care": _("A word of support to the trainee")}  # fmt: skip
    part = {"label": _("in a few words"), "say": _("what they say"), "words": _("words by which a note shows it"),
            "why": _("why it moves them")}  # fmt: skip
    entry = re.fullmatch(r"\w+\[([^\]]+)\]\.(\w+)", written)
    if entry and entry[2] in part:
        return f"{entry[1]} · {part[entry[2]]}"
    return whole.get(written, written)


def kind(_: Translator, key: str) -> str:
    """How a recorded call went."""
    return {"good": _("a good call"), "mixed": _("a middling call"), "bad": _("a poor call")}[key]


def players(_: Translator, style: str) -> str:
    """Who plays by the hundred."""
    return {"good": _("good players"), "middling": _("middling players"), "bad": _("poor players")}.get(style, style)


def phase(_: Translator, key: str) -> str:
    """Where a call stands."""
    return {"open": _("picking up"), "talk": _("talking"), "closing": _("closing")}[key]


def node(_: Translator, key: str) -> str:
    """What may be met in a call."""
    return {"beat": _("says"), "fact": _("tells"), "ending": _("ends")}[key]
