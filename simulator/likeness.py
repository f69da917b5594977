"""Replies that are nearly the same as another's, or as a model answer: for a person to look at, never scored. Pure.

Two texts are compared by their shingles: runs of four words, in small letters and without marks. What everybody is told
to say (the creditor's script) is left out first, and short replies are alike by nature and never told.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from scenarios.values import Frozen

RUN, FEWEST_WORDS, ALIKE = 4, 10, 0.6
"""Words in a shingle; words that a reply must have; and which part of its shingles another text must hold."""


class Reply(Frozen):
    """What somebody said in a turn of a call. ``owner_id`` is empty for a model answer."""

    attempt_id: str
    owner_id: str
    turn: int
    text: str


class Likeness(Frozen):
    """That a reply is nearly another text. ``share`` of its shingles (0 to 1) stand in the other too."""

    reply: Reply
    other: Reply
    share: float


def alike(replies: Sequence[Reply], models: Iterable[str], script: Iterable[str] = ()) -> tuple[Likeness, ...]:
    """For each reply the text that is most like it, of another person or a model, where it is nearly the same.

    Of two people only the later reply is told: ``replies`` come in the order in which they were said.
    """
    told = frozenset(s for text in script for s in _shingles(text))
    model = [Reply(attempt_id="", owner_id="", turn=0, text=text) for text in dict.fromkeys(models)]
    holders: dict[tuple[str, ...], list[Reply]] = defaultdict(list)
    for other in model:
        _hold(holders, other, told)
    found = list[Likeness]()
    for reply in replies:
        own = _shingles(reply.text) - told
        if len(_words(reply.text)) >= FEWEST_WORDS and len(own) > FEWEST_WORDS - RUN:
            found += _nearest(reply, own, holders)
        _hold(holders, reply, told)
    return tuple(found)


def _nearest(
    reply: Reply, own: frozenset[tuple[str, ...]], holders: dict[tuple[str, ...], list[Reply]]
) -> list[Likeness]:
    shared = Counter(other for s in own for other in holders.get(s, ()) if other.owner_id != reply.owner_id)
    if not shared:
        return []
    other, count = max(shared.items(), key=lambda pair: (pair[1], pair[0].attempt_id, -pair[0].turn))
    share = count / len(own)
    return [Likeness(reply=reply, other=other, share=round(share, 2))] if share >= ALIKE else []


def _hold(holders: dict[tuple[str, ...], list[Reply]], reply: Reply, told: frozenset[tuple[str, ...]]) -> None:
    for shingle in _shingles(reply.text) - told:
        holders[shingle].append(reply)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _words(text)
    return frozenset(tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain)
