"""See: ten cases at a glance, the graph, and what plays by the hundred find."""

from base64 import b64encode
from dataclasses import replace

import streamlit as st

from scenarios.country import format_money
from scenarios.disposition import Disposition
from scenarios.draft import Draft
from scenarios.generation import countries_of, generate_case
from scenarios.graph import Graph, GraphNode, graph
from scenarios.scenario import Scenario
from scenarios.values import Country
from simulator.app_pages import names, studio_names
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.opening import explorations, looking, now
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, table
from simulator.home_country import nearest
from simulator.picture import svg
from simulator.studio import checking
from simulator.studio.explorations import PLAYS, Exploration, Found, met_in, total_of
from simulator.studio.kept import Looked
from simulator.studio.wording import said
from simulator.trials.own import own_beats
from simulator.trials.report import LIMITS, Report

SEEDS = range(1, 11)
NODES = {"endings": "ending", "facts": "fact", "own_beats": "beat"}
"""What the drawing calls the kinds that a report counts."""
POLLED = 1.0
"""Seconds between two looks at plays that run."""


def draw(visit: Visit, looked: Looked) -> None:
    """Cases, plays, graph."""
    _ = visit.say
    found = checking.drafted(looked.text)
    parsed = checking.scenario_of(looked.text)
    if found is None or parsed is None:
        show(paragraph(_("It can be seen once the errors in the file are mended."), "lead"))
        visit.link("studio", _("What to mend"), scenario=looked.id, view="write")
        return
    _explore(visit, looked, found)
    _cases(visit, parsed)


def _cases(visit: Visit, scenario: Scenario) -> None:
    _ = visit.say
    heading(_("Ten cases"))
    places = countries_of(scenario)
    if not places:
        show(muted(_("No country of the file speaks a language of the title.")))
        return
    country: Country = st.selectbox(
        _("Country"), places, format_func=lambda c: names.country(_, c), key="see_country", width=220,
        index=places.index(nearest(visit.country, places, visit.language)),
    )  # fmt: skip
    heads = [_("Person"), _("Age"), _("Case number"), _("Balance"), _("Instalment"), _("Days late"), _("Income"),
             _("Left over each month")]  # fmt: skip
    show(table(_("Ten cases"), heads, [_case_row(scenario, country, seed) for seed in SEEDS]))


def _case_row(scenario: Scenario, country: Country, seed: int) -> list[str]:
    case = generate_case(scenario, country, seed, now().date())
    money = [format_money(amount, country) for amount in (
        case.account.balance, case.account.instalment, case.budget.income, case.budget.disposable)]  # fmt: skip
    who = f"{case.debtor.full_name} · {case.debtor.city} · {case.debtor.occupation}"
    return [
        who,
        str(case.debtor.age),
        str(seed),
        money[0],
        money[1],
        str(case.account.days_past_due),
        money[2],
        money[3],
    ]


def _explore(visit: Visit, looked: Looked, found: Draft) -> None:
    """Begin plays; while they run, the part below looks again by itself."""
    _ = visit.say
    heading(_("What trainees will meet"))
    show(
        muted(
            _(
                "The program plays it by itself, so many times, as good, middling and poor players do; "
                "others who try odd things come on top."
            )
        )
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="explore"):
        plays = st.selectbox(_("Calls"), PLAYS, key="explore_plays", width=120)
        st.button(
            _("Put it to the test"), key="explore_go", type="primary", on_click=_begin, args=(visit, looked, plays)
        )
    running = explorations().of(looked.id)
    st.fragment(_progress, run_every=POLLED if running and running.running else None)(visit, looked, found)


def _begin(visit: Visit, looked: Looked, plays: int) -> None:
    def begin() -> None:
        asked = looking().at(visit.actor, looked.id)
        explorations().begin(asked.id, asked.text, plays)

    attempt_to(visit, begin)


def _progress(visit: Visit, looked: Looked, found: Draft) -> None:
    _ = visit.say
    job = explorations().of(looked.id)
    if job is not None and job.running:
        total = total_of(job.plays)
        st.progress(min(job.done / total, 1.0), text=_("{n} of {k} calls played", n=job.done, k=total))
        st.button(
            _("Stop playing"), key="explore_stop", type="tertiary", on_click=explorations().stop, args=(looked.id,)
        )
        st.session_state["explore_was_running"] = looked.id
        return
    if st.session_state.pop("explore_was_running", None) == looked.id:
        st.rerun()  # the whole page, so that it looks no more
    if job is not None and job.failed:
        broke = _("The plays broke off. Try again; if it stays so, tell your administrator.")
        show(f'<div class="notice" role="alert">{paragraph(broke)}</div>')
    if job is not None and job.found is not None:
        _found(visit, looked, found, job, job.found)
    _graph(visit, found, job.found if job and job.text == looked.text else None)


