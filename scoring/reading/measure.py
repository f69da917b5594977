"""How well acts are read: ``python -m scoring.reading.measure`` prints the tables of docs/reading.md.

Measured on the rated turns kept aside (``dev``), whose writers no model has seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.acts import DialogueAct
from scoring.reading.examples import ACTS, NOT_RATED, Example, rated
from scoring.reading.reader import read, reader_version
from scoring.reading.values import ReadingContext


@dataclass(frozen=True, slots=True)
class Counted:
    """Acts found rightly, found wrongly, and overlooked."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was there or found."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 0.0

    @property
    def precision(self) -> float:
        """Of what was found, the share that was there."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of what was there, the share that was found."""
        return self.right / max(self.right + self.missed, 1)


def found(example: Example, language: str) -> frozenset[DialogueAct]:
    """The acts that the reader finds, less those that the material does not carry."""
    context = ReadingContext(language=language, country=example.country, before=example.before)
    return frozenset(a.act for a in read(example.text, context).acts) - example.unknown


def measure(examples: Iterable[Example], language: str) -> dict[DialogueAct, Counted]:
    """Counts for each act that the material carries."""
    pairs = [(found(example, language), example.acts) for example in examples]
    return {
        act: Counted(
            sum(act in said and act in there for said, there in pairs),
            sum(act in said and act not in there for said, there in pairs),
            sum(act not in said and act in there for said, there in pairs),
        )
        for act in ACTS
        if act not in NOT_RATED
    }


def together(counts: Iterable[Counted]) -> Counted:
    """All acts in one count: what micro-F1 is taken of."""
    listed = list(counts)
    return Counted(sum(c.right for c in listed), sum(c.wrong for c in listed), sum(c.missed for c in listed))


def table() -> list[str]:
    """The lines of the tables, in Markdown."""
    turns = {language: list(rated(language, "dev")) for language in ("es", "en")}
    lines = ["| | n | micro-F1 | precision | recall |", "| --- | --- | --- | --- | --- |"]
    for language, examples in turns.items():
        several = [e for e in examples if len(e.acts) > 1]
        for name, part in ((language, examples), (f"{language}, several acts", several)):
            c = together(measure(part, language).values())
            lines.append(f"| {name} | {len(part)} | {c.f1:.2f} | {c.precision:.2f} | {c.recall:.2f} |")
    counts = {language: measure(examples, language) for language, examples in turns.items()}
    lines += ["", "| act | es n | es P | es R | en n | en P | en R |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for act in counts["es"]:
        cells = " | ".join(
            f"{c.right + c.missed} | {c.precision:.2f} | {c.recall:.2f}" for c in (counts["es"][act], counts["en"][act])
        )
        lines.append(f"| {act} | {cells} |")
    return lines


if __name__ == "__main__":
    print(f"reader {reader_version()}", *table(), sep="\n")
