"""When a number without a currency is money: after "le ofrezco", before "al mes", beside another amount, when asked."""

from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from scoring.reading.bare_before import Leading
from scoring.reading.bare_times import is_hour, is_year
from scoring.reading.date_page import Found
from scoring.reading.numbers import find_numbers
from scoring.reading.numerals import Number
from scoring.reading.references import is_reference
from scoring.reading.tokens import Tokens, tokenise
from scoring.reading.values import ReadingContext
from scoring.reading.vocabulary import number_words, word_set

_POINTERS = frozenset({"a", "an", "the", "this", "that", "your", "my", "each", "our", "his", "her", "their", "full"})
_FIRM = ("plain", "grouped", "cents", "scaled", "pair", "words", "lone", "spelled")


NONE_SAID: frozenset[Decimal] = frozenset()


_MANY = frozenset({("many", "hours"), ("cuantas", "horas"), ("many", "days"), ("cuantos", "dias")})
_PAID = frozenset({"pague", "pagado", "paid", "llevo", "lleva", "llevaba", "pago"})
_JOINTS = frozenset({",", "y", "and", "then", "luego", "&"})
_HAVE = frozenset({"i've", "we've", "got", "have", "tengo", "tenemos", "hay"})
_LEFT_OPEN = frozenset({"when", "cuando", "if", "si"})
_WORKED = 14


