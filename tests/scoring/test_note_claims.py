from datetime import date
from decimal import Decimal

import pytest

from scenarios.disposition import Disposition
from scoring.criteria.cues import cue_names, find_cue
from scoring.followup.claims import CLAIMS, HERE
from scoring.followup.judgement import judge_follow_up
from scoring.transcript import AgreedInstalment, CallRecord, FollowUp, Outcome

ON = date(2026, 11, 23)
NEXT = date(2026, 12, 1)
DAYS = {
    "promise_to_pay": (date(2026, 12, 4),),
    "plan": (date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1)),
    "partial_payment": (ON,),
}
EACH = {"promise_to_pay": 900, "plan": 300, "partial_payment": 300}
WAY = {"es": "transferencia", "en": "bank transfer"}
PAID = {"es": "pagó el 10 de noviembre", "en": "paid on November 10"}


def judged(kind, note, language="es"):
    """The note against a call about 900 that ended as ``kind``: what holds it down, and what it contradicts."""
    payments = tuple(AgreedInstalment(amount=Decimal(EACH[kind]), date=d) for d in DAYS.get(kind, ()))
    outcome = Outcome(
        type=Disposition(kind), instalments=payments, method=WAY[language] if payments else None, next_date=NEXT,
        reason=PAID[language] if kind == "already_paid" else None,
    )  # fmt: skip
    call = CallRecord(
        language=language, country="ES" if language == "es" else "GB", on=ON, outcome=outcome, balance=Decimal(900),
        follow_up=FollowUp(note=note),
    )  # fmt: skip
    judgement, checks = judge_follow_up(call)
    return judgement.capped_by, [c.field for c in checks if c.status == "contradicted"]


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("no_agreement", "Sin acuerdo. Ofrecí 3 pagos de 300 desde el 1/12 y pidió doce. Llamo yo el 1/12."),
        ("no_agreement", "Quiere pagar 500 el 15/12 y el resto en marzo; no lo puedo aceptar. Llamo el 1/12."),
        ("no_agreement", "Rompió el convenio anterior de 3 pagos de 300. Hoy no quiso otro. Vuelvo a llamar el 1/12."),
        ("callback", "Si cobra el viernes podría pagar los 900 el 30/11, no lo dio por seguro. Llamo el 1/12."),
        ("callback", "Tomó nota del plan de 3 pagos de 300 desde el 5/12, lo conversa con su señora. Llamo el 1/12."),
        ("dispute", "Reconoce la deuda de 120 por el mes de uso, el resto no. Contesto el 1/12."),
        ("dispute", "Se niega a pagar hasta oír la grabación: dice que no contrató. Sin gestión. Respuesta el 1/12."),
        ("refusal", "Reconoce que la deuda es suya pero no piensa pagarla. Burofax el 1/12."),
        ("refusal", "Se negó. Le ofrecí pagar 450 el 1/12 y 450 el 30/12 y también lo rechazó. Carta el 1/12."),
        ("hung_up", "Dijo 'no voy a pagar' y colgó. No alcancé a ofrecer nada. Vuelvo a llamar el 1/12."),
        ("third_party", "Atiende la hermana: 'él paga el lunes los 900'. No le confirmé nada. Llamo el 1/12."),
        ("hardship", "En paro. Paga 600 de alquiler el día 1 y no le queda. Sin propuesta. Reviso el 1/12."),
        ("already_paid", "Asegura que canceló 900 el 10 de noviembre; la factura vencía el 20/10. Valido el 1/12."),
        ("promise_to_pay", "Al principio dijo que no iba a pagar; paga 900 el 4/12 por transferencia. Reviso el 1/12."),
        ("plan", "Tres de 300 (1/12, 4/1, 1/2) por transferencia. Si no, paga en efectivo en sucursal."),
        ("partial_payment", "Abonó 300 hoy; quedan 600. Ya había pagado 150 en octubre. Llamo el 1/12."),
        ("partial_payment", "Abonó 300 hoy, quedan 600. El 1/12 le llevo la opción de 3 cuotas, sin fecha hoy."),
        ("plan", "No hay acuerdo anterior. Hoy acepta tres de 300: 1 de diciembre, 4/1 y 1/2, por transferencia."),
        ("plan", "300 el 1/12 y el saldo, 600, en dos partes iguales el 4/1 y el 1/2, transferencia."),
        ("promise_to_pay", "Paga 900 el 4/12 por transferencia. Hoy en la llamada pagó 15 de otra cuenta."),
        ("dispute", "Solo reconoce 120 de los 900, el consumo restante lo niega. Respuesta el 1/12."),
        ("hardship", "En paro. Hasta el 11/12 espera la resolución de la ayuda. Reviso el 1/12."),
    ],
)
def test_what_was_offered_wished_for_or_denied_is_not_held_against_a_sound_note(kind, note):
    assert judged(kind, note)[1] == []


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("no_agreement", "No deal. I offered 3 x £300 from 1 December, he came back with £50 a month. I call 1 Dec."),
        ("no_agreement", "She wants to pay £500 on 15 December, which I can't accept. Back to her 1 Dec."),
        ("no_agreement", "Broke his last plan of 3 x £300. Would not set another today. I call 1 Dec."),
        ("callback", "If she gets paid Friday she might clear the £900 on 30 Nov, no promise. I call 1 Dec."),
        ("callback", "Noted down 3 payments of £300 from 5 December, talking it over with his wife. I ring 1 Dec."),
        ("dispute", "Accepts £300 is owed, disputes the rest. Looking into it, reply by email 1 December."),
        ("dispute", "Refuses to pay until he hears the recording, says he never agreed. On hold. Answer 1 Dec."),
        ("refusal", "Accepts the debt is his but has no intention of paying it. Notice goes 1 Dec."),
        ("refusal", "Turned down everything. I offered £450 on 1 Dec and £450 on 30 Dec. Letter 1 Dec."),
        ("hung_up", "Said 'I'm not paying' and the line went dead. Nothing offered. I call again 1 Dec."),
        ("third_party", "Sister answered: 'he'll pay the £900 on Monday'. Confirmed nothing. Ring 1 Dec."),
        ("hardship", "Lost his job. Pays £600 rent on the 1st, nothing left over. No offer taken. I review 1 Dec."),
        ("already_paid", "Says £900 was paid on 10 November, bill dated 20 October. I check, 1 Dec."),
        ("promise_to_pay", "First said he wasn't paying, then came round: £900 on 4 December by bank transfer."),
        ("plan", "Three of £300: 1 Dec, 4 Jan, 1 Feb by bank transfer. If it fails he pays by card."),
        ("partial_payment", "£300 received today, £600 left. She had paid £150 in October. I call 1 Dec."),
        ("partial_payment", "£300 paid today, £600 left. 1st call 1 Dec, 2nd try 4 Dec, then the 3-month offer."),
        ("plan", "No arrangement was in place before. Agreed: 3 x £300, 1 Dec, 4 Jan, 1 Feb, bank transfer."),
        ("plan", "Down payment £300 on 1 Dec, the £600 balance in two on 4 Jan and 1 Feb by bank transfer."),
        ("promise_to_pay", "£900 on 4 December by bank transfer; the check in the file was her last one."),
        ("promise_to_pay", "£900 on 4 December by bank transfer. If it isn't there it goes to Karen for a letter."),
        ("promise_to_pay", "3 x £300 bounced over the summer. £900 on 4/12 by bank transfer, I check on 7/12."),
        ("partial_payment", "Paid £300 today, £600 left. No plan by 1/12 = stop on the account."),
        ("dispute", "Not happy the bill is right: three months counted twice. Reading ordered, answer 1 Dec."),
        ("hardship", "Laid off. Waiting until 11 Dec for the benefits letter. On hold, I review 1 Dec."),
    ],
)
def test_nor_is_it_in_english(kind, note):
    assert judged(kind, note, "en")[1] == []


