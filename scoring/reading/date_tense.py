"""Which way the words before a day turn: to what was, to what is to come, or nowhere. Spanish and English."""

from typing import TYPE_CHECKING

from scoring.reading.vocabulary import word_set

if TYPE_CHECKING:
    from scoring.reading.date_page import Page

_STOPS = frozenset(".;:!?¡¿()\n")


def direction(page: "Page", first: int) -> bool | None:
    """As ``Page.past``."""
    past, future = word_set("past", page.language), word_set("future")
    for step in range(1, 6):
        word = page.tokens.text(first - step)
        if not word or word in _STOPS or (word == "," and step > 1):
            return None
        ahead = step <= 2 and word in future and not _goes_through(page, first - step)
        if ahead and not (word == "due" and _was(page, first - step)):
            return None if word == "due" else False
        if word in _FALLS_DUE and step <= 3:
            return None
        if word in _LAST and _in_plan(page, first - step):
            return False
        if word in _COLLECTED and _by_instalments(page, first - step):
            return False
        if word in past and not _paid_then(page, first - step):
            return True
        if (_happened if page.language == "es" else _happened_in_english)(page, first - step, word):
            return True
        if step > 3 and page.tokens.kind(first - step) in ("num", "sign"):
            return None
    return None


def _goes_through(page: "Page", at: int) -> bool:
    """ "the payment went through on Saturday": no stretch that lasts through it."""
    return page.tokens.text(at) == "through" and page.tokens.text(at - 1) in _PASSES


_PASSES = frozenset({"go", "goes", "going", "gone", "went", "come", "came", "comes", "put", "get", "got"})


def _happened(page: "Page", at: int, word: str) -> bool:
    """Whether a word is a preterite; most words are none by their last letters alone."""
    if word[-1] not in "oen" or len(word) < 4 or word in word_set("agreed"):
        return False
    return preterite(page.tokens.written(at))


_BEING = frozenset(
    {"be", "get", "gets", "is", "are", "it's", "that's", "we're", "you're", "they're", "i'm", "he's", "she's", "to",
     "being", "getting", "the", "a", "an", "your", "my", "i'll", "we'll", "as", "so", "not", "well", "all", "im",
     "youre", "theyre"}
)  # fmt: skip


def _happened_in_english(page: "Page", at: int, word: str) -> bool:
    """ "I tried your mobile on Thursday", "you mailed it on the twelfth"; not "we're closed", "it's scheduled for"."""
    before = page.tokens.text(at - 1)
    if any(page.tokens.text(at - step) in _CONDITIONS for step in (1, 2, 3)):
        return False
    if word in ("got", "sent", "shut", "swore", "hung", "left", "made", "did"):
        held = (page.tokens.text(at + 1), page.tokens.text(at + 2)) in _HELD
        return before in _SUBJECTS and page.tokens.text(at + 1) in _ITS_OBJECTS and not held
    told = len(word) >= 5 and word.endswith("ed") and word not in word_set("no_past")
    return told and before not in _BEING


_CONDITIONS = frozenset({"if", "unless", "whether", "rather", "sooner"})
_HELD = frozenset({("it", "down"), ("it", "as"), ("you", "down"), ("that", "down"), ("a", "payment"), ("it", "for")})
_SUBJECTS = frozenset({"i", "we", "you", "he", "she", "they"})
_ITS_OBJECTS = frozenset(
    {
        "your",
        "the",
        "his",
        "her",
        "their",
        "it",
        "a",
        "an",
        "my",
        "that",
        "this",
        "one",
        "up",
        "on",
        "you",
        "him",
        "us",
        "them",
    }
)


