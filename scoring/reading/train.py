"""Train the reader: ``python -m scoring.reading.train``. scikit-learn is needed here and nowhere else.

Reproducible: same examples and phrases, same weights. Writers are kept together, so every score that the mixture and
the thresholds are chosen on comes from a model that has not seen the line's writer.
"""

import zlib
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from scoring.reading.examples import Example, corpus, rated
from scoring.reading.fitting import held_out, pruned, task_of
from scoring.reading.mixing import mixture, surely
from scoring.reading.model import ActModel, Linear, load_model
from scoring.reading.prepared import prepare, vocabulary_of
from scoring.reading.weights import WEIGHTS


def examples(language: str, part: int = 1) -> list[Example]:
    """All that is learned from, or one ``part`` of so many.

    Two in three of the corpus lines that follow on nothing get a debtor's words from the rated turns before them, at
    random: else the model would hear the mere presence of a debtor as a sign of what rated turns are full of.
    """
    turns = rated_turns(language)
    found = list(turns)
    for line in corpus(language):
        dice = zlib.crc32(line.text.encode())
        lent = dice % 3 and not line.before
        found.append(replace(line, before=turns[dice // 3 % len(turns)].before) if lent else line)
    return [one for one in found if zlib.crc32(one.text.encode("utf-16")) % part == 0]


def train(language: str, part: int = 1) -> ActModel:
    """The whole procedure for one language, on all examples or a ``part`` of them."""
    prepared = [prepare(example, language) for example in examples(language, part)]
    task = task_of(vocabulary_of(prepared), prepared)
    evidence = held_out(task, prepared)
    mix = mixture(prepared, evidence)
    sure = surely(prepared, evidence, mix)
    everyone = np.ones(len(prepared), bool)
    model = task_of(pruned(task.fit(everyone)), prepared).fit(everyone)
    return replace(model, mix=mix, sure=sure)


def unseen_impressions(language: str) -> dict[tuple[str, str], tuple[float, ...]]:
    """For every rated turn (reply, words before) the impression of a model that has not seen its writer."""
    prepared = [prepare(example, language) for example in rated_turns(language)]
    model = load_model(language)
    found = held_out(task_of(model.vocabulary, prepared), prepared)
    keys = [(one.example.text, one.example.before) for one in prepared]
    return {key: tuple(map(float, one.impression)) for key, one in zip(keys, found, strict=True)}


def rated_turns(language: str) -> list[Example]:
    """All rated turns that may be learned from."""
    return [one for part in ("train", "own", "apart") for one in rated(language, part)]


def packed(model: ActModel) -> dict[str, NDArray[np.generic]]:
    """The arrays that are stored: weights in eight bits with a scale for each act."""
    meanings = model.vocabulary.meanings
    return {
        "keys": model.vocabulary.keys,
        "idf": model.vocabulary.idf.astype(np.float16),
        **_small(model.whole, ""),
        **_small(model.clause, "clause_"),
        "mix": model.mix,
        "sure": model.sure,
        "words": meanings.words,
        "vectors": meanings.vectors,
        "vector_scale": meanings.scale,
        "usual": meanings.usual,
    }


def _small(linear: Linear, kind: str) -> dict[str, NDArray[np.generic]]:
    scale = np.maximum(np.abs(linear.weights).max(axis=0), 1e-6) / 127
    weights = np.round(linear.weights / scale).astype(np.int8)
    return {f"{kind}weights": weights, f"{kind}scale": scale.astype(np.float32), f"{kind}bias": linear.bias}


def main() -> None:
    """Train both languages and store the weights."""
    stored = {f"{lang}_{name}": part for lang in ("es", "en") for name, part in packed(train(lang)).items()}
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS, allow_pickle=False, **stored)
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
