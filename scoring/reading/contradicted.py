"""Offences that the model hears and nothing bears out: what is kind, plain or said of oneself accuses nobody."""

import re
from collections.abc import Mapping, Sequence

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.normalise import fold
from scoring.reading.thresholds import CERTAIN, NOTICE, SUFFICIENT
from scoring.reading.values import Act
from scoring.reading.view import View

PEACEFUL = frozenset({
    DialogueAct.IDENTIFY_SELF, DialogueAct.VERIFY_IDENTITY, DialogueAct.GREET, DialogueAct.THANK,
    DialogueAct.ACKNOWLEDGE_EMOTION, DialogueAct.ACKNOWLEDGE_SITUATION, DialogueAct.APOLOGISE,
    DialogueAct.PROTECT_PRIVACY, DialogueAct.APPEAL_RELATIONSHIP, DialogueAct.REFER_SUPPORT,
})  # fmt: skip
SURELY_PEACEFUL, DOUBTFUL, TELLING = 0.9, 0.6, 0.5
"""Confidence of a peaceful act that no offence stands beside; of an offence that gives way to any surer peaceful act;
and the weight of a phrase that shows an offence."""


def contradicted(act: Act, found: Sequence[Act], strongest: Mapping[str, float], view: View) -> bool:
    """Whether an offence that no phrase shows is mostly an error where it stands.

    Where a phrase says what looks like it and is none (``lexicons/harmless.*``); in the very clause of something surely
    peaceful, or of a phrase that plainly welcomes or just asks how to pay; right behind the speaker's name ("…, from
    Highvale Services"); a sneer in the bare statement of the debt; and a disclosure where nothing was heard of who
    listens, or where it was said that they are who was asked for, or where no word is of money, debts or the law.
    """
    if act.act not in COSTLY:
        return False
    shown = strongest.get(act.act.value, 0.0)
    if shown < SUFFICIENT and act.confidence < CERTAIN[act.act] and _meant_well(act, view):
        return True
    if shown >= TELLING:
        return False
    if act.act is DialogueAct.DISCLOSE_TO_THIRD_PARTY and (
        _none_else_listens(view.context.before) or not (_OF_MONEY.search(view.folded.text))
    ):
        return True
    if act.confidence >= CERTAIN[act.act]:
        return False
    if act.confidence < _asked_of_the_model_alone(act, view):
        return True
    if act.act is DialogueAct.SARCASM and _just_states_the_debt(act, found):
        return True
    enough = min(SURELY_PEACEFUL, act.confidence if act.confidence < DOUBTFUL else 1.0)
    peaceful = [p for p in found if p.act in PEACEFUL and p.confidence >= enough]
    named = [p for p in peaceful if p.act is DialogueAct.IDENTIFY_SELF]
    kind = {(p.start, p.end) for p in peaceful} | _welcomed(view)
    return (act.start, act.end) in kind or any(
        0 <= act.start - p.end <= 1 and _ends_with_a_comma(view, p) for p in named
    )


def _meant_well(act: Act, view: View) -> bool:
    """Whether a phrase of the clause says what looks like this fault and is none (``lexicons/harmless.*``)."""
    start, end = view.place_of(act.start), view.place_of(act.end)
    named = (h for h in view.named("harmless") if h.cue.name.partition(":")[2] == act.act.value and not h.muted)
    return any(h.start < end and start < h.end for h in named)


PLAINLY_STATED = 0.95
"""Confidence of a statement of the debt beside which a sneer, in the very same clause, is an error of the model's."""


def _just_states_the_debt(act: Act, found: Sequence[Act]) -> bool:
    """Whether the clause is surely the statement of the debt: what sneers at it stands in other words."""
    return any(
        s.act is DialogueAct.STATE_DEBT and s.confidence >= PLAINLY_STATED and (s.start, s.end) == (act.start, act.end)
        for s in found
    )


IN_A_QUESTION = {DialogueAct.INSULT: 0.7}
IN_A_LONG_REPLY = {DialogueAct.INSULT: 0.6, DialogueAct.DISMISS: 0.65}
"""Confidence asked of the model where no phrase speaks with it. Below it more lines of courteous and plain writers were
accused than offences of rude ones found (``tests/data/reading``, on which these were chosen)."""
SHORT = 9


