"""Refusals: what the application will not do, in words for the person, in both languages."""

import difflib
from collections.abc import Iterable


class Refusal(Exception):  # noqa: N818 - a refusal is no fault of the program
    """Something asked for that cannot be done. ``str()`` is the English text; ``kept`` is what the person had typed."""

    def __init__(self, *, es: str, en: str, kept: str = "") -> None:
        super().__init__(en)
        self.texts = {"es": es, "en": en}
        self.kept = kept

    def in_language(self, language: str) -> str:
        """The words for the person; English where the language has none."""
        return self.texts.get(language, self.texts["en"])


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like this one; ``None`` where none does."""
    close = difflib.get_close_matches(name, list(known), n=1)
    return close[0] if close else None
