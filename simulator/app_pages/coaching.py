"""How it might sound: the weakest moments of a call with what could have been said there, and what to practise next."""

from scoring.coaching.practise import technique
from scoring.coaching.values import Coached, Coaching, Praised, ToPractise, Written
from simulator.app_pages import names
from simulator.app_pages.frame import heading
from simulator.app_pages.jumps import jump
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, strong
from simulator.i18n import Translator
from simulator.view import AttemptView


def draw(visit: Visit, coaching: Coaching) -> None:
    """The moments in the call's order, or the best one where nothing went wrong."""
    _ = visit.say
    if coaching.best:
        heading(_("Your best moment"))
        show(_best(_, coaching.best))
    if coaching.moments:
        show(muted(_("Not the one right answer: one that would have helped, in your words or these.")))
        show(*(_moment(_, moment) for moment in coaching.moments))
    if coaching.note:
        heading(_("How the note might read"))
        show(_note(_, coaching.note))


def draw_practise(visit: Visit, practise: ToPractise) -> None:
    """The one thing to practise, in the screen's language."""
    shown = technique(practise.technique, visit.language)
    show(strong(shown.name), paragraph(shown.why))


def scenario_title(visit: Visit, view: AttemptView, practise: ToPractise) -> str | None:
    """The title of another scenario that exercises it, where it can be played in the screen's language."""
    offered = {card.id: card.title for card in visit.practice.scenarios(visit.language, visit.actor)}
    return offered.get(practise.scenario or "") if practise.scenario != view.scenario.id else None


def _moment(_: Translator, moment: Coached) -> str:
    place = f"{plain(names.criterion(_, moment.lacking))} · {jump(_, moment.turn)}"
    lead = _("It might sound like this:")
    return (
        f'<article class="coached"><p class="kind">{place}</p>{_spoken(_, moment.heard, moment.said)}'
        f"{items(moment.costs)}"
        f'<p class="better" dir="auto"><b>{plain(lead)}</b> {plain(moment.model)}</p>'
        f"{muted(moment.why)}</article>"
    )


def _note(_: Translator, note: Written) -> str:
    lead = _("It might read like this:")
    return (
        f'<article class="coached">{items(note.costs)}'
        f'<p class="better" dir="auto"><b>{plain(lead)}</b> {plain(note.model)}</p></article>'
    )


def _best(_: Translator, best: Praised) -> str:
    place = jump(_, best.turn)
    quote = f'<blockquote dir="auto">{plain(best.quote)}</blockquote>' if best.quote else ""
    return (
        f'<article class="coached"><p class="kind">{place}</p>{_spoken(_, best.heard, best.said)}'
        f"{quote}{items(best.reasons)}</article>"
    )


def _spoken(_: Translator, heard: str, said: str) -> str:
    debtor, you = _("Debtor"), _("You")
    before = _quoted(debtor, heard) if heard.strip() else ""
    return before + _quoted(you, said)


def _quoted(who: str, words: str) -> str:
    return f'<p class="spoken" dir="auto"><b>{plain(who)}:</b> {plain(words)}</p>'