@pytest.mark.parametrize(
    ("kind", "field", "note"),
    [
        ("no_agreement", "disposition", "Arreglamos en 3 cuotas de 300, la primera el 1/12. Convenio por mail."),
        ("callback", "disposition", "Quedó en consignar 900 el 1 de diciembre. Verifico ese día, Yeimy."),
        ("callback", "disposition", "Promete depositar 900 el miércoles 25. Le mando la referencia. Llamo el jueves."),
        ("dispute", "disposition", "Admite que debe los 900 y quiere la factura. Mando mail el 1/12 (Sol)."),
        ("dispute", "disposition", "No tiene ninguna intención de pagar los 900. Carta el 1/12."),
        ("refusal", "disposition", "Pagó 900 hoy por Bizum en la llamada. Comprobante al correo. Llamo el 1/12."),
        ("hung_up", "disposition", "No piensa pagar los 900, así lo dijo, sin dar motivo. Último aviso el 1/12."),
        ("third_party", "disposition", "Titular se compromete a pagar 900 el 1/12. Reviso yo."),
        ("already_paid", "disposition", "Todavía no ha hecho el pago de los 900; consignará el 1/12. Reviso ese día."),
        ("already_paid", "dates", "Dice que pagó los 900 el 17/11. Manda comprobante. Verifico y llamo el 1/12."),
        ("promise_to_pay", "disposition", "No reconoce la deuda, se ingresa reclamo y se detiene la cobranza."),
        ("plan", "dates", "Queda en 3 de 300 por transferencia, del 4/1 al 1/3. Controlo el 1/12."),
        ("plan", "payments", "Los 900 los paga en seis, la primera el 1/12, por transferencia. Compruebo yo."),
        ("partial_payment", "amounts", "Abonó hoy 600; quedan 300 sin fecha. Lo llamo el 1/12 para el saldo."),
        ("partial_payment", "amounts", "Pagó 300 hoy, restan 560. Marco el 1/12."),
        ("hardship", "next_date", "En paro, nada que ofrecer por ahora. Cuenta en pausa. Reviso el 1/1/27, yo (Mar)."),
        ("hardship", "next_date", "En paro. Todo parado hasta el 18/12, día en que lo vuelvo a llamar."),
        ("plan", "disposition", "Le expuse tres de 300 (1/12, 4/1, 1/2), no quiso comprometerse a nada. Por mail."),
        ("plan", "payments", "Los 900 en 2 transferencias: 450 el 1/12 y 450 el 1/2. Controlo yo."),
        ("dispute", "disposition", "Da por buena la factura de 900 y solo pide unos días. Le escribo el 1/12."),
        ("promise_to_pay", "disposition", "Transfirió los 900 en esta misma llamada. Justificante enviado. Cierro."),
    ],
)
def test_what_did_not_happen_makes_the_note_worth_nothing(kind, field, note):
    cap, fields = judged(kind, note)
    assert (cap, field in fields) == ("contradiction", True)


