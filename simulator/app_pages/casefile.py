"""The case file: everything the trainee may know before calling, and nothing that is hidden."""

from datetime import date
from decimal import Decimal

import streamlit as st

from scenarios.case import Case, Company, ContactRule
from scenarios.country import format_full_date, format_money
from simulator import charts
from simulator.app_pages import names
from simulator.app_pages.frame import heading
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, muted, paragraph, plain, show, strong, table
from simulator.fitting_rules import fitting
from simulator.i18n import Translator


def draw_whole(visit: Visit, case: Case, number: int | None = None) -> None:
    """The file as one prepares with it; ``number`` is by which the same person can be met again."""
    _ = visit.say
    left, right = st.columns(2, gap="large")
    with left:
        _whom(visit, case)
    with right:
        heading(_("Account"))
        show(facts(account(_, case)))
    heading(_("Payment history"))
    _history(visit, case)
    left, right = st.columns(2, gap="large")
    with left:
        heading(_("What you may grant"))
        show(facts(authority(_, case)))
    with right:
        heading(_("Creditor"))
        show(facts(creditor(_, case)))
    if case.templates and case.channel == "whatsapp":
        heading(_("Approved messages"))
        show(approved(_, case))
    _folded(visit, case)
    if number is not None:
        show(muted(_("Case number: {n}", n=number)))


def _whom(visit: Visit, case: Case) -> None:
    _ = visit.say
    if case.company:
        heading(_("Company"))
        show(facts(company(_, case.company)))
        heading(_("Contact"))
        show(facts(clerk(_, case, case.company)))
    else:
        heading(_("Debtor"))
        show(facts(debtor(_, case)))


def _folded(visit: Visit, case: Case) -> None:
    """What one looks up: the contract, the script, the rules."""
    _ = visit.say
    with st.expander(_("The contract in brief")):
        show(facts(contract(_, case)))
    lines = len(case.creditor.statements) + len(case.creditor.forbidden)
    if lines:
        with st.expander(_("The creditor's script ({n})", n=lines)):
            show(script(_, case))
    fit = fitting(case)
    with st.expander(_("Rules of contact ({n})", n=len(fit))):
        if case.company:
            show(muted(for_consumers(_)))
        if fit:
            show(rules(_, fit))


def draw_brief(visit: Visit, case: Case) -> None:
    """The file at hand during the talk."""
    _ = visit.say
    show(facts([*debtor(_, case)[:6], *account(_, case)[:6]]), facts(authority(_, case)), facts(creditor(_, case)))
    if case.creditor.statements or case.creditor.forbidden:
        show(strong(_("The creditor's script")), script(_, case))
    if case.templates and case.channel == "whatsapp":
        show(strong(_("Approved messages")), approved(_, case))


def _money(case: Case, amount: Decimal) -> str:
    return format_money(amount, case.country)


def _date(language: str, case: Case, day: date) -> str:
    return format_full_date(day, language, case.country)


def debtor(_: Translator, case: Case) -> list[tuple[str, str]]:
    """Who owes: a person, or a company with whom one talks to there."""
    person = case.debtor
    if case.company:
        return [*company(_, case.company), *clerk(_, case, case.company)]
    return [
        (_("Name"), person.full_name),
        (_("Age"), str(person.age)),
        (_("Identity document ends in"), person.id_last4),
        (_("Birth date"), _date(_.language, case, person.birth_date)),
        (_("City"), person.city),
        (_("Occupation"), person.occupation),
        (_("Telephone"), person.phone),
    ]


def company(_: Translator, owes: Company) -> list[tuple[str, str]]:
    """The company that owes."""
    return [
        (_("Company"), owes.name),
        (_("Tax number ends in"), owes.tax_id_last4),
        (_("Pays its suppliers"), owes.payment_run),
    ]


def clerk(_: Translator, case: Case, owes: Company) -> list[tuple[str, str]]:
    """Whom one talks to at the company: nothing of their private life."""
    person = case.debtor
    return [
        (_("Name"), person.full_name),
        (_("Role"), owes.contact_role),
        (_("Telephone"), person.phone),
        (_("City"), person.city),
    ]


def account(_: Translator, case: Case) -> list[tuple[str, str]]:
    """What is owed."""
    owed = case.account
    return [
        (_("Product"), owed.product_name),
        (_("Balance"), _money(case, owed.balance)),
        (_("of which late fees"), _money(case, owed.late_fees) if owed.late_fees else ""),
        (_("Days past due"), str(owed.days_past_due)),
        (_("Instalment"), _money(case, owed.instalment)),
        (_("Due since"), _date(_.language, case, owed.due_date)),
        (_("Promises broken before"), str(owed.broken_promises)),
    ]


def contract(_: Translator, case: Case) -> list[tuple[str, str]]:
    """What was signed, in a few lines."""
    owed = case.account
    return [
        (_("Reference"), owed.reference),
        (_("Contract of"), _date(_.language, case, owed.contract_date)),
        (_("Amount at the start"), _money(case, owed.original_amount)),
        (_("Agreed term"), _.plural("{n} month", "{n} months", owed.term_months)),
        (_("Yearly interest"), f"{owed.interest_rate_pct} %" if owed.interest_rate_pct else _("none")),
        (_("Signed copy on file"), _("yes") if owed.signed else _("no")),
    ]


