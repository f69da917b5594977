"""About the scores: nothing is hidden. The criteria, their levels in words, and the cards behind every finding."""

import streamlit as st

from simulator.app_pages import cards, names
from simulator.app_pages.frame import heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, paragraph, plain, show


def draw(visit: Visit) -> None:
    """The rubric as it is."""
    _ = visit.say
    title(_("About the scores"), _("You can read everything that your calls are judged by."))
    show(
        items(
            [
                _("Each criterion has a level from 0 to 4; a level is worth 25 points."),
                _("The total is the weighted mean of what could be assessed. The rest is named, never guessed."),
                _("Every finding quotes the words it rests on. Without evidence there is no credit."),
                _("What the debtor decides is shown apart: it gives no points and takes none."),
                _("The levels are calibrated on calls rated by language models, until people have rated enough."),
            ]
        )
    )
    visit.link("calibration", _("See how well the score agrees with raters"))
    offered = {rubric.id: rubric for rubric in visit.practice.rubrics.offered()}
    rubric = offered[
        st.selectbox(_("Rubric"), tuple(offered), format_func=lambda r: offered[r].title[visit.language], key="rubric")
    ]
    for weight in rubric.criteria:
        heading(f"{names.criterion(_, weight.criterion)} · {weight.weight} %")
        levels = weight.levels.get(visit.language, ())
        numbered = "".join(f"<li value='{n}'>{plain(words)}</li>" for n, words in enumerate(levels))
        show(f'<ol class="levels" start="0">{numbered}</ol>')
        found = cards.of(weight.criterion, visit.language)
        if found:
            with st.expander(_("What is looked for, with examples")):
                show(*found)
    heading(_("What fails a call, whatever the points"))
    show(items(names.gate(_, gate) for gate in rubric.gates), paragraph(_gates(visit), "muted"))


def _gates(visit: Visit) -> str:
    _ = visit.say
    return _("Where the program is not certain, it says possible breach, and a person decides.")
