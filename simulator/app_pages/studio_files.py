"""Scenarios as files: bring some in, take some out."""

import streamlit as st

from simulator.app_pages import studio_names
from simulator.app_pages.frame import attempt_to
from simulator.app_pages.opening import authoring
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, paragraph, plain, show
from simulator.refusals import Refusal
from simulator.studio.bundles import MOST_FILES, Incoming, bundle, read_bundle
from simulator.studio.kept import OwnScenario


def draw(visit: Visit, own: tuple[OwnScenario, ...]) -> None:
    """A folded section of the library."""
    _ = visit.say
    with st.expander(_("Bring in or take out files"), key="studio_files"):
        file = st.file_uploader(
            _("A YAML file, or a zip of up to {n}", n=MOST_FILES), type=["yaml", "yml", "zip"], key="bring"
        )
        if file is not None:
            _preview(visit, file.name, file.getvalue())
        if own:
            names = {s.id: studio_names.title_of(s, visit.language) for s in own}
            chosen = st.multiselect(
                _("Take out (empty: all of ours)"),
                list(names),
                format_func=names.__getitem__,
                key="take_out",
                placeholder=_("Choose"),
            )
            files = [(s.name, s.text) for s in own if not chosen or s.id in chosen]
            st.download_button(
                _("Download"), bundle(files), "acuerdo-scenarios.zip", "application/zip", key="take_out_go"
            )


def _preview(visit: Visit, name: str, raw: bytes) -> None:
    _ = visit.say
    try:
        incoming = read_bundle(name, raw)
    except Refusal as refusal:
        show(f'<div class="notice" role="alert">{paragraph(refusal.in_language(visit.language))}</div>')
        return
    refused = [f"{one.name}: {one.refused.in_language(visit.language)}" for one in incoming if one.refused]
    if refused:
        cannot = _("These cannot be taken:")
        show(f'<div class="notice" role="alert"><p>{plain(cannot)}</p>{items(refused)}</div>')
    good = tuple(one for one in incoming if one.refused is None)
    if not good:
        show(muted(_("There is no scenario in it.")))
        return
    show(items(one.name for one in good))
    label = _.plural("Bring in {n} scenario", "Bring in {n} scenarios", len(good))
    st.button(label, type="primary", key="bring_go", on_click=_bring, args=(visit, good))


def _bring(visit: Visit, incoming: tuple[Incoming, ...]) -> None:
    """As drafts, under ids of their own; one alone is opened."""

    def bring() -> None:
        made = [authoring().make(visit.actor, one.text) for one in incoming]
        leave_for("studio", **({"scenario": made[0].id, "view": "write"} if len(made) == 1 else {}))

    attempt_to(visit, bring)
