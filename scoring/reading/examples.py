"""What the act model learns from: the corpus beside this file and the rated turns; one shape for both."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from scenarios.acts import DialogueAct

CORPUS = Path(__file__).parent / "corpus"
RATED = Path(__file__).parents[2] / "tests" / "data" / "rated"
ACTS = tuple(DialogueAct)
NOT_RATED = frozenset(
    {
        DialogueAct.GIVE_DISCLOSURE,
        DialogueAct.REGISTER_DISPUTE,
        DialogueAct.ACCEPT_PROPOSAL,
        DialogueAct.DECLINE_PROPOSAL,
        DialogueAct.HOLD_CONTACT,
        DialogueAct.REFER_SUPPORT,
        DialogueAct.ASK_CONSENT,
    }
)
"""Acts that the rated material does not carry: unknown there, neither present nor absent."""


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled reply. ``unknown`` acts say nothing; ``writer`` keeps one person's lines together."""

    text: str
    before: str
    acts: frozenset[DialogueAct]
    unknown: frozenset[DialogueAct]
    writer: str
    rated: bool
    country: str
    levels: tuple[float, ...] | None = None
    """Mean rating of calm, empathy and clarity; ``None`` where nobody rated."""


def corpus(language: str) -> Iterator[Example]:
    """The corpus lines of one language; ``ValueError`` names file and line where one cannot be read."""
    for path in sorted(CORPUS.glob(f"{language}-*.jsonl")):
        for item in _lines(path):
            acts = frozenset(DialogueAct(a) for a in item["acts"])
            yield Example(item["text"], item.get("before", ""), acts, frozenset(), path.stem, False, item["country"])


def rated(language: str, part: str = "train") -> Iterator[Example]:
    """The rated turns of one language: ``train``, ``dev``, or ``own``, whose rater knew all acts."""
    lacking = frozenset() if part == "own" else NOT_RATED
    for item in _lines(RATED / part / f"turns.{language}.jsonl"):
        acts = frozenset(DialogueAct(a) for a in item["acts"])
        unsure = frozenset(DialogueAct(a) for a in item.get("acts_one_rater", ()))
        levels = tuple(fmean(item["ratings"][criterion]) for criterion in ("calm", "empathy", "clarity"))
        writer, country = item["id"][:3], item["country"]
        yield Example(item["agent"], item["debtor"], acts, unsure | lacking, writer, True, country, levels)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path.name}, line {number}: no JSON ({error.msg}); mend or drop the line") from error
