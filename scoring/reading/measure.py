"""How well acts are read: ``python -m scoring.reading.measure`` prints the tables of docs/reading.md.

Measured on the rated turns kept aside (``dev``) and on lines that judge it, whose writers no model has seen.
"""

from collections import Counter
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


def confusions(language: str, weak: float = 0.5) -> list[str]:
    """For each act that is read badly: what was read where it was missed, commonest first."""
    pairs = [(found(example, language), example.acts) for example in rated(language, "dev")]
    counts = measure(rated(language, "dev"), language)
    lines = []
    for act, count in counts.items():
        missed = [said - there for said, there in pairs if act in there and act not in said]
        if count.f1 >= weak or len(missed) < LEAST_MISSED:
            continue
        instead = Counter(one.value for extra in missed for one in extra)
        shown = ", ".join(f"{name} {times}" for name, times in instead.most_common(3)) or "nothing"
        nothing = sum(not extra for extra in missed)
        lines.append(f"| {act} | {language} | {len(missed)} | {shown} | {nothing} |")
    return lines


LEAST_MISSED = 5
JUDGES = {"es": "es-3", "en": "en-3"}
"""The writers whose sums and days nobody read while the grammar was mended (their schedules were, once measured)."""


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
        for found in accusations([f"{language}-{n}" for n in (1, 2, 3)]):
            n, c, sure = found.noticed.right + found.noticed.missed, found.noticed, found.certain
            low, high = interval(c.right, n)
            least, most = interval(c.right, c.right + c.wrong)
            lines.append(
                f"| {found.act} | {language} | {n} | {c.recall:.2f} ({low:.2f}–{high:.2f}) "
                f"| {c.precision:.2f} ({least:.2f}–{most:.2f}) "
                f"| {sure.recall:.2f} | {sure.wrong} of {sure.right + sure.wrong} |"
            )
    return lines


def confusions_table() -> list[str]:
    """The weak acts of both languages, in Markdown."""
    head = [
        "| missed act | language | times | wrongly read beside it | nothing wrongly read |",
        "| --- |" + " --- |" * 4,
    ]
    return [*head, *confusions("es"), *confusions("en")]


def main() -> None:
    """Print every table of docs/reading.md but the learning curve."""
    parts = (table(), figures_table(), accusations_table(), confusions_table())
    print(f"reader {reader_version()}", *(line for part in parts for line in ("", *part)), sep="\n")


if __name__ == "__main__":
    main()