def _found(visit: Visit, looked: Looked, draft: Draft, job: Exploration, found: Found) -> None:
    _ = visit.say
    if job.text != looked.text:
        show(muted(_("These figures are of the text as it stood when it was played.")))
    elif looked.measured != found.report.measured:
        looking().note_measured(visit.actor, looked, found.report.measured)
    report = found.report
    rates = ", ".join(f"{studio_names.players(_, s.style)} {s.rate:.0%}" for s in report.successes)
    heads = [_("Calls"), _("Endings reached"), _("Hidden things told"), _("Own words said"), _("Faults")]
    reached = [f"{report.shares[kind].percent:.0f} %" for kind in LIMITS]
    row = [str(report.plays), *reached, str(len(report.faults)), f"{report.measured:.2f}"]
    show(table(_("What the plays found"), [*heads, _("Difficulty measured, 0 to 1")], [row]))
    show(muted(_("Calls that came to a good end: {rates}", rates=rates)))
    _never(visit, draft, report)
    if report.faults:
        show(
            paragraph(
                _(
                    "Something went wrong: {what}",
                    what="; ".join(sorted({said(f.what, visit.language) for f in report.faults})[:5]),
                )
            )
        )


def _never(visit: Visit, draft: Draft, report: Report) -> None:
    """What no play came to, in the words of the scenario."""
    _ = visit.say
    words = {
        "endings": _("Endings that nobody came to: {what}"), "facts": _("Hidden things that nobody heard: {what}"),
        "own_beats": _("Own words that nobody heard: {what}"),
    }  # fmt: skip
    labels = {n.id: n.label for n in _in_words(visit, graph(draft.scenario, _spoken(visit, draft))).nodes}
    missed = []
    for kind in LIMITS:
        lacking = report.shares[kind].missed
        named = "; ".join(labels.get(f"{NODES[kind]}:{name}", name) for name in lacking)
        missed += [words[kind].replace("{what}", named)] if lacking else []
    if missed:
        missed.append(_("Where that should not be: let its condition ask for less, or give it a moment of its own."))
        show(f'<div class="notice">{items(missed)}</div>')


def _in_words(visit: Visit, drawn: Graph) -> Graph:
    """An ending is labelled with the result it leaves, in words; of two alike, with its name too."""
    results = [node.label for node in drawn.nodes if node.kind == "ending"]

    def called(node: GraphNode) -> str:
        words = names.disposition(visit.say, Disposition(node.label))
        return words if results.count(node.label) == 1 else f"{words} ({node.id.partition(':')[2]})"

    nodes = (replace(node, label=called(node)) if node.kind == "ending" else node for node in drawn.nodes)
    return replace(drawn, nodes=tuple(nodes))


def _spoken(visit: Visit, draft: Draft) -> str:
    """The language in which its words are shown: the screen's, where it has it."""
    spoken = draft.scenario.languages
    return visit.language if visit.language in spoken else spoken[0]


def _graph(visit: Visit, draft: Draft, found: Found | None) -> None:
    _ = visit.say
    drawn = _in_words(visit, graph(draft.scenario, _spoken(visit, draft)))
    heading(_("The scenario as a drawing"))
    own = own_beats(draft)
    counts, plays = (found.reached, found.report.plays) if found else (None, 0)
    label = plain(_("What may be said in each phase, what is told, and how it ends"))
    picture = b64encode(svg(drawn, own, visit.language, counts, plays).encode()).decode()
    image = f'<img alt="{label}" src="data:image/svg+xml;base64,{picture}">'
    show(muted(_("A line joins what must be told first, or not yet, to what waits for it.")))
    show(f'<div class="scroll graph" role="region" tabindex="0" aria-label="{label}">{image}</div>')
    if found is None:
        return
    heading(_("Lines that a trainee will really meet"))
    lines = "".join(_met(visit, *row) for row in met_in(drawn, found, own))
    show(
        muted(_("Share of the calls of good, middling and poor players in which each was met.")),
        f'<ul class="met">{lines}</ul>',
    )


def _met(visit: Visit, kind: str, words: str, share: float) -> str:
    words = f"{studio_names.node(visit.say, kind)}: {words}"
    return f'<li class="{"met" if share else "never"}"><b>{share:.0%}</b><span>{plain(words)}</span></li>'
