"""Proposals as they come in an ordinary call: echoes of a number, distances inside a plan, sums only talked of."""

import pytest

from tests.scoring.reading.pieces import offers
from tests.scoring.reading.test_offers_said import plain, said


@pytest.mark.parametrize(
    ("country", "by", "balance", "text", "expected"),
    [
        ("GB", "agent", 700,
         "We agreed £200 on 27 November, £200 on 11 December and the last £300 on 8 January, right?",
         "200@11-27 200@12-11 300@01-08"),
        ("US", "agent", 390, "130 a month x 3, first one 12/1, sound ok?", "130@12-01 130@01-01 130@02-01"),
        ("MX", "agent", 4200, "Cada catorcena me deja 1,400 empezando el viernes 27, son 3 pagos y queda libre",
         "1400@11-27 1400@12-11 1400@12-25"),
        ("CO", "agent", 700_000, "Le recibo el 40% el viernes y el 60% el 18 de diciembre, ¿le parece?",
         "280000@11-27 420000@12-18"),
        ("GB", "agent", 600,
         "We'd share it over half a year, £100 a month from the 10th of December, six payments in all.",
         "100@12-10 100@01-10 100@02-10 100@03-10 100@04-10 100@05-10"),
        ("US", "agent", 200, "You'd send $50 a week for four weeks from Friday.",
         "50@11-27 50@12-04 50@12-11 50@12-18"),
        ("GB", "agent", 300, "£300, three equal payments, every three weeks from Friday.",
         "100@11-27 100@12-18 100@01-08"),
        ("US", "agent", 400, "Four installments of 100 every 15 days, starting December 1.",
         "100@12-01 100@12-16 100@12-31 100@01-15"),
        ("GB", "agent", 500, "Half of it by card today and the second half a month today.",
         "250@11-23 250@12-23"),
        ("US", "agent", 540,
         "First payment of $180 on December 4, second on December 18, and the last one on January 4.",
         "180@12-04 180@12-18 180@01-04"),
        ("US", "agent", 1200, "Let's do $200 down today and five more of $200 on the 15th of every month.",
         "200@11-23 200@12-15 200@01-15 200@02-15 200@03-15 200@04-15"),
        ("GB", "agent", 1000, "We would take 70% as full and final payment, so £700, by the 4th of December.",
         "700@12-04"),
        ("US", "agent", 240, "Your total is $240. I'll charge it to your bank card on Monday the 30th.",
         "240@11-30"),
        ("GB", "agent", 250, "The pause runs to the 31st of December; the full £250 falls due on the 4th of January.",
         "250@01-04"),
        ("CL", "debtor", 90_000, "Ahora te paso 30 lucas y el resto el primero de diciembre.",
         "30000@11-23 60000@12-01"),
        ("PE", "agent", 300, "Dos pagos de 150: uno el 30 y el otro a los 15 días.",
         "150@11-30 150@12-15"),
        ("MX", "agent", 3000, "Tres pagos de 1,000, uno cada dos semanas, el primero el martes 1 de diciembre.",
         "1000@12-01 1000@12-15 1000@12-29"),
        ("ES", "agent", 600, "Tres pagos iguales de 200 euros, el día primero, desde diciembre.",
         "200@12-01 200@01-01 200@02-01"),
        ("AR", "agent", 60_000, "20 mil hoy y otras dos iguales cada 15 días.",
         "20000@11-23 20000@12-08 20000@12-23"),
        ("AR", "debtor", 50_000, "Te deposito 20 lucas el lunes y lo q queda de las 50 lucas el 14/12.",
         "20000@11-30 30000@12-14"),
        ("CO", "agent", 300_000, "Con 100.000 hoy arrancamos y el excedente lo paga el 15 de diciembre.",
         "100000@11-23 200000@12-15"),
        ("PE", "agent", 2000, "Si cancela hoy el total le acepto 1,700 soles.",
         "1700@11-23"),
        ("ES", "agent", 500, "Mañana 100 y luego dos de 200, una el 10 de diciembre y otra el 10 de enero.",
         "100@11-24 200@12-10 200@01-10"),
        ("CO", "agent", 800_000, "Le condonamos los intereses si cancela 600 mil este viernes.",
         "600000@11-27"),
        ("ES", "agent", 640, "Necesitamos al menos 160 euros hoy para parar el expediente.",
         "160@11-23"),
        ("CO", "agent", 360_000, "Una tercera parte hoy, otra el 15 de diciembre y la última el 15 de enero.",
         "120000@11-23 120000@12-15 120000@01-15"),
        ("MX", "debtor", 1600, "Ochocientos pesitos el viernes y ochocientos el que entra.",
         "800@11-27 800@12-04"),
        ("ES", "agent", 900, "Pague 300 antes del viernes y repartimos los 600 restantes en seis meses.",
         "300@11-27 100@12-27 100@01-27 100@02-27 100@03-27 100@04-27 100@05-27"),
        ("ES", "agent", 210, "¿Qué tal setenta euros el día 30 de noviembre, de diciembre y de enero?",
         "70@11-30 70@12-30 70@01-30"),
        ("GB", "agent", 120, "Thirty quid a week for four weeks from this Saturday, any good?",
         "30@11-28 30@12-05 30@12-12 30@12-19"),
        ("US", "agent", 300, "We could do $100 a month, first one January 4, until the 300's paid.",
         "100@01-04 100@02-04 100@03-04"),
        ("US", "agent", 280, "So payday is every other Friday. Seventy each check, four checks, starting November 27.",
         "70@11-27 70@12-11 70@12-25 70@01-08"),
        ("MX", "debtor", 2000, "le voy dando 500 todos los viernes desde este viernes, son cuatro y acabamos",
         "500@11-27 500@12-04 500@12-11 500@12-18"),
        ("US", "agent", 1000, "We can close this for $640 if it's in our hands by December 11.", "640@12-11"),
        ("ES", "agent", 1400, "Si hace un solo ingreso de 950 euros antes del 11 de diciembre, cerramos el expediente.",
         "950@12-11"),
        ("GB", "agent", 800, "I've the go-ahead to take £560 off you by 11 December and write off the other £240.",
         "560@12-11"),
        ("PE", "debtor", 900, "le doy 300 este viernes y el saldo se lo cancelo el 18 de diciembre",
         "300@11-27 600@12-18"),
        ("US", "agent", 500, "Put 40 percent down today and the balance can wait until December 30.",
         "200@11-23 300@12-30"),
        ("GB", "agent", 450, "Pay half of it tomorrow, and the other half's not due till 8 January.",
         "225@11-24 225@01-08"),
        ("US", "agent", 600, "A third today, a third on December 11 and the last third January 8.",
         "200@11-23 200@12-11 200@01-08"),
        ("GB", "debtor", 340, "I've 90 I can give you now, and the 250 comes on the 11th of December.",
         "90@11-23 250@12-11"),
        ("US", "debtor", 310, "I have $110 on me right now and I can send fifty every Friday after that, starting the "
         "4th, till it's paid", "110@11-23 50@12-04 50@12-11 50@12-18 50@12-25"),
        ("CO", "agent", 500_000, "si hoy me hace un abono de 200 mil le congelo los intereses y los 300 restantes los "
         "pagamos en dos cuotas de 150 mil desde el 20 de diciembre", "200000@11-23 150000@12-20 150000@01-20"),
        ("CO", "debtor", 600_000, "si me descuentan el 25 por ciento yo cancelo todo el viernes", "450000@11-27"),
        ("MX", "agent", 4000, "Trae $4,000, pero si liquida el viernes le hacemos el 25%: quedaría en 3,000",
         "3000@11-27"),
        ("ES", "agent", 900, "El 60% el 1 de diciembre y el 40% que queda el 8 de enero, ¿le va bien?",
         "540@12-01 360@01-08"),
        ("PE", "agent", 690, "Un tercio este viernes, otro el 11 de diciembre y el último el 8 de enero.",
         "230@11-27 230@12-11 230@01-08"),
        ("CL", "agent", 320_000, "Si hoy me hace un abono de 80 mil, lo demás queda en 3 cuotas de 80 mil, a fin de "
         "cada mes desde diciembre", "80000@11-23 80000@12-31 80000@01-31 80000@02-28"),
        ("AR", "debtor", 45_000, "te lo pago el viernes 4, son 45 mil, ¿no?", "45000@12-04"),
        ("GB", "agent", 330, "Rather than today let's make it Friday 11 December for the whole £330.", "330@12-11"),
        ("GB", "agent", 180, "Three payments of £60, the first this Friday, the second a week later and the third on "
         "the 11th.", "60@11-27 60@12-04 60@12-11"),
        ("GB", "agent", 240, "£60 a week from this Thursday, four of those and you're straight.",
         "60@11-26 60@12-03 60@12-10 60@12-17"),
        ("US", "agent", 160, "Forty a fortnight from this Friday, four payments.",
         "40@11-27 40@12-11 40@12-25 40@01-08"),
        ("US", "debtor", 410, "260 today and the other 150 once im paid on the 4th", "260@11-23 150@12-04"),
        ("GB", "agent", 360, "Three months at £120, collected on the 5th, the first in January.",
         "120@01-05 120@02-05 120@03-05"),
        ("GB", "agent", 900, "A third on Friday, and the other two thirds on 18 December and 18 January, so £300 each.",
         "300@11-27 300@12-18 300@01-18"),
        ("MX", "agent", 900, "Un tercio hoy y los otros dos tercios el 15 de diciembre y el 15 de enero.",
         "300@11-23 300@12-15 300@01-15"),
        ("US", "agent", 330, "$110 every other Thursday from December 3 until all of the $330 is paid off.",
         "110@12-03 110@12-17 110@12-31"),
        ("GB", "agent", 445, "I've dropped the £25 fee, so it's £420 now. You can pay all of it on 4 December.",
         "420@12-04"),
        ("MX", "agent", 1200, "Le quité los 200 de recargo, queda en 1,000, y el total lo paga el viernes 4.",
         "1000@12-04"),
        ("GB", "debtor", 380, "a cheque for the whole balance will be with you by 11 December", "380@12-11"),
        ("AR", "debtor", 48_000, "la totalidad te la transfiero el 4 de diciembre, ¿dale?", "48000@12-04"),
        ("ES", "agent", 600, "Cuatro pagos de 150 €, los días 30. En febrero se cobra el 28.",
         "150@11-30 150@12-30 150@01-30 150@02-28"),
        ("MX", "agent", 300, "100 cada semana, los viernes, empezando el que viene, tres pagos.",
         "100@11-27 100@12-04 100@12-11"),
        ("ES", "agent", 500, "Un plan de 125 euros mensuales en cuatro meses, con el primero el 4 de enero.",
         "125@01-04 125@02-04 125@03-04 125@04-04"),
    ],
)  # fmt: skip
def test_an_ordinary_proposal_comes_out_whole(country: str, by: str, balance: float, text: str, expected: str) -> None:
    (offer,) = offers(text, country, balance=balance, by=by)
    assert plain(said(offer)) == expected
    assert offer.open == ()


