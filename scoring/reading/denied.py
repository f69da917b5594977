"""What a reply says no to: sums that are refused, days on which nothing can be paid, plans of the past."""

from itertools import pairwise

from scoring.reading.terms import Sentence, Term, says
from scoring.reading.tokens import Tokens
from scoring.reading.vocabulary import word_set

STOPS = frozenset({",", ";", ":", "(", ")", "-", "and", "y", "but", "pero", "so", "—", "–", "?", "¿", "luego", "then"})
_ASKED = frozenset({"isn't", "why", "couldn't", "wouldn't", "por", "porque", "can't", "cant", "cannot", "no", "not"})
_ONLY = frozenset({"mas", "problem", "worries", "solo", "only", "just", "later", "less", "menos"})
_BUT = frozenset({"but", "pero", "sino", "however", "so"})
_WISHED = frozenset({"decia", "decias", "pedia", "pedias", "queria", "querias", "proponia", "said", "asked", "wanted"})
_NOTHING_MORE = frozenset({"mas", "more", "any", "else", "nada", "further", "another", "otra", "extra", "preocupe"})
_CANNOT = frozenset({"can't", "cannot", "cant", "couldn't", "won't"})
_UNABLE = frozenset(
    {"puedo", "podemos", "podria", "voy", "se", "nos", "me", "llego", "alcanza", "da", "alcanzo", "sirve"}
)
_TO_PAY = frozenset({"puedo", "podemos", "podre", "voy", "llego", "alcanzo", "tengo", "puede", "podria"})
_PLANS = frozenset({"plan", "deal", "arrangement", "agreement", "convenio", "acuerdo", "arreglo"})
_HAD = frozenset({"had", "tenia", "teniamos", "tuve", "habia"})
_WAS_PAYING = frozenset({
    ("used", "to"), ("estaba", "pagando"), ("venia", "pagando"), ("was", "paying"), ("were", "paying"),
    ("been", "paying"), ("estaba", "dando"), ("venia", "dando"), ("estaba", "abonando"), ("venia", "abonando"),
    ("was", "sending"),
})  # fmt: skip
_TURNS = frozenset({
    "can", "could", "will", "i'll", "we'll", "now", "ahora", "puedo", "puede", "podemos", "podria", "but", "pero", "so",
    "entonces", "would", "i'd", "let's", "propongo",
})  # fmt: skip


def clause_begin(tokens: Tokens, sentence: Sentence, term: Term, width: int) -> int:
    """Where the clause of a piece begins, at most so many tokens before it; no other sum or share lies between."""
    before = [t.last for t in sentence.terms if t.last <= term.first and t.kind in ("sum", "share")]
    low = max(sentence.first, term.first - width, *before)
    for at in range(term.first - 1, low - 1, -1):
        if tokens.text(at) in STOPS:
            return at + 1
    return low


