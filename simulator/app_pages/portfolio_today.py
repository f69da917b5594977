"""The day of a portfolio: what happened overnight, the time left, and who waits, in an order with reasons."""

import streamlit as st

from scenarios.country import format_money
from simulator.app_pages import names, portfolio_names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, tags
from simulator.i18n import Translator
from simulator.portfolio.acting import Action, Task, needed
from simulator.portfolio.assumptions import assumed
from simulator.portfolio.kept import KeptPortfolio
from simulator.portfolio.portfolio import DAYS_A_WEEK, Event, Portfolio
from simulator.portfolio.queue import ORDERS, VIEWS, Reason, Row, View, promised_today, rows

PAGE = 12
AT_ONCE: dict[Reason, Task] = {"remind": "reminder", "hold": "hold"}
"""Reasons whose step needs no thought: one click from the list."""
LITTLE = 30
"""Minutes left with which a day is ended without being asked."""
ENDING = "portfolio_ending"
VIEW, ORDER = "queue_view", "queue_order"
TELLING = ("kept", "part", "broken", "paid_alone", "paid_up", "complaint", "referral_paid", "referral_failed",
           "hold_over", "callback_missed")  # fmt: skip


def draw(visit: Visit) -> None:
    """Today; the list of portfolios where none is named, the review once the four weeks are over."""
    portfolio_id = st.query_params.get("portfolio")
    if not portfolio_id:
        visit.go("portfolios")
        return
    kept = portfolio_desk().open(visit.actor, portfolio_id)
    if kept.now.over:
        visit.go("portfolio_review", portfolio=portfolio_id)
        return
    _today(visit, kept)


def _today(visit: Visit, kept: KeptPortfolio) -> None:
    _, now = visit.say, kept.now
    day = portfolio_names.spoken_day(now.today, _, now)
    title(day[:1].upper() + day[1:], _lead(_, now))
    show(time_bar(_, now))
    _waiting(visit, kept)
    _overnight(visit, now)
    _queue(visit, kept)
    _end(visit, kept)


def _lead(_: Translator, now: Portfolio) -> str:
    where = names.country(_, now.country)
    return _("Day {n} of {total} · {country}", n=now.day + 1, total=len(now.days), country=where)


