"""The contacts before this one, as the case file shows them: when, with whom, what was promised, what became of it."""

from simulator.app_pages import contact_words, names
from simulator.app_pages.frame import heading
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView, *, headed: bool = True) -> None:
    """Every earlier contact with the trainee's own note; nothing where this is the first."""
    if view.earlier is None:
        return
    if headed:
        _ = visit.say
        heading(_("Earlier contacts"))
    show(f'<ol class="contacts">{"".join(_lines(visit, view))}</ol>')


def _lines(visit: Visit, view: AttemptView) -> list[str]:
    _ = visit.say
    lines = []
    for contact in view.earlier.contacts if view.earlier else ():
        hour = f", {contact.at:%H:%M}" if contact.at else ""
        day = contact_words.day_in_words(_, contact.on, view.country)
        told = [contact_words.channel(_, contact.channel)]
        told += [contact_words.whom(_, contact.who)] if contact.who != "debtor" else []
        told.append(names.disposition(_, contact.disposition))
        promised = contact_words.promise(_, contact, view.country)
        promised = _("Promised: {words}", words=promised) if promised else ""
        note = f'<p class="note" dir="auto">{plain(contact.note)}</p>' if contact.note.strip() else ""
        lines.append(
            f"<li><p><b>{plain(day + hour)}</b></p><p>{plain(' · '.join(told))}</p>"
            + (f"<p>{plain(promised)}</p>" if promised else "")
            + f"{note}</li>"
        )
    return lines
