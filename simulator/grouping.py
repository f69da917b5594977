"""Replies that say the same in almost the same words, put together. Pure; equal inputs, equal groups."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from scenarios.values import Frozen, Language
from scoring.reading.taught import words_in
from simulator.heard import HeardReply

ALIKE = 85.0
"""Per cent of likeness from which two replies of a language are the same one."""
MOST = 1_500
"""Different replies that are put together; what lies beyond waits until these are settled."""


class Group(Frozen):
    """Replies like ``text``, which is the most frequent of them. ``key`` names the group in an address."""

    key: str
    text: str
    language: Language
    replies: tuple[HeardReply, ...]

    @property
    def contested(self) -> bool:
        """Whether a trainee wrote that one of them was misjudged."""
        return any(reply.contested for reply in self.replies)


def grouped(replies: Iterable[HeardReply]) -> tuple[Group, ...]:
    """The groups, the largest first; within a group, in the order given."""
    by_words: dict[tuple[Language, str], list[HeardReply]] = {}
    for reply in replies:
        words = " ".join(words_in(reply.text, reply.language))
        if words:
            by_words.setdefault((reply.language, words), []).append(reply)
    frequent = sorted(by_words, key=lambda k: (-len(by_words[k]), k))[:MOST]
    heads: dict[Language, list[str]] = {"es": [], "en": []}
    members: dict[tuple[Language, str], list[HeardReply]] = {}
    for language, words in frequent:
        near = process.extractOne(words, heads[language], scorer=fuzz.ratio, score_cutoff=ALIKE)
        head = near[0] if near else words
        if near is None:
            heads[language].append(words)
        members.setdefault((language, head), []).extend(by_words[language, words])
    found = (_group(language, head, those) for (language, head), those in members.items())
    return tuple(sorted(found, key=lambda g: (-len(g.replies), g.language, g.text)))


def _group(language: Language, head: str, replies: list[HeardReply]) -> Group:
    text, _ = Counter(r.text.strip() for r in replies).most_common(1)[0]
    key = hashlib.sha256(f"{language} {head}".encode()).hexdigest()[:12]
    return Group(key=key, text=text, language=language, replies=tuple(replies))
