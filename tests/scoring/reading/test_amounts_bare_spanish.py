"""Sums that nothing marks as money, as Spanish speakers say them; and numbers beside them that are none."""

import pytest

from tests.scoring.reading.pieces import amounts


@pytest.mark.parametrize(
    ("country", "text", "values"),
    [
        ("MX", "Mire, son mil ochocientos con los recargos, mil quinientos sin ellos.", [1800, 1500]),
        ("MX", "le puedo juntar unos 350 pa'l viernes", [350]),
        ("MX", "¿Y con seiscientos qué hacemos?", [600]),
        ("MX", "nomás traigo 200 ahorita, los otros 300 el viernes", [200, 300]),
        ("MX", "Me prestaron cuatrocientos y con eso la saco.", [400]),
        ("MX", "Le descontaron 85 de comisión.", [85]),
        ("MX", "Debía 2,400, pagó 900, le quedan 1,500.", [2400, 900, 1500]),
        ("MX", "si me da chance, cien pesitos por semana", [100]),
        ("MX", "El mínimo es de 480 y usted dio 300.", [480, 300]),
        ("MX", "van 250 de abono y 40 de multa", [250, 40]),
        ("MX", "ponle que sean 700 y ya", [700]),
        ("MX", "ándele, cierre en 2 mil 500", [2500]),
        ("MX", "son 36 pesos diarios, menos que una torta", [36]),
        ("MX", "me cobraron doble, dos veces 640", [640]),
        ("MX", "¿Setenta y cinco? ¿A poco sí?", [75]),
        ("MX", "quedó en $3,2OO", [3200]),
        ("MX", "paga la mitad, o sea 425", [425]),
        ("ES", "cobro 980 limpios y pago 510 de alquiler", [980, 510]),
        ("MX", "ya con los 180 que depositó baja a 920", [180, 920]),
        ("CL", "Te quedan 87 lucas y con 40 paramos el informe.", [87000, 40000]),
        ("CL", "la cuota es de 35.990, pero si abonas 20 mil sirve", [35990, 20000]),
        ("CL", "¿Te acomodan 25 luquitas al mes?", [25000]),
        ("CL", "Me pagaron 310 este mes, el sueldo mínimo casi.", [310000]),
        ("CL", "cabal, son doscientas sesenta y cuatro lucas", [264000]),
        ("CL", "son $45.000 más 3.500 de gastos de cobranza", [45000, 3500]),
        ("CL", "cien ahora y cien a fin de mes", [100000, 100000]),
        ("CL", "debo como palo y medio", [1500000]),
        ("CL", "con quince lucas al mes no bajái nunca la deuda", [15000]),
        ("CL", "quedó en 112.340 po", [112340]),
        ("AR", "Son 48 lucas con el descuento, sin descuento 61.", [48000, 61000]),
        ("AR", "te puedo tirar 20 mil hoy y otros 20 el viernes", [20000, 20000]),
        ("AR", "Me quedaron 5 palos de deuda en la tarjeta.", [5000000]),
        ("AR", "El mínimo te viene 32.400, el total 187.900.", [32400, 187900]),
        ("AR", "¿cuánto? ¿ciento veinte lucas? estás loco", [120000]),
        ("AR", "haceme precio, dejámelo en 90", [90000]),
        ("AR", "pagué 15.000 el mes pasado y 15.000 este", [15000, 15000]),
        ("AR", "con 8.500 por mes llegás a diciembre", [8500]),
        ("AR", "cobro 420 mil y el alquiler son 250", [420000, 250000]),
        ("CO", "Le quedan 230 mil, si consigna 100 hoy le quito la mora.", [230000, 100000]),
        ("CO", "hágale, ochenta mil y ochenta mil", [80000, 80000]),
        ("CO", "son 54.900 de la cuota y 8.200 de intereses", [54900, 8200]),
        ("CO", "yo gano el mínimo, millón trescientos", [1300000]),
        ("CO", "me toca sacar 50 prestados", [50000]),
        ("CO", "ciento cincuenta mil pesitos y quedamos a paz y salvo", [150000]),
        ("CO", "páguele siquiera 30 mil a eso", [30000]),
        ("CO", "1.450.000 de capital, 210.000 de intereses de mora", [1450000, 210000]),
        ("CO", "Bájele a 60 y le hago de una", [60000]),
        ("PE", "Son 85 soles de la cuota más 12.50 de mora.", [85, 12.5]),
        ("PE", "te yapeo 40 ahora y 40 el lunes", [40, 40]),
        ("PE", "me falta 15 lucas nomás", [15]),
        ("PE", "cancelas doscientos y te quito los cuarenta de interés", [200, 40]),
        ("PE", "S/ 1,250 al contado o S/ 140 mensual", [1250, 140]),
        ("PE", "¿y si doy 100 cada quincena?", [100]),
        ("PE", "tu deuda asciende a mil doscientos treinta y cuatro con noventa", [1234.9]),
        ("PE", "ciento veinte soles con cincuenta céntimos", [120.5]),
        ("ES", "Son ciento doce con cuarenta, IVA incluido.", [112.4]),
        ("ES", "le quedarían 56,30 al mes", [56.3]),
        ("ES", "con 50 no me llega ni para los intereses", [50]),
        ("ES", "cobro el subsidio, 480", [480]),
        ("ES", "me ingresan 900 y pago 600 de alquiler", [900, 600]),
        ("ES", "ponga 30 y ya veremos", [30]),
        ("ES", "de los 2.300 que debe le quitamos 400", [2300, 400]),
        ("ES", "Hombre, veinticinco al mes sí puedo.", [25]),
        ("ES", "que sean 75 y zanjamos", [75]),
        ("ES", "unos 1.800, céntimo arriba, céntimo abajo", [1800]),
        ("ES", "tengo 62 años y una pensión de 740", [740]),
        ("ES", "El recibo de la luz me sube a 96 y el gas 40.", [96, 40]),
        ("MX", "Le alcanza con 90 semanales?", [90]),
        ("MX", "o sea que me faltarían 130", [130]),
        ("MX", "Le ponemos 225 y 225.", [225, 225]),
        ("MX", "traigo 150 en la bolsa", [150]),
        ("MX", "salió en 1,999 la lavadora", [1999]),
        ("MX", "Ya le había dado 300 al muchacho.", [300]),
        ("MX", "saqué 500 de la tanda", [500]),
        ("MX", "me pidieron 250 de adelanto", [250]),
        ("CL", "me sobran como 30 lucas", [30000]),
        ("AR", "Poné 25 ahora y 25 en enero", [25000, 25000]),
        ("AR", "me quedan 12 lucas hasta el viernes", [12000]),
        ("AR", "serían tres de 15.600", [15600]),
        ("CO", "yo le abono ochenta y después le completo", [80000]),
        ("CO", "cuánto es? 90? listo", [90000]),
        ("CO", "el mercado me vale 300 mil", [300000]),
        ("PE", "me sale 65 el recibo", [65]),
        ("PE", "de 180 bájame a 150 pe", [180, 150]),
        ("ES", "me piden 120 de golpe y no los tengo", [120]),
        ("ES", "apúnteme 45 para el martes", [45]),
        ("ES", "yo había dicho 60, no 80", [60, 80]),
        ("ES", "me quedan 35 hasta cobrar", [35]),
        ("ES", "le hago un Bizum de 20", [20]),
    ],
)
def test_a_sum_is_read_without_its_currency(country: str, text: str, values: list[float]) -> None:
    assert sorted(amounts(text, country)) == sorted(values)


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("MX", "A 200 por hora va usted, cálmese."),
        ("MX", "la camioneta 2014, placa 88-12"),
        ("MX", "mi mamá tiene 71 y está enferma"),
        ("MX", "le hablé 12 veces y dejé 3 recados"),
        ("MX", "trabajo de 8 a 6, seis días"),
        ("MX", "la unidad 305, manzana 4"),
        ("CL", "son 18 cuotas y llevas 7"),
        ("AR", "vivo en Rivadavia al 4500"),
        ("CO", "me demoro 40 minutos"),
        ("PE", "el expediente 1180 del 2024"),
        ("ES", "estoy en el 2º B, portal 14"),
        ("ES", "la ley 16 de 2011"),
        ("ES", "hace 30 grados aquí"),
        ("AR", "tengo 34, no 43"),
        ("CL", "la micro 210 no pasó"),
        ("MX", "tengo 45 minutos esperando"),
        ("MX", "vivo en el interior 205"),
        ("CL", "son las 18 horas"),
        ("AR", "andá al piso 12"),
        ("CO", "calle 80 con 68"),
        ("PE", "la combi 73"),
        ("ES", "el autobús 27"),
        ("ES", "salgo a las 15"),
        ("MX", "la ruta 100"),
        ("MX", "con 3 hijos y 2 rentas"),
    ],
)
def test_what_is_counted_aged_or_numbered_is_no_sum(country: str, text: str) -> None:
    assert amounts(text, country) == []


def test_letters_typed_for_noughts_and_split_hundreds_are_read() -> None:
    assert amounts("$1,8OO hoy", "MX") == [1800]
    assert amounts("3 mil 4 cientos", "MX") == [3400]
    assert amounts("quedó en 52 mil con 300", "CO") == [52300]
    assert amounts("le mando 40 sotles", "PE") == [40]


def test_a_sum_that_was_read_makes_the_rest_believable() -> None:
    assert amounts("hace un giro de 70, quito los 15 de mora y los otros 70 en enero", "ES") == [70, 15, 70]
