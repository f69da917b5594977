"""The short form by which a trainer begins: answers in everyday words → the text of a scenario."""

import re
from typing import Any, Literal

from pydantic import Field

from scenarios.draft import Draft
from scenarios.values import Country, Frozen, Language
from simulator.studio import checking
from simulator.studio.naming import name_from
from simulator.studio.rewriting import Path, Word, appended, flow, written
from simulator.studio.templates import in_one_language, without_recordings

Mood = Literal["as_it_is", "calm", "worried", "annoyed", "furious"]
Means = Literal["as_it_is", "comfortable", "tight", "hardly"]
Patience = Literal["as_it_is", "short", "usual", "long"]
MOODS: dict[Mood, tuple[int, int, int]] = {
    "calm": (10, 45, 38), "worried": (30, 30, 36), "annoyed": (50, 25, 34), "furious": (72, 18, 28),
}  # fmt: skip
"""Anger, trust and will to pay as the call begins."""
MEANS: dict[Means, dict[str, tuple[float, float]]] = {
    "comfortable": {"essentials_share": (0.45, 0.55), "savings_share": (0.08, 0.15)},
    "tight": {"essentials_share": (0.58, 0.66), "savings_share": (0.0, 0.04)},
    "hardly": {"essentials_share": (0.74, 0.8), "savings_share": (0.0, 0.02)},
}
PATIENCE: dict[Patience, int] = {"short": 70, "usual": 85, "long": 95}
"""The anger at which they hang up."""
LONGEST = 600


class Hidden(Frozen):
    """Something that is not said at once: in a few words, as the debtor says it (a line each), and the words by which a
    note shows it. What is empty stays as the template has it."""

    label: str = Field(default="", max_length=120)
    say: str = Field(default="", max_length=LONGEST)
    words: str = Field(default="", max_length=LONGEST, description="parted by commas")


class Answers(Frozen):
    """The form. What is ``None``, empty or ``as_it_is`` stays as the source has it."""

    language: Language
    title: str = Field(max_length=80)
    briefing: str = Field(default="", max_length=LONGEST)
    countries: tuple[Country, ...] = ()
    gender: Literal["any", "female", "male"] = "any"
    age: tuple[int, int] = (25, 65)
    occupation: str = Field(default="", max_length=80)
    difficulty: int | None = Field(default=None, ge=1, le=5)
    mood: Mood = "as_it_is"
    reason: Hidden = Hidden()
    also: Hidden = Hidden()
    means: Means = "as_it_is"
    paydays: Literal["as_it_is", "weekly", "monthly"] = "as_it_is"
    instalments: int | None = Field(default=None, ge=1, le=60)
    discount: int | None = Field(default=None, ge=0, le=100)
    extension: int | None = Field(default=None, ge=0, le=365)
    patience: Patience = "as_it_is"


def composed(source: str, answers: Answers, *, template: bool) -> str:
    """The source with the answers written in: a template in one language, any other scenario as it is spoken.

    Raises ``CannotRewrite``.
    """
    text = in_one_language(source, answers.language) if template else without_recordings(source)
    for path, value in _settings(answers, text):
        text = written(text, path, value)
    for at, hidden in enumerate((answers.reason, answers.also)):
        text = _with_hidden(text, at, hidden, answers.language)
    return text


def _settings(answers: Answers, text: str) -> list[tuple[Path, Any]]:
    found: list[tuple[Path, Any]] = [
        (("title", answers.language), " ".join(answers.title.split())),
        (("debtor", "gender"), Word(answers.gender)), (("debtor", "age"), answers.age),
    ]  # fmt: skip
    numbers: list[tuple[Path, int | None]] = [
        (("difficulty",), answers.difficulty), (("policy", "max_instalments"), answers.instalments),
        (("policy", "max_discount_pct"), answers.discount), (("policy", "max_extension_days"), answers.extension),
    ]  # fmt: skip
    found += [(path, number) for path, number in numbers if number is not None]
    if answers.briefing.strip():
        found.append((("briefing", answers.language), " ".join(answers.briefing.split())))
    if answers.occupation.strip():
        found.append((("debtor", "occupation"), {answers.language: " ".join(answers.occupation.split())}))
    if answers.paydays != "as_it_is":
        found.append((("budget", "paydays"), Word(answers.paydays)))
    if answers.countries:
        found.append((("countries",), tuple(Word(code) for code in answers.countries)))
    if answers.mood != "as_it_is":
        found += [
            (("debtor", k), v) for k, v in zip(("anger", "trust", "commitment"), MOODS[answers.mood], strict=True)
        ]
    if answers.means != "as_it_is":
        found += [(("budget", name), share) for name, share in MEANS[answers.means].items()]
        found.append((("segment", "able"), answers.means == "comfortable"))
    place = _hanging_up(text)
    if answers.patience != "as_it_is" and place is not None:
        found.append((("endings", place, "when"), f"anger >= {PATIENCE[answers.patience]}"))
    return found


def _hanging_up(text: str) -> int | None:
    """The place of the file's own ending in which the debtor hangs up."""
    found = checking.drafted(text)
    if found is None:
        return None
    endings = enumerate(found.scenario.endings)
    own = [(at, e.id) for at, e in endings if not found.file_of(("endings", at)).startswith("packs/")]
    return next((at for at, name in own if name == "hung_up"), None)


def _with_hidden(text: str, at: int, hidden: Hidden, language: Language) -> str:
    """The text with what was answered of its fact of that place; one that it has not yet is added behind the others."""
    found = checking.drafted(text)
    label, lines = " ".join(hidden.label.split()), tuple(li.strip() for li in hidden.say.splitlines() if li.strip())
    words = tuple(word.strip().lower() for word in hidden.words.split(",") if word.strip())
    if found is None or not (label or lines or words):
        return text
    if len(found.scenario.facts) <= at:
        return appended(text, "facts", _fact(found, label, lines, words, language)) if label and lines else text
    place: Path = ("facts", at)
    text = _named_after(text, found, at, label)
    answered: dict[str, Any] = {"label": label, "say": lines, "words": words}
    for key, value in answered.items():
        text = written(text, (*place, key, language), value) if value else text
    return text


def _named_after(text: str, found: Draft, at: int, label: str) -> str:
    """The text whose fact of that place bears a name of its new label, wherever it is spoken of.

    Only a name of several words is changed: no sentence holds one, so that nothing else changes with it.
    """
    old, others = found.scenario.facts[at].id, {entry.id for kind in ("facts", "rules", "beats", "endings")
                                                for entry in getattr(found.scenario, kind)}  # fmt: skip
    if not label or "_" not in old or sum(fact.id == old for fact in found.scenario.facts) != 1:
        return text
    return re.sub(rf"\b{re.escape(old)}\b", name_from(label, others), text)


def _fact(
    found: Draft, label: str, lines: tuple[str, ...], words: tuple[str, ...], language: Language
) -> tuple[str, ...]:
    """A fact that comes out once the debtor trusts the agent somewhat, and is asked or heard."""
    taken = {fact.id for fact in found.scenario.facts}
    trust = min(found.scenario.debtor.trust + 8, 60)
    return (
        f"id: {name_from(label, taken)}", f"label: {flow({language: label})}", "reveal:",
        "  acts_any: [ask_reason, ask_capacity, acknowledge_situation, acknowledge_emotion, paraphrase]",
        f'  when: "trust >= {trust}"', f"say: {flow({language: lines})}",
        *((f"words: {flow({language: words})}",) if words else ()),
    )  # fmt: skip