def refused(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "Nine hundred I can't take", "trescientos no llego", "no le puedo aceptar 200"; not "¿no podría dar 300?"."""
    if "due" in (tokens.text(term.last + 1), tokens.text(term.last + 2)) and tokens.text(term.last) == "isn't":
        return False  # "the other $600 isn't due until January"
    if says(tokens, term.last, min(term.last + 3, sentence.last), "negated") and (
        tokens.text(term.last) in word_set("offers", "negated")
        or tokens.text(term.last + 1) in ("can't", "cannot")
        or (tokens.text(term.last) in ("?", ",") and tokens.text(term.last + 1) == "no")
    ):
        return True
    low = clause_begin(tokens, sentence, term, 6)
    for at in range(low, term.first):
        if says(tokens, at, at + 1, "negated"):
            asked = at <= sentence.first + 1 and tokens.text(sentence.last) == "?" and tokens.text(at) in _ASKED
            return not asked and tokens.text(at + 1) not in _ONLY
    return _contrasted(tokens, sentence, term)


def _contrasted(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "You asked for £25 and I can't get that through, but £65 …": what stands before "but" is off the table."""
    following = next((t for t in sentence.terms if t.kind in ("sum", "share") and t.first >= term.last), None)
    if following is None or any(t.kind == "day" and term.last <= t.first < following.first for t in sentence.terms):
        return False
    if any(tokens.text(at) in _WISHED for at in range(max(sentence.first, term.first - 3), term.first)):
        return True
    words = [tokens.text(at) for at in range(term.last, following.first)]
    turn = next((at for at, word in enumerate(words) if word in _BUT), 0)
    denied = any(_no(words[at : at + 2]) for at in range(turn)) and not _NOTHING_MORE & set(words[:turn])
    return denied or (turn > 1 and ("too", "much") in pairwise(words[:turn]))


def _no(words: list[str]) -> bool:
    return words[0] in _CANNOT or (words[0] == "no" and words[-1] in _UNABLE)


def held(tokens: Tokens, term: Term) -> bool:
    """ "I'll hold the £260 until we've checked it": nobody is to pay it meanwhile."""
    led = {tokens.text(term.first - step) for step in (1, 2)}
    return bool(led & _HOLDS) and tokens.text(term.last) in ("until", "till", "hasta", "while", "mientras")


_HOLDS = frozenset({"hold", "holding", "freeze", "pause", "detengo", "congelo", "congelamos", "retengo", "paro"})


def discussed(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "we'll talk about the $1,500 then", "vemos si puede con los 410": a sum for another call."""
    low = clause_begin(tokens, sentence, term, 7)
    words = [tokens.text(at) for at in range(max(low - 1, sentence.first), term.first)]
    written = bool(_PAPERS & set(words[-4:])) and tokens.text(term.first - 1) in _ABOUT
    return written or bool({"discuss", "discussing"} & set(words)) or any(pair in _TALKED for pair in pairwise(words))


_PAPERS = frozenset({
    "email", "mail", "letter", "statement", "breakdown", "reminder", "correo", "mensaje", "carta", "desglose",
    "recordatorio", "invoice", "factura",
})  # fmt: skip
_ABOUT = frozenset({"with", "of", "for", "about", "the", "con", "de", "los", "las", "por", "sobre"})


_TALKED = frozenset(
    (verb, behind)
    for verbs, links in (
        (("talk", "talking", "chat", "speak", "talked"), ("about", "through", "over")),
        (("go",), ("over",)),
        (("vemos", "veremos", "vamos", "ver"), ("si", "que", "como", "lo")),
        (("hablamos", "hablar", "platicamos", "platicar", "conversamos", "conversar", "charlamos"), ("de", "sobre")),
    )
    for verb in verbs
    for behind in links
) - {("vamos", "que"), ("vamos", "lo"), ("vamos", "como"), ("vamos", "si")}


def planned_before(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "I had a plan, 80 every other Friday, until …", "estaba pagando 200 al mes": what was once paid."""
    words = [tokens.text(at) for at in range(sentence.first, term.first)]
    begun = [at for at, pair in enumerate(pairwise(words)) if pair in _WAS_PAYING]
    begun += [at for at, word in enumerate(words) if word in _HAD and _PLANS & set(words[at + 1 : at + 4])]
    begun += [
        at for at, word in enumerate(words) if word in _PLANS and {"era", "was", "fue"} & set(words[at + 1 : at + 3])
    ]
    begun += [at for at, word in enumerate(words[:-2]) if word.endswith("'d") and _a_plan(words[at + 1 : at + 4])]
    if any(word in ("elegir", "choose", "choosing", "decidir") for word in words):
        return True
    return bool(begun) and not _TURNS & set(words[begun[-1] + 1 :])


def _a_plan(words: list[str]) -> bool:
    """ "you'd a plan at £52": had, and not would."""
    return words[0] in ("a", "an") and bool(_PLANS & set(words))


def rises(tokens: Tokens, term: Term) -> bool:
    """ "it goes up 25 dollars on December 1", "le sube 300 el mes que entra": what is added, and no payment."""
    words = [tokens.text(term.first - step) for step in (3, 2, 1)]
    words = words[:-1] if words[-1] in ("by", "en", "a", "to", "otros", "another") else words[1:]
    return tuple(words) in _GOES_UP or words[-1] in _RISES


_GOES_UP = frozenset((verb, "up") for verb in ("goes", "go", "going", "went", "jumps", "climbs"))
_RISES = frozenset({"sube", "subiria", "aumenta", "aumentaria", "aumentan", "increases", "encarece"})


def impossible(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "El quince no voy a poder", "I can't do it this side of Christmas but …": a day on which nothing is paid."""
    sums = [t for t in sentence.terms if t.kind in ("sum", "share", "rest", "whole")]
    low, high = _clause_of(tokens, sentence, term)
    words = [tokens.text(at) for at in range(low, high)]
    unpaid = bool({"if", "si"} & set(words)) and bool(_UNPAID & set(words))  # "if nothing's paid by the 5th"
    asked = tokens.text(sentence.last) == "?" and not unpaid
    if not sums or any(low <= t.first < high for t in sums) or asked:
        return False
    if unpaid:
        return True
    denied = bool(_CANNOT & set(words)) or any(pair in _SPANISH_NO for pair in pairwise(words))
    denied = denied or any(three in _NOTHING_COMES for three in zip(words, words[1:], words[2:], strict=False))
    return denied and not {"hasta", "until", "till", "til", "antes", "before"} & set(words)


_UNPAID = frozenset({"nothing's", "nothing", "nada", "no", "don't", "can't", "isn't", "doesn't", "not"})
_NOTHING_COMES = frozenset(
    ("no", whom, word)
    for whom in ("me", "nos")
    for word in ("cae", "alcanza", "pagan", "llega", "entra", "depositan", "da")
)
_SPANISH_NO = frozenset(("no", word) for word in _TO_PAY)


def _clause_of(tokens: Tokens, sentence: Sentence, term: Term) -> tuple[int, int]:
    """Where the clause of a day begins and ends."""
    low, high = term.first, term.last
    while low > sentence.first and tokens.text(low - 1) not in STOPS:
        low -= 1
    while high < sentence.last and tokens.text(high) not in STOPS:
        high += 1
    return low, high


def meant(tokens: Tokens, day: Term) -> bool:
    """ "you can have that today", "will you take that Wednesday", "eso se lo doy el lunes": a sum told before."""
    if day.kind != "day" or day.past or not day.days:
        return False
    words = [tokens.text(at) for at in range(max(day.first - 7, 0), day.first)]
    words = words[-4:] if {",", "and", "but"} & set(words[-7:-4]) else words
    english = any(pair[0] in _HANDED and pair[1] in ("that", "it", "those") for pair in pairwise(words))
    return english or ("eso" in words and says(tokens, day.first - 5, day.first, "ask"))


_HANDED = frozenset(
    {
        "run",
        "charge",
        "debit",
        "collect",
        "draw",
        "clear",
        "settle",
        "cover",
        "bring",
        "process",
        "have",
        "take",
        "send",
        "pay",
        "give",
        "put",
        "hand",
        "transfer",
    }
)


def set_aside(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "instead of the $980", "en vez de los 500 hoy", "salvo febrero que vence el 28"."""
    if not says(tokens, max(sentence.first, term.first - 6), term.first, "instead"):
        return False
    before = [t.last for t in sentence.terms if t.kind == term.kind in ("sum", "day") and t.last <= term.first]
    words = [tokens.text(at) for at in range(max(sentence.first, term.first - 6, *before), term.first)]
    if "," in words:
        words = words[len(words) - words[::-1].index(",") :]
    return any(pair in _INSTEAD for pair in pairwise(words)) or bool({"salvo", "excepto"} & set(words))


_INSTEAD = frozenset({("instead", "of"), ("vez", "de"), ("lugar", "de"), ("rather", "than")})


def rest_of(tokens: Tokens, sentence: Sentence, term: Term) -> bool:
    """ "lo que queda de las 48 lucas", "the rest of the $500": the sum is the whole; not "the balance of $440"."""
    rest = next((t for t in sentence.terms if t.kind == "rest" and 1 <= term.first - t.last <= 3), None)
    named = rest is not None and tokens.text(rest.last - 1) not in ("saldo", "balance")
    return named and rest is not None and tokens.text(rest.last) in ("de", "of") and term.first - rest.last > 1
