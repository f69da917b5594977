"""The library: the trainers' scenarios and the shipped ones, with how they stand and how they are used."""

import streamlit as st

from scenarios.load import list_scenarios
from simulator.app_pages import names, studio_files, studio_names
from simulator.app_pages.frame import title
from simulator.app_pages.opening import authoring, looking, publishing, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.studio.kept import Use
from simulator.studio.library_rows import Row, own_row, shipped_row

FILTERS = ("all", "own", "draft", "published", "withdrawn", "shipped")


def draw(visit: Visit) -> None:
    """The list, and the way to a new one."""
    _ = visit.say
    with st.container(key="studio_wide"):
        title(_("Studio"), _("Write a call of your own, see that it works, and give it to your trainees."))
    own, use = authoring().all(visit.actor), publishing().use(visit.actor)
    who = authoring().writers(visit.actor)
    measured = looking().measured(visit.actor)
    with st.container(horizontal=True, vertical_alignment="bottom", key="studio_do"):
        if st.button(_("New scenario"), type="primary", key="studio_new"):
            visit.go("studio", new="1")
    rows = [
        *(
            own_row(s, publishing().standing(visit.actor, s), use.get(s.name, Use()), who.get(s.updated_by or "", ""))
            for s in own
        ),
        *(shipped_row(s, use.get(s.id, Use()), measured.get((s.id, s.version))) for s in list_scenarios()),
    ]
    _list(visit, rows)
    studio_files.draw(visit, own)


def _list(visit: Visit, rows: list[Row]) -> None:
    _ = visit.say
    labels = {"all": _("All"), "own": _("Ours"), "draft": _("Drafts"), "published": _("Published ones"),
              "withdrawn": _("Withdrawn ones"), "shipped": _("Shipped")}  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom", key="studio_find"):
        chosen = st.segmented_control(_("Show"), FILTERS, default="all", format_func=labels.__getitem__, key="which")
        asked = st.text_input(_("Find by title"), key="find_scenario").casefold()
    shown = [row for row in rows if _fits(row, chosen or "all") and asked in " ".join(row.title.values()).casefold()]
    show(_table(visit, shown) if shown else muted(_("Nothing fits.")))


def _fits(row: Row, chosen: str) -> bool:
    if chosen == "own":
        return row.link != ""
    return chosen == "all" or chosen in row.marks


def _table(visit: Visit, rows: list[Row]) -> str:
    _ = visit.say
    heads = [_("Scenario"), _("Status"), _("Version"), _("Languages"), _("Difficulty"), _("As measured"), _("Calls"),
             _("Mean level in assessed calls")]  # fmt: skip
    caption = plain(_("Scenarios"))
    head = "".join(f'<th scope="col">{plain(h)}</th>' for h in heads)
    body = "".join(f"<tr>{_cells(visit, row, heads)}</tr>" for row in rows)
    return (
        f'<table class="figures library"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cells(visit: Visit, row: Row, heads: list[str]) -> str:
    _ = visit.say
    name = row.title.get(visit.language) or next(iter(row.title.values()), row.name)
    marks = " ".join(f'<span class="status {m}">{plain(studio_names.status(_, m))}</span>' for m in row.marks)
    levels = ", ".join(f"{names.criterion(_, key)} {value:.1f}" for key, value in sorted(row.use.levels.items()))
    cells = [
        marks, row.version, plain(", ".join(row.languages).upper() or "–"), plain(_declared(visit, row)),
        f"{row.measured:.2f}" if row.measured is not None else "–",
        plain(_("{n} ({k} practice)", n=row.use.calls, k=row.use.practice) if row.use.calls else "–"),
        plain(levels or "–"),
    ]  # fmt: skip
    rest = "".join(f'<td data-head="{plain(h)}">{c}</td>' for h, c in zip(heads[1:], cells, strict=True))
    address = f"./studio?scenario={row.link or row.name}"
    which = f'<span class="which">{plain(_which(visit, row))}</span>' if row.link else ""
    return f'<th scope="row"><a href="{address}" target="_self">{plain(name)}</a>{which}</th>{rest}'


def _which(visit: Visit, row: Row) -> str:
    """What tells two of one title apart: the name in the text, who wrote last, and when."""
    when = f"{row.changed.astimezone(zone()):%Y-%m-%d %H:%M}" if row.changed else ""
    return " · ".join(part for part in (row.name, row.by, when) if part)


def _declared(visit: Visit, row: Row) -> str:
    return names.difficulty(visit.say, row.difficulty) if row.difficulty else "–"
