"""Dialogue acts of a reply: evidence weighed, spans given, and for the costly ones a second, stricter threshold.

Phrases are part of the model (as signs) and speak beside it (the mixture). Two rules stand above both: a phrase that is
SUFFICIENT is noticed whatever the model thinks, and where every phrase of an act is negated, quoted or reported, the
act's score falls by MUTED.

An act's confidence is 0.5 where the reading just notices it (the threshold was chosen on writers kept aside) and
grows with the evidence. A costly act reaches ``CERTAIN`` by a phrase that is beyond doubt, said in earnest, or by a
score beyond which hardly any line of an unseen writer was accused wrongly (``mixing.surely``).
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.agreement import says_yes, takes_nothing
from scoring.reading.asked_name import asks_by_name
from scoring.reading.evidence import ACTS, COLUMN, OWN, Evidence, gather
from scoring.reading.model import ActModel, load_model
from scoring.reading.normalise import fold
from scoring.reading.values import Act
from scoring.reading.view import Figures, View

NOTICE = 0.5
CERTAIN: dict[DialogueAct, float] = dict.fromkeys(sorted(COSTLY), 0.98)
"""Confidence from which a costly act is beyond doubt: a precision of at least .98 on writers kept aside."""
_BELOW_CERTAIN = 0.97
SUFFICIENT, NOTICED = 0.95, 0.6
MUTED = 2.5
"""Logits that an act loses where its phrases are all negated, quoted or another's words."""


def weigh(evidence: Evidence, mix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits of every act. ``mix``: bias, whole, best clause, phrases, muted phrases, each support; then the scores of
    all acts over the whole and over their best clauses.
    """
    best = evidence.best_clause
    score = (
        mix[:, 0]
        + mix[:, 1] * evidence.whole
        + mix[:, 2] * best
        + mix[:, 3] * evidence.cues
        + mix[:, 4] * evidence.muted
        + (mix[:, 5 : OWN + 1] * evidence.support).sum(axis=1)
        + mix[:, OWN + 1 :] @ np.concatenate([evidence.whole, best])
        - MUTED * ((evidence.muted > 0) & (evidence.cues == 0))
    )
    return np.asarray(np.clip(score, -30, 30), np.float32)


def acts_of(view: View, figures: Figures) -> tuple[tuple[Act, ...], tuple[float, ...]]:
    """The acts of a reply that is laid out, and the impression it makes, by the stored weights of its language."""
    model = load_model(view.language)
    evidence = gather(view, figures, model)
    return find_acts(view, evidence, model), tuple(round(float(value), 4) for value in evidence.impression)


def find_acts(view: View, evidence: Evidence, model: ActModel) -> tuple[Act, ...]:
    """The acts that reach their threshold, in the order of the text."""
    logits = weigh(evidence, model.mix)
    confidence = 1 / (1 + np.exp(-logits))
    strongest, asked = _strongest(view), asks_by_name(view)
    found = []
    for act in ACTS:
        value, phrase = float(confidence[COLUMN[act]]), strongest.get(act.value, 0.0)
        if phrase >= SUFFICIENT:
            value = max(value, NOTICED)
        if act in COSTLY:
            beyond_doubt = phrase >= 1 or logits[COLUMN[act]] >= model.sure[COLUMN[act]]
            value = max(value, 0.99) if beyond_doubt else min(value, _BELOW_CERTAIN)
        if act is DialogueAct.OFFER_INSTALMENTS and _asks_for_a_plan(view, evidence):
            value = max(value, NOTICED)
        if act is DialogueAct.ACCEPT_PROPOSAL and says_yes(view):
            value = max(value, NOTICED)
        if act is DialogueAct.ACCEPT_PROPOSAL and takes_nothing(view):
            continue
        if act is DialogueAct.VERIFY_IDENTITY and asked:
            found.append(Act(act, max(value, SUFFICIENT), *asked))
        elif value >= NOTICE:
            found.append(Act(act, value, *_place(view, evidence, act)))
    found = [a for a in found if not (asked and _of_a_name(a, asked) and strongest.get(a.act.value, 0) < SUFFICIENT)]
    earnest = [a for a in found if not _contradicted(a, found, strongest, view)]
    return tuple(sorted(earnest, key=lambda a: (a.start, a.end, a.act)))


def _of_a_name(act: Act, asked: tuple[int, int]) -> bool:
    """Whether the model read something into the words that only ask for somebody."""
    at_the_door = (DialogueAct.GREET, DialogueAct.VERIFY_IDENTITY)
    return act.act not in at_the_door and asked[0] <= act.start < asked[1]


PEACEFUL = frozenset({
    DialogueAct.IDENTIFY_SELF, DialogueAct.VERIFY_IDENTITY, DialogueAct.GREET, DialogueAct.THANK,
    DialogueAct.ACKNOWLEDGE_EMOTION, DialogueAct.ACKNOWLEDGE_SITUATION, DialogueAct.APOLOGISE,
    DialogueAct.PROTECT_PRIVACY, DialogueAct.APPEAL_RELATIONSHIP, DialogueAct.REFER_SUPPORT,
})  # fmt: skip
SURELY_PEACEFUL, DOUBTFUL, TELLING = 0.9, 0.6, 0.5
"""Confidence of a peaceful act that no offence stands beside; of an offence that gives way to any surer peaceful act;
and the weight of a phrase that shows an offence."""


def _contradicted(act: Act, found: Sequence[Act], strongest: Mapping[str, float], view: View) -> bool:
    """Whether an offence that no phrase shows is mostly an error where it stands.

    In the very clause of something surely peaceful, or of a phrase that plainly welcomes or just asks how to pay;
    right behind the speaker's name ("…, from Highvale Services"); and
    a disclosure where nothing was heard of who listens, or where it was said that they are who was asked for, or where
    no word is of money, payments, debts or the law.
    """
    if act.act not in COSTLY or strongest.get(act.act.value, 0.0) >= TELLING:
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


def _asks_for_a_plan(view: View, evidence: Evidence) -> bool:
    """Whether the grammar found payments in instalments and the reply asks: an offer, whatever the model says."""
    return bool(evidence.support[COLUMN[DialogueAct.OFFER_INSTALMENTS], 0]) and any(t.word == "?" for t in view.tokens)


def _strongest(view: View) -> dict[str, float]:
    """The weight of the strongest phrase of each act that is said in earnest."""
    found: dict[str, float] = {}
    for hit in view.named("acts"):
        name = hit.cue.name.partition(":")[2]
        if not hit.muted:
            found[name] = max(found.get(name, 0.0), hit.cue.weight)
    return found


def _place(view: View, evidence: Evidence, act: DialogueAct) -> tuple[int, int]:
    """The clause that shows the act best, by its phrases and the model's score together."""
    if not view.clauses:
        return view.folded.span(0, len(view.folded.text))
    scores = [float(s) for s in evidence.clauses[:, COLUMN[act]]]
    for hit in view.named("acts"):
        if not hit.muted and hit.cue.name == f"acts:{act.value}":
            number = next((n for n, c in enumerate(view.clauses) if c.start <= hit.start < c.end), None)
            if number is not None and number < len(scores):
                scores[number] += 2 * hit.cue.weight
    best = view.clauses[scores.index(max(scores))]
    return view.folded.span(best.start, best.end)
