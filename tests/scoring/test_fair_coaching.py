import re
from datetime import date, time

import pytest

from scenarios.disposition import Disposition
from scenarios.generation import generate_case
from scenarios.load import list_scenarios
from scoring.coaching.coach import coach
from scoring.coaching.situations import situation_of
from scoring.criterion import Finding, Gate, Judgement
from scoring.moments import moments
from scoring.rubrics import load_rubric
from scoring.scoring import judged, score
from scoring.transcript import CallRecord, Contact, FollowUp, Outcome, Transcript, Turn

ON = date(2026, 11, 23)
LIBRARY = {s.id: s for s in list_scenarios()}
HOME = re.compile(r"groceries|rent\b|la casa|la comida|how are you doing, and|worries you most|le preocupa|este mes")
KNOWN = [("debtor", "Sí, soy yo."), ("agent", "Buenas tardes, ¿hablo con la persona titular?")]
KNOWN_EN = [("debtor", "Yes, speaking."), ("agent", "Good afternoon, am I speaking with the account holder?")]


def record(said, *, scenario="job_loss", country="MX", language="es", seed=7, **more) -> CallRecord:
    turns = tuple(Turn(number=n, who=who, text=text) for n, (who, text) in enumerate(said, 1))
    case = generate_case(LIBRARY[scenario], country, seed, ON, language)
    return CallRecord(
        language=language, country=country, on=ON, case=case, transcript=Transcript(turns=turns), **more
    )  # fmt: skip


def coached(said, **more):
    return score(record(said, **more), load_rubric()).coaching


@pytest.mark.parametrize(
    ("heard", "situation"),
    [
        ("Look, cash flow is tight, we lost our biggest client.", "business_status"),
        ("Your invoice is in process.", "business_status"),
        ("How much is it, and by when?", "business_terms"),
        ("We can't do that.", "business_terms"),
        ("We can pay 500 on Friday.", "business_closing"),
    ],
)
def test_a_firm_is_asked_for_its_process_and_not_how_it_is_at_home(heard, situation):
    said = [*KNOWN_EN, ("debtor", heard), ("agent", "Whatever. Pay up soon, I don't care.")]
    for seed in range(4):
        found = coached(said, scenario="payables_gatekeeper", country="US", language="en", seed=seed)
        last = found.moments[-1]
        assert last.situation == situation
        assert not HOME.search(last.model), last.model


def test_a_proposal_is_said_back_with_its_amount_and_its_day():
    told = [
        *KNOWN,
        ("debtor", "Le puedo dar 500 el viernes 27 de noviembre."),
        ("agent", "Ajá. Lo que sea, pero pronto."),
    ]
    for seed in range(4):
        model = coached(told, seed=seed).moments[-1].model
        assert "$500" in model
        assert "viernes 27 de noviembre" in model


def test_a_proposal_without_a_day_is_asked_for_it():
    told = [*KNOWN, ("debtor", "Le puedo dar 500, es lo que tengo."), ("agent", "Ajá. Lo que sea, pero pronto.")]
    for seed in range(4):
        model = coached(told, seed=seed).moments[-1].model
        assert "$500" in model
        assert re.search(r"[Qq]ué día", model)


def test_while_a_part_is_disputed_the_whole_is_neither_named_nor_split():
    said = [
        *KNOWN, ("debtor", "Ese cargo no lo reconozco."), ("agent", "Lo anoto y lo reviso. ¿Cuánto puede pagar?"),
        ("debtor", "¿Y cuánto sería?"), ("agent", "Ya le dije. Lo que pueda, pero pronto."),
    ]  # fmt: skip
    for seed in range(4):
        call = record(said, seed=seed)
        last = score(call, load_rubric()).coaching.moments[-1]
        assert last.situation == "part_disputed"
        assert "$" not in last.model
        assert "dividi" not in last.model


def test_who_was_not_told_who_calls_is_told_that_first():
    heard = "Le puedo pagar 500 el viernes, pero ¿y usted quién es? Ni me ha dicho de dónde llama."
    said = [("debtor", "¿Bueno?"), ("agent", "Le llamo por un pago."), ("debtor", heard), ("agent", "Pague ya.")]
    for seed in range(4):
        call = record(said, seed=seed)
        last = score(call, load_rubric()).coaching.moments[-1]
        assert last.situation == "unintroduced"
        assert "$" not in last.model
        assert "hablo con" in last.model


MACHINE = "(Buzón de voz) Hola, ahora no puedo atender. Deje su recado. (tono)"


def to_a_machine(message, **more):
    contact = Contact(on=ON, at=time(10, 30), answered="voicemail")
    outcome = Outcome(type=Disposition.NO_CONTACT)
    return coached([("debtor", MACHINE), ("agent", message)], contact=contact, outcome=outcome, **more)


def test_a_machine_is_left_a_name_and_a_number_and_asked_nothing():
    for seed in range(4):
        found = to_a_machine("¿Bueno? ¿Me escucha? ¡Conteste! Ya le dije que o paga o se atiene.", seed=seed)
        case = generate_case(LIBRARY["job_loss"], "MX", seed, ON, "es")
        for moment in found.moments:
            assert moment.situation == "voicemail"
            assert "?" not in moment.model
            assert case.creditor.phone in moment.model
            assert not re.search(r"deuda|saldo|pago|cobr|\$", moment.model)
        assert found.moments


