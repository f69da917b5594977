"""The letters of what is printed: one Unicode typeface, and what becomes of characters that it does not have."""

import unicodedata
from functools import cache
from html import escape
from importlib import resources

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, STRONG = "OpenSans", "OpenSans-Semibold"
_FILES = {REGULAR: "OpenSans-Regular.ttf", STRONG: "OpenSans-Semibold.ttf"}
UNKNOWN = "\ufffd"
"""Stands, in sight, for a character that the typeface does not have."""
_SPACES = {ord("\t"): " ", ord("\r"): None, 0x2060: None, 0xFEFF: None, 0x200B: None}
_JOINING = ("Cf", "Mn", "Me")
"""Marks and joiners: where one is missing nothing needs to stand for it."""


@cache
def letters() -> frozenset[int]:
    """The characters that can be printed, as code points; the typeface is made known to the printer."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resources.files("simulator.exports").joinpath("fonts", file))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=REGULAR, boldItalic=STRONG)
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def printable(text: str) -> str:
    """The text in characters that can be printed; line breaks stay, control characters go."""
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    return "".join(_printed(c) for c in composed)


def written(text: str, limit: int = 0) -> str:
    """Printable text, safe where markup is read; beyond ``limit`` characters it is cut at a word."""
    shown = printable(text)
    return escape(shortened(shown, limit) if limit else shown, quote=False).replace("\n", "<br/>")


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut at a word where there is one, with dots that say so."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip() + "…"


def _printed(character: str) -> str:
    if character == "\n" or (ord(character) in letters() and character >= " "):
        return character
    kind = unicodedata.category(character)
    return "" if kind in ("Cc", "Cs", *_JOINING) else " " if kind == "Zs" else UNKNOWN
