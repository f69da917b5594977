"""What stands before a number without a currency: a verb of paying, a word of size, the start of its sentence."""

from scoring.reading.bare_behind import Surroundings
from scoring.reading.numerals import Number
from scoring.reading.vocabulary import word_set

SURE = 10
_ORDINARY = 61
_PAID_THEN = frozenset(
    {"off", "down", "even", "flat", "on", "by", "now", "today", "a", "per", "each", "monthly", "el", "hoy"}
)
_STATING = frozenset({"is", "it's", "that's", "was", "es", "were", "its", "thats"})
_LOOSE_CUES = frozenset({"for", "at", "with", "down", "on"})
_SHORT_IS = frozenset(
    {"it's", "that's", "there's", "here's", "let's", "what's", "who's", "today's", "mum's", "mom's", "dad's"}
)
_PRONOUNS = (
    "melo",
    "selo",
    "telo",
    "melos",
    "selos",
    "noslo",
    "mela",
    "sela",
    "le",
    "me",
    "lo",
    "les",
    "nos",
    "te",
    "los",
)
_PLAIN_VERBS = frozenset(
    {"ponga", "pongo", "pone", "pon", "ponle", "deme", "dame", "doy", "dio", "diste", "pongamos", "mete", "sean"}
)
_NO_VERBS = frozenset({"hundred", "named", "called", "turned", "aged", "numbered", "waited", "worked", "need", "speed"})
_HAVE = frozenset(
    {"he", "has", "ha", "hemos", "han", "habia", "habias", "habian", "haya", "hayas", "hayan", "habiamos"}
)
_HAVING = frozenset({"tengo", "tiene", "tienes", "tenes", "tenia"})
_JOINING = frozenset({"and", "y", "but", "pero", "so", "then"})
_THEY_WILL = frozenset({"you'll", "i'll", "he'll", "she'll"})
_ROADS = frozenset({("por", "la"), ("por", "hora"), ("por", "el")})
_FULL = frozenset({"", ".", "!", "?", ";", "¿", "¡", ":"})