def creditor(_: Translator, case: Case) -> list[tuple[str, str]]:
    """Who is owed, and how it can be paid."""
    owner = case.creditor
    return [
        (_("Creditor"), owner.name),
        (_("You call for"), owner.agency or owner.name),
        (_("Ways to pay"), ", ".join(owner.channels)),
        (_("Telephone"), owner.phone),
        (_("Complaints"), owner.complaints_unit),
    ]


def script(_: Translator, case: Case) -> str:
    """What must be said, how and when, and what must not."""
    lines = []
    for line in case.creditor.statements:
        how = _("word for word") if line.wording == "verbatim" else _("in your own words")
        when = _("before speaking of the debt") if line.before == "disclosure" else _("before the end")
        only = [_("if something is agreed")] if line.when == "agreement" else []
        lines.append((line.text, " · ".join([how, when, *only])))
    lines += [(names.spoken(f.text), _("never")) for f in case.creditor.forbidden]
    shown = (f'<li>{plain(text)}<span class="source">{plain(note)}</span></li>' for text, note in lines)
    return f'<ul class="rules">{"".join(shown)}</ul>'


def approved(_: Translator, case: Case) -> str:
    """The templates, to be copied as they stand, and when they are needed."""
    why = muted(_("After a day without an answer only one of these, word for word, reopens the conversation."))
    return why + f'<ul class="rules">{"".join(f"<li>{plain(line)}</li>" for line in case.templates)}</ul>'


def authority(_: Translator, case: Case) -> list[tuple[str, str]]:
    """The limits within which the agent decides alone."""
    policy = case.policy
    yes_no = _("yes") if policy.may_waive_late_fees else _("no")
    first = f"{policy.min_down_payment_pct} %" if policy.min_down_payment_pct else _("free")
    return [
        (_("Payments, at most"), str(policy.max_instalments)),
        (_("Discount, at most"), f"{policy.max_discount_pct} %"),
        (_("First payment, at least"), first),
        (_("More time, at most"), _.plural("{n} day", "{n} days", policy.max_extension_days)),
        (_("May waive late fees"), yes_no),
    ]


def rules(_: Translator, given: tuple[ContactRule, ...]) -> str:
    """The country's rules, each with where it comes from and whether that was checked."""
    lines = []
    for rule in given:
        kind = _("law") if rule.severity == "law" else _("house rule")
        mark = _("verified") if rule.verified else _("not verified: check before relying on it")
        source = f"{kind} · {rule.source} · {rule.as_of.isoformat()} · {mark}"
        state = "verified" if rule.verified else "unverified"
        lines.append(f'<li>{plain(rule.text)}<span class="source {state}">{plain(source)}</span></li>')
    return f'<ul class="rules">{"".join(lines)}</ul>'


def _history(visit: Visit, case: Case) -> None:
    _ = visit.say
    history = case.account.history
    if not history:
        show(muted(_("No payment has fallen due yet.")))
        return
    finding = _paid_so_far(_, case)
    show(paragraph(finding, "chart-title"))
    st.plotly_chart(
        charts.payment_history(_, case), key="payment_history", config=charts.QUIET,
        alt=finding,
    )  # fmt: skip
    with st.expander(_("As a table")):
        rows = [
            [_date(visit.language, case, line.due), _money(case, line.amount), _money(case, line.paid)]
            for line in history
        ]
        show(table(_("Payment history"), [_("Due"), _("Amount"), _("Paid")], rows))


def _paid_so_far(_: Translator, case: Case) -> str:
    """The bars in a sentence: how it was paid while it was, and what is open since."""
    lines = case.account.history
    paid = [line for line in lines if line.paid >= line.amount]
    first_open = next((line.due for line in lines if line.paid < line.amount), None)
    on_time = all(line.paid_on is not None and line.paid_on <= line.due for line in paid)
    if not paid or first_open is None or any(line.due > first_open for line in paid):
        return _("{paid} of {n} payments were made in full", paid=len(paid), n=len(lines))
    begins = _date(_.language, case, first_open)
    if on_time:
        return _("Everything paid on time before {day}; {n} open since", day=begins, n=len(lines) - len(paid))
    return _("Everything paid before {day}, some of it late; {n} open since", day=begins, n=len(lines) - len(paid))


def for_consumers(_: Translator) -> str:
    """Why hardly a rule stands in the file of a company."""
    return _("The rules noted for this country protect consumers; with a company the contract counts.")


def owes(case: Case) -> str:
    """Who owes, as the page is headed: the person, or the company."""
    return case.company.name if case.company else case.debtor.full_name


def account_line(visit: Visit, case: Case) -> str:
    """The account in a line: what, how much, how late, where."""
    _ = visit.say
    late = _.plural("{n} day past due", "{n} days past due", case.account.days_past_due)
    answers = [_("{name} answers", name=case.debtor.full_name)] if case.company else []
    parts = [
        *answers,
        case.account.product_name,
        _money(case, case.account.balance),
        late,
        names.country(_, case.country),
    ]
    return names.spoken(" · ".join(parts))