@pytest.mark.parametrize(
    ("kind", "field", "note"),
    [
        ("no_agreement", "disposition", "Set up £300 x 3 starting 1 December by DD. Email sent. I check the 2nd."),
        ("callback", "disposition", "Mr Tate will be clearing £900 on 24 November with his card. Callum checks."),
        ("callback", "disposition", "Refuses to pay the £900 and wants no more contact. Letter 1 Dec."),
        ("dispute", "disposition", "Admits the £900 is owed and wants the bill so she can pay. I email it 1 Dec."),
        ("dispute", "disposition", "Has no intention of paying the £900. Process explained. Letter 1 Dec."),
        ("refusal", "disposition", "Took a payment of £900 today on his card. Receipt emailed. I call 1 Dec."),
        ("hung_up", "disposition", "Not paying the £900, said so plainly, no reason given. Last notice 1 Dec."),
        ("third_party", "disposition", "Spoke to the debtor, verified DOB, he'll pay £900 on 1 Dec. I verify."),
        ("already_paid", "disposition", "Hasn't paid the £900 yet; will do it at the post office on 1 December."),
        ("already_paid", "dates", "Says she paid the £900 on 17 November. Emails the screenshot. I call 1 Dec."),
        ("promise_to_pay", "disposition", "Disputes the £900, never ordered it. Complaint logged and calls stopped."),
        ("plan", "dates", "3 x £300 by bank transfer, 4 Jan to 1 March. I check 1 Dec."),
        ("plan", "payments", "The £900 gets paid off in six, first one 1 Dec, bank transfer. I check."),
        ("partial_payment", "amounts", "Paid £600 today by card; £300 left, no date. I call 1 Dec about it."),
        ("partial_payment", "amounts", "Paid £300 today at the counter, leaves £560. I call 1 Dec."),
        ("hardship", "next_date", "Out of work, no offer possible. Account on hold. I review 1/1/27 (Mar)."),
        ("hardship", "next_date", "Out of work. Everything stops until 18 December, when I ring her."),
        ("plan", "disposition", "Went through 3 x £300 (1 Dec, 4 Jan, 1 Feb). Wouldn't agree to any of it. Emailed."),
        ("plan", "payments", "£900 in 2 payments by bank transfer: £450 on 1 Dec and £450 on 1 Feb. I check."),
        ("dispute", "disposition", "She is content with the bill now and only asks for time. I write 1 Dec."),
        ("promise_to_pay", "disposition", "Paid the £900 on the call by bank transfer, receipt sent. Closing it."),
    ],
)
def test_nor_is_it_worth_more_in_english(kind, field, note):
    cap, fields = judged(kind, note, "en")
    assert (cap, field in fields) == ("contradiction", True)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("es", "Pagará 900 el 4/12, domiciliado en su cuenta, no tiene que hacer nada. Compruebo el 1/12."),
        ("en", "Pays £900 on 4 December by direct debit from her account, nothing for her to do. I check 1 Dec."),
        ("es", "900 el 4/12: nos manda un cheque; la cuenta del banco la cerró. Compruebo el 1/12."),
        ("en", "The bank closed his account, so he is posting us a cheque, £900 on 4 December. I check 1 Dec."),
        ("en", "£900 on 4 December, debit card, he rings the line himself. I check 1 Dec."),
    ],
)
def test_another_way_of_paying_is_a_fault_of_its_own(language, note):
    assert judged("promise_to_pay", note, language) == ("another_way", ["method"])


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("es", "No paga: el instalador fue grosero con ella. Cobra 1.400 en bruto, las ventas flojas. Llamo el 1/12."),
        ("es", "No paga. Entraron ladrones al local y se llevaron todo. Si se hace el depósito, aviso el 1/12."),
        ("en", "Won't pay: our fitter was rude to her. She is entitled to a rebate. I call 1 Dec."),
        ("en", "Won't pay. A drunk driver hit his car and the trailer is gone. Karen to ring 1 Dec."),
    ],
)
def test_who_is_spoken_ill_of_may_be_somebody_else(language, note):
    assert judged("refusal", note, language) == (None, [])


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("es", "No paga, es una maleducada. Llamo el 1/12."),
        ("es", "No paga y se hace el loco con los 900. Llamo el 1/12."),
        ("en", "Won't pay and was rude the whole time. I call 1 Dec."),
        ("en", "Won't pay, thinks she's so entitled. I call 1 Dec."),
    ],
)
def test_ill_spoken_of_the_debtor_is_heard(language, note):
    assert judged("refusal", note, language)[0] == "neutral_wording"


