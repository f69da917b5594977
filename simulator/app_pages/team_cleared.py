"""Who is cleared for live contacts, a line a person; and of one person also what was assigned and is not done."""

from collections.abc import Sequence

import streamlit as st

from simulator.accounts import Action, may
from simulator.app_pages import assign_words
from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.frame import heading
from simulator.app_pages.team_tables import linked, place
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, label, muted, paragraph, plain, show
from simulator.assigned import Assignment
from simulator.assignment_view import OfPerson
from simulator.clearing import Held
from simulator.team.kept import Member

UNFOLDED = 12
"""People in a list that stands open."""
AT_ONCE = 60
"""People for whom it is worked out before anybody asks."""
LISTED = 200
"""People of whom one page tells it; of more, cohort by cohort."""


def draw(visit: Visit, members: Sequence[Member]) -> None:
    """How many are cleared, then everybody: those who are cleared first. Of many people once it is unfolded."""
    _, people = visit.say, [one for one in members if not one.left]
    if not people or not may(visit.actor, Action.ASSIGN):
        return
    heading(_("Who is cleared for live contacts"))
    if len(people) > LISTED:
        show(muted(_("There are more than {n} people here. Choose a cohort.", n=LISTED)))
        return
    if len(people) <= AT_ONCE:
        _told(visit, people, folded=len(people) > UNFOLDED)
        return
    fold = st.expander(_("How many, and who"), key="team_cleared", on_change="rerun")
    if fold.open:  # worked out once it is asked for: it reads every assessed call of everybody
        with fold:
            _told(visit, people, folded=False)


def _told(visit: Visit, people: Sequence[Member], *, folded: bool) -> None:
    """How many are cleared, then everybody."""
    _ = visit.say
    held = assign_desk().clearing.of(visit.actor, [one.id for one in people])
    cleared = {one.profile_id for one in held if one.clearance.cleared}
    show(paragraph(_("{n} of {of} cleared today, each with the creditors named.", n=len(cleared), of=len(people))))
    ordered = sorted(people, key=lambda one: (one.id not in cleared, one.name.casefold()))
    lines = _table(visit, [(one, _words(visit, one, held)) for one in ordered])
    if not folded:
        show(lines)
        return
    with st.expander(_("Everybody, those who are cleared first"), key="team_cleared"):
        show(lines)


def draw_one(visit: Visit, member: Member) -> None:
    """One person: cleared or not and why, and every assignment that is open or late."""
    _ = visit.say
    if not may(visit.actor, Action.ASSIGN):
        return
    heading(_("Live contacts"))
    show(items(_words(visit, member, assign_desk().clearing.of(visit.actor, [member.id]))))
    heading(_("Assigned and not done"))
    waiting = assign_desk().assigning.undone_of(visit.actor, member.id)
    if not waiting:
        show(muted(_("Nothing: all that was assigned is done.")))
    for assignment, person in waiting:
        _assigned(visit, assignment, person)


def _words(visit: Visit, member: Member, held: Sequence[Held]) -> list[str]:
    """Cleared ones first; why not, where somebody is not."""
    _ = visit.say
    mine = sorted((one for one in held if one.profile_id == member.id), key=lambda one: not one.clearance.cleared)
    return [assign_words.clearance(_, one) for one in mine] or [_("Not yet cleared: no assessed call so far.")]


def _table(visit: Visit, rows: Sequence[tuple[Member, list[str]]]) -> str:
    _ = visit.say
    name, stands, whole = plain(_("Name")), plain(_("Live contacts")), plain(_("Who is cleared for live contacts"))
    body = "".join(
        f'<tr><th scope="row">{linked(member.name, place("team", trainee=member.id))}</th>'
        f"<td>{'<br>'.join(plain(one) for one in words)}</td></tr>"
        for member, words in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{whole}">'
        f'<table class="figures"><thead><tr><th scope="col">{name}</th><th scope="col">{stands}</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _assigned(visit: Visit, assignment: Assignment, person: OfPerson) -> None:
    """The way to it, how far the person is, and until when."""
    _, standing = visit.say, person.standing
    far = assign_words.how_many(visit, standing.done, len(standing.needed))
    late = [_("late")] if standing.late else []
    with st.container(key=f"undone_{assignment.id}"):
        visit.link("assignments", label(assign_words.title_of(visit, assignment)), assignment=assignment.id)
        about = [assign_words.kind(_, assignment), far, assign_words.due(visit, assignment), *late]
        show(muted(" · ".join(about)))