def time_bar(_: Translator, now: Portfolio) -> str:
    """What is left of the day, as a bar with its words."""
    whole = int(assumed("day", "minutes"))
    left = _("{h} h {m} min left today", h=now.minutes_left // 60, m=f"{now.minutes_left % 60:02d}")
    share = round(now.minutes_left / whole * 20) * 5
    calls = int(assumed("day", "played_in_all")) - len(now.played)
    played = _.plural("{n} call left to play", "{n} calls left to play", calls)
    return (
        f'<div class="time"><p><b>{plain(left)}</b><span>{plain(played)}</span></p>'
        f'<span class="bar"><i class="p{share}"></i></span></div>'
    )


def _waiting(visit: Visit, kept: KeptPortfolio) -> None:
    """What must be finished or read first."""
    _, now = visit.say, kept.now
    if now.waiting:
        words = _("A call of yours is not finished.")
        show(f'<div class="notice">{paragraph(words)}</div>')
        visit.link("attempt", _("Go on with the call"), attempt=now.waiting)
    if now.day and now.day % DAYS_A_WEEK == 0:
        week = now.day // DAYS_A_WEEK
        visit.link("portfolio_review", _("See the review of week {n}", n=week), portfolio=kept.id)


def _overnight(visit: Visit, now: Portfolio) -> None:
    """What came of things since the last working day."""
    _ = visit.say
    last = [e for e in now.events if e.day == now.day - 1 and e.kind in TELLING]
    if not last:
        return
    with st.expander(_summary(_, last, now), expanded=len(last) <= 4, key=f"overnight_{now.day}"):
        show(items(portfolio_names.happened(_, event, now) for event in last))


def _summary(_: Translator, last: list[Event], now: Portfolio) -> str:
    """The night in one line, without marks that a label would read as formatting."""
    came = sum((e.amount for e in last if e.kind in ("kept", "part", "paid_alone", "referral_paid")), now.cost * 0)
    money = format_money(came, now.country).replace("$", "\\$")
    kept, broken = (sum(e.kind == kind for e in last) for kind in ("kept", "broken"))
    return _(
        "Since yesterday: {amount} came in, {kept} promises kept, {broken} broken", amount=money, kept=kept,
        broken=broken,
    )  # fmt: skip


def _queue(visit: Visit, kept: KeptPortfolio) -> None:
    _, now = visit.say, kept.now
    heading(_("Who waits"))
    if expected := promised_today(now):
        show(muted(_("Promised for today: {amount}", amount=format_money(expected, now.country))))
    counts = {view: len(rows(now, view)) for view in VIEWS}
    with st.container(key="queue_choice"):
        view = st.pills(
            _("Show"), _worth_showing(counts), default=st.session_state.get(VIEW, "plan"), key=f"view_{visit.language}",
            format_func=lambda one: f"{portfolio_names.view(_, one)} ({counts[one]})", label_visibility="collapsed",
        )  # fmt: skip
        order = st.selectbox(
            _("Sort by"), ORDERS, index=ORDERS.index(st.session_state.get(ORDER, "suggested")),
            key=f"order_{visit.language}",
            format_func=lambda one: portfolio_names.order(_, one), width=240,
        )  # fmt: skip
    st.session_state[VIEW], st.session_state[ORDER] = view or "plan", order  # so that coming back finds them again
    found = rows(now, view or "plan", order)
    if not found:
        show(muted(_("Nobody here today.")))
    shown = st.session_state.get("queue_shown", PAGE)
    with st.container(key="queue"):
        for row in found[:shown]:
            _row(visit, kept, row)
    if len(found) > shown:
        st.button(
            _("Show {n} more", n=min(PAGE, len(found) - shown)), key="queue_more", type="tertiary", on_click=_more
        )


def _worth_showing(counts: dict[View, int]) -> list[View]:
    """The plan, everything, what is chosen, and whatever holds an account."""
    always = ("plan", "all", st.session_state.get(VIEW, "plan"))
    return [view for view in VIEWS if counts[view] or view in always]


def _more() -> None:
    st.session_state["queue_shown"] = st.session_state.get("queue_shown", PAGE) + PAGE


def _row(visit: Visit, kept: KeptPortfolio, row: Row) -> None:
    """One account: who, how much, how old, since when, why, and the next step where it is one click."""
    _, now, account = visit.say, kept.now, row.account
    with st.container(key=f"row_{account.id}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"head_{account.id}"):
            visit.link("portfolio_account", _escaped(account.name), portfolio=kept.id, account=account.id)
            show(f'<p class="owed">{plain(format_money(account.balance, now.country))}</p>')
        show(tags(_facts(_, row, now)))
        why = portfolio_names.reason(_, row.reason)
        if why:
            show(f'<p class="why">{plain(why)}</p>')
        if row.reason in AT_ONCE:
            task = AT_ONCE[row.reason]
            label = _("{task} ({n} min)", task=portfolio_names.task(_, task), n=needed(task))
            st.button(label, key=f"at_once_{account.id}", on_click=_at_once, args=(visit, kept, account.id, task))


def _facts(_: Translator, row: Row, now: Portfolio) -> list[str]:
    account, today = row.account, now.today
    days = account.days_past_due(today)
    found = [_.plural("{n} day past due", "{n} days past due", days)] if account.balance > 0 else []
    found.append(_("last contact: {when}", when=portfolio_names.ago(_, (today - account.last_contact).days)))
    if promise := portfolio_names.promised(_, account, now):
        found.append(_("promised: {what}", what=promise))
    if account.status != "open":
        found.append({"held": _("on hold"), "referred": _("referred"), "paid": _("paid")}[account.status])
    return found


def _at_once(visit: Visit, kept: KeptPortfolio, account_id: str, task: Task) -> None:
    action = Action(account=account_id, task=task, moment="midday")
    attempt_to(visit, lambda: portfolio_desk().act(visit.actor, kept.id, kept.version, action))


def _end(visit: Visit, kept: KeptPortfolio) -> None:
    _, left = visit.say, kept.now.minutes_left
    if st.session_state.get(ENDING) == _this_day(kept):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="day_end_early"):
            show(paragraph(_("{h} h {m} min left: end anyway?", h=left // 60, m=f"{left % 60:02d}")))
            st.button(_("End it now"), key="end_day_now", on_click=_on, args=(visit, kept))
    with st.container(horizontal=True, vertical_alignment="center", key="day_end"):
        st.button(_("End the day"), type="primary", key="end_day", on_click=_asked, args=(visit, kept))
        if kept.now.day:
            visit.link("portfolio_review", _("Review so far"), portfolio=kept.id)
        visit.link("portfolio_assumptions", _("How this is worked out"), portfolio=kept.id)


def _asked(visit: Visit, kept: KeptPortfolio) -> None:
    """With much of the day left it is asked once; a call that waits is told of at once."""
    if kept.now.waiting or kept.now.minutes_left <= LITTLE:
        _on(visit, kept)
    else:
        st.session_state[ENDING] = _this_day(kept)


def _this_day(kept: KeptPortfolio) -> tuple[str, int]:
    return kept.id, kept.now.day


def _on(visit: Visit, kept: KeptPortfolio) -> None:
    st.session_state["queue_shown"] = PAGE
    attempt_to(visit, lambda: portfolio_desk().end_day(visit.actor, kept.id, kept.version))


def _escaped(name: str) -> str:
    """A name on a link, where Markdown would be read."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!~$<>:|&^=" else c for c in name)
