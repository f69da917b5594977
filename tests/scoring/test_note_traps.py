"""One wrong detail in an otherwise good note, and what only looks like one."""

from datetime import date
from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.followup.judgement import judge_follow_up
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, Outcome
from tests.scoring.test_note_claims import ON, judged

DOWN = ((Decimal(280), date(2026, 12, 1)), (Decimal(300), date(2027, 1, 4)), (Decimal(300), date(2027, 2, 1)))


def accused(note, debtor="Ruth Oyelaran"):
    """The fields of a plan of 880 with another first payment that the note contradicts."""
    outcome = Outcome(
        type=Disposition.PLAN, total=Decimal(880), method="direct debit", next_date=date(2026, 12, 2),
        instalments=tuple(AgreedInstalment(amount=a, date=d) for a, d in DOWN),
    )  # fmt: skip
    call = CallRecord(
        language="en", country="GB", on=ON, outcome=outcome, balance=Decimal(880), currency="GBP", debtor=debtor,
        follow_up=FollowUp(note=note),
    )  # fmt: skip
    return {c.field for c in judge_follow_up(call)[1] if c.status == "contradicted"}


@pytest.mark.parametrize(
    ("note", "field"),
    [
        ("Mr Hartley agrees £280 on 1/12, then £300 on 4/1 and 1/2 by DD.", "disposition"),
        ("Spoke with Monique Adair: £280 on 1/12, then £300 on 4/1 and 1/2 by DD.", "disposition"),
        ("Ms Oyelaran: $280 on 1/12, then $300 on 4/1 and 1/2 by DD.", "amounts"),
        ("Ms Oyelaran: CAD 280 on 1/12, then CAD 300 on 4/1 and 1/2 by DD.", "amounts"),
        ("Ms Oyelaran: £280 on 1/12 and three of £300 from 4/1 by DD.", "payments"),
        ("Ms Oyelaran: £280 on 1/12, £300 on 4/1 and £300 on 1/2, total £808, by DD.", "amounts"),
        ("Ms Oyelaran: £280 1 Dec, £300 4 Jan, £300 11 Feb, by DD.", "dates"),
        ("Ms Oyelaran, £880: £280 on 1/12, £300 on 4/1 and 1/2 by DD. I call her on 22/12.", "next_date"),
    ],
)
def test_a_wrong_detail_is_found(note, field):
    assert field in accused(note)


@pytest.mark.parametrize(
    "note",
    [
        "Ms Oyelaran: £280 on 1/12, then two of £300 on 4/1 and 1/2 by DD. Declined 5 x £176. I check 2/12.",
        "Ms Oyelaran: old plan lapsed after four payments. Now £280 on 1/12, £300 on 4/1 and 1/2, DD. I check 2/12.",
        "Ruth owes £880, behind by 3 payments. £280 on 1/12, £300 on 4/1 and 1/2 by DD. I check 2/12.",
        "Spoke to Ann Pike, my supervisor, who allows it: £280 on 1/12, £300 on 4/1 and 1/2 by DD. I check 2/12.",
        "R. Oyelarran: £280 on 1/12, then £300 on 4/1 and 1/2 by DD. Weekly rent is £112. I check 2/12.",
        "£280 on 1/12, £300 on 4/1, £300 on 1/2, by DD. If any fails the £280 stays paid. Mr Cole checks on 2/12.",
    ],
)
def test_what_only_looks_like_one_accuses_nobody(note):
    assert accused(note) == set()


def test_a_firm_answers_by_whoever_works_there():
    assert accused("Mr Hartley agrees £280 on 1/12, then £300 on 4/1 and 1/2.", debtor="Coker & Sons Ltd") == set()


