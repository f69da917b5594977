"""The follow-up against the call, field by field, as a person reads it."""

from scoring.scorecard import Scorecard
from simulator import note_words
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import show, table
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView, card: Scorecard) -> None:
    """The table, what needs mending first; what this call did not need is left out."""
    _ = visit.say
    rows = note_words.rows(_, view, card)
    if rows:
        heads = [_("Field"), _("Result"), _("In the call"), _("In your note")]
        show(table(_("Follow-up, field by field"), heads, rows))
