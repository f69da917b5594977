"""One field of the follow-up, checked: what was agreed, what was noted, and where."""

from scoring.criteria.cues import Span
from scoring.followup.noted import Noted
from scoring.scorecard import FieldCheck


def check(  # noqa: PLR0913, PLR0917  (the columns of a check)
    field: str, status: str, agreed: str, said: str, noted: Noted, span: Span | None
) -> FieldCheck:
    """The check with its evidence from the note."""
    values = {
        "field": field,
        "status": status,
        "agreed": agreed,
        "noted": said or (noted.text[slice(*span)] if span else ""),
    }
    return FieldCheck.model_validate({**values, "evidence": noted.evidence(span)})