class Leading(Surroundings):
    """The words before the numbers of one text."""

    def least(self, number: Number) -> int | None:
        """The least amount that the words before make believable; ``None`` where they say nothing of money.

        A small word needs more than digits; less will do where the text has named a sum already.
        """
        least = self._least_by_cue(number)
        if least is None:
            return None
        if self.said and least <= SURE:
            return max(least, 15) if number.style == "words" else least
        if least == _ORDINARY:
            return least
        if self.said and self._loosened(number):
            return 20 if least == 100 else 15
        if number.style == "words":
            return self._least_word(number, least)
        return least

    def _least_word(self, number: Number, least: int) -> int:
        if least <= SURE or self.tokens.text(number.last) in _PAID_THEN:
            return 20
        led = self.tokens.text(number.first - 1)
        return (
            20 if self.language == "en" and led not in word_set("bare", "loose") and self._impersonal(number) else 100
        )

    def _loosened(self, number: Number) -> bool:
        """Whether the word before makes a small number money where a sum was named: "that's fifty-five", "con 40"."""
        return self._impersonal(number) and self.tokens.text(number.first - 1) not in word_set("bare", "loose")

    def _impersonal(self, number: Number) -> bool:
        """Not "she is forty", "the term was sixty"."""
        led, before = self.tokens.text(number.first - 1), self.tokens.text(number.first - 2)
        return led not in ("is", "are", "was", "were") or before not in word_set("bare", "no_subjects")

    def _least_by_cue(self, number: Number) -> int | None:
        led = self.tokens.text(number.first - 1)
        for step in range(1, 6):
            word = self.tokens.text(number.first - step)
            if step == 1 and word.endswith("'s") and word.removesuffix("'s") in self.words.cues:
                return SURE
            if step == 1 and self._is_owned(word):
                return 40 if self.language == "en" and number.style != "words" else 100
            if word not in self.words.cues and number.style != "lone" and self._is_verb(number.first - step, word):
                return 20 if self.language == "es" and step == 1 else 32
            if word in self.words.cues and not (word in _LOOSE_CUES and self._sure_before(number.first - step)):
                return None if self._of_age(number, word) else self._least_behind(number, word, step)
            if word in _LOOSE_CUES and word in self.words.cues:
                return SURE
            if word not in self.words.between:
                break
        return 100 if self._weakly(number, led) else None

    def _is_verb(self, at: int, word: str) -> bool:
        """A verb by its form: "dejámelo", "había dicho", "me piden", "le dio", "it showed"."""
        if self.language == "en":
            return len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS
        if word.endswith(("ado", "ido", "dicho", "puesto", "hecho")) and self.tokens.text(at - 1) in _HAVE:
            return True
        led = self.tokens.text(at - 1) in ("me", "te", "le", "nos", "les", "os") and len(word) > 2
        return self._enclitic(word) or (led and word not in self.words.between and word not in self.words.followers)

    def _enclitic(self, word: str) -> bool:
        """ "dejámelo en 90", "póngale 300": a verb of paying with its pronouns behind it."""
        for ending in _PRONOUNS:
            if len(word) > len(ending) + 2 and word.endswith(ending):
                base = word[: -len(ending)]
                return base in self.words.cues or base + "r" in self.words.cues
        return False

    def _of_age(self, number: Number, cue: str) -> bool:
        """ "tengo 34", "mi mamá tiene 71": rather years than money, unless something else says so."""
        aged = cue in _HAVING and 18 <= number.value <= 99 and number.value % 10 != 0
        return aged and not self.said and self.tokens.text(number.first - 1) == cue

    def _sure_before(self, at: int) -> bool:
        """ "put me down for fifty", "settle it for ninety": a verb of paying a few words before "for"."""
        for step in range(1, 5):
            word = self.tokens.text(at - step)
            if word in self.words.cues and word.startswith(self.words.sure):
                return True
            if word not in self.words.between and word not in self.words.cues:
                return False
        return False

    def _is_owned(self, word: str) -> bool:
        """ "the car's 380": somebody's "is" in a sum; not "he's forty"."""
        return word.endswith("'s") and word not in word_set("bare", "states") and word not in _SHORT_IS

    def _least_behind(self, number: Number, cue: str, step: int) -> int:
        if step == 1 and cue in word_set("ordinary"):
            return _ORDINARY
        if number.style == "lone":
            return 0
        if self.language == "es" and cue in _PLAIN_VERBS and step == 1:
            return 20
        if cue in _STATING and step == 1 and self.tokens.text(number.first - 2) in word_set("bare", "purposes"):
            return SURE  # "the fee is 35"
        if cue in _STATING:
            return 40 if self.language == "en" and cue not in ("it's", "its") and self._impersonal(number) else 100
        return SURE if cue.startswith(self.words.sure) else 32

    def _weakly(self, number: Number, led: str) -> bool:
        on_road = (self.tokens.text(number.last), self.tokens.text(number.last + 1)) in _ROADS
        if led not in self.words.weak or (led == "a" and on_road):  # "a 120 por la autopista"
            return False
        return number.style not in ("lone", "words")

    def stands_alone(self, number: Number) -> bool:
        """ "Fifty works", "75. But not before the 10th", "maybe a hundred.", "under eighty": nothing else it could be.

        A number that opens its sentence or follows a word of size, with a sentence's end or a function word behind.
        """
        if self.language != "en" or not self._worth(number):
            return False
        led, before = self.tokens.text(number.first - 1), self.tokens.text(number.first - 2)
        if led == "," and self.tokens.kind(number.first - 2) in ("num", "slash", "iso", "clock"):
            return False
        if led == "be" and before in _THEY_WILL and number.value < 100:  # "you'll be 65"
            return False
        if self._touched(number) or number.value in self.counted or self._is_all(number):
            return False
        ended = self.tokens.kind(number.last) in ("", "punct") or self.tokens.text(number.last) in ("i", "is", "would")
        opens = led in _FULL or led in _JOINING or (led == "," and ended)
        sized = led in word_set("bare", "sized") and before not in word_set("bare", "states")
        return opens or sized

    def _touched(self, number: Number) -> bool:
        """ "30-59", "401(k)", "800-555": part of something longer; or "and 55 the week before"."""
        glued = self.tokens.glued(number.last) and self.tokens.text(number.last) in ("-", "(", "/", "_")
        return glued or self.tokens.glued(number.first) or self.tokens.text(number.last) == "the"

    def _is_all(self, number: Number) -> bool:
        """Whether the reply says nothing but the number."""
        rest = len(self.tokens.items) - (number.last - number.first)
        return rest <= 1 and self.tokens.kind(number.last) in ("", "punct")

    def _worth(self, number: Number) -> bool:
        """Whether a number is one that sums are: twenty or more in words, round or large in digits."""
        if number.style == "lone":
            return self.tokens.kind(number.last) in ("", "punct") and self.tokens.text(number.first - 1) not in _FULL
        if number.style == "pair":
            return True
        if number.typed and number.value >= 1000 and number.value % 50:
            return False
        return number.value >= 20 and (number.style == "words" or number.value % 5 == 0 or number.value >= 100)

    def begins_clause(self, number: Number) -> bool:
        """Whether the number is the first of its clause."""
        before = self.tokens.text(number.first - 1)
        return self.tokens.kind(number.first - 1) in ("", "punct") or before in _JOINING or before in ("if", "si")
