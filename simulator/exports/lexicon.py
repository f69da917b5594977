"""What the reader was taught as files: lines of the training corpus, and patterns of its lexicons."""

import json
from collections.abc import Sequence

import yaml

from scoring.reading.taught import Phrase, as_corpus, as_patterns


def corpus_lines(phrases: Sequence[Phrase]) -> str:
    """One line of JSON for each phrase of one language that means an act; a phrase that means a tone has no place."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in as_corpus(phrases))


def lexicon_yaml(phrases: Sequence[Phrase]) -> str:
    """The phrases of one language as patterns: under ``acts`` and ``tone``, each by name."""
    kinds = {"acts": as_patterns(phrases, "acts"), "tone": as_patterns(phrases, "tone")}
    return yaml.safe_dump({k: v for k, v in kinds.items() if v}, allow_unicode=True, sort_keys=False, width=110)