def _asked_of_the_model_alone(act: Act, view: View) -> float:
    clause = view.clause_at(view.place_of(act.start))
    if clause is not None and clause.question:
        return IN_A_QUESTION.get(act.act, NOTICE)
    return IN_A_LONG_REPLY.get(act.act, NOTICE) if len(view.folded.original.split()) > SHORT else NOTICE


_ITS_ME = re.compile(
    r"\b(?:that'?s me|speaking|this is (?:he|she|him|her)|it'?s me|soy yo|yo mer[oa]|con (?:el|ella) habla"
    r"|(?:el|ella) mism[oa]|(?:el|la) mism[oa] que viste y calza|al aparato)(?=\s*(?:[.,!?]|$))"
)
_A_DATUM = re.compile(
    r"^\W*(?:i was |fue )?(?:born|naci)\b"
    r"|^\W*(?:(?:my|mi|el|the) )?(?:postcode|zip|dob|date of birth|fecha de nacimiento|dni|ine|rut|cedula|curp|nif|ssn)"
    r"\b[^.]{0,20}\d"
    r"|\b(?:terminan? en|ends? in|last four(?: are)?) \d"
)
"""What one says of oneself when asked who one is."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:not me|no soy|ni soy|isn'?t me|who'?s speaking|who is speaking|not speaking|no esta|not (?:here|in)"
    r"|su \w+|(?:his|her) \w+|espos[oa]|marido|mujer|herman[oa]|mama|papa|hij[oa]|vecin[oa]|suegr[oa]|jef[ea]"
    r"|secretari[oa]|wife|husband|brother|sister|mum|mom|dad|son|daughter|neighbou?r|boss|reception\w*|flatmate|roommate)\b"
)


_OF_MONEY = re.compile(
    r"[$£€]|\b(?:deb\w+|deud\w+|adeud\w+|mora|moros\w+|atras\w+|vencid\w+|impag\w+|pag\w+|cuotas?|saldos?|prestamos?|creditos?"
    r"|tarjetas?|cobr\w+|bancos?|factura\w*|plata|lana|dinero|abon\w+|pendientes?|cuentas?|embarg\w+|juicio|juzgado|demand\w+"
    r"|cartera|financi\w+|recibos?|mensualidad\w*|obligacion\w*|cancel\w+|letras?|pesos|soles|euros|lucas?|compromiso\w*"
    r"|incumpl\w+|abogad\w+|legal\w*|judicial\w*|buro|dicom|veraz|asnef|infocorp|al dia|convenio|plan|desalojo|policia"
    r"|ow(?:e[sd]?|ing)|debt\w*|arrears|overdue|late|behind|(?:re)?pay\w*|paid|balance|loan|credit|card|collect\w*|bank|bill\w*"
    r"|money|account|due|invoice\w*|mortgage|rent|default\w*|missed|instal\w*|dollars|quid|pounds|grand|court|lawyer\w*"
    r"|solicitor\w*|bailiffs?|financ\w*|garnish\w*|judg\w*|repossess\w*|statement\w*|settle\w*|cash|delinquen\w*"
    r"|in deep|final demand|demand|sued?|evict\w*|police|arrest\w*)\b"
)
"""Without one of these nothing of a debt is told to anybody."""


def _none_else_listens(before: str) -> bool:
    """Whether nothing was heard of the listener yet, or they just said that they are who was asked for."""
    heard = fold(before[:400]).text
    known = _ITS_ME.search(heard) or _A_DATUM.search(heard)
    return not heard.strip() or (known is not None and _SOMEBODY_ELSE.search(heard) is None)


_WELCOMING = {DialogueAct.ACCEPT_PROPOSAL, DialogueAct.ASK_COMMITMENT, DialogueAct.CHECK_UNDERSTANDING}
WELCOMING = frozenset(act.value for act in PEACEFUL | _WELCOMING)


def _welcomed(view: View) -> set[tuple[int, int]]:
    """The clauses in which a plain phrase takes what was offered, settles how it is paid, or is kind."""
    hits = [
        h for h in view.named("acts")
        if not h.muted and h.cue.weight >= SUFFICIENT and h.cue.name.partition(":")[2] in WELCOMING
    ]  # fmt: skip
    return {view.folded.span(c.start, c.end) for c in view.clauses for h in hits if c.start < h.end and h.start < c.end}


def _ends_with_a_comma(view: View, act: Act) -> bool:
    """Whether the act's clause goes on in the next one."""
    return view.folded.text[view.place_of(act.end) - 1] == ","
