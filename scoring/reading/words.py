"""Words of a folded text with their places: what the lexicons are matched against."""

import re
from dataclasses import dataclass

from scoring.reading.normalise import Folded

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[$€£%?!]")
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_STOPS = re.compile(r"[.!?;\n…]+(?=\s|$|[\"')\]])|[\n;…]|[¿¡]")
_BREAK = re.compile(r"[,:()\[\]—]|\s-+\s|\n|--+")
_QUOTED = re.compile(r"\"[^\"\n]{1,200}\"|«[^»\n]{1,200}»|(?<![\w'])'[^'\n]{3,200}'(?!\w)")
_SHORT = {
    "es": {
        "q": "que", "k": "que", "xq": "porque", "pq": "porque", "x": "por", "tb": "tambien", "tmb": "tambien",
        "ud": "usted", "uds": "ustedes", "sr": "senor", "sra": "senora", "srta": "senorita", "bn": "bien",
        "d": "de", "pa": "para", "p": "para", "grax": "gracias", "grcs": "gracias", "toy": "estoy", "aki": "aqui",
        "ntp": "no se preocupe", "vd": "usted", "xfa": "porfa", "plis": "porfa", "ok": "ok",
    },
    "en": {
        "u": "you", "ur": "your", "pls": "please", "plz": "please", "thx": "thanks", "ty": "thanks", "r": "are",
        "n": "and", "bc": "because", "cuz": "because", "coz": "because", "w": "with", "thanx": "thanks", "ya": "you",
        "tmrw": "tomorrow", "msg": "message", "acct": "account", "pmt": "payment", "mr": "mister", "gonna": "gonna",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word (typing short forms written out, long vowels cut). ``sentence`` and ``piece`` number what holds it."""

    word: str
    start: int
    end: int
    sentence: int
    piece: int
    quoted: bool


def tokens_of(folded: Folded, language: str) -> tuple[Token, ...]:
    """The words of the text in order; places are those of the folded text."""
    text, short = folded.text, _SHORT[language]
    sentences = [m.end() for m in _STOPS.finditer(text)]
    pieces = sorted([*sentences, *(m.end() for m in _BREAK.finditer(text))])
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    found, sentence, piece, quote = [], 0, 0, 0
    for match in _WORD.finditer(text):
        start = match.start()
        closes = match.group() in "?!"
        while not closes and sentence < len(sentences) and sentences[sentence] <= start:
            sentence += 1
        while not closes and piece < len(pieces) and pieces[piece] <= start:
            piece += 1
        while quote < len(quotes) and quotes[quote][1] <= start:
            quote += 1
        quoted = quote < len(quotes) and quotes[quote][0] <= start
        word = _LONG.sub(r"\1", match.group().replace("'", ""))
        found.append(Token(short.get(word, word), start, match.end(), sentence, piece, quoted))
    return tuple(found)
