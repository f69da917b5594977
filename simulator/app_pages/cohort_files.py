"""Exports: a cohort's assessed calls as a file, for whoever leads it. A large one is made beside the pages."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Literal

import streamlit as st

from simulator.access.kept import Cohort
from simulator.app_pages.frame import title
from simulator.app_pages.opening import exporting, jobs, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, show
from simulator.background import Job
from simulator.exporting import ENDINGS, How, Kind, Prepared
from simulator.i18n import Translator

TYPES: dict[Kind, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "application/zip",
    "json": "application/json",
}
AT_ONCE = 200
"""Calls up to which a file is made while one waits: a second or two."""
MOST: dict[Kind, int] = {"xlsx": 50_000, "csv": 50_000, "json": 10_000}
"""Calls that a file handed over by a page may hold: it is some 200 MB then."""
EVERY = 1.0
"""Seconds between two looks at a file that is being made."""


def draw(visit: Visit) -> None:
    """Which cohort, with or without names, and the files."""
    _ = visit.say
    cohorts = exporting().cohorts(visit.actor)
    title(_("Exports"), _("Take a cohort's assessed calls along as a file. Practice is never in it."))
    if not cohorts:
        show(paragraph(_("You lead no cohort yet. Whoever administers the installation can put you in one.")))
        return
    named = {cohort.id: cohort for cohort in cohorts}
    chosen = st.selectbox(_("Cohort"), list(named), format_func=lambda c: named[c].name, key="export_cohort")
    with_names = st.toggle(_("With the trainees' names"), key="export_named")
    show(muted(_("Without them each person has a pseudonym, always the same one. The export is noted in the log.")))
    calls = exporting().count(visit.actor, chosen)
    show(paragraph(_.plural("{n} assessed call.", "{n} assessed calls.", calls)))
    _files(visit, named[chosen], calls, named=with_names)
    show(items([
        _("The workbook and the tables hold attempts, levels, findings and breaches, and say what each column holds."),
        _("The program's figure always stands beside the one in force, which a person may have changed."),
        _("Everything is also what was said in each call and its follow-up, for programs to read."),
    ]))  # fmt: skip


def _files(visit: Visit, cohort: Cohort, calls: int, *, named: bool) -> None:
    """The three kinds: at once, or made beside the pages where that takes a while."""
    kinds: tuple[Kind, ...] = ("xlsx", "csv", "json")
    with st.container(horizontal=calls <= AT_ONCE, key="export_files"):
        for kind in kinds:
            how = How(kind=kind, language=visit.language, named=named)
            if calls <= AT_ONCE:
                _handed(visit, cohort, how, partial(_made, visit, cohort.id, how))
            elif calls <= MOST[kind]:
                _beside(visit, cohort, how)
            else:
                show(muted(_too_many(visit.say, cohort, kind)))


def _handed(visit: Visit, cohort: Cohort, how: How, content: Callable[[], bytes]) -> None:
    """The button that hands the file over."""
    label, name = _labels(visit.say)[how.kind][0], f"acuerdo-{cohort.id[:8]}{ENDINGS[how.kind]}"
    weight = _weight(how.kind)
    st.download_button(label, content, name, TYPES[how.kind], type=weight, key=f"to_{how.kind}", on_click="ignore")


def _beside(visit: Visit, cohort: Cohort, how: How) -> None:
    """To have it made, how far that is, or the file."""
    key = f"export {visit.me.id} {cohort.id} {how.model_dump_json()}"
    job = jobs().get(key)
    if job is None:
        label = _labels(visit.say)[how.kind][1]
        st.button(
            label, type=_weight(how.kind), key=f"make_{how.kind}", on_click=_begin, args=(visit, cohort, how, key)
        )
    elif job.over:
        _ready(visit, cohort, how, key, job)
    else:
        _waiting(visit, how, job)


def _begin(visit: Visit, cohort: Cohort, how: How, key: str) -> None:
    desk, actor = exporting(), visit.actor
    jobs().forget(key)
    jobs().begin(key, lambda told: desk.prepared(actor, cohort.id, how, told))


@st.fragment(run_every=EVERY)
def _waiting(visit: Visit, how: How, job: Job) -> None:
    """How far it has come; the page is drawn anew when it is over."""
    _ = visit.say
    if job.over:
        st.rerun()
    far = _("{n} of {of} calls", n=job.done, of=job.of) if job.of else _("waits its turn")
    st.progress(job.done / job.of if job.of else 0.0, text=f"{_labels(_)[how.kind][2]}: {far}")


def _ready(visit: Visit, cohort: Cohort, how: How, key: str, job: Job) -> None:
    _ = visit.say
    try:
        file: Prepared = job.result
    except Exception:
        jobs().forget(key)  # so that it can be asked for again
        raise
    with st.container(horizontal=True, vertical_alignment="center", key=f"ready_{how.kind}"):
        _handed(visit, cohort, how, partial(file.content))
        size, at = max(file.size / 1_000_000, 0.1), file.made_at.astimezone(zone())
        show(muted(_("{n} calls, {size} MB, made at {time}", n=file.calls, size=f"{size:.1f}", time=f"{at:%H:%M}")))
        st.button(
            _("Make it anew"), type="tertiary", key=f"again_{how.kind}", on_click=_begin, args=(visit, cohort, how, key)
        )


def _made(visit: Visit, cohort_id: str, how: How) -> bytes:
    file = BytesIO()
    exporting().cohort(visit.actor, cohort_id, file, how)
    return file.getvalue()


def _labels(_: Translator) -> dict[Kind, tuple[str, str, str]]:
    """To take a file, to have it made, and what is being made."""
    return {
        "xlsx": (_("Download workbook (.xlsx)"), _("Make the workbook (.xlsx)"), _("Workbook")),
        "csv": (_("Download tables (.csv)"), _("Make the tables (.csv)"), _("Tables")),
        "json": (_("Download everything (.json)"), _("Make everything (.json)"), _("Everything")),
    }


def _too_many(_: Translator, cohort: Cohort, kind: Kind) -> str:
    return _(
        "Beyond {most} calls a {ending} file is too large for a page. On the machine itself: {command}",
        most=f"{MOST[kind]:,}", ending=ENDINGS[kind], command=f"acuerdo export cohort {cohort.id} --as {kind} --out …",
    )  # fmt: skip


def _weight(kind: Kind) -> Literal["primary", "secondary"]:
    return "primary" if kind == "xlsx" else "secondary"
