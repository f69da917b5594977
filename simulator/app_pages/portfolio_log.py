"""The contacts that an account has had, the latest first."""

from scenarios.country import format_date
from simulator.app_pages import portfolio_names
from simulator.app_pages.frame import heading
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show, table
from simulator.portfolio.account import AT, Account
from simulator.portfolio.portfolio import Portfolio


def draw(visit: Visit, account: Account, now: Portfolio) -> None:
    """When, how, what about, and what came of it; the calls played lead to their scorecards."""
    _ = visit.say
    heading(_("Contacts"))
    before = portfolio_names.ago(_, (now.today - account.last_before).days)
    show(muted(_("Last contact before you took over: {when}", when=before)))
    if account.contacts:
        heads = [_("Day"), _("Hour"), _("How"), _("What about"), _("What came of it")]
        rows = [
            [
                format_date(c.on, _.language, now.country), AT[c.moment].strftime("%H:%M"),
                portfolio_names.channel(_, c.channel), portfolio_names.purpose(_, c), portfolio_names.answer(_, c),
            ]
            for c in reversed(account.contacts)
        ]  # fmt: skip
        show(table(_("Contacts"), heads, rows))
    for attempt in account.attempts:
        visit.link("attempt", _("See the call you played"), attempt=attempt)
