"""What a trainee of the demo does beside the calls: drills, sharing with a coach, contesting, a portfolio."""

from scenarios.draws import stream
from simulator.contesting import About
from simulator.demo.days import Sitting
from simulator.demo.desk import Desk
from simulator.demo.player import trainee
from simulator.demo.words import one_of
from simulator.drills.refusals import NoSuchDrill
from simulator.portfolio.acting import needed
from simulator.portfolio.bots import STRATEGIES, todo
from simulator.trials.playing import worded
from simulator.trials.view import View
from simulator.view import AttemptView

DRILLS, SHARES, CONTESTS = 0.45, 0.2, 0.35
"""How often a sitting begins with drills, a practice call is shared, a poor level of an assessed one is contested."""
LOW = 2
"""The highest level that is found wrong."""
DAYS, DEEDS = 3, 12
"""Days that are worked in a portfolio, and deeds a day."""


def drilled(desk: Desk, sitting: Sitting) -> None:
    """One or two of the day's drills."""
    rng = stream("demo", desk.floor.seed, "drills", desk.person.key, sitting.number)
    if rng.random() > DRILLS:
        return
    today = desk.drills.today(desk.actor, desk.squad.language, desk.squad.country)
    for chosen in today.chosen[: rng.randint(1, 2)]:
        try:
            _drilled(desk, chosen.drill.key, sitting)
        except NoSuchDrill:  # the place in the scenario is gone
            continue


def _drilled(desk: Desk, key: str, sitting: Sitting) -> None:
    """A new try: two replies, or one where the call ends with it."""
    rng = stream("demo", desk.floor.seed, "drill", desk.person.key, sitting.number, key)
    player, seed = trainee(sitting.skill, desk.person.course or "steady", rng), rng.getrandbits(31)
    here = desk.drills.open(desk.actor, key)
    here = desk.drills.open(desk.actor, key, here.number + (here.now is not None and here.now.is_over))
    while here.now is None or not here.now.is_over:
        steps = here.now.steps if here.now else ()
        scene = View(here.replayed.scenario, here.replayed.case, (*here.replayed.steps, *steps), rng)
        said = worded(scene, player(scene), seed)
        if not said.text:  # an event is no answer to a drill
            return
        desk.clock.answered(scene.steps[-1].words, said.text, rng)
        here = desk.drills.say(desk.actor, key, here.number, len(steps), said.text)


def shared(desk: Desk, sitting: Sitting, call: AttemptView) -> None:
    """A practice call, or one reply of it, now and then lent to a coach."""
    rng = stream("demo", desk.floor.seed, "share", desk.person.key, sitting.number)
    coaches = [coach for coach in desk.practice.sharing.coaches(desk.actor) if coach.role != "administrator"]
    if rng.random() > SHARES or not coaches or call.phase != "closed" or call.mode != "practice":
        return
    spoken = [step.number for step in call.steps if step.said.text]
    whole, named = rng.random() < 0.6 or not spoken, rng.random() < 0.7
    note = one_of(call.language, "share_call" if whole else "share_reply", rng)
    turn = None if whole else rng.choice(spoken)
    desk.practice.sharing.share(desk.actor, call.id, rng.choice(coaches).id, turn, note, named)


def contested(desk: Desk, sitting: Sitting, call: AttemptView) -> None:
    """A low level of an assessed call, now and then found wrong."""
    rng = stream("demo", desk.floor.seed, "contest", desk.person.key, sitting.number)
    if call.mode != "assessed" or call.scorecard is None or rng.random() > CONTESTS:
        return
    low = [j for j in call.scorecard.judgements if j.level is not None and j.level <= LOW and j.findings]
    if low:
        about = rng.choice(low)
        level = min((about.level or 0) + 1, 4)
        what, text = About(kind="criterion", about=about.criterion), one_of(call.language, "contest", rng)
        desk.practice.contests.contest(desk.actor, call.id, what, text, level)


def portfolio(desk: Desk) -> None:
    """A portfolio taken over and worked for some days, by one of the simple strategies."""
    rng = stream("demo", desk.floor.seed, "portfolio", desk.person.key)
    strategy = rng.choice(sorted(STRATEGIES))
    kept = desk.portfolios.start(desk.actor, desk.squad.country, desk.squad.language, rng.randrange(100_000))
    for _ in range(DAYS):
        for account in STRATEGIES[strategy](kept.now)[:DEEDS]:
            for action in todo(kept.now, account):
                if kept.now.minutes_left >= needed(action.task):
                    desk.clock.wait(rng.uniform(5, 25))
                    kept = desk.portfolios.act(desk.actor, kept.id, kept.version, action)
        kept = desk.portfolios.end_day(desk.actor, kept.id, kept.version)
