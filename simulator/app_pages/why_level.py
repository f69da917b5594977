"""Why a level is what it is: in plain words what raised and what lowered it; the figures behind a second fold."""

from collections.abc import Iterable

from scoring.criterion import Finding, Judgement
from simulator import note_words
from simulator.app_pages import cards, names
from simulator.app_pages.jumps import jump
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show, table
from simulator.i18n import Translator
from simulator.view import AttemptView


def draw_why(visit: Visit, view: AttemptView, judgement: Judgement, trusted: str) -> None:
    """What raised it, what lowered it, what limits it; then the figures for whoever wants to check them.

    ``trusted`` says how well the criterion agrees with its raters; empty where nothing was measured.
    """
    _ = visit.say
    blocks = [
        _side(visit, view, _("What raised it"), (f for f in judgement.findings if f.met)),
        _side(visit, view, _("What lowered it"), (f for f in judgement.findings if not f.met)),
    ]
    if judgement.capped_by:
        blocks.append(muted(_("Its worst moment limits it.")))
    show('<div class="why-level">', *blocks, _figures(visit, judgement, trusted), "</div>")


def _side(visit: Visit, view: AttemptView, head: str, found: Iterable[Finding]) -> str:
    """Each kind of finding once, with the lines where it stands, what weighs most first."""
    kinds: dict[str, list[int]] = {}
    for finding in sorted(found, key=lambda f: -abs(f.weight)):
        name = _name(visit, view, finding)
        places = kinds.setdefault(name, [])
        if finding.evidence and finding.evidence.turn and finding.evidence.turn not in places:
            places.append(finding.evidence.turn)
    if not kinds:
        return ""
    lines = "".join(f"<li>{plain(name)} {_places(visit.say, places)}</li>" for name, places in kinds.items())
    return f'<p class="label"><b>{plain(head)}</b></p><ul class="items">{lines}</ul>'


def _name(visit: Visit, view: AttemptView, finding: Finding) -> str:
    """An indicator as its card calls it; a fact to note, of which there is no card, as the scenario does."""
    _ = visit.say
    if finding.indicator.startswith(note_words.FACT):
        return _("Notes: {fact}", fact=note_words.name(_, view, finding.indicator))
    return cards.title(finding.criterion, finding.indicator, visit.language)


def _places(_: Translator, places: list[int]) -> str:
    return " ".join(jump(_, place) for place in sorted(places)[:3])


def _figures(visit: Visit, judgement: Judgement, trusted: str) -> str:
    """The addends of the level, after a sentence that says what they are, behind a fold of their own."""
    _ = visit.say
    if not judgement.terms:
        return ""
    rows = [
        [names.term(_, term.name) or cards.title(judgement.criterion, term.name, visit.language), signed(term.value)]
        for term in judgement.terms
    ]
    figures = table(_("Why this level"), [_("What counts"), _("Levels")], rows)
    head = plain(_("The figures behind it"))
    told = muted(_("For whoever wants to check: each line adds to the level or takes from it; together they make it."))
    return f"<details><summary>{head}</summary>{told}{figures}{muted(trusted) if trusted else ''}</details>"


def signed(value: float) -> str:
    """Levels with a sign that reads as one."""
    return f"{value:+.2f}".replace("-", "−")