@pytest.mark.parametrize(
    ("kind", "language", "note"),
    [
        ("third_party", "es", "Llamada efectuada conforme a procedimiento. Sin novedad."),
        ("no_agreement", "es", "MONTO: ____ FECHA: __/__ CONTACTO: [elija]"),
        ("callback", "es", "avisen a sistemas q el teclado no sirve, después del almuerzo lo cambio"),
        ("no_agreement", "en", "Contact made as per guidelines. No further action."),
        ("third_party", "en", "AMOUNT: ____ DATE: __/__ OUTCOME: [choose]"),
        ("callback", "en", "could you call IT again about my headset, back after lunch"),
    ],
)
def test_what_tells_nothing_of_the_case_is_worth_nothing_whatever_words_it_shares(kind, language, note):
    assert judged(kind, note, language)[0] == "nothing"


@pytest.mark.parametrize(
    ("kind", "language", "note"),
    [
        ("callback", "es", "Ocupada, llamar luego"),
        ("plan", "es", "convenio ok"),
        ("third_party", "es", "atendió la suegra"),
        ("callback", "en", "cb, he's driving"),
        ("plan", "en", "set up on a plan"),
        ("third_party", "en", "not her, wrong number"),
    ],
)
def test_the_barest_outcome_is_told_all_the_same(kind, language, note):
    assert judged(kind, note, language)[0] != "nothing"


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_claim_and_what_excuses_it_has_its_words_in_both_languages(language):
    assert {cue for claim in CLAIMS for cue in (claim.cue, *claim.unless)} <= set(cue_names(language, HERE))
    assert set(cue_names(language, HERE)) == set(cue_names("es", HERE))


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_length_of_blanks_holds_the_reading_up(language):
    for name in cue_names(language, HERE):
        assert not find_cue(name, " " * 15_000, language, HERE)
