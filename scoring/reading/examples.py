"""What the act model learns from: the corpus beside this file and the rated turns; one shape for both."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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


APART_TRUST = 1.5
"""What a rating counts in ``apart``, where the three criteria seldom go together: elsewhere a warm reply is mostly a
clear one, and which of both a word stands for cannot be learnt."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reply, in code points, and the acts that it carries."""

    start: int
    end: int
    acts: frozenset[DialogueAct]


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
    trust: float = 1.0
    """What its ratings count against another's."""
    parts: tuple[Part, ...] = ()
    """Which stretch does what, in the order of the text; empty where nobody said."""


def corpus(language: str) -> Iterator[Example]:
    """The corpus lines of one language; ``ValueError`` names file and line where one cannot be read."""
    for path in sorted(CORPUS.glob(f"{language}-*.jsonl")):
        for item in _lines(path):
            parts = tuple(_joined(item["parts"])) if "parts" in item else ()
            text = " ".join(said for said, _ in item["parts"]) if parts else item["text"]
            acts = frozenset().union(*(part.acts for part in parts)) if parts else _acts(item["acts"])
            country, before = item["country"], item.get("before", "")
            yield Example(text, before, acts, frozenset(), path.stem, False, country, parts=parts)


def _joined(parts: list[tuple[str, list[str]]]) -> Iterator[Part]:
    """The parts of a line of the corpus, which stand one blank apart."""
    start = 0
    for said, acts in parts:
        yield Part(start, start + len(said), _acts(acts))
        start += len(said) + 1


def _acts(names: Iterable[str]) -> frozenset[DialogueAct]:
    return frozenset(map(DialogueAct, names))


def rated(language: str, part: str = "train") -> Iterator[Example]:
    """The rated turns of one language: ``train``, ``dev``, or ``own`` or ``apart``, whose raters knew all acts.

    A third reader went through those to learn from clause by clause, and decides where the raters left an act open.
    """
    marked = _marked(language) if part != "dev" else {}
    lacking = NOT_RATED if part in {"train", "dev", "strangers"} else frozenset()
    trust = APART_TRUST if part == "apart" else 1.0
    for item in _lines(RATED / part / f"turns.{language}.jsonl"):
        unsure = _acts(item.get("acts_one_rater", ()))
        levels = tuple(fmean(item["ratings"][criterion]) for criterion in ("calm", "empathy", "clarity"))
        acts, writer, country = _acts(item["acts"]), item["id"].partition("-")[0], item["country"]
        one = Example(item["agent"], item["debtor"], acts, unsure | lacking, writer, True, country, levels, trust)
        yield _decided(one, marked.get(item["id"], ()))


def _marked(language: str) -> dict[str, tuple[Part, ...]]:
    """What the third reader marked, by the turn's id."""
    return {
        item["id"]: tuple(Part(start, end, _acts(acts)) for start, end, acts in item["parts"])
        for item in _lines(RATED / f"clauses.{language}.jsonl")
    }


def _decided(example: Example, parts: tuple[Part, ...]) -> Example:
    """The example with its parts; what the raters left open is what stands in some part."""
    if not parts:
        return example
    heard = frozenset().union(*(part.acts for part in parts))
    left_open = heard - example.acts - example.unknown
    return replace(example, acts=example.acts | (heard & example.unknown), unknown=left_open, parts=parts)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path.name}, line {number}: no JSON ({error.msg}); mend or drop the line") from error
