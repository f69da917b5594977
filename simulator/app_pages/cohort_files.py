"""Exports: a cohort's assessed calls as a file, for whoever leads it."""

from functools import partial
from io import BytesIO
from typing import Literal

import streamlit as st

from simulator.access.kept import Cohort
from simulator.app_pages.frame import title
from simulator.app_pages.opening import exporting
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, show
from simulator.exporting import ENDINGS, How, Kind

TYPES: dict[Kind, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "application/zip",
    "json": "application/json",
}


def draw(visit: Visit) -> None:
    """Which cohort, with or without names, and the file."""
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
    with st.container(horizontal=True):
        _file(visit, named[chosen], "xlsx", named=with_names, label=_("Download workbook (.xlsx)"))
        _file(visit, named[chosen], "csv", named=with_names, label=_("Download tables (.csv)"))
        _file(visit, named[chosen], "json", named=with_names, label=_("Download everything (.json)"))
    show(items([
        _("The workbook and the tables hold attempts, levels, findings and breaches, and say what each column holds."),
        _("The program's figure always stands beside the one in force, which a person may have changed."),
        _("Everything is also what was said in each call and its follow-up, for programs to read."),
    ]))  # fmt: skip


def _file(visit: Visit, cohort: Cohort, kind: Kind, *, named: bool, label: str) -> None:
    """A button; the file is made when it is asked for."""
    how = How(kind=kind, language=visit.language, named=named)
    made = partial(_made, visit, cohort.id, how)
    name = f"acuerdo-{cohort.id[:8]}{ENDINGS[kind]}"
    st.download_button(label, made, name, TYPES[kind], type=_weight(kind), key=f"to_{kind}", on_click="ignore")


def _made(visit: Visit, cohort_id: str, how: How) -> bytes:
    file = BytesIO()
    exporting().cohort(visit.actor, cohort_id, file, how)
    return file.getvalue()


def _weight(kind: Kind) -> Literal["primary", "secondary"]:
    return "primary" if kind == "xlsx" else "secondary"
