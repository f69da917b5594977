"""Texts: every text by its place, Spanish and English side by side, saved back into the file."""

from typing import get_args

import streamlit as st

from scenarios.values import Language
from simulator.app_pages import names, studio_names
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.opening import authoring
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.studio.kept import OwnScenario
from simulator.studio.rewriting import Path
from simulator.studio.texts import GROUPS, TextRow, rows_of, with_texts

LANGUAGES: tuple[Language, ...] = get_args(Language)
Boxes = dict[str, tuple[Path, str]]
"""The place and language of each box, by its key."""


def draw(visit: Visit, scenario: OwnScenario) -> None:
    """One group of texts at a time."""
    _ = visit.say
    rows = rows_of(scenario.text)
    if not rows:
        show(paragraph(_("The texts can be shown once the errors in the file are mended."), "lead"))
        return
    lacking = sum(bool(row.missing) for row in rows)
    counts = {group: sum(row.group == group for row in rows) for group in GROUPS}
    chosen = st.segmented_control(
        _("Which texts"), [g for g in GROUPS if counts[g]], default="card", key="text_group",
        format_func=lambda g: f"{studio_names.group(_, g)} ({counts[g]})",
    )  # fmt: skip
    said = _.plural(
        "{n} text has no words in a language of the title.",
        "{n} texts have no words in a language of the title.",
        lacking,
    )
    show(muted(said if lacking else _("Every text stands in every language of the title.")))
    other = [names.tongue(_, one) for one in LANGUAGES if not any(row.shown(one) for row in rows)]
    if other:
        show(muted(_("{language} may stay empty: one language is enough.", language=other[0])))
    only = st.toggle(_("Only those that lack one"), key="text_lacking") if lacking else False
    shown = [row for row in rows if row.group == (chosen or "card") and (row.missing or not only)]
    _form(visit, scenario, shown)


def _form(visit: Visit, scenario: OwnScenario, rows: list[TextRow]) -> None:
    _ = visit.say
    if not rows:
        show(muted(_("Nothing is missing here.")))
        return
    boxes: Boxes = {}
    with st.form("texts", border=False):
        for row in rows:
            _row(visit, scenario, row, boxes)
        st.form_submit_button(_("Save the texts"), type="primary", key="texts_go", on_click=_save,
                              args=(visit, scenario, boxes))  # fmt: skip


def _row(visit: Visit, scenario: OwnScenario, row: TextRow, boxes: Boxes) -> None:
    _ = visit.say
    lacks = [_("no {language}", language=names.tongue(_, one).lower()) for one in row.missing]
    marks = "".join(f' <span class="status changed">{plain(words)}</span>' for words in lacks)
    others = _("Said otherwise in: {places}", places=", ".join(row.variants)) if row.variants else ""
    show(
        f'<p class="label"><strong>{plain(studio_names.place(_, row.place))}</strong>{marks}</p>',
        muted(others) if others else "",
    )
    for column, language in zip(st.columns(2), LANGUAGES, strict=True):
        key = f"text_{scenario.id}_{scenario.version}_{'.'.join(map(str, row.path))}_{language}"
        boxes[key], tongue = (row.path, language), names.tongue(_, language)
        column.text_area(
            tongue if row.single else _("{language}, one line each", language=tongue),
            value=row.shown(language), key=key, height=68 if row.single and row.path[0] != "briefing" else 112,
        )  # fmt: skip


def _save(visit: Visit, scenario: OwnScenario, boxes: Boxes) -> None:
    """What was typed stays in its boxes where it is refused."""
    changes = {place: str(st.session_state.get(key) or "") for key, place in boxes.items()}

    def save() -> None:
        authoring().save(visit.actor, scenario.id, with_texts(scenario.text, changes), scenario.version)

    attempt_to(visit, save)
