"""Two days beside each other: one day said twice, one that happened as the other did, one that comes after it.

"a fortnight ago, the 9th" is one day; "on the 2nd and again on the 16th" are both past where the first is; "$100 on the
10th, $100 on the 24th" go forward.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from scoring.reading import days
from scoring.reading.date_page import Found, Page
from scoring.reading.date_turns import only_number, only_weekday, other_side
from scoring.reading.vocabulary import currency_words, unit_words

_RESTATES = frozenset({
    ",", "so", "that's", "thats", "o", "sea", "es", "decir", "i", "e", ".", "on", "by", "the", "say", "(", "-", "which",
    "is", "que", "up", "to", "until", "hasta", "osea", "being", "til", "till", "means", "y", "tiene", "digamos",
})  # fmt: skip
_MARKS = frozenset({",", "so", "sea", "osea", "decir", "(", "-", "which", "that's", "thats", "being"})
_ALSO = frozenset({"and", "y", "then", "luego", "plus", "&", "n"})
_BESIDE = _ALSO | frozenset({
    ",", "again", "another", "otro", "otra", "de", "the", "on", "el", "los", "at", "for", "a", "un", "una", "other",
    "half", "otros", "otras", "mitad", "la", "of", "al", "por", "mil", "am", "pm", "las", "also", "tambien",
    "segundo", "tercer", "second", "intento", "attempt", "try", "vez", "time",
})  # fmt: skip
_STAYS = frozenset({"and", "y", "at", "a", "too", "tambien", "again", "but", "pero"})
_WOULD = frozenset({"you'd", "would", "he'd", "she'd", "they'd", "pagaria", "pagaba", "iba", "ibas"})
_NEAR, _SOON = 9, 62


def paired(page: Page, found: Sequence[Found]) -> list[Found]:
    """The days, each seen beside the one before it."""
    kept: list[Found] = []
    for one in (_monthly(page, day) for day in found if not _lasts(page, day)):
        before = kept[-1] if kept else None
        if before is None or not _alone(one) or not (_alone(before) or _was(page, before, one)):
            kept.append(one)
            continue
        gap = [page.tokens.text(at) for at in range(before.last, one.first)]
        same = _said_again(page, before, one, gap) if _alone(before) else None
        if same:
            kept[-1] = replace(before, days=(same,))
            kept.append(replace(one, days=(same,), past=before.past))
        else:
            kept.append(_beside(page, before, one, gap))
    return kept


def _lasts(page: Page, found: Found) -> bool:
    """ "$65 every Thursday … done in 8 weeks": beside how often one pays, a length of time and no day."""
    unit = unit_words().get(page.tokens.text(found.last - 1), "")
    if page.tokens.text(found.first) not in ("in", "en", "within") or unit not in ("week", "month", "fortnight"):
        return False
    words = _sentence_before(page, found.first, _WIDE)
    return any(pair in _RATES or (pair[0] == "every" and pair[1] in page.words.weekdays) for pair in pairwise(words))


def _monthly(page: Page, found: Found) -> Found:
    """ "£100 a month on the 5th", "todos los meses, día 10": a day of every month."""
    if found.every or len(found.days) != 1 or not only_number(page, found):
        return found
    words = _sentence_before(page, found.first, _WIDE)
    habit = ("todos", "los", "meses") in zip(words, words[1:], words[2:], strict=False)
    words = words[-4:]
    paced = habit or bool({"monthly", "mensuales", "mensual", "mensualmente"} & set(words))
    paced = paced or any(pair in _MONTHLY for pair in pairwise(words))
    return replace(found, every="month") if paced and not _STARTS & set(words) else found


def _sentence_before(page: Page, first: int, most: int) -> list[str]:
    """The words before a piece, back to the end of the sentence before."""
    words: list[str] = []
    for step in range(1, most + 1):
        word = page.tokens.text(first - step)
        if word in ("", ".", "!", "?", ";"):
            break
        words.insert(0, word)
    return words


_WIDE = 20
_MONTHLY = frozenset({
    ("a", "month"), ("every", "month"), ("each", "month"), ("al", "mes"), ("los", "meses"), ("cada", "mes"),
})  # fmt: skip
_RATES = _MONTHLY | frozenset({
    ("a", "week"), ("every", "week"), ("each", "week"), ("la", "semana"), ("por", "semana"), ("cada", "semana"),
    ("por", "mes"), ("por", "quincena"), ("cada", "quincena"), ("a", "fortnight"),
})  # fmt: skip
_STARTS = frozenset({
    "from", "starting", "beginning", "desde", "partir", "empezando", "arrancando", "first", "primera", "primero",
    "until", "hasta", "till", "til", "starts", "next", "primer", "comenzando",
})  # fmt: skip


def _alone(found: Found) -> bool:
    return len(found.days) == 1 and not found.every


def _was(page: Page, found: Found, following: Found) -> bool:
    """ "el 3 de noviembre", which was: its other reading lies a year ahead; "you told me on the 9th you'd …"."""
    dated = any(page.month(at) for at in range(found.first, found.last))
    told = any(page.tokens.text(at) in _WOULD for at in range(found.last, following.first))
    return (dated or told) and found.past and bool(found.days) and not found.every


def _said_again(page: Page, before: Found, one: Found, gap: list[str]) -> date | None:
    """ "end of the year, Dec 31", "in two weeks, so December 7", "a fortnight ago, the 9th", "el viernes, día 4"."""
    if not 0 < len(gap) <= 5 or not _RESTATES.issuperset(gap) or not _MARKS & set(gap):
        return None
    if "o" in gap and "sea" not in gap:
        return None
    if one.days == before.days:
        return before.days[0]
    if not only_number(page, one):
        return None
    if one.days[0].day == before.days[0].day and not only_number(page, before):
        return before.days[0]
    typed = any(page.tokens.kind(at) == "num" for at in range(one.first, one.last))
    apposed = typed and only_weekday(page, before, True) and gap in ([","], ["("])
    return _of_both(page, before, one) if apposed else None


def _of_both(page: Page, before: Found, one: Found) -> date | None:
    """The day on which the weekday and the number are both true."""
    both = days.weekday_days(page.on, before.days[0].weekday(), one.days[0].day)
    near = [day for day in both if 0 <= (day - page.on).days <= _SOON]
    return near[0] if near and not before.past else None


def _beside(page: Page, before: Found, one: Found, gap: list[str]) -> Found:
    """The day, turned as the one before it is."""
    loose = only_number(page, one) or only_weekday(page, one)
    if not loose or one.days[0] < page.on or not 0 < len(gap) <= _NEAR:
        return one
    past = before.days[0] < page.on
    if past and _WOULD & set(gap):
        back = _back(page, before, one)
        return replace(one, days=(back, *one.days)) if back else one
    if not _ALSO & set(gap) and not (not past and gap[:1] == [","]):
        return one
    if not all(_joins(page, at) for at in range(before.last, one.first)):
        return one
    if past:
        back = _back(page, before, one) if _ends(page, one.last) else None
        return replace(one, days=(back,), past=True) if back else one
    paid = any(at in page.numbers for at in range(before.last, one.first)) or "half" in gap or "mitad" in gap
    return _after(page, before, one) if paid else one


def _joins(page: Page, at: int) -> bool:
    """Whether a piece between two days only adds a sum to the second."""
    if page.tokens.kind(at) in ("num", "sign", "clock"):
        return True
    word = page.tokens.text(at)
    return word in _BESIDE or word in currency_words("US", None) or at in page.numbers


def _ends(page: Page, at: int) -> bool:
    return page.tokens.kind(at) in ("", "punct") or page.tokens.text(at) in _STAYS


def _back(page: Page, before: Found, one: Found) -> date | None:
    """The same day on the other side of today, where it lies behind the day before it."""
    back = other_side(page, one, False)
    near = back is not None and before.days[0] < back and (page.on - back).days <= _SOON
    return back if near else None


def _after(page: Page, before: Found, one: Found) -> Found:
    """ "$100 on the 10th, $100 on the 24th", "tomorrow and the 24th": the second number is that of a later day."""
    earlier = one.days[0] < before.days[0] and only_number(page, before)
    if not only_number(page, one) or not (earlier or one.days == before.days):
        return one
    later = days.day_of_month(before.days[0] + timedelta(days=1), one.days[0].day, False)
    return replace(one, days=(later,)) if later else one
