"""The learning curve of the acts: ``python -m scoring.reading.curve``; many minutes. Needs scikit-learn.

The whole procedure on an eighth, a quarter, a half and all of the material, measured on the turns kept aside.
"""

from scoring.reading.acts import find_acts
from scoring.reading.evidence import gather
from scoring.reading.examples import Example, rated
from scoring.reading.judged import Counted, together
from scoring.reading.model import ActModel
from scoring.reading.prepared import prepare
from scoring.reading.train import examples, train

SHARES = (8, 4, 2, 1)


def measured(model: ActModel, examples: list[Example], language: str) -> Counted:
    """All acts in one count."""
    counts = []
    for example in examples:
        one = prepare(example, language)
        evidence = gather(one.view, one.figures, model, one.laid)
        said = frozenset(act.act for act in find_acts(one.view, evidence, model)) - example.unknown
        counts.append(Counted(len(said & example.acts), len(said - example.acts), len(example.acts - said)))
    return together(counts)


def main() -> None:
    """Print one line of Markdown for each language and share."""
    print("| | examples | micro-F1 | precision | recall |", "| --- | --- | --- | --- | --- |", sep="\n")
    for language in ("es", "en"):
        turns = list(rated(language, "dev"))
        for part in SHARES:
            model = train(language, part)
            c = measured(model, turns, language)
            size = len(examples(language, part))
            print(f"| {language} | {size} | {c.f1:.2f} | {c.precision:.2f} | {c.recall:.2f} |", flush=True)


if __name__ == "__main__":
    main()