class Bare(Leading):
    """The judge of one text's bare numbers."""

    def __init__(
        self,
        tokens: Tokens,
        context: ReadingContext,
        dated: tuple[Found, ...] = (),
        said: frozenset[Decimal] = NONE_SAID,
        counted: frozenset[Decimal] = NONE_SAID,
    ) -> None:
        super().__init__(tokens, context, dated)
        self.said, self.counted = said, counted

    def is_money(self, number: Number) -> bool:
        """Whether the number is an amount."""
        if not self.may_be_money(number) or self._rate(number):
            return False
        if self.context.balance is not None and self.context.balance in (number.value, *number.readings):
            return number.value > 31
        if number.style in ("grouped", "cents"):
            return True
        if number.style == "scaled" or (number.style == "pair" and number.value % 1):
            return not self._wishes(number)
        return self._shown(number)

    def may_be_money(self, number: Number) -> bool:
        """Whether nothing speaks against it: no reference, no counted noun, no time, no year."""
        if number.style not in _FIRM or is_reference(self.tokens, number) or not self.open_behind(number):
            return False
        if self._of_hours(number) or self._of_several(number):
            return False
        return not (is_hour(self.tokens, number, self.language) or self._year(number))

    def repeats(self, number: Number, said: frozenset[Decimal]) -> bool:
        """Whether the number is a sum that the same text has named with its currency."""
        alone = self.tokens.kind(number.first - 1) in ("", "punct") and self.tokens.kind(number.last) in ("", "punct")
        if number.value not in said or (number.value <= 31 and not (alone and number.value >= 10)):
            return False
        return self.may_be_money(number)

    def may_join(self, number: Number, other: Number) -> bool:
        """Whether a number beside an amount can be one too: it is not tiny beside it, and counts nothing."""
        if number.style not in _FIRM or is_reference(self.tokens, number) or not self.open_behind(number):
            return False
        if is_hour(self.tokens, number, self.language) or (self._year(number) and number.value % 100):
            return False
        return (
            number.value >= 10 and number.value * 50 >= other.value % Decimal(10**12)
        ) or number.style == other.style

    def _shown(self, number: Number) -> bool:
        """Plain digits and small words need a reason."""
        if self.before_its_noun(number) and self.tokens.text(number.first - 1) in _POINTERS:
            return True
        least = self.least(number)
        if least is not None and number.value >= least:
            return True
        if self._when(number) or self._by_its_sense(number):
            return True
        if self._asks_back(number) or self._spoken_price(number) or self.after_its_day(number):
            return True
        rough = number.style == "lone" or number.value >= 100
        if (
            rough
            and self.tokens.text(number.last) == "y"
            and self.tokens.text(number.last + 1) in ("pico", "algo", "tantos")
        ):
            return True
        if self.stands_alone(number) or self._further(number) or self._at_hand(number):
            return True
        if number.style == "lone":
            return (self.paid_per(number) and not self._wishes(number)) or self._asked_or_enough(number)
        if (number.style == "pair" or (number.style == "plain" and number.value > 31)) and self._opens(number):
            return True
        return number.value >= 10 and (self.paid_per(number) or self._asked_or_enough(number) or self._heard(number))

    def _further(self, number: Number) -> bool:
        """ "1500 hoy y el sábado 750", "50 Friday and 75 the week after", "or should we look at forty?"."""
        if not self.said or number.value < 20 or number.value * 20 < max(self.said):
            return False
        led, behind = self.tokens.text(number.first - 1), self.tokens.text(number.last)
        then = [self.tokens.text(number.last + step) for step in (1, 2)]
        ends = self.tokens.kind(number.last) in ("", "punct")
        day = self.after_day.get(number.first)
        if day is not None and number.value > 31:
            return ends and self.tokens.text(day - 1) in _JOINTS
        if behind == "the" and then[1] in ("after", "following"):
            return then[0] in ("week", "month", "fortnight", *self.names.weekdays)
        if led == "," and behind in _LEFT_OPEN:
            return number.value > 31 and number.value * 3 >= max(self.said)
        return led == "at" and self.tokens.text(number.first - 2) in ("look", "looking") and ends

    def _at_hand(self, number: Number) -> bool:
        """ "I've 110 I can give you now", "tengo 90 que le puedo pasar": what one has and can pay."""
        then = tuple(self.tokens.text(number.last + step) for step in range(3))
        english = then[0] in ("i", "we") and then[1] in ("can", "could")
        offered = english or (then[0] == "que" and then[1] in ("le", "te", "les") and then[2] in ("puedo", "podria"))
        return offered and number.value > 31 and self.tokens.text(number.first - 1) in _HAVE

    def _of_hours(self, number: Number) -> bool:
        """ "How many hours are you getting, is it still 16 a week?": hours, and no money."""
        if number.value > 80 or not self.paid_per(number):
            return False
        words = [self.tokens.text(number.first - step) for step in range(_WORKED, 0, -1)]
        return any(pair in _MANY for pair in pairwise(words))

    def _of_several(self, number: Number) -> bool:
        """ "eran 18 cuotas y ya pagué 11": so many of those that were counted."""
        small = number.typed and number.value <= 60 and self.tokens.kind(number.last) in ("", "punct")
        counted = small and self.tokens.text(number.first - 1) in _PAID
        return counted and any(number.value < n <= 120 for n in self.counted)

    def _when(self, number: Number) -> bool:
        """ "fifty on the first", "300 ahorita", "250 this week": when it is paid; not "he's forty now"."""
        if self.tokens.text(number.first - 1) in word_set("bare", "states"):
            return False
        filed = (
            number.style == "plain" and number.typed and number.value >= 1000 and number.value % 10 and not self.said
        )
        if number.style == "lone" or number.value >= 20:
            return not filed and (self.then_a_day(number) or self.soon(number))
        return False

    def _by_its_sense(self, number: Number) -> bool:
        """A part of a sum, what a sum is for, or a sum that does something: "the other 90", "1800 would settle it"."""
        least = 10 if self.said else 20
        if number.value < least or (number.style == "words" and number.value < 20 and not self.said):
            return False
        return self.is_part(number) or self.has_purpose(number) or (self.begins_clause(number) and self.acts(number))

    def _spoken_price(self, number: Number) -> bool:
        """ "treintaicinco con cincuenta": units and cents, as prices are said."""
        if self.language != "es" or number.style != "words" or self.tokens.text(number.last) != "con":
            return False
        tens = number_words("es").tens
        return self.tokens.text(number.last + 1) in tens and self.tokens.text(number.last + 2) != "y"

    def _asks_back(self, number: Number) -> bool:
        """ "¿500? No me alcanza", "300? I can't": a round figure that is a question by itself."""
        behind = self.tokens.text(number.last)
        listed = behind in (",", "o", "or") and self.tokens.text(number.last + 2) == "?"  # "¿800, 900?"
        listed = listed and self.tokens.kind(number.last + 1) == "num"
        alone = self.tokens.kind(number.first - 1) in ("", "punct") and (behind == "?" or listed)
        return alone and number.value >= 50 and number.value % (10 if number.typed else 5) == 0

    def _opens(self, number: Number) -> bool:
        """ "One seventy on the tenth": an amount that opens its sentence."""
        follows = self.tokens.text(number.last) in (
            "on",
            "by",
            "now",
            "today",
            "a",
            "per",
            "each",
            "monthly",
            "el",
            "hoy",
        )
        return follows and self.tokens.kind(number.first - 1) in ("", "punct")

    def _heard(self, number: Number) -> bool:
        """The other has just said this figure as money."""
        if not self.context.before or number.style not in ("plain", "words", "pair"):
            return False
        heard = tokenise(self.context.before)
        for said in find_numbers(self.context.before, self.context.language, self.context.country):
            signed = heard.kind(said.first - 1) == "sign" or heard.text(said.last) in self.currencies
            if said.value in (number.value, *number.readings) and (signed or said.money):
                return True
        return False

    def _asked_or_enough(self, number: Number) -> bool:
        """The other has just asked how much, or "mil está bien"."""
        if self._begins(number) and asks_amount(self.context.before):
            return True
        return (
            number.style == "lone" and self.tokens.text(number.last) in self.words.good_enough and self._begins(number)
        )

    def _begins(self, number: Number) -> bool:
        """Whether little stands before the number in its sentence."""
        before = [self.tokens.text(number.first - step) for step in range(1, 5)]
        return any(word in (".", "!", "?", ";", "", ",") for word in before)

    def _year(self, number: Number) -> bool:
        return is_year(self.tokens, number, self.names.months, self.context.on)

    def _rate(self, number: Number) -> bool:
        """ "the rate jumps to 29.99"."""
        if number.style not in ("cents", "decimal", "plain") or number.value >= 1000:
            return False
        return any(self.tokens.text(number.first - step) in word_set("bare", "rates") for step in range(1, 5))

    def _wishes(self, number: Number) -> bool:
        """ "mil gracias" and what else is no figure."""
        if number.style == "lone" and self.tokens.text(number.last) == "por":  # "a mil por hora", "mil por ciento"
            return self.tokens.text(number.last + 1) in ("hora", "ciento", "cien")
        return self.tokens.text(number.last) in word_set("not_money", "after", self.language)


@lru_cache(maxsize=64)
def asks_amount(before: str) -> bool:
    """Whether the other's words ask for an amount."""
    words = {token.text for token in tokenise(before).items}
    return bool(words & word_set("bare", "asks"))