def test_a_third_off_leaves_exactly_two_thirds() -> None:
    (offer,) = offers("Clear it by 4 December and I'll knock a third off.", "GB", balance=900)
    assert plain(said(offer)) == "600@12-04"


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("GB", "Let me know by Friday whether £60 a month is something you'd manage."),
        ("MX", "Avíseme el jueves si le acomodan 500 quincenales."),
    ],
)
def test_the_day_of_an_answer_is_no_day_of_payment(country: str, text: str) -> None:
    (offer,) = offers(text, country)
    assert [i.date for i in offer.instalments] == [None]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("US", "I'll call you December 1 and we'll talk about the $900 then."),
        ("GB", "I'll email you the breakdown of the £300 on Friday."),
        ("ES", "El 4 de diciembre le llamo y vemos si puede con los 410."),
        ("MX", "El lunes platicamos de los 1,200 que debe."),
        ("CO", "Le mando un correo con los 300 mil el viernes."),
        ("US", "My son's tuition is $240 and it's due December 1."),
        ("GB", "What could you do by Friday, even if it isn't the whole £400?"),
        ("GB", "You'd a deal at £35 a month from March and it fell through in June."),
        ("US", "Send me the bill by Monday and I'll hold the $150 until we've looked at it."),
        ("MX", "Tenemos descuentos de hasta el 40% hasta el 30 de noviembre."),
        ("PE", "ya pagué 3 cuotas de 120"),
        ("GB", "There was an arrangement for £45 a month, but nothing came through after August."),
        ("US", "You promised $200 for the 13th and it never came."),
        ("MX", "Había un acuerdo de 150 por quincena y sólo entró la primera."),
        ("ES", "Consta un compromiso de 90 euros para el 5 de noviembre que no se cumplió."),
    ],
)
def test_a_sum_that_is_only_talked_about_is_no_offer(country: str, text: str) -> None:
    assert offers(text, country) == ()


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("GB", "maybe 50 on Friday, no promises though"),
        ("US", "I could send $120 by December 4. Don't hold me to that, don't hold me to it."),
        ("MX", "creo que le doy 200 el viernes pero no le prometo nada"),
    ],
)
def test_what_nobody_wants_to_be_held_to_is_no_offer(country: str, text: str) -> None:
    assert offers(text, country, by="debtor") == ()


@pytest.mark.parametrize(
    ("country", "text"),
    [("US", "I promise you $120 on December 4."), ("MX", "le prometo 300 el viernes 4"),
     ("GB", "We agreed £45 on 4 December, and if it bounces we'll ring you.")],
)  # fmt: skip
def test_a_promise_that_still_stands_is_an_offer(country: str, text: str) -> None:
    assert len(offers(text, country, by="debtor")) == 1
