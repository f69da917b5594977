"""What else a reply names: ways of paying, channels, yes and later, and how the other is addressed."""

import pytest

from scoring.reading.reader import read
from scoring.reading.values import ReadingContext

NAMED = [
    ("es", "MX", "Puede pagar por SPEI o en cualquier OXXO.", {"method.spei", "method.oxxo"}),
    ("es", "CO", "me consigna por PSE o Nequi", {"method.pse", "method.nequi", "method.transfer"}),
    ("es", "PE", "yapéame al toque", {"method.yape", "delay.soon"}),
    ("es", "CL", "lo paga por Khipu o Servipag", {"method.khipu", "method.webpay"}),
    ("es", "AR", "te paso el alias y el CBU", {"method.cbu"}),
    ("es", "ES", "Hágame un Bizum, o se lo domiciliamos", {"method.bizum", "method.direct_debit"}),
    ("es", "MX", "Sale, ahorita le mando un WhatsApp", {"agreement.yes", "delay.soon", "channel.whatsapp"}),
    ("en", "GB", "Direct debit or standing order?", {"method.direct_debit", "method.standing_order"}),
    ("en", "US", "You can use Zelle; I'll text you later", {"method.zelle", "channel.sms", "delay.later"}),
    ("en", "GB", "Fair enough, I'll give you a ring", {"agreement.yes", "channel.call"}),
]  # fmt: skip
ADDRESSED = [
    ("MX", "¿Cuánto puede pagar usted este viernes?", "usted"),
    ("ES", "¿Cuánto puedes pagar este viernes?", "tu"),
    ("AR", "¿Cuánto podés pagar este viernes?", "vos"),
    ("AR", "¿Pagás el viernes?", "vos"),
    ("CO", "¿Sumercé cuánto puede pagar?", "sumerce"),
    ("MX", "Buenas tardes.", None),
]


@pytest.mark.parametrize(("language", "country", "text", "named"), NAMED)
def test_a_way_of_paying_or_reaching_somebody_is_named(language: str, country: str, text: str, named: set[str]) -> None:
    found = read(text, ReadingContext(language=language, country=country)).mentions
    assert named <= {f"{m.kind}.{m.value}" for m in found}


def test_a_way_of_paying_that_is_refused_is_not_named() -> None:
    found = read("No aceptamos efectivo.", ReadingContext()).mentions
    assert not [m for m in found if m.kind == "method"]


@pytest.mark.parametrize(("country", "text", "address"), ADDRESSED)
def test_the_way_the_other_is_addressed_is_heard(country: str, text: str, address: str | None) -> None:
    assert read(text, ReadingContext(country=country)).address == address
