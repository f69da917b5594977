"""What is wrong with a text, by line, each with its remedy in words; and what is still missing before it is offered."""

import json
from collections.abc import Iterable

from scenarios.problem import Problem
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show
from simulator.studio import checking
from simulator.studio.checking import FILE, LEAST_RECORDED, Verdict
from simulator.studio.wording import in_words

SHOWN = 40


def draw_problems(visit: Visit, problems: tuple[Problem, ...]) -> None:
    """The list; a line's number leads to it in the editor."""
    _ = visit.say
    errors = sum(p.severity == "error" for p in problems)
    counted = [
        *([_.plural("{n} error", "{n} errors", errors)] if errors else []),
        *([_.plural("{n} hint", "{n} hints", len(problems) - errors)] if len(problems) > errors else []),
    ]
    said = ", ".join(counted) or _("Nothing to mend.")
    show(f'<p class="label" role="status">{plain(said)}</p>')
    if problems:
        rows = dict.fromkeys(_row(visit, problem) for problem in problems[:SHOWN])  # two may be said alike
        show(f'<ul class="problems">{"".join(rows)}</ul>')
    if len(problems) > SHOWN:
        left = _("{n} more once these are mended.", n=len(problems) - SHOWN)
        show(f'<p class="muted">{plain(left)}</p>')


def _row(visit: Visit, problem: Problem) -> str:
    _ = visit.say
    what, remedy = in_words(problem, visit.language)
    where = _("line {n} of the text", n=problem.line) if problem.file == FILE else problem.file
    jump = f'<button type="button" class="line-jump" data-line="{problem.line}">{plain(where)}</button>'
    place = jump if problem.file == FILE else f"<span>{plain(where)}</span>"
    field = f'<span class="where">{plain(problem.field)}</span>' if problem.field else ""
    said = f'<p>{plain(what)} {field}</p><p class="muted">{plain(remedy)}</p>'
    return f'<li class="{problem.severity}">{place}<div>{said}</div></li>'


def as_marks(visit: Visit, problems: Iterable[Problem]) -> str:
    """The same for the editor's margin, as JSON: line, severity, words."""
    own = [p for p in problems if p.file == FILE][:200]
    said = [(p, " ".join(in_words(p, visit.language))) for p in own]
    return json.dumps([{"line": p.line, "severity": p.severity, "message": words} for p, words in said])


def draw_checklist(visit: Visit, text: str, verdict: Verdict | None) -> bool:
    """What must hold before trainees get it; whether that seems so. Without a verdict the calls are only counted."""
    _ = visit.say
    sound = not any(p.severity == "error" for p in checking.problems_of(text))
    count = checking.recorded(text) if verdict is None else verdict.holding
    enough, shown = count >= LEAST_RECORDED, min(count, LEAST_RECORDED)
    recorded = _("{n} of {k} recorded calls in one language", n=shown, k=LEAST_RECORDED)
    held = _("{n} of {k} recorded calls hold, in one language", n=shown, k=LEAST_RECORDED)
    steps = [(sound, _("No errors")), (enough, recorded if verdict is None else held)]
    broken = [r.name for r in verdict.replayed if r.failures] if verdict else []
    if broken:
        steps.append((False, _("These recorded calls now go otherwise: {names}", names=", ".join(broken))))
    rows = "".join(f'<li class="{"done" if done else "open"}">{plain(text)}</li>' for done, text in steps)
    show(f'<ul class="checklist">{rows}</ul>')
    return all(done for done, _text in steps)
