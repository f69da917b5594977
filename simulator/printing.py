"""How the command line shows a call, a reading, agreement and problems: plain text, one fact a line."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scenarios.case import Case
from scenarios.country import format_money
from scoring.scorecard import Scorecard
from simulator.played import Played
from simulator.state import Step


def case_lines(case: Case) -> Iterable[str]:
    """The case file in a few lines, without what is hidden from the trainee."""
    account, debtor = case.account, case.debtor
    who = f"{debtor.full_name}, {debtor.age}, {debtor.city}"
    yield f"{case.scenario} v{case.scenario_version} · {case.country} · {case.language} · seed {case.seed} · {case.on}"
    yield f"{who}{f' · {case.company.name}' if case.company else ''}"
    yield (
        f"{case.creditor.name} · {account.product_name} · {format_money(account.balance, case.country)}"
        f" · {account.days_past_due} days past due"
    )


def step_lines(step: Step) -> Iterable[str]:
    """One exchange: the agent's words, what moved and why, the debtor's words."""
    if step.said.text:
        yield f"  agent   {step.said.text}"
    if step.said.event:
        yield f"  agent   [{step.said.event}]"
    for change in step.changes:
        by = f"{change.by:+d}" if isinstance(change.by, int) else change.by
        yield f"          · {change.what} {by} ({change.cause})"
    if step.words:
        yield f"  debtor  {step.words}"
    state = step.state
    yield f"          [anger {state.anger} · trust {state.trust} · commitment {state.commitment}]"


def scorecard_lines(played: Played) -> Iterable[str]:
    """The end of a call: ending, levels with their findings, gates, note, total, aftermath."""
    card, last = played.scorecard, played.steps[-1].state
    yield f"ending: {last.ended} ({last.disposition})"
    for judgement in card.judgements:
        level = "not assessed" if judgement.level is None else f"{judgement.level} ({judgement.score:.1f})"
        yield f"{judgement.criterion}: {level}{f' — {judgement.why_not}' if judgement.why_not else ''}"
        for finding in judgement.findings:
            quote = f" «{finding.evidence.quote}»" if finding.evidence else ""
            yield f"  {'+' if finding.met else '-'} {finding.indicator}{quote}: {finding.reason}"
    for check in card.note_checks:
        yield f"  note {check.field}: {check.status} (agreed: {check.agreed or '-'}; noted: {check.noted or '-'})"
    for gate in card.gates:
        yield f"GATE {gate.id}: {gate.status} — {gate.reason}"
    yield f"total: {'not assessed' if card.total is None else round(card.total, 1)} · {card.result}"
    yield from coaching_lines(card)
    after = played.aftermath
    yield (
        f"aftermath: {after.status}, recovered {format_money(after.recovered, played.case.country)}"
        f" of {format_money(played.case.account.balance, played.case.country)}, goodwill {after.goodwill}"
    )
    yield from (f"  {moment.date} {moment.text}" for moment in after.story)


def coaching_lines(card: Scorecard) -> Iterable[str]:
    """How the weakest moments might sound, or the best one; and what to practise next."""
    if card.coaching is None:
        return
    for moment in card.coaching.moments:
        yield f"COACH line {moment.turn} ({moment.lacking}): «{moment.said}»"
        for cost in moment.costs:
            yield f"  - {cost}"
        yield f"  > {moment.model}"
        yield f"    {moment.why}"
    if best := card.coaching.best:
        yield f"BEST line {best.turn}: «{best.quote or best.said}» {' '.join(best.reasons)}"
    if practise := card.coaching.practise:
        where = f" [{practise.scenario}]" if practise.scenario else ""
        yield f"PRACTISE {practise.name}: {practise.why}{where}"


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Iterable[str]:
    """Rows as aligned columns; numbers with three decimals, nothing as a dash."""
    cells = [list(columns)] + [[_cell(row.get(c)) for c in columns] for row in rows]
    widths = [max(len(line[at]) for line in cells) for at in range(len(columns))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