def test_money_that_is_owed_to_them_is_no_sorrow_unless_they_say_so():
    def situation(heard):
        return situation_of(moments(record([*KNOWN, ("debtor", heard), ("agent", "Ok.")])), 1, "empathy", None)

    assert situation("Todavía me deben el finiquito.") not in {"job_loss", "hardship", "despair"}
    assert situation("Me corrieron hace dos meses y no me alcanza.") == "job_loss"


def with_scores(said, contact=None, **scores):
    call = record(said, outcome=Outcome(type=Disposition.REFUSAL), follow_up=FollowUp(), contact=contact)
    rubric, seen = load_rubric(), [judged(m) for m in moments(call)]
    judgements = []
    for name, value in scores.items():
        found = tuple(f for s in seen for f in s.found if f.criterion == name)
        if name == "documented_follow_up":
            reason = "No se documentó nada."
            found = (Finding(criterion=name, indicator="empty", met=False, evidence=None, reason=reason),)
        level = int(value + 0.5)
        judgements.append(Judgement(criterion=name, level=level, score=value, findings=found))
    return coach(call, seen, judgements, list[Gate](), rubric)


HARSH = [
    *KNOWN, ("debtor", "Me corrieron del trabajo."), ("agent", "Eso no es mi problema. Pague algo pronto."),
    ("debtor", "¿Y cuánto sería?"), ("agent", "Ya le dije. Lo que pueda, pero pronto."),
]  # fmt: skip


def test_nobody_keeps_calm_with_a_machine():
    said = [("debtor", MACHINE), ("agent", "Ash, otra vez el buzón.")]
    machine = Contact(on=ON, at=time(10, 30), answered="voicemail")
    scores = {"calm": 0.0, "empathy": 1.0, "clarity": 3.0}
    assert with_scores(said, contact=machine, **scores).practise.technique not in {"stay_steady", "listen_first"}
    assert with_scores(said, **scores).practise.technique in {"stay_steady", "listen_first"}


def test_a_criterion_at_its_best_gives_no_weak_moment():
    found = with_scores(HARSH, calm=1.0, empathy=1.0, clarity=3.8, documented_follow_up=3.0)
    assert found.moments
    assert "clarity" not in {m.lacking for m in found.moments}
    assert with_scores(HARSH, calm=3.9, empathy=3.9, clarity=3.9, documented_follow_up=3.0).moments == ()


def test_the_note_is_shown_where_it_lost_most():
    found = with_scores(HARSH, calm=3.0, empathy=3.0, clarity=3.8, documented_follow_up=0.0)
    assert found.note.costs == ("No se documentó nada.",)
    assert found.note.model.startswith("Se niega a pagar.")
    assert with_scores(HARSH, calm=0.0, empathy=3.0, clarity=3.8, documented_follow_up=3.0).note is None


def test_a_farewell_after_the_agreement_is_no_moment_to_coach():
    said = [
        *KNOWN, ("debtor", "Listo, pago los 500 el lunes 30 de noviembre."),
        ("agent", "Perfecto Luz, muchas gracias, que tenga bonita tarde. Hasta luego."),
    ]  # fmt: skip
    assert all("Hasta luego" not in c.said for c in coached(said).moments)


def test_asking_if_anything_is_open_is_not_made_shorter():
    said = [
        *KNOWN, ("debtor", "Sí, así quedamos."),
        ("agent", "¿Sigue ahí? ¿Tiene alguna otra duda antes de cerrar?"),
    ]  # fmt: skip
    assert all("duda" not in c.said for c in coached(said).moments)


@pytest.mark.parametrize(
    ("language", "heard"),
    [
        ("es", "Dos años pagando el mínimo puntual y la deuda sigue igual."),
        ("en", "Two years paying the minimum and the balance hasn't moved."),
    ],
)
def test_who_paid_and_saw_no_change_is_explained_to_and_not_pitied(language, heard):
    first = KNOWN if language == "es" else KNOWN_EN
    cut = moments(
        record(
            [*first, ("debtor", heard), ("agent", "…")], language=language, country="MX" if language == "es" else "US"
        )
    )
    assert situation_of(cut, len(cut) - 1, "empathy", None) == "confusion"


def test_who_offers_the_whole_balance_is_asked_for_no_rest():
    for seed in range(4):
        balance = record(KNOWN, seed=seed).case.account.balance
        heard = ("debtor", f"Le pago los ${balance} el lunes 30 de noviembre.")
        for moment in coached([*KNOWN, heard, ("agent", "Ajá. Lo que sea, pero pronto.")], seed=seed).moments:
            assert "lo que falta" not in moment.model


def test_a_threat_earns_no_praise_for_naming_a_day():
    card = score(
        record([*KNOWN, ("debtor", "No tengo dinero."), ("agent", "Si no paga hoy le va a ir mal.")]), load_rubric()
    )
    assert not [
        f for j in card.judgements for f in j.findings if f.met and f.criterion == "clarity" and f.evidence.turn == 4
    ]


def test_saying_what_the_call_is_about_fixes_no_next_step():
    said = [*KNOWN_EN, ("debtor", "What is it?"), ("agent", "I'm ringing about your personal loan.")]
    card = score(record(said, language="en", country="US"), load_rubric())
    assert "says_what_is_next" not in {f.indicator for j in card.judgements for f in j.findings}
