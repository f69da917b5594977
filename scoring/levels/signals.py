"""What can be counted about a reply in its context: cues heard, form, and what was answered. Names are stable."""

import re
from dataclasses import dataclass

from scenarios.acts import DialogueAct
from scoring.criteria.cues import cue_names, find_cue, fold
from scoring.reading.values import Reading

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,:/]*")
_SHOUTED = re.compile(r"\b[^\W\d_]{3,}\b")
_SENTENCE = re.compile(r"[.!?;\n…]+")
FOR_FINDINGS = frozenset({
    "mockery", "reproach", "exasperation", "insistence", "belittles", "condolence", "invites", "recaps",
    "vague_amount", "proposes", "demeaning", "menace", "abject", "person_first", "not_alone",
    "hard_of_hearing", "threat_beyond_doubt", "insult_beyond_doubt", "asks_who", "debtor_raises_it",
})  # fmt: skip
"""Cues that indicators and gates rest on; what they find comes in as a finding, not twice."""
_FEELING = ("debtor_emotion", "debtor_situation")
_HEARD = ("names_feeling", "normalises", "care", "reassure")


@dataclass(frozen=True, slots=True)
class Exchange:
    """An agent's reply after the debtor's words, with what the readers made of the reply (empty where unread)."""

    agent: str
    debtor: str
    language: str
    reading: Reading | None = None
    found: tuple[str, ...] = ()
    """Ids of the indicators that found something in the reply."""


def signals(exchange: Exchange) -> dict[str, float]:
    """Signal → value, each from 0 to about 1, none of them the length of the reply."""
    found = _cues(exchange)
    seen = {f"found.{i}": 1.0 for i in exchange.found}
    return found | _form(exchange.agent) | _context(exchange, found) | _acts(exchange.reading) | seen


def _cues(exchange: Exchange) -> dict[str, float]:
    found = {}
    for name in cue_names(exchange.language):
        if name in FOR_FINDINGS:
            continue
        text = exchange.debtor if name.startswith("debtor_") else exchange.agent
        count = len(find_cue(name, text, exchange.language))
        found[name] = float(count > 0)
        found[f"{name}.often"] = min(count, 3) / 3
    return found


def _form(text: str) -> dict[str, float]:
    words = _WORD.findall(text)
    shouted = sum(w.isupper() for w in _SHOUTED.findall(text))
    letters = [c for c in text if c.isalpha()]
    sizes = [len(s.split()) for s in _SENTENCE.split(text) if s.strip()] or [0]
    numbers = len(_NUMBER.findall(text))
    return {
        "capitals": min(shouted, 6) / 6,
        "all_capitals": float(len(letters) > 12 and sum(c.isupper() for c in letters) > len(letters) / 2),
        "exclamations": min(text.count("!"), 4) / 4,
        "questions": min(text.count("?"), 4) / 4,
        "many_questions": float(text.count("?") >= 3),
        "ends_with_question": float(text.rstrip().endswith("?")),
        "trailing_off": float("..." in text or "…" in text),
        "figures": float(numbers > 0),
        "several_figures": min(numbers, 5) / 5,
        "long_sentence": float(max(sizes) > 35),
        "short_sentences": float(sum(sizes) < 9 * len(sizes)),
        "barely_anything": float(len(words) <= 4),
        "pictograms": min(sum(ord(c) > 0x1F000 for c in text), 2) / 2,
    }


def _context(exchange: Exchange, found: dict[str, float]) -> dict[str, float]:
    echo, share = echoed(exchange.agent, exchange.debtor)
    felt = any(found[name] for name in _FEELING)
    heard = echo > 1 or any(found[name] for name in _HEARD)
    asked = "?" in exchange.debtor
    return {
        "echo": min(echo, 4) / 4,
        "echo_share": min(share * 5, 1.0),
        "passed_over": float(felt and not heard),
        "heard": float(felt and heard),
        "attacked_unanswered": float(bool(found["debtor_insult"]) and not heard),
        "asked": float(asked),
        "asked_no_figure": float(asked and not _NUMBER.search(exchange.agent)),
    }


def echoed(agent: str, debtor: str) -> tuple[int, float]:
    """How many of the reply's content words take up the debtor's, and their share of its content words."""
    theirs = {w[:5] for w in _WORD.findall(fold(debtor)) if len(w) > 3}
    ours = [w[:5] for w in _WORD.findall(fold(agent)) if len(w) > 3]
    taken = sum(w in theirs for w in ours)
    return taken, taken / max(1, len(ours))


def _acts(reading: Reading | None) -> dict[str, float]:
    found = {f"act.{act.value}": 0.0 for act in DialogueAct}
    for act in reading.acts if reading else ():
        name = f"act.{act.act.value}"
        found[name] = max(found[name], act.confidence)
    return found


def echo_spans(agent: str, debtor: str) -> tuple[int, int] | None:
    """Where two content words or more of the debtor's come back within one sentence of the reply."""
    theirs = {w[:5] for w in _WORD.findall(fold(debtor)) if len(w) > 3} - _COMMON
    folded = fold(agent)
    for sentence in re.finditer(r"[^.!?;\n…]+", folded):
        taken = [m for m in _WORD.finditer(sentence.group()) if len(m.group()) > 3 and m.group()[:5] in theirs]
        if len({m.group()[:5] for m in taken}) > 1:
            return sentence.start() + taken[0].start(), sentence.start() + taken[-1].end()
    return None


_COMMON_WORDS = """
para pero porque como cuando este esta esto tengo tiene usted ustedes pagar pago pague pagos deuda dinero cuenta señor
señora sido estoy puede puedo hasta desde entonces ahora todo todos nada algo mismo hacer
that this with have your from they what when then been will would could should don't just like about there their paid
payment money account owe call calls called going gonna want need know make because already
"""
_COMMON = frozenset(fold(w)[:5] for w in _COMMON_WORDS.split())
