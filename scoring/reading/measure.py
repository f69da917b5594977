"""How well acts are read: ``python -m scoring.reading.measure`` prints the tables of docs/reading.md.

Measured on the rated turns kept aside (``dev``) and on lines that judge it, whose writers no model has seen.
"""

from collections.abc import Iterable

from scenarios.acts import DialogueAct
from scoring.reading.examples import ACTS, NOT_RATED, Example, rated
from scoring.reading.judged import Counted, accusations, amounts, dates, interval, offers, together
from scoring.reading.reader import read, reader_version
from scoring.reading.values import ReadingContext


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


JUDGES = {"es": "es-2", "en": "en-2"}
"""The writers whose lines nobody read while the grammar was mended."""


def figures_table() -> list[str]:
    """Sums, days and proposals on lines of writers that nobody tuned on, in Markdown."""
    lines = ["| | es recall | es precision | es n | en recall | en precision | en n |", "| --- |" + " --- |" * 6]
    for name, count in (("amounts", amounts), ("dates", dates), ("whole schedules", offers)):
        counts = [count(writer) for writer in JUDGES.values()]
        cells = " | ".join(f"{c.recall:.3f} | {c.precision:.3f} | {c.right + c.missed}" for c in counts)
        lines.append(f"| {name} | {cells} |")
    return lines


def accusations_table() -> list[str]:
    """The grave acts at both thresholds, with 95 % intervals, over all writers of judging lines; in Markdown."""
    lines = ["| act | language | n | recall | precision | certain: recall | certain: wrong |", "| --- |" + " --- |" * 6]
    for language in JUDGES:
        for found in accusations([f"{language}-1", f"{language}-2"]):
            n, c, sure = found.noticed.right + found.noticed.missed, found.noticed, found.certain
            low, high = interval(c.right, n)
            least, most = interval(c.right, c.right + c.wrong)
            lines.append(
                f"| {found.act} | {language} | {n} | {c.recall:.2f} ({low:.2f}–{high:.2f}) "
                f"| {c.precision:.2f} ({least:.2f}–{most:.2f}) "
                f"| {sure.recall:.2f} | {sure.wrong} of {sure.right + sure.wrong} |"
            )
    return lines


if __name__ == "__main__":
    print(f"reader {reader_version()}", "", *table(), "", *figures_table(), "", *accusations_table(), sep="\n")