@pytest.mark.parametrize(
    ("kind", "language", "note"),
    [
        ("third_party", "en", "Verified Mr Pike by DOB and address, he was leaving for the airport. I call 1/12."),
        ("third_party", "es", "Contestó el titular, pide que se le llame el 1/12. Llamo yo."),
        ("refusal", "en", "Hay was mouldy. He came to terms: will pay the 900 after the holiday. I call 1/12."),
        ("refusal", "es", "Alega que canceló; se compromete a pagar los 900 apenas reciba la carta. Llamo 1/12."),
        ("dispute", "en", "She accepts it's hers, no query on the amount. Answer in writing by 1/12."),
        ("dispute", "es", "Reconoce como propio el préstamo y pide tiempo. Contesto el 1/12."),
        ("callback", "es", "Atendió la mujer, dice que está de guardia. Llamo yo el 1/12."),
        ("already_paid", "en", "Says she paid £700 on 10 November and still has £200 to go. I check on 1/12."),
        ("already_paid", "es", "Va a pagar los 900 en estos días. Reviso el 1/12."),
        ("third_party", "es", "Contesta don Jairo, el titular, que no puede hablar. Llamo el 1/12."),
        ("plan", "es", "Refinancia los 900 en cinco cuotas: 300 el 1/12 y las demás el 4/1 y el 1/2, transferencia."),
        ("promise_to_pay", "es", "Promete 900 el 4/12 por transferencia. Le queda un saldo de 280. Reviso 1/12."),
        ("already_paid", "en", "Disputes the £900 outright, says he never signed with them. I write on 1/12."),
        ("promise_to_pay", "en", "£900 by bank transfer, £450 on 4 Dec and £450 on 24 Dec. I check 1/12."),
        ("partial_payment", "en", "Took £600 today by transfer, £300 still owed. I call 1/12."),
        ("partial_payment", "es", "Pagó 300 hoy por transferencia, le queda 690. Llamo el 1/12."),
        ("promise_to_pay", "es", "Se compromete a abonar los 900 en dos pagos, el 4/12 liquidado. Reviso 1/12."),
        ("already_paid", "es", "Refiere que cancelará el recibo de 900 en agente, promesa de pago. Reviso el 1/12."),
        ("third_party", "es", "Se conversa con la propia titular, que sale a recoger a su nieto. Llamo el 1/12."),
        ("promise_to_pay", "es", "Paga 700 en vez de los 900, único pago el 4/12 por transferencia. Reviso el 1/12."),
        ("already_paid", "es", "Todavía no la ha abonado, lo hará por transferencia. Reviso el 1/12."),
        ("already_paid", "en", "Doesn't deny it, will settle the £900 at the counter. I check 1/12."),
        ("partial_payment", "es", "Abonó 300 hoy, con eso cancela el íntegro de su deuda. Llamo el 1/12."),
    ],
)  # fmt: skip
def test_another_outcome_or_another_person_in_the_place_of_the_true_one_is_found(kind, language, note):
    assert judged(kind, note, language)[0] == "contradiction"


@pytest.mark.parametrize(
    ("kind", "language", "note"),
    [
        ("third_party", "en", "His wife answered and confirmed his address. Nothing disclosed. I call 1/12."),
        ("refusal", "es", "No se compromete a pagar los 900. Carta el 1/12."),
        ("callback", "es", "Atendió su hijo y se lo pasó: trabaja, pide llamada el 1/12. Llamo yo."),
        ("already_paid", "en", "Says it was paid on 10 November; we still show £900 outstanding. I check 1/12."),
        ("partial_payment", "en", "Took £300 today by transfer, £600 left. Asked to settle it for less. I call 1/12."),
        ("hardship", "en", "Can't pay now. Agreed to hold the account and look again on 1/12. I call."),
        ("no_agreement", "en", "In a divorce, paying her lawyer £600 a month. No agreement. I call on 1/12."),
        ("plan", "en", "Opened at £850 to clear it, not approved. £300 on 1/12, 4/1 and 1/2 by transfer. Ref BS-771."),
        ("partial_payment", "es", "Pagó 300 en línea, quedan 600. No quiso fijar fecha por el resto. Llamo el 1/12."),
        ("partial_payment", "es", "Pagó 300 hoy, faltan 600. De sueldo le quedan 450 para vivir. Llamo el 1/12."),
        ("plan", "en", "Tempted by settlement £675 but can't raise it. £300 on 1/12, 4/1 and 1/2 by transfer."),
        ("promise_to_pay", "en", "£900 on 4 Dec, online from the other account. Declined autopay. I check 1/12."),
        ("dispute", "en", "Disputes £96 of the £900, agrees the rest but wants one correct bill. Answer by 1/12."),
        ("promise_to_pay", "es", "Paga 900 el 4/12 por transferencia. Llama Laura Gil el 1/12."),
        ("hardship", "es", "Sin ingreso. El plan a 3 meses le queda en 300 el 1/12 y no hay manera. Reviso el 1/12."),
        ("promise_to_pay", "es", "900 el 4/12 por transferencia. Le deben dos quincenas. Reviso el 1/12."),
        ("plan", "en", "Hours cut to 18 hrs a week. £300 on 1/12, 4/1 and 1/2 by bank transfer. I check 1/12."),
    ],
)  # fmt: skip
def test_the_true_outcome_in_other_words_is_believed(kind, language, note):
    assert judged(kind, note, language)[1] == []
