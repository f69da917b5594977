"""Of a part that was paid: the sum that the note has come in, and the one that it has left."""

from collections.abc import Callable
from decimal import Decimal

from scenarios.disposition import AGREEMENTS, Disposition
from scoring.criteria.cues import Span, find_cue
from scoring.followup.claims import HERE, hedged
from scoring.followup.field import check
from scoring.followup.figure_checks import alike, amounts, explained, find_sum, slipped_digits
from scoring.followup.noted import Figure, Noted, read_note
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, FollowUp, Outcome

_BEHIND = 2
"""Characters between a sum and the word behind it that says it is left."""


def sums(call: CallRecord, outcome: Outcome, noted: Noted) -> FieldCheck:
    """Whether every agreed amount is there, and of a part paid each sum in its place."""
    told = amounts(call, outcome, noted)
    read = not noted.form.instalments and told.status != "contradicted"
    checks = (misplaced, still_left, other_whole, other_than_told) if read else ()
    wrong = next((found for find in checks if (found := find(call, outcome, noted))), None)
    if wrong is None:
        return told
    return check("amounts", "contradicted", told.agreed, str(wrong.value), noted, wrong.span)


def other_than_told(call: CallRecord, outcome: Outcome, noted: Noted) -> Figure | None:
    """A slip of the fingers in a sum that the debtor named: "paid 233.10" noted as 223.10."""
    if not outcome.reason:
        return None
    named = read_note(call.model_copy(update={"follow_up": FollowUp(note=outcome.reason)})).figures
    known = [f.value for f in named if find_sum(f.value, noted) is None]
    strange = (f for f in noted.figures if not explained(f.value, call, outcome))
    return next((f for f in strange if any(slipped_digits(f.value, value) for value in known)), None)


def misplaced(call: CallRecord, outcome: Outcome, noted: Noted) -> Figure | None:
    """A sum said to have come in that did not, or to be left that is not; ``None`` where all stand as they should."""
    agreed = [i.amount for i in outcome.instalments if i.amount]
    part = sum(agreed, Decimal(0))
    if outcome.type is not Disposition.PARTIAL_PAYMENT or not part:
        return None
    wholes = [w for w in (call.balance, outcome.total) if w and w > part]
    came = _among(_came_in, noted)
    right = [f for f in noted.figures if any(alike(f.value, s) for s in (part, *agreed)) and not _is_left(f, noted)]
    if came and not right:
        return came[0]
    known = [*wholes, *(w - part for w in wholes)]
    strange = (f for f in _among(_is_left, noted) if not any(alike(f.value, k) for k in known))
    return next(strange, None) if wholes else None


_OF_IT_ALL = frozenset({Disposition.PLAN, Disposition.PROMISE_TO_PAY})


def still_left(call: CallRecord, outcome: Outcome, noted: Noted) -> Figure | None:
    """A part of the debt that is told as left where the debtor says that it is paid, or will pay it all."""
    wholes = [w for w in (call.balance, outcome.total) if w]
    whole = outcome.total or sum((i.amount for i in outcome.instalments if i.amount), Decimal(0))
    if outcome.type in _OF_IT_ALL and whole == call.balance:
        return next((f for f in _among(_is_left, noted) if not explained(f.value, call, outcome)), None)
    if outcome.type is not Disposition.ALREADY_PAID or not wholes:
        return None
    left = (f for f in _among(_is_left, noted) if not any(alike(f.value, w) or f.value > w for w in wholes))
    return next(left, None)


def other_whole(call: CallRecord, outcome: Outcome, noted: Noted) -> Figure | None:
    """A sum said to close the debt that is none of those agreed, owed or left; ``None`` where none is."""
    if outcome.type not in AGREEMENTS - {Disposition.PARTIAL_PAYMENT} or not outcome.instalments:
        return None
    whole = outcome.total or sum((i.amount for i in outcome.instalments if i.amount), Decimal(0))
    reduced = call.balance if call.balance and whole < call.balance and find_sum(whole, noted) is None else None
    told = (f for f in noted.figures if f.span.start < noted.turns and not _only_talked_of(f, noted))
    strange = (f for f in told if f.value == reduced or not explained(f.value, call, outcome))
    near = (f for f in strange if abs(f.value - whole) <= whole / 2)
    return next((f for f in near if _led_by("whole_sum", f, noted) or _instead(f, noted)), None)


def _only_talked_of(figure: Figure, noted: Noted) -> bool:
    """Whether its sentence offers it, asks for it or has it turned down."""
    sentence = noted.text[slice(*noted.sentence(figure.span))]
    return hedged(figure.span, noted) or bool(find_cue("turned_down", sentence, noted.language, HERE))


def _instead(figure: Figure, noted: Noted) -> bool:
    """Whether the sum is said to stand in place of another: "$1,350 in place of $1,800"."""
    behind = find_cue("in_place", noted.text[figure.span.end :], noted.language, HERE)
    return any(span.start <= _BEHIND for span in behind)


def _among(is_so: Callable[[Figure, Noted], bool], noted: Noted) -> list[Figure]:
    return [f for f in noted.figures if f.span.start < noted.turns and is_so(f, noted)]


def _came_in(figure: Figure, noted: Noted) -> bool:
    return _led_by("paid_sum", figure, noted) and not _is_left(figure, noted)


def _is_left(figure: Figure, noted: Noted) -> bool:
    after = noted.text[figure.span.end :]
    behind = find_cue("left_behind", after, noted.language, HERE)
    if any(s.start <= _BEHIND for s in find_cue("to_live_on", after, noted.language, HERE)):
        return False
    left = any(s.start <= _BEHIND for s in behind) and not _led_by("own_means", figure, noted)
    return left or (_led_by("left_sum", figure, noted) and not _led_by("another_bill", figure, noted))


def _led_by(cue: str, figure: Figure, noted: Noted) -> bool:
    """Whether the words end right where the sum begins, with no other figure or day between."""
    named = [Span(*f.span) for f in noted.figures] + [d.span for d in noted.days]
    from_ = max((s.end for s in named if s.end <= figure.span.start), default=0)
    led = noted.text[from_ : figure.span.start]
    return any(led[s.end :].strip(" $£€S/.:,") == "" for s in find_cue(cue, led, noted.language, HERE))
