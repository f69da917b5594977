"""One account of a portfolio: its file, its log, and what can be done with it today."""

import streamlit as st

from scenarios.case import ContactRule
from scenarios.country import format_date, format_money, load_country
from simulator.app_pages import portfolio_log, portfolio_names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.portfolio_today import time_bar
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import facts, muted, paragraph, plain, show
from simulator.i18n import Translator
from simulator.portfolio.account import Account, Moment, Offer
from simulator.portfolio.acting import CONTACTS, LONGEST_NOTE, Action, Task, needed
from simulator.portfolio.assumptions import assumed, minutes
from simulator.portfolio.kept import KeptPortfolio
from simulator.portfolio.limits import broken_rules, good_hour, rule_in_words
from simulator.portfolio.offers import promise_of
from simulator.portfolio.portfolio import Portfolio

OFFERS: tuple[Offer, ...] = ("plan", "discount", "extension", "wait", "refer")
DOTS = {"on_time": "●", "late": "◐", "part": "◔", "missed": "○"}


def draw(visit: Visit) -> None:
    """The account that the address names; what was just done stands at the top."""
    kept = portfolio_desk().open(visit.actor, st.query_params.get("portfolio", ""))
    _, now = visit.say, kept.now
    account = now.account(st.query_params.get("account", ""))
    with st.container(key="way_back"):
        visit.link("portfolio", _("Back to the day"), portfolio=kept.id)
    title(account.name, f"{account.product} · {account.reference}")
    show(time_bar(_, now))
    _latest(visit, account, now)
    _file(visit, account, now)
    if account.status in ("paid", "referred"):
        show(muted(_("This account is out of your hands.")))
    elif not now.over:
        _contact(visit, kept, account)
        _others(visit, kept, account)
    portfolio_log.draw(visit, account, now)
    _note(visit, kept, account)


def _latest(visit: Visit, account: Account, now: Portfolio) -> None:
    _ = visit.say
    today = [c for c in account.contacts if c.on == now.today]
    if not today:
        return
    last = today[-1]
    words = f"{portfolio_names.channel(_, last.channel)}: {portfolio_names.answer(_, last)}."
    promise = portfolio_names.promised(_, account, now)
    more = _("Promised: {what}", what=promise) if promise and last.answer == "promise" else ""
    show(f'<div class="notice done" role="status">{paragraph(words)}{muted(more) if more else ""}</div>')


def _file(visit: Visit, account: Account, now: Portfolio) -> None:
    _ = visit.say
    off = portfolio_names.percent(_, account.max_discount_pct)
    late = _.plural("{n} day past due", "{n} days past due", account.days_past_due(now.today))
    rows = [
        (_("Balance"), f"{format_money(account.balance, now.country)} · {late}"),
        (_("Came in so far"), format_money(account.recovered, now.country) if account.recovered else ""),
        (_("Promise"), portfolio_names.promised(_, account, now)),
        (_("Broken promises"), str(account.broken) if account.broken else ""),
        (_("How they have paid"), _history(_, account)),
        (_("What you know"), portfolio_names.segment(_, account)),
        (_("Channels they agreed to"), ", ".join(portfolio_names.channel(_, c) for c in account.channels)),
        (
            _("You may grant"),
            _(
                "{n} payments, {d} off",
                n=account.max_instalments,
                d=off,
            ),
        ),
        (_("You agreed to talk on"), (account.callback and portfolio_names.spoken_day(account.callback, _, now)) or ""),
        (_("On hold until"), _held(_, account, now)),
    ]
    show(facts(rows))


def _held(_: Translator, account: Account, now: Portfolio) -> str:
    if account.status != "held" or account.until is None:
        return ""
    return portfolio_names.spoken_day(account.until, _, now)


def _history(_: Translator, account: Account) -> str:
    """The payments as marks, and counted in words."""
    good = sum(mark == "on_time" for mark in account.marks)
    dots = " ".join(DOTS[mark] for mark in account.marks)
    return f"{dots}  " + _("{paid} of {n} on time", paid=good, n=len(account.marks))


def _contact(visit: Visit, kept: KeptPortfolio, account: Account) -> None:
    _, now = visit.say, kept.now
    left = account.hours_left(now.today)
    heading(_("Get in touch"))
    with st.container(border=True, key="touch"):
        moment = st.radio(
            _("When"), left, index=left.index(good_hour(now, account)),
            format_func=lambda one: portfolio_names.moment(_, one), horizontal=True, key=_hour(visit, now, account),
        )  # fmt: skip
        offer = st.radio(
            _("What you offer"), OFFERS, format_func=lambda one: _terms(_, account, one, now),
            key=f"offer_{account.id}_{visit.language}",
        )  # fmt: skip
        _warn(visit, now, account, moment, offer)
        with st.container(horizontal=True, key="touch_buttons"):
            for channel in account.channels:
                _button(visit, kept, Action(account=account.id, task=channel, moment=moment, offer=offer))
        _play(visit, kept, account)


def _terms(_: Translator, account: Account, offer: Offer, now: Portfolio) -> str:
    """An offer with its amounts and days, safe as a label."""
    name, promise = portfolio_names.offer(_, offer), promise_of(account, offer, now.today)
    if promise is None or not promise.dues:
        return name
    first = promise.dues[0]
    money = format_money(first.amount, now.country).replace("$", "\\$")
    day = format_date(first.on, _.language, now.country)
    if len(promise.dues) > 1:
        return _("{offer}: {n} payments of {amount}, the first on {day}", offer=name, n=len(promise.dues),
                 amount=money, day=day)  # fmt: skip
    return _("{offer}: {amount} on {day}", offer=name, amount=money, day=day)


