"""What a person typed, made fit to keep: bounded in length, and free of what no database holds."""

import re
import unicodedata
from decimal import Decimal

from scoring.transcript import FollowUp
from simulator.refusals import Refusal
from simulator.state import Said

MAX_REPLY, MAX_PLAN_FIELDS, MAX_AMOUNT = 5_000, 20, Decimal(10) ** 12
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}


class ReplyTooLong(Refusal):
    """More text than a reply, a field or a note may hold; ``kept`` is all of it."""

    def __init__(self, text: str) -> None:
        super().__init__(
            es=f"El texto tiene {len(text):,} caracteres; caben {MAX_REPLY:,}. No se perdió nada: acórtelo y envíelo.",
            en=f"The text has {len(text):,} characters; {MAX_REPLY:,} fit. Nothing was lost: shorten it and send it.",
            kept=text,
        )


class NothingSaid(Refusal):
    """Neither words nor an event."""

    def __init__(self) -> None:
        super().__init__(
            es="No escribió nada. Escriba su respuesta, o use el botón de silencio si quiere callar.",
            en="You wrote nothing. Write your reply, or use the wait button to stay silent.",
        )


class NotAForm(Refusal):
    """A form field holds what cannot be kept."""


def reply(said: Said) -> Said:
    """The reply as it will be read and kept. Raises ``NothingSaid`` or ``ReplyTooLong``."""
    if not said.event and all(unicodedata.category(c) in _INVISIBLE for c in said.text):
        raise NothingSaid
    return said.model_copy(update={"text": storable(said.text)})


def plan(given: dict[str, str]) -> dict[str, str]:
    """The preparation plan, field by field."""
    if len(given) > MAX_PLAN_FIELDS:
        raise NotAForm(
            es=f"El plan admite {MAX_PLAN_FIELDS} campos; se recibieron {len(given)}.",
            en=f"A plan has at most {MAX_PLAN_FIELDS} fields; {len(given)} were sent.",
        )
    return {storable(field): storable(text) for field, text in given.items()}


def follow_up(given: FollowUp) -> FollowUp:
    """The follow-up form and its note."""
    for instalment in given.instalments:
        if instalment.amount is not None and abs(instalment.amount) > MAX_AMOUNT:
            raise NotAForm(
                es="Un monto es demasiado grande para ser de este caso. Corríjalo; lo demás sigue en el formulario.",
                en="An amount is too large to belong to this case. Mend it; the rest is still in the form.",
            )
    texts = {name: storable(v) for name, v in given if isinstance(v, str) and name != "disposition"}
    return given.model_copy(update=texts)


def storable(text: str) -> str:
    """The text with NUL and lone surrogates replaced one for one, so that spans stay true.

    Raises ``ReplyTooLong``.
    """
    if len(text) > MAX_REPLY:
        raise ReplyTooLong(text)
    return holdable(text)


def holdable(text: str) -> str:
    """The text with what no database holds replaced, one for one; however long it is."""
    return _UNSTORABLE.sub("�", text)
