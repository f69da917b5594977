"""Cards: what an indicator means, with examples that the tests hold it to and the app shows behind "why?"."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

CARDS = Path(__file__).parent / "cards"
Kind = Literal["met", "missed", "near_miss"]
_HEADINGS: dict[str, dict[str, Kind]] = {
    "es": {"Cumplido": "met", "No cumplido": "missed", "Parecido": "near_miss"},
    "en": {"Met": "met", "Missed": "missed", "Near miss": "near_miss"},
}
_SPEAKERS = {
    "Deudor": "debtor", "Debtor": "debtor", "Acordado": "debtor", "Agreed": "debtor",
    "Agente": "agent", "Agent": "agent", "Nota": "agent", "Note": "agent",
}  # fmt: skip
"""On the cards of the note, what was agreed stands in the debtor's place and the note in the agent's."""
SETTINGS = {
    "País": "country", "Country": "country", "Canal": "channel", "Channel": "channel",
    "Apunte": "note", "Written": "note",
    "Contacto": "contact", "Contact": "contact", "Acuerdo": "agreed", "Agreement": "agreed",
    "Meta": "goal", "Goal": "goal", "Datos": "facts", "Facts": "facts",
    "Verificación": "verification", "Verification": "verification", "Oferta": "opening_offer", "Offer": "opening_offer",
    "Alternativa": "fallback", "Fallback": "fallback", "Límite": "limit", "Limit": "limit",
    "Objeción": "objection", "Objection": "objection",
}  # fmt: skip
"""On the cards of whole calls, lines beside the talk: country, channel, the contact that was chosen, what was agreed,
the fields of the plan."""
_LINE = re.compile(r"> (\w+): (.+)")


class CardError(ValueError):
    """A card that cannot be read; the message says file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Example:
    """One exchange. ``evidence`` is the words expected as evidence, ``None`` where nothing is to be found."""

    kind: Kind
    debtor: str
    agent: str
    evidence: str | None
    spoken_by: Literal["agent", "debtor"] | None


@dataclass(frozen=True, slots=True)
class Scene:
    """Lines that stand together on a card, as (who or which setting, words); ``evidence`` as in an example."""

    kind: Kind
    lines: tuple[tuple[str, str], ...]
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator's card in one language. ``text`` is the Markdown as the app shows it."""

    criterion: str
    id: str
    language: str
    title: str
    what: str
    examples: tuple[Example, ...]
    text: str
    scenes: tuple[Scene, ...] = ()


@lru_cache(maxsize=256)
def card(criterion: str, id: str, language: str) -> Card:  # noqa: A002  (an indicator's own word)
    """The card of an indicator; ``CardError`` where it is missing or cannot be read."""
    path = CARDS / criterion / f"{id}.{language}.md"
    if not path.is_file():
        raise CardError(f"{path}: there is no such card; add one, in the form of its neighbours")
    return read_card(path)


def read_card(path: Path) -> Card:
    """A card from its file."""
    text = path.read_text(encoding="utf-8")
    id, _, language = path.stem.rpartition(".")  # noqa: A001
    lines = text.splitlines()
    if language not in _HEADINGS or len(lines) < 2 or not lines[0].startswith("# "):
        raise CardError(
            f"{path}:1: a card is <id>.<es or en>.md; begin it with `# Title` and one line saying what it is"
        )
    examples = _examples(path, lines, _HEADINGS[language])
    scenes = _scenes(lines, _HEADINGS[language])
    return Card(path.parent.name, id, language, lines[0][2:].strip(), lines[1].strip(), examples, text, scenes)


def _scenes(lines: list[str], headings: dict[str, Kind]) -> tuple[Scene, ...]:
    """The blocks of quoted lines, each with the heading it stands under."""
    found: list[Scene] = []
    kind: Kind | None = None
    block: list[tuple[str, str]] = []
    for line in [*lines, ""]:
        if line.startswith("## "):
            kind = headings.get(line[3:].strip())
        elif match := _LINE.fullmatch(line.rstrip()):
            block.append((SETTINGS.get(match[1]) or _SPEAKERS[match[1]], match[2]))
        elif block and kind is not None:
            bold = next((m[1] for _, words in block if (m := re.search(r"\*\*(.+?)\*\*", words))), None)
            found.append(Scene(kind, tuple((who, words.replace("**", "")) for who, words in block), bold))
            block = []
    return tuple(found)


def _examples(path: Path, lines: list[str], headings: dict[str, Kind]) -> tuple[Example, ...]:
    found: list[Example] = []
    kind: Kind | None = None
    debtor = ""
    for number, line in enumerate(lines, 1):
        if line.startswith("## "):
            kind = headings.get(line[3:].strip())
            if kind is None:
                raise CardError(f"{path}:{number}: unknown heading; use {', '.join(headings)}")
        elif match := _LINE.fullmatch(line.rstrip()):
            if match[1] in SETTINGS and kind is not None:
                continue
            speaker, words = _SPEAKERS.get(match[1]), match[2]
            if kind is None or speaker is None:
                raise CardError(f"{path}:{number}: an example stands under a heading and names debtor or agent")
            if speaker == "debtor":
                debtor = words
            else:
                found.append(_example(kind, debtor, words))
    return tuple(found)


def _example(kind: Kind, debtor: str, agent: str) -> Example:
    for who, words in (("agent", agent), ("debtor", debtor)):
        bold = re.search(r"\*\*(.+?)\*\*", words)
        if bold:
            speaker: Literal["agent", "debtor"] = "agent" if who == "agent" else "debtor"
            return Example(kind, debtor.replace("**", ""), agent.replace("**", ""), bold[1], speaker)
    return Example(kind, debtor, agent, None, None)
