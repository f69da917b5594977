"""Notes that tell nothing of the case: an empty template, a formula, a line meant for a colleague."""

import re

from scoring.criteria.cues import find_cue, fold
from scoring.followup.figure_checks import explained
from scoring.followup.noted import WORDS, Noted, on_day
from scoring.transcript import CallRecord, FollowUp, Outcome

_BLANK = re.compile(r"(?:[^\W\d_][\w ]{0,24}:)?\s*(?:\[[^\]\n]*\]|\{\{[^}\n]*\}\}|[$£€]?\s?_[_/ ]+)")
"""A field of a template that nobody filled in: "RESULT: [choose]", "FECHA: __/__/__"."""
_SHORTEST_NAME = 3
_HARDLY_ANY = 3
"""Words that may be left of a note that tells nothing."""


def tells_nothing(call: CallRecord, outcome: Outcome, noted: Noted) -> bool:
    """Whether form and note hold no sum or day of the case, no name, and no word of a person, a debt or an outcome."""
    if noted.form != FollowUp(note=noted.form.note):
        return False
    days = (*(i.date for i in outcome.instalments), outcome.next_date, *outcome.days_named)
    if any(on_day(day, noted) for day in days) or any(explained(f.value, call, outcome) for f in noted.figures):
        return False
    return not _names_the_debtor(call, noted) and not _telling(noted)


def _telling(noted: Noted) -> bool:
    """Whether a word tells of a case, once templates and formulas are taken out; what is not understood is believed.

    Nothing is told where hardly a word is left, or where the rest is of the office.
    """
    text = list(_BLANK.sub(lambda m: " " * len(m[0]), noted.text))
    for span in find_cue("formula", noted.text, noted.language, WORDS):
        text[span.start : span.end] = " " * (span.end - span.start)
    left = "".join(text)
    if find_cue("telling", left, noted.language, WORDS):
        return True
    return len(re.findall(r"[^\W_]+", left)) > _HARDLY_ANY and not find_cue("office", left, noted.language, WORDS)


def _names_the_debtor(call: CallRecord, noted: Noted) -> bool:
    name = fold(call.case.debtor.full_name) if call.case else ""
    parts = (p for p in re.findall(r"\w+", name) if len(p) >= _SHORTEST_NAME)
    return any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", fold(noted.text)) for p in parts)
