"""Before sending: what is still empty for this result, and what the figures say. Nothing of it holds anybody up."""

from scenarios.country import format_money
from scoring.transcript import FollowUp
from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, show, strong
from simulator.i18n import Translator
from simulator.view import AttemptView
from simulator.wrap_checks import Remark, remarks, still_empty


def draw(visit: Visit, view: AttemptView, form: FollowUp) -> None:
    """A short list; nothing where there is nothing to say."""
    _ = visit.say
    lines = [_remark(_, view, one) for one in remarks(form, view.case)]
    empty = [_field(_, field) for field in still_empty(form, view.case)]
    if empty:
        lines.insert(0, _("Still empty: {fields}.", fields=", ".join(empty)))
    if lines:
        lead = strong(_("Before you send"))
        show(f'<div class="before-sending" role="status">{lead}{items(lines)}</div>')


def _field(_: Translator, field: str) -> str:
    name = {
        "payments": _("the payments"),
        "note": _("the note"),
        "hold_until": _("until when nobody calls"),
    }.get(field, names.field(_, field))
    return name[:1].lower() + name[1:]


def _remark(_: Translator, view: AttemptView, one: Remark) -> str:
    total, balance = (format_money(amount, view.country) for amount in (one.total, one.balance))
    return {
        "sum": _("The payments add up to {total}; the balance is {balance}.", total=total, balance=balance),
        "no_date": _("Payment {n} has no day.", n=one.n),
        "no_amount": _("Payment {n} has no amount.", n=one.n),
        "past": _("Payment {n} is on a day before the call.", n=one.n),
        "order": _("Payment {n} comes before the one above it.", n=one.n),
        "next_in_the_past": _("The next action is on a day before the call."),
    }[one.what]
