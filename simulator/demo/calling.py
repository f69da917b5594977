"""One call of the demo, made as anybody makes it: prepared, talked, followed up and scored by the use-cases."""

import random
from datetime import time, timedelta

from scenarios.draws import stream
from scoring.transcript import Contact
from simulator.demo.choosing import Chosen
from simulator.demo.days import Sitting
from simulator.demo.desk import Desk
from simulator.demo.player import trainee
from simulator.demo.writing import care_of, follow_up_for, plan_for
from simulator.playthrough import script_of
from simulator.state import Said
from simulator.trials.playing import LONGEST, worded
from simulator.trials.view import View
from simulator.view import AttemptView

CASES, HINTS, LEFT = 100_000, 0.12, 0.05
"""Cases to draw from; how often a beginner takes a hint before a reply; how often practice is left half-way."""


def called(desk: Desk, sitting: Sitting, chosen: Chosen) -> AttemptView:
    """The call of a sitting, from its beginning to its score; now and then one that was left half-way."""
    seed = stream("demo", desk.floor.seed, "case", desk.person.key, sitting.number).randrange(CASES)
    rng = stream("demo", desk.floor.seed, "call", desk.person.key, sitting.number)
    recorded, squad = chosen.recorded, desk.squad
    view = desk.practice.start(
        desk.actor, chosen.scenario.id, squad.country, squad.language, recorded.seed if recorded else seed,
        recorded.on if recorded else None, sitting.mode,
    )  # fmt: skip
    view = _prepared(desk, sitting, chosen, view, rng)
    left = sitting.mode == "practice" and sitting.number > 0 and rng.random() < LEFT
    view = _recorded(desk, chosen, view, rng) if recorded else _talked(desk, sitting, view, rng, left)
    if left and view.phase == "talk":
        return view
    view = desk.practice.end_talk(desk.actor, view.id)
    desk.clock.wait(rng.uniform(60, 300))
    script = script_of(recorded).follow_up if recorded else None
    given = script or follow_up_for(view.record(None), desk.actor.name, care_of(sitting.skill, rng), rng)
    return desk.practice.finish(desk.actor, view.id, given)


def _prepared(desk: Desk, sitting: Sitting, chosen: Chosen, view: AttemptView, rng: random.Random) -> AttemptView:
    """The file read, the plan made, whom to reach chosen where that is asked; the debtor picks up."""
    desk.clock.wait(rng.uniform(30, 150))
    plan = chosen.recorded.plan if chosen.recorded else plan_for(view, sitting.skill, rng)
    if plan:
        desk.practice.save_plan(desk.actor, view.id, plan)
        desk.clock.wait(rng.uniform(60, 200))
    spec = chosen.scenario.contact
    if spec is not None:
        moment = time.fromisoformat(rng.choice(spec.moments))
        day = view.on + timedelta(days=rng.randint(0, spec.within_days))
        reach = Contact(who=rng.choice(spec.who), on=day, at=moment, channel=rng.choice(spec.channels))
        desk.practice.contacts.choose(desk.actor, view.id, reach)
    return desk.practice.begin_talk(desk.actor, view.id)


def _talked(desk: Desk, sitting: Sitting, view: AttemptView, rng: random.Random, left: bool) -> AttemptView:
    """Reply after reply, until the call ends; where it is ``left``, only the first few."""
    player = trainee(sitting.skill, desk.person.course or "steady", rng)
    seed, longest = rng.getrandbits(31), rng.randint(2, 4) if left else LONGEST
    hinted = sitting.mode == "practice" and sitting.skill < 0.5
    while view.phase == "talk" and len(view.steps) <= longest:
        if hinted and rng.random() < HINTS:
            desk.practice.hinting.take(desk.actor, view.id, view.next_number)
        scene = View(view.played, view.case, view.steps, rng)
        view = _said(desk, view, worded(scene, player(scene), seed), rng)
    return view


def _recorded(desk: Desk, chosen: Chosen, view: AttemptView, rng: random.Random) -> AttemptView:
    """The replies of a recorded call, until it ends or they do."""
    assert chosen.recorded is not None
    for reply in script_of(chosen.recorded).replies:
        if view.phase == "talk":
            view = _said(desk, view, reply.said, rng)
    return view


def _said(desk: Desk, view: AttemptView, said: Said, rng: random.Random) -> AttemptView:
    desk.clock.answered(view.steps[-1].words, said.text, rng)
    return desk.practice.say(desk.actor, view.id, said, f"demo {view.next_number}", view.next_number)