def _paid_then(page: "Page", at: int) -> bool:
    """ "you get paid on the 15th", "we moved it to the 4th": no past, though the word is."""
    word, before, behind = page.tokens.text(at), page.tokens.text(at - 1), page.tokens.text(at + 1)
    if word == "hace":  # "lo hace el sábado", not "hace un mes"
        return behind in _DAY_LEADS or before in ("lo", "la", "los", "las", "se", "le")
    if word == "last" and page.tokens.kind(at + 1) in ("num", "sign"):  # "the last $120 on Friday"
        return True
    if word in ("wrote", "put") and behind == "down":
        return True
    if word == "back" and _CALLS & {before, page.tokens.text(at - 2) if before in _CALLED else ""}:
        return True
    if word == "back":
        return before not in ("came", "went", "called", "rang", "wrote", "got") and not _in_past_year(page, at)
    if word in ("closed", "served", "taken", "sent", "delivered", "opened"):
        return before in _BEING
    if word in ("moved", "posted"):
        return "to" in (page.tokens.text(at + step) for step in (1, 2, 3))
    return word == "paid" and before in _GETS_PAID


_GETS_PAID = frozenset(
    {"get", "gets", "getting", "be", "you're", "i'm", "are", "being", "got", "is", "im", "youre", "we're", "they're",
     "he's", "she's"}
)  # fmt: skip
_CALLS = frozenset({"ring", "call", "phone", "come", "write", "text", "get", "check", "give", "email"})
_CALLED = frozenset({"you", "me", "us", "him", "her", "them", "to", "it", "in"})
_FALLS_DUE = frozenset({"vence", "vencen", "cae", "toca"})
_DAY_LEADS = frozenset({"el", "este", "hoy", "manana", "al"})
_LAST = frozenset({"last", "ultima", "ultimo"})


def _in_past_year(page: "Page", at: int) -> bool:
    """ "back in June", "back on the 3rd": some time ago; not "we're back on the 29th", "pick it back up Monday"."""
    before = page.tokens.text(at - 1)
    return page.tokens.text(at + 1) in ("in", "on") and before not in _BEING


def _in_plan(page: "Page", at: int) -> bool:
    """ "first one on the 1st of December, last one on the 1st of May": the last of a plan lies ahead."""
    near = {page.tokens.text(step) for step in range(max(0, at - 30), at)}
    return bool(
        near & {"first", "primera", "primer", "primero", "1era", "1ra", "empezando", "starting", "cuotas", "pagos"}
    ) or (bool(near & _OTHERS) and page.tokens.text(at + 1) in ("el", "on", "al"))


def _by_instalments(page: "Page", at: int) -> bool:
    """ "six months at £50, taken on the 3rd": how a plan is paid, and nothing that has happened."""
    behind_sum = page.tokens.kind(at - 1) == "num" or page.tokens.text(at - 1) in (",", "month", "each", "monthly")
    near = {page.tokens.text(step) for step in range(max(0, at - 15), at)}
    return behind_sum and page.tokens.text(at + 1) == "on" and bool(near & _INSTALMENTS) and not near & _CONDITIONS


_COLLECTED = frozenset({"taken", "collected", "debited", "charged", "drawn"})
_INSTALMENTS = frozenset({"months", "weeks", "payments", "instalments", "installments", "month", "monthly"})
_OTHERS = frozenset({"otro", "otra", "another", "other", "tercio", "third"})


def _was(page: "Page", at: int) -> bool:
    """ "was due", "fell due", "went past due"."""
    at -= page.tokens.text(at - 1) == "past"
    return page.tokens.text(at - 1) in ("was", "were", "fell", "been", "went", "became")


_NO_PRETERITE = frozenset(
    {
        "esté",
        "dé",
        "qué",
        "sé",
        "té",
        "café",
        "usté",
        "porqué",
        "josé",
        "bebé",
        "olé",
        "fé",
        "comité",
        "chalé",
        "paté",
        "cliché",
        "noé",
        "bufé",
        "chimó",
        "quizó",
        "poné",
        "hacé",
        "tené",
        "traé",
        "vendé",
        "leé",
        "creé",
        "sabé",
        "mové",
        "volvé",
        "resolvé",
        "respondé",
        "entendé",
        "perdé",
        "prometé",
        "metéle",
        "meté",
        "cogé",
        "podé",
        "debé",
    }
)


def preterite(word: str) -> bool:
    """Whether a Spanish word, with its accents, is something that happened: "pagó", "mandé", "llegaron"."""
    if len(word) < 4 or word in _NO_PRETERITE:
        return False
    return word[-1] == "ó" or (word[-1] == "é" and word[-2] != "r") or word.endswith(("aron", "ieron", "aste", "iste"))
