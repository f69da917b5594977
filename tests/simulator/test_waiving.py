from datetime import date
from decimal import Decimal

import pytest

from scoring.reading.reader import read
from scoring.transcript import AgreedInstalment
from simulator.conversation import opening, reading_context, respond
from simulator.negotiation import proposal_from, total
from simulator.state import Proposal, Said, Step
from simulator.waiving import owed, waives_fees, without_fees
from tests.simulator.engine import ON, case, job_loss


@pytest.mark.parametrize(
    ("text", "language", "waives"),
    [
        ("Puedo quitarle los recargos y dejarlo en pagos de 1,600.", "es", True),
        ("Si paga el viernes le perdono los intereses moratorios.", "es", True),
        ("Sin recargos le queda en 9,500.", "es", True),
        ("Sin los recargos son 9,500 en total.", "es", True),
        ("La fecha se mueve sin recargos.", "es", False),
        ("Le quito los 269,83 € de recargos.", "es", True),
        ("Si pagáis este viernes os quito los 269,83 € de recargos.", "es", False),
        ("Le dejo los recargos a cero.", "es", True),
        ("No le puedo quitar los recargos.", "es", False),
        ("Los recargos suman 132.59.", "es", False),
        ("I can waive the late fees if you pay Friday.", "en", True),
        ("Fair enough, I'll take the late charges off. Credit note attached.", "en", True),
        ("I can't take the late charges off.", "en", False),
        ("I can't waive the late fees.", "en", False),
        ("The late fees are $25.", "en", False),
        ("Without late fees it comes to $480.", "en", True),
        ("We can move the date without late fees.", "en", False),
    ],
)
def test_letting_the_late_fees_go_is_told_from_naming_them(text: str, language: str, waives: bool) -> None:
    assert waives_fees(text, language) is waives


def test_a_plan_until_paid_leaves_out_the_fees_that_were_waived() -> None:
    text = "Le quito los recargos y lo dejamos en pagos de 1,600 cada quincena a partir del 30 de noviembre."
    step = respond(job_loss(), case(), opening(job_loss(), case()).state, Said(text=text))
    offered = step.state.last_offer
    assert offered is not None
    assert offered.waived
    assert total(offered.instalments) == owed(case(), waived=True)
    assert owed(case(), waived=False) - owed(case(), waived=True) == case().account.late_fees


def test_the_rest_is_what_is_left() -> None:
    text = "Serían 3,300 el 30 de noviembre, 3,300 el 30 de diciembre y el resto el 30 de enero."
    offer = max(read(text, reading_context(case(), "")).offers, key=lambda o: len(o.instalments))
    proposal = proposal_from(offer, case(), None)
    assert proposal.open == ()
    assert [i.date for i in proposal.instalments] == [date(2026, 11, 30), date(2026, 12, 30), date(2027, 1, 30)]
    assert proposal.instalments[-1].amount == case().account.balance - Decimal(6600)


def agreed(*replies: str) -> Step:
    step = opening(job_loss(), case())
    for text in replies:
        step = respond(job_loss(), case(), step.state, Said(text=text))
    return step


def test_what_is_set_apart_as_disputed_is_no_offer() -> None:
    step = agreed("Voy a registrar ese cargo como reclamo y lo dejo fuera mientras se revisa.")
    assert step.state.offers == 0


def test_payments_named_by_count_and_amount_leave_out_the_fees_that_were_waived() -> None:
    whole, fees = case().account.balance, case().account.late_fees
    each = AgreedInstalment(amount=whole / 2, date=ON)
    shrunk = without_fees((each, each), case())
    assert [i.amount for i in shrunk] == [whole / 2, whole / 2 - fees]


def test_payments_that_already_leave_the_fees_out_stay_as_they_are() -> None:
    less = AgreedInstalment(amount=owed(case(), waived=True) / 2, date=ON)
    assert without_fees((less, less), case()) == (less, less)


def test_payments_beyond_the_balance_are_not_taken_for_the_fees() -> None:
    more = AgreedInstalment(amount=case().account.balance, date=ON)
    assert without_fees((more, more), case()) == (more, more)


def test_fees_let_go_after_the_agreement_come_off_its_last_payment() -> None:
    whole = case().account.balance
    each = AgreedInstalment(amount=whole / 2, date=ON)
    plan = Proposal(by="agent", kind="plan", instalments=(each, each))
    before = opening(job_loss(), case()).state.model_copy(update={"agreement": plan, "settled": "agreement"})
    after = respond(job_loss(), case(), before, Said(text="Además le quito los recargos.")).state
    assert after.agreement is not None
    assert total(after.agreement.instalments) == owed(case(), waived=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Si paga primero lo suyo, sale de esto sin más recargos."),
        ("es", "Si un mes se tuerce, lo movemos sin recargo."),
        ("en", "That way it ends without any more late fees."),
    ],
)
def test_no_further_fees_is_no_word_of_those_there_are(language: str, text: str) -> None:
    assert not waives_fees(text, language)
