"""The screen's words in the person's language, from gettext catalogues."""

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "acuerdo"
LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Translator:
    """Called with a message in English, it gives the person's words. Without a catalogue, the English stands."""

    language: str
    catalogue: gettext.NullTranslations

    def __call__(self, message: str, **values: object) -> str:
        """The message in the language, its ``{names}`` filled with the values."""
        text = self.catalogue.gettext(message)
        return _filled(text, values) if values else text

    def plural(self, one: str, many: str, n: int) -> str:
        """The form for ``n`` of them; ``{n}`` is the number."""
        return _filled(self.catalogue.ngettext(one, many, n), {"n": n})


def _filled(text: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


@cache
def translator(language: str) -> Translator:
    """The translator of a language; that of the first language where it is unknown."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    return Translator(known, gettext.translation(DOMAIN, LOCALES, [known], fallback=True))
