"""Trainee by criterion: levels in words and numbers, shaded as well; who is lowest first."""

from collections.abc import Sequence

import streamlit as st

from simulator.app_pages import names, team_words
from simulator.app_pages.frame import heading
from simulator.app_pages.team_tables import download, linked, place
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.i18n import Translator
from simulator.team.kept import Asked
from simulator.team.numbers import FEW
from simulator.team.overview import BETTER, Line, Overview, Square

AT_ONCE, MOST = 12, 200


def draw(visit: Visit, asked: Asked, found: Overview) -> None:
    """The lowest first; the rest folded, and all of it as a file."""
    _ = visit.say
    heading(_("Each person by criterion"))
    show(muted(_("The mean level and how many calls. ▼ half a level or more under the others at equal difficulty; "
                 "? too few to tell. The lowest come first.")))  # fmt: skip
    lines = ordered(found)
    if not lines:
        show(muted(_("So many people are told by criterion only cohort by cohort. Choose one.")))
        return
    show(_table(_, found.criteria, lines[:AT_ONCE]))
    if len(lines) > AT_ONCE:
        rest = lines[AT_ONCE:MOST]
        with st.expander(_.plural("{n} more person", "{n} more people", len(rest)), key="heat_rest"):
            show(_table(_, found.criteria, rest))
    if len(lines) > MOST:
        show(muted(_("{n} more are in the file. Choose a cohort to see them here.", n=len(lines) - MOST)))
    heads = [_("Name"), _("Calls"), _("Passed"), *(names.criterion(_, c) for c in found.criteria)]
    download(visit, "people", heads, [_row(_, line, found.criteria) for line in lines])


def ordered(found: Overview) -> list[Line]:
    """Who has calls, the lowest mean of the criteria first."""
    told = [line for line in found.lines if line.squares]
    return sorted(told, key=lambda line: (mean(line), line.member.name.casefold(), line.member.id))


def mean(line: Line) -> float:
    """The mean of a person's criteria, each weighing the same."""
    levels = [one.level for one in line.squares.values() if one.level is not None]
    return sum(levels) / len(levels) if levels else 0.0


def _table(_: Translator, criteria: Sequence[str], lines: Sequence[Line]) -> str:
    heads = [_("Name"), _("Passed"), *(names.criterion(_, c) for c in criteria)]
    head = "".join(f'<th scope="col">{plain(h)}</th>' for h in heads)
    body = "".join(_line(_, line, heads, criteria) for line in lines)
    caption = plain(_("Each person by criterion"))
    return (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table class="figures heat">'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _line(_: Translator, line: Line, heads: Sequence[str], criteria: Sequence[str]) -> str:
    link = linked(line.member.name, place("team", trainee=line.member.id))
    passed = f"{line.passed.k}/{line.passed.n}" if line.passed.n else "–"
    cells = "".join(_square(_, line.squares.get(c), head) for c, head in zip(criteria, heads[2:], strict=True))
    return f'<tr><th scope="row">{link}</th><td data-head="{plain(heads[1])}">{passed}</td>{cells}</tr>'


def _square(_: Translator, one: Square | None, head: str) -> str:
    if one is None or one.level is None:
        return f'<td data-head="{plain(head)}">–</td>'
    few, under = one.n < FEW, one.gap is not None and one.gap.value <= -BETTER
    mark = " ?" if few else " ▼" if under else ""
    said = _("too few to tell") if few else _("under the others") if under else ""
    unseen = f'<span class="unseen"> {plain(said)}</span>' if said else ""
    shade = "" if few else f' class="l{int(one.level + 0.5)}"'
    words = plain(team_words.level_in_words(_, one.level))
    return (
        f'<td data-head="{plain(head)}"{shade}><b>{team_words.level(one.level)}</b>'
        f'<span aria-hidden="true">{mark}</span>{unseen} <span class="word">{words} · n {one.n}</span></td>'
    )


def _row(_: Translator, line: Line, criteria: Sequence[str]) -> list[str]:
    squares = (line.squares.get(c) for c in criteria)
    levels = [f"{one.level:.2f} (n {one.n})" if one and one.level is not None else "" for one in squares]
    return [line.member.name, str(line.calls), f"{line.passed.k}/{line.passed.n}", *levels]
