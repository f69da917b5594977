"""The desk's findings in words."""

from simulator.app_pages import names
from simulator.i18n import Translator
from simulator.team.kept import Promises
from simulator.team.needs import Need
from simulator.team.numbers import FEW, Gap, Share
from simulator.team.overview import BETTER, Line, Overview, Trend
from simulator.team.report import ToDo


def level(value: float | None) -> str:
    """A mean level with one decimal; a dash where there is none."""
    return "–" if value is None else f"{value:.1f}"


def level_in_words(_: Translator, value: float) -> str:
    """The word of the level nearest to a mean, halves up."""
    return names.level_word(_, int(value + 0.5))


def percent(one: Share) -> str:
    """A share in per cent; a dash of nothing."""
    return f"{100 * one.k / one.n:.0f} %" if one.n else "–"


def of(_: Translator, one: Share) -> str:
    """A share with what it rests on, and how sure it is."""
    if not one.n:
        return _("none decided")
    few = " · " + _("too few to tell") if one.few else ""
    bounds = f"{100 * one.low:.0f}\u2060–\u2060{100 * one.high:.0f} %"
    return _("{k} of {n}, {share} (95 %: {bounds})", k=one.k, n=one.n, share=percent(one), bounds=bounds) + few


def finding(_: Translator, found: Overview) -> str:
    """What the whole page comes to, in a sentence."""
    if not found.calls:
        return _("No assessed call was finished in these weeks.")
    k, n = sum(w.passed.k for w in found.passing), sum(w.passed.n for w in found.passing)
    people = _.plural("{n} person", "{n} people", sum(bool(line.calls) for line in found.lines))
    calls = _.plural("{n} assessed call", "{n} assessed calls", found.calls)
    return _("{calls} by {people}; {k} of {n} decided ones passed.", calls=calls, people=people, k=k, n=n)


def reason(_: Translator, need: Need) -> str:
    """Why somebody needs help."""
    named = names.criterion(_, need.criterion).lower() if need.criterion else ""
    calls = _.plural("{n} assessed call", "{n} assessed calls", need.n)
    if need.kind == "breach":
        return _.plural("{n} breach of a rule", "{n} breaches of a rule", need.k) + f" · {calls}"
    if need.kind == "possible":
        return _.plural(
            "{n} possible breach waits for a decision", "{n} possible breaches wait for a decision", need.k
        ) + f" · {calls}"  # fmt: skip
    if need.kind == "fell":
        lost = _("{n} points lower than before, at equal difficulty", n=f"{need.value:.0f}")
        most = _("most in {criterion}", criterion=named) if named else ""
        return ", ".join(part for part in (lost, most) if part) + f" · {calls}"
    if need.kind == "low":
        return _low(_, need, named) + f" · {calls}"
    if need.kind == "stalls":
        passes = _("{k} of {n} passed, and no step forward", k=need.k, n=need.n)
        return passes + "; " + _("weakest: {criterion}", criterion=named) if named else passes
    return _.plural("No assessed call for {n} week", "No assessed call for {n} weeks", need.n)


def _low(_: Translator, need: Need, named: str) -> str:
    here = _("{criterion} at {level} of 4", criterion=named[:1].upper() + named[1:], level=level(need.value))
    if need.others is None:
        return here
    return f"{here}; " + _("others reach {level} at equal difficulty", level=level(need.others))


def step(_: Translator, need: Need, title: str, trains: str | None) -> str:
    """The next step for somebody who needs help; ``title`` is the call suggested, if any, and what it ``trains``."""
    if need.kind in ("breach", "possible"):
        return _("Read the call together before the next live one.")
    if need.kind == "away":
        return _("Ask how it goes, and agree on a day for the next assessed call.")
    if title and trains:
        return _("Suggest “{title}”: it trains {criterion}.", title=title, criterion=names.criterion(_, trains).lower())
    if title:
        return _("Suggest “{title}”: new to them, and it suits their level.", title=title)
    return _("Listen to one call together and choose one thing to change.")