def _warn(visit: Visit, now: Portfolio, account: Account, moment: Moment, offer: Offer) -> None:
    """Which way would overstep which rule. Nothing is forbidden: it is noted."""
    _ = visit.say
    found: dict[str, tuple[ContactRule, list[str]]] = {}
    for channel in account.channels:
        for rule in broken_rules(now, account, channel, moment, offer not in ("wait", "refer")):
            found.setdefault(rule.id, (rule, []))[1].append(portfolio_names.channel(_, channel))
    for rule, channels in found.values():
        said = rule_in_words(rule.id, now.country, visit.language, now.today)
        words = _("Oversteps a rule ({channels}): {rule}", channels=", ".join(channels), rule=said.text)
        show(f'<div class="notice" role="alert">{paragraph(words)}{source(_, said)}</div>')


def source(_: Translator, rule: ContactRule) -> str:
    """Where a rule comes from, and whether it was verified."""
    mark = _("verified") if rule.verified else _("not verified")
    style = "verified" if rule.verified else "unverified"
    return f'<span class="source {style}">{plain(rule.source)} · {rule.as_of:%Y-%m-%d} · {plain(mark)}</span>'


def _button(visit: Visit, kept: KeptPortfolio, action: Action) -> None:
    _, task = visit.say, action.task
    name, need = portfolio_names.task(_, task), needed(task)
    label = _("{task} ({n} min)", task=name, n=need) if need else name
    st.button(label, key=f"do_{task}", disabled=kept.now.minutes_left < need, on_click=_do, args=(visit, kept, action))


def _do(visit: Visit, kept: KeptPortfolio, action: Action) -> None:
    if action.task in CONTACTS:
        action = action.model_copy(
            update={"moment": _moment(visit, kept.now, action.account), "offer": _offer(visit, action)}
        )
    attempt_to(visit, lambda: portfolio_desk().act(visit.actor, kept.id, kept.version, action))


def _hour(visit: Visit, now: Portfolio, account: Account) -> str:
    """The widget of an account's hour: anew each day and after each contact, so that no choice outlives its use."""
    return f"moment_{account.id}_{now.day}_{len(account.contacts)}_{visit.language}"


def _moment(visit: Visit, now: Portfolio, account_id: str) -> Moment:
    """The hour as it is chosen at the click: a quick hand is faster than the page."""
    account = now.account(account_id)
    chosen = st.session_state.get(_hour(visit, now, account))
    left = account.hours_left(now.today)
    return next((moment for moment in left if moment == chosen), good_hour(now, account))


def _offer(visit: Visit, action: Action) -> Offer:
    chosen = st.session_state.get(f"offer_{action.account}_{visit.language}")
    return next((offer for offer in OFFERS if offer == chosen), action.offer)


def _play(visit: Visit, kept: KeptPortfolio, account: Account) -> None:
    _, now = visit.say, kept.now
    able = now.may_play() and now.minutes_left >= minutes("played")
    st.button(
        _("Play this call yourself ({n} min)", n=minutes("played")), type="primary", key="play_call", disabled=not able,
        on_click=_begin, args=(visit, kept, account.id),
    )  # fmt: skip
    if not able:
        show(muted(_("You can play one call a day, twelve in all, while there is time for it.")))


def _begin(visit: Visit, kept: KeptPortfolio, account_id: str) -> None:
    def begin() -> None:
        attempt = portfolio_desk().play(
            visit.actor, kept.id, kept.version, account_id, _moment(visit, kept.now, account_id)
        )
        leave_for("attempt", attempt=attempt)

    attempt_to(visit, begin)


def _others(visit: Visit, kept: KeptPortfolio, account: Account) -> None:
    _, now = visit.say, kept.now
    first: tuple[Task, ...] = ("reminder",) if account.promise and account.promise.next else ()
    hold: Task = "release" if account.status == "held" else "hold"
    with st.expander(_("Other steps"), key="others"):
        with st.container(horizontal=True, key="other_buttons"):
            for task in (*first, "statement", "supervisor", hold):
                _button(visit, kept, Action(account=account.id, task=task, moment="midday"))
        wage = load_country(now.country).minimum_wage.value
        fee = format_money(float(wage) * assumed("referral", "counsel_wages"), now.country)
        share = portfolio_names.percent(_, round(assumed("referral", "agency_share") * 100))
        show(muted(_("An agency keeps {share} of what it recovers; counsel costs {fee} whatever comes of it.",
                     share=share, fee=fee)))  # fmt: skip
        if account.days_past_due(now.today) < assumed("referral", "usual_days"):
            show(muted(_("Referring is usually considered from 90 days past due.")))
        if account.balance < wage:
            show(muted(_("For an amount this small a referral hardly pays.")))
        with st.container(horizontal=True, key="refer_buttons"):
            for task in ("agency", "counsel"):
                _button(visit, kept, Action.model_validate({"account": account.id, "task": task}))


def _note(visit: Visit, kept: KeptPortfolio, account: Account) -> None:
    _ = visit.say
    key = f"portfolio_note_{account.id}"
    st.text_area(_("Your note"), value=account.note, max_chars=LONGEST_NOTE, key=key, height=90)
    if not kept.now.over:
        need = needed("note")
        st.button(
            _("{task} ({n} min)", task=portfolio_names.task(_, "note"), n=need), key="do_note",
            disabled=kept.now.minutes_left < need, on_click=_keep, args=(visit, kept, account.id, key),
        )  # fmt: skip


def _keep(visit: Visit, kept: KeptPortfolio, account_id: str, key: str) -> None:
    text = str(st.session_state.get(key) or "")[:LONGEST_NOTE]
    _do(visit, kept, Action(account=account_id, task="note", text=text))
