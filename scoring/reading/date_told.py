"""Days that the words behind them tell to be over: "on Saturday you told us …", "for the 20th and it bounced"."""

from scoring.reading.date_page import Found, Page
from scoring.reading.date_tense import preterite
from scoring.reading.vocabulary import word_set

_PRONOUNS = frozenset({"i", "you", "he", "she", "we", "they", "it"})
_CONDITIONS = frozenset({"if", "si", "when", "cuando", "unless"})
_BY_ITSELF = frozenset({"didn't", "bounced", "failed", "cleared", "declined", "never"})
_FULL = frozenset(".;!?\n")
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "lunchtime"})


def told_after(page: Page, found: Found) -> bool:
    """ "On Saturday you told my colleague …", "el sábado le dijo …": what happened stands right behind its day."""
    before = {page.tokens.text(found.first - step) for step in (1, 2, 3, 4)}
    if before & _CONDITIONS:
        return False
    if page.language == "en":
        return _told_in_english(page, found.last + (page.tokens.text(found.last) == ","))
    for at in range(found.last, found.last + 4):
        word = page.tokens.text(at)
        if not word or word in _FULL or word in _CONDITIONS or page.tokens.kind(at) in ("num", "sign"):
            return False
        if word in ("que", "y", "o", "pero", ","):
            return False
        if word in word_set("happened", "es") or (word[-1] in "oen" and preterite(page.tokens.written(at))):
            return True
    return False


def _told_in_english(page: Page, at: int) -> bool:
    """ "… you told", "… she never called", "… bounced": the verb right behind, or behind its pronoun."""
    at += page.tokens.text(at) in _PARTS_OF_DAY
    words = [page.tokens.text(at + step) for step in range(3)]
    words = [words[0], page.tokens.text(at + 3), ""] if words[1:] == ["e", "-"] else words  # "you e-mailed"
    if words[0] in _BY_ITSELF:
        return True
    told = word_set("happened", "en")
    told |= {words[1]} if words[1].endswith("mailed") else set()
    return words[0] in _PRONOUNS and (words[1] in told or (words[1].endswith("ly") and words[2] in told))


def failed_after(page: Page, found: Found) -> bool:
    """ "meant to go out on the 16th but the bank returned it", "una promesa para el 20 y no entró nada"."""
    if _came_back(page, found):
        return True
    at = found.last + (page.tokens.text(found.last) == ",")
    if page.tokens.text(at) not in _JOINTS or _ahead(page, found.first):
        return False
    words = [page.tokens.text(at + step) for step in range(1, 6)]
    words = words[: next((n for n, word in enumerate(words) if word in _FULL or word == ","), len(words))]
    if page.language == "en":
        subject = words[:1] and (words[0] in _IT or tuple(words[:2]) == ("the", "bank"))
        subject = subject or page.tokens.text(at) in ("which", "that")
        return bool(subject) and bool(_CAME_TO_NOTHING & set(words))
    if not words or not (words[0] in _NOT or words[:2] == ["el", "banco"]):
        return False
    told = [page.tokens.written(at + 1 + step) for step in range(len(words)) if len(words[step]) > 1]
    return bool(_SIN_EFECTO & set(words)) or any(preterite(word) for word in told)


def _came_back(page: Page, found: Found) -> bool:
    """ "the debit for the 3rd failed", "el cargo del 5 vino devuelto"; not "if the one on the 3rd bounced"."""
    words = [page.tokens.text(found.last + step) for step in range(2)]
    failed = words[0] in _FAILED or (words[0] in ("was", "got", "came", "fue", "vino") and words[1] in _RETURNED)
    return failed and not _ahead(page, found.first)


def _ahead(page: Page, first: int) -> bool:
    """Whether the sentence speaks of what will be: "I'll pay it on the 20th but …"."""
    for step in range(1, _WIDE):
        word = page.tokens.text(first - step)
        if not word or word in _FULL:
            return False
        if word in _WILL or word.endswith("'ll"):
            return True
    return False


_JOINTS = frozenset({"but", "and", "pero", "y", "que", "which", "that"})
_WIDE = 10
_FAILED = frozenset({"failed", "bounced", "declined", "reboto"})
_RETURNED = frozenset({"returned", "rejected", "declined", "refused", "back", "devuelto", "devuelta", "rechazado"})
_IT = frozenset({"it", "nothing", "that", "they", "you", "payment"})
_CAME_TO_NOTHING = frozenset({
    "didn't", "never", "bounced", "returned", "failed", "declined", "wasn't", "came", "rejected", "fell", "broke",
})  # fmt: skip
_NOT = frozenset({"no", "nunca", "lo", "la", "me", "nos", "fue", "salio", "reboto", "cayo", "vino"})
_SIN_EFECTO = frozenset({
    "entro", "paso", "llego", "cayo", "devolvieron", "rebotaron", "reboto", "devolvio", "salio", "cumplio", "aparecio",
    "hubo", "vino",
})  # fmt: skip
_WILL = frozenset({
    "will", "can", "could", "would", "going", "let's", "shall", "puedo", "podria", "puede", "voy", "vamos", "va",
    "if", "si", "should", "might",
})  # fmt: skip
