"""Breaches and possible breaches of assessed calls: by rule and country, who repeats them, each with its words."""

import streamlit as st

from scoring.gates import UNVERIFIED
from simulator.app_pages import names, team_filters
from simulator.app_pages.frame import heading, title
from simulator.app_pages.opening import team_desk
from simulator.app_pages.team_tables import download, linked, place
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, table
from simulator.i18n import Translator
from simulator.team.breaches import Repeated, Rule
from simulator.team.kept import GateLine
from simulator.team_desk import Breaches

AT_ONCE, MOST = 20, 200
STATUSES = ("breach", "possible_breach", "no_breach")


def draw(visit: Visit) -> None:
    """The whole page."""
    _ = visit.say
    show(team_filters.MARK)
    asked, said = team_filters.asked(), {n: st.query_params.get(n) for n in ("gate", "country", "status", "shown")}
    gate, country = _plain_key(said["gate"]), _plain_key(said["country"])
    limit = int(said["shown"]) if said["shown"] in {"40", "80", "120", "160", "200"} else AT_ONCE
    status = said["status"] if said["status"] in STATUSES else None
    seen = team_desk().breaches(visit.actor, asked, gate, country, status, limit)
    title(_("Breaches by rule"), _finding(_, seen.rules))
    with st.container(horizontal=True, key="team_ways"):
        visit.link("team", _("Back to the team"), **team_filters.carried(asked))
    team_filters.draw(visit, seen.desk, asked)
    if not seen.rules:
        return
    _rules(visit, seen.rules)
    _repeated(visit, seen.repeated)
    _lines(visit, seen, (gate, country, status), limit)


def _plain_key(text: str | None) -> str | None:
    """A key out of the address; what can be none is left aside."""
    return text if text and len(text) <= 60 and text.isascii() and text.isidentifier() else None


def _finding(_: Translator, rules: tuple[Rule, ...]) -> str:
    if not rules:
        return _("No assessed call of these weeks touched a rule.")
    breaches, waiting = sum(r.breaches for r in rules), sum(r.waiting for r in rules)
    return _("Breaches: {breaches}. Possible ones for a person to decide: {waiting}.", breaches=breaches,
             waiting=waiting)  # fmt: skip


def _rules(visit: Visit, rules: tuple[Rule, ...]) -> None:
    _ = visit.say
    heads = [_("Rule"), _("Country"), _("Breaches"), _("To decide"), _("No breach"), _("Decided by a person")]
    rows = [
        [names.gate(_, r.gate), names.country(_, r.country), str(r.breaches), str(r.waiting), str(r.cleared),
         str(r.decided)]
        for r in rules
    ]  # fmt: skip
    heading(_("By rule and country"))
    show(table(_("By rule and country"), heads, rows))
    download(visit, "breaches", heads, rows)


def _repeated(visit: Visit, found: tuple[Repeated, ...]) -> None:
    _ = visit.say
    heading(_("The same person, more than once"))
    if not found:
        show(muted(_("Nobody touched the same rule twice in these weeks.")))
    for one in found[:AT_ONCE]:
        link = linked(one.member.name, place("team", trainee=one.member.id))
        said = _("{gate} · breaches: {breaches} · to decide: {waiting}", gate=names.gate(_, one.gate),
                 breaches=one.breaches, waiting=one.waiting)  # fmt: skip
        show(f'<div class="moved">{link}{muted(said)}</div>')


def _lines(visit: Visit, seen: Breaches, now: tuple[str | None, str | None, str | None], limit: int) -> None:
    """Each with its words, the latest first."""
    _ = visit.say
    heading(_("In their words"))
    with st.container(horizontal=True, key="breach_choices"):
        gates, countries = (dict.fromkeys(getattr(r, name) for r in seen.rules) for name in ("gate", "country"))
        team_filters.choose(_("Rule"), "gate", [None, *gates], lambda g: names.gate(_, g) if g else _("any"), now[0])
        team_filters.choose(
            _("Country"), "country", [None, *countries], lambda c: names.country(_, c) if c else _("any"), now[1]
        )
        team_filters.choose(
            _("Decided"), "status", [None, *STATUSES], lambda s: status_of(_, s) if s else _("any"), now[2]
        )
    if not seen.lines:
        show(muted(_("None is like that. Take one of the choices away.")))
    for line in seen.lines:
        show(_line(_, line, seen.names.get(line.owner_id, "")))
    if seen.more and limit < MOST:
        st.button(_("Show more"), key="breaches_more", on_click=_more, args=(limit,))
    elif seen.more:
        show(muted(_("There are more. Choose a rule, a country or fewer weeks to see them.")))


def _more(limit: int) -> None:
    st.query_params["shown"] = str(min(limit * 2 if limit < 80 else limit + 40, MOST))


def _line(_: Translator, line: GateLine, name: str) -> str:
    """What was said, by whom, where; the rule's source, and whether somebody checked it."""
    said = line.title.get(_.language) or next(iter(line.title.values()), "")
    where = said + ", " + _("line {n}", n=line.turn) if line.turn else said
    who = linked(name, place("team", trainee=line.owner_id))
    call = linked(where, place("scorecards", line.turn, attempt=line.attempt_id))
    quote = f'<blockquote dir="auto">{plain(line.quote)}</blockquote>' if line.quote else ""
    head = f"{status_of(_, line.effective_status)}: {names.gate(_, line.gate)} · {names.country(_, line.country)}"
    return (
        f'<article class="breach-line {plain(line.effective_status)}"><p><b>{plain(head)}</b></p>{quote}'
        f"{paragraph(line.reason)}{_source(_, line)}"
        f'<p class="muted">{who} · {call} · {line.closed_at:%Y-%m-%d} · {plain(_decided(_, line))}</p></article>'
    )


def _source(_: Translator, line: GateLine) -> str:
    if not line.source:
        return muted(_("A rule of conduct that holds everywhere; no law is named for it."))
    if line.gate == "forbidden_phrase":
        return muted(_("The creditor's script forbids: {words}", words=line.source))
    words = line.source
    for mark in UNVERIFIED.values():
        words = words.replace(mark, "")
    kind, said = ("unverified", _("not verified")) if words != line.source else ("verified", _("verified"))
    return f'<p class="source {kind}" dir="auto">{plain(words.strip())} · {plain(said)}</p>'


def _decided(_: Translator, line: GateLine) -> str:
    if line.effective_status != line.status:
        return _("decided by a person")
    return _("waits for a decision") if line.status == "possible_breach" else _("beyond doubt, by the machine")


def status_of(_: Translator, status: str) -> str:
    """What something is held to be."""
    return {
        "breach": _("Breach"),
        "possible_breach": _("Possible breach"),
        "no_breach": _("No breach"),
    }.get(status, names.spoken(status))
