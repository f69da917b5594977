"""The review of a week, or of all that was played: what came in, what was neglected, what to do better."""

from decimal import Decimal

import streamlit as st

from scenarios.country import format_date, format_money
from simulator import portfolio_charts
from simulator.app_pages import portfolio_advice, portfolio_names
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import portfolio_desk
from simulator.app_pages.portfolio_account import source
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, paragraph, plain, show, table
from simulator.charts import QUIET
from simulator.i18n import Translator
from simulator.portfolio.advice import advice
from simulator.portfolio.kept import KeptPortfolio
from simulator.portfolio.limits import rule_in_words
from simulator.portfolio.portfolio import DAYS_A_WEEK, Portfolio
from simulator.portfolio.review import Compared, Review, awaited, compared, review

NAMED = 10


def draw(visit: Visit) -> None:
    """The week one chooses; the last finished one to begin with."""
    kept = portfolio_desk().open(visit.actor, st.query_params.get("portfolio", ""))
    _, now = visit.say, kept.now
    if not now.day:
        title(_("Review"), _("After the first day there will be something to see here."))
        visit.link("portfolio", _("Back to the day"), portfolio=kept.id)
        return
    top = st.container()
    week = _chosen(visit, now)
    figures = review(kept.opening, now, week)
    days = now.day if week is None else min((week + 1) * DAYS_A_WEEK, now.day)
    with top:
        title(_("Review"), _finding(_, figures, now))
    if not now.over:
        with st.container(key="way_back"):
            visit.link("portfolio", _("Back to the day"), portfolio=kept.id)
    _better(visit, now, figures)
    _figures(visit, now, figures)
    own = Compared(strategy="", recovered=figures.so_far, awaited=awaited(now) if days == now.day else Decimal(0))
    others = compared(kept.opening, days)
    if days != now.day:  # what one had been promised then is not kept, so the strategies' is not shown either
        others = tuple(one.model_copy(update={"awaited": Decimal(0)}) for one in others)
    _beside(visit, now, own, others)
    _promises(visit, figures)
    _contacts(visit, now, figures)
    _neglected(visit, kept, figures)
    _breaches(visit, now, figures)
    show(muted(_("This is kept apart from your skills and gives no points. Nothing here forecasts real people.")))
    with st.container(key="way_worked_out"):
        visit.link("portfolio_assumptions", _("How this is worked out"), portfolio=kept.id)


