"""What else a reply names: ways of paying, channels, everyday agreement and delay, and how it addresses the other."""

from collections import Counter
from typing import cast

from scoring.reading.values import Address, Mention, MentionKind
from scoring.reading.view import View


def find_mentions(view: View) -> tuple[Mention, ...]:
    """Ways of paying, channels, agreement and delay, in the order of the text; the longest phrase of each place.

    A way of paying that is denied or quoted ("no aceptamos efectivo") is not named.
    """
    found: dict[tuple[str, int], Mention] = {}
    for hit in view.named("mentions"):
        kind, _, value = hit.cue.name.partition(":")[2].partition(".")
        if kind == "address" or hit.muted:
            continue
        start, end = view.folded.span(hit.start, hit.end)
        known = found.get((kind, start))
        if known is None or known.end < end:
            found[kind, start] = Mention(cast(MentionKind, kind), value, start, end)
    return tuple(sorted(found.values(), key=lambda m: (m.start, m.end, m.kind)))


def find_address(view: View) -> Address | None:
    """How the other is addressed, by the most frequent of its marks; ``None`` in English and where nothing shows it.

    Marks of *vos* and *sumercé* are decisive, as both share most forms with *tú* and *usted*; in Argentina what could
    be either (*pagas*, *pagás* typed without its accent) is *vos*.
    """
    names = [h.cue.name.rpartition(".")[2] for h in view.named("mentions") if ":address." in h.cue.name]
    marks = Counter(names)
    if not marks:
        return None
    if marks["sumerce"] or marks["vos"]:
        return "sumerce" if marks["sumerce"] else "vos"
    if marks["usted"] >= marks["tu"]:
        return "usted"
    return "vos" if view.context.country == "AR" else "tu"
