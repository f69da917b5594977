"""Progress at a glance: each criterion in a word, with its latest levels as a row of small bars."""

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages.frame import heading
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show
from simulator.i18n import Translator
from simulator.progress import Series

SHOWN = 8
"""Levels in a row of bars."""


def draw(visit: Visit) -> None:
    """The criteria under the newest rubric; nothing where none was assessed yet."""
    _ = visit.say
    lines = [_line(_, series) for series in visit.record.progress.newest if series.levels]
    if not lines:
        return
    heading(_("How it is going"))
    with st.container(key="glance"):
        show(f'<ul class="glance">{"".join(lines)}</ul>')
        if st.button(_("See my progress"), type="tertiary", key="glance_more"):
            visit.go("progress")


def _line(_: Translator, series: Series) -> str:
    levels = series.levels[-SHOWN:]
    bars = "".join(f'<i class="l{level}"></i>' for level in levels) if len(levels) > 1 else ""
    told = _("levels {levels}", levels=", ".join(map(str, levels)))
    return (
        f"<li><b>{plain(names.criterion(_, series.criterion))}</b>"
        f"<span>{plain(names.level_word(_, levels[-1]))}</span>"
        + (f'<span class="bars" role="img" aria-label="{plain(told)}">{bars}</span></li>' if bars else "</li>")
    )