def _chosen(visit: Visit, now: Portfolio) -> int | None:
    _ = visit.say
    weeks = -(-now.day // DAYS_A_WEEK)
    choices: list[int | None] = [*range(weeks), *([None] if weeks > 1 else [])]
    if len(choices) == 1:
        return choices[0]
    usual = len(choices) - 1 if now.over else max(now.day // DAYS_A_WEEK - 1, 0)
    return st.radio(
        _("Period"), choices, index=usual, horizontal=True, key=f"period_{visit.language}_{now.day}",
        format_func=lambda one: _("All so far") if one is None else _("Week {n}", n=one + 1),
    )  # fmt: skip


def _finding(_: Translator, figures: Review, now: Portfolio) -> str:
    share = round(float(figures.so_far / figures.possible) * 100) if figures.possible else 0
    return _(
        "{amount} came in. Since the first day that makes {share} of what people could have paid.",
        amount=format_money(figures.recovered, now.country), share=portfolio_names.percent(_, share),
    )  # fmt: skip


def _better(visit: Visit, now: Portfolio, figures: Review) -> None:
    _ = visit.say
    week = now.week if figures.week is None else figures.week
    heading(_("Three things to do better next week"))
    show(items(portfolio_advice.told(_, one) for one in advice(now, week)))


def _figures(visit: Visit, now: Portfolio, figures: Review) -> None:
    _ = visit.say
    heading(_("The figures"))
    show(
        facts(
            [
                (_("Came in"), format_money(figures.recovered, now.country)),
                (_("Could have come in since the first day"), format_money(figures.possible, now.country)),
                (_("Cost of contact since the first day"), format_money(figures.cost, now.country)),
                (_("New promises"), str(figures.agreed)),
                (_("Contacts, and how many were answered"), f"{figures.attempts} · {figures.reached}"),
                (_("Calls you played"), str(figures.played)),
                (_("Accounts that passed 30, 60 or 90 days"), str(figures.rolled)),
                (_("Relationship, at first and now"), f"{figures.goodwill_at_first} → {figures.goodwill}"),
                (_("Complaints"), str(figures.complaints)),
                (_("Minutes left over"), str(figures.idle)),
            ]
        )
    )


def _beside(visit: Visit, now: Portfolio, own: Compared, others: tuple[Compared, ...]) -> None:
    """One's recovery beside the strategies', all from the same accounts and by the same rules."""
    _ = visit.say
    everyone = (own, *others)
    names = [_("You"), *(portfolio_names.strategy(_, one.strategy) for one in others)]
    labels = [format_money(one.recovered, now.country) for one in everyone]
    finding = finding_beside(_, own, others)
    show(f'<p class="chart-title">{plain(finding)}</p>')
    bars = [(float(one.recovered), float(one.awaited)) for one in everyone]
    drawn = portfolio_charts.side_by_side(names, bars, labels, (_("Came in"), _("Promised, not due yet")))
    st.plotly_chart(drawn, key="beside", config=QUIET, alt=finding)
    with st.expander(_("As a table"), key="beside_table"):
        heads = [_("Strategy"), _("Came in since the first day"), _("Promised, not due yet")]
        rows = [
            [name, label, format_money(one.awaited, now.country)]
            for name, label, one in zip(names, labels, everyone, strict=True)
        ]
        show(table(finding, heads, rows))


def finding_beside(_: Translator, own: Compared, others: tuple[Compared, ...]) -> str:
    """What the bars show: whom one is ahead of, by what came in and, where that differs, with what is promised."""
    if all(one.recovered == own.recovered for one in others):
        return _("So far you have recovered as much as each of the simple strategies")
    behind = sum(one.recovered < own.recovered for one in others)
    with_promised = sum(one.recovered + one.awaited < own.recovered + own.awaited for one in others)
    finding = _("You recovered more than {n} of the {total} simple strategies", n=behind, total=len(others))
    if with_promised == behind:
        return finding
    return finding + _("; with what is promised, more than {n}", n=with_promised)


def _promises(visit: Visit, figures: Review) -> None:
    _ = visit.say
    counts = (figures.kept, figures.part, figures.broken)
    if not sum(counts):
        return
    finding = _("{kept} of {n} payments that fell due were kept", kept=figures.kept, n=sum(counts))
    names = [_("Kept"), _("In part"), _("Broken")]
    show(f'<p class="chart-title">{plain(finding)}</p>')
    st.plotly_chart(portfolio_charts.promises(names, counts), key="promises", config=QUIET, alt=finding)
    with st.expander(_("As a table"), key="promises_table"):
        show(table(finding, [_("Promise"), _("How many")], [[n, str(c)] for n, c in zip(names, counts, strict=True)]))


def _contacts(visit: Visit, now: Portfolio, figures: Review) -> None:
    _ = visit.say
    finding = _("{n} of {total} accounts had no contact", n=figures.contacts[0], total=len(now.accounts))
    axis = _("Contacts with an account")
    show(f'<p class="chart-title">{plain(finding)}</p>')
    st.plotly_chart(portfolio_charts.contacts(figures.contacts, axis), key="contacts", config=QUIET, alt=finding)
    with st.expander(_("As a table"), key="contacts_table"):
        rows = [[name, str(n)] for name, n in zip(("0", "1", "2", "3", "4+"), figures.contacts, strict=True)]
        show(table(finding, [axis, _("Accounts")], rows))


def _neglected(visit: Visit, kept: KeptPortfolio, figures: Review) -> None:
    _, now = visit.say, kept.now
    if not figures.neglected:
        return
    n = len(figures.neglected)
    with st.expander(_.plural("{n} account neglected", "{n} accounts neglected", n), key="neglected"):
        rows = []
        for account in (now.account(one) for one in figures.neglected[:NAMED]):
            last = portfolio_names.ago(_, (now.today - account.last_contact).days)
            rows.append([account.name, format_money(account.balance, now.country), last])
        show(table(_("Neglected accounts"), [_("Name"), _("Balance"), _("Last contact")], rows))


def _breaches(visit: Visit, now: Portfolio, figures: Review) -> None:
    _ = visit.say
    if not figures.breaches:
        show(muted(_("No contact overstepped a rule.")))
        return
    heading(_("Contacts that overstepped a rule"))
    for rule_id in dict.fromkeys(breach.rule for breach in figures.breaches):
        rule = rule_in_words(rule_id, now.country, visit.language, now.today)
        found = [
            f"{now.account(b.account).name} ({format_date(b.on, _.language, now.country)})"
            for b in figures.breaches if b.rule == rule_id
        ]  # fmt: skip
        show(f'<div class="notice">{paragraph(rule.text)}{source(_, rule)}{muted(", ".join(found))}</div>')