def trend(_: Translator, one: Trend) -> str:
    """What a criterion's chart shows."""
    name = names.criterion(_, one.criterion)
    if one.n < FEW:
        return _("{name}: {level} of 4, too few to tell (n {n})", name=name, level=level(one.level), n=one.n)
    if one.change is None or not one.change.sure:
        return _("{name}: {level} of 4, no sure change (n {n})", name=name, level=level(one.level), n=one.n)
    by = level(abs(one.change.value))
    if one.change.value > 0:
        return _("{name}: {level} of 4, up by {by} (n {n})", name=name, level=level(one.level), by=by, n=one.n)
    return _("{name}: {level} of 4, down by {by} (n {n})", name=name, level=level(one.level), by=by, n=one.n)


def change(_: Translator, one: Gap | None) -> str:
    """A change of levels in words, with its interval."""
    if one is None:
        return _("nothing to compare")
    if min(one.here, one.there) < FEW:
        return _("too few to tell")
    bounds = f"{one.low:+.1f} … {one.high:+.1f}".replace("-", "−")
    return f"{one.value:+.1f}".replace("-", "−") + f" ({bounds})"


def moved(_: Translator, line: Line) -> str:
    """How much better somebody became, and where most."""
    assert line.change is not None
    points = _("{n} points of 100 more than before", n=f"{line.change.value:.0f}")
    best = max(line.moved, key=lambda c: line.moved[c].value, default=None)
    if best is None or line.moved[best].value < BETTER:
        return points
    return points + "; " + _("most in {criterion}", criterion=names.criterion(_, best).lower())


def stalling(_: Translator, line: Line) -> str:
    """Why somebody counts as standing still."""
    return _("{k} of {n} passed, and no step forward", k=line.passed.k, n=line.passed.n)


def last(_: Translator, line: Line) -> str:
    """When somebody last finished an assessed call."""
    if line.last is None:
        return _("no assessed call yet")
    return _("last one on {day}", day=f"{line.last:%Y-%m-%d}")


def promises(_: Translator, one: Promises) -> str:
    """What became of what debtors agreed to, in the stories told after the calls."""
    return _(
        "Of {n} payments agreed in these calls, {kept} came on time, {late} late, {part} in part and {broken} not at "
        "all.",
        n=one.due, kept=one.kept, late=one.late, part=one.part, broken=one.broken,
    )  # fmt: skip


def to_do(_: Translator, one: ToDo) -> str:
    """One of the three things to do."""
    people = ", ".join(one.names)
    criterion, gate = names.criterion(_, one.about).lower(), names.gate(_, one.about)
    return {
        "brief": lambda: _("Speak with the team about “{gate}”: breached in {k} calls.", gate=gate, k=one.k),
        "decide": lambda: _.plural("Decide {n} possible breach that waits.",
                                   "Decide {n} possible breaches that wait.", one.k),
        "people": lambda: _("Sit down with {people}: each has a reason and a next step below.", people=people),
        "fell": lambda: _("Win back {criterion}: it fell by {by} at equal difficulty.", criterion=criterion,
                          by=level(one.value)),
        "train": lambda: _("Train {criterion}: the lowest, at {level} of 4 (n {n}).", criterion=criterion,
                           level=level(one.value), n=one.n),
        "absent": lambda: _("Agree on assessed calls with those without one ({k} of {n}): {people}.", k=one.k, n=one.n,
                            people=people),
        "harder": lambda: _("Give harder cases: {k} of {n} passed.", k=one.k, n=one.n),
        "praise": lambda: _("Say well done to {people}: surely better than before.", people=people),
        "calls": lambda: _("Assign more assessed calls: {n} are too few to tell anything.", n=one.n),
        "keep": lambda: _("Keep going as you are, and look again next month."),
    }[one.kind]()  # fmt: skip
