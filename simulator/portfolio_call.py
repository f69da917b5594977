"""Between a portfolio's account and the attempt of a call that is played for it. Pure."""

import datetime
from uuid import uuid4

from scenarios.scenario import Scenario
from scoring.rubric import Rubric
from scoring.rubrics import load_rubric
from simulator import catalogue
from simulator.aftermath import aftermath
from simulator.kept import Attempt
from simulator.portfolio.account import Account, Due
from simulator.portfolio.drawing import case_at_start
from simulator.portfolio.kept import KeptPortfolio
from simulator.portfolio.playing import Outcome, case_today
from simulator.portfolio_memory import remembered
from simulator.thread import another_seed
from simulator.view import AttemptView


def attempt_for(  # noqa: PLR0913, PLR0917 - all that such a call depends on
    scenario: Scenario,
    account: Account,
    kept: KeptPortfolio,
    at: datetime.datetime,
    before: tuple[AttemptView, ...] = (),
    rubric: Rubric | None = None,
) -> Attempt:
    """A practice attempt whose case is the account as it stands today; the debtor remembers what came before.

    ``before`` are the calls that were played with the account, the first first.
    """
    now = kept.now
    begun = case_at_start(scenario, now.country, now.language, account.seed, now.days[0])
    case, rubric = case_today(begun, account, now.today), rubric or load_rubric(scenario.rubric)
    earlier = remembered(scenario, account, now, before)
    if earlier is not None:
        case = case.model_copy(update={"seed": another_seed(account.seed, earlier.contact)})
    return Attempt(
        id=str(uuid4()), owner_id=kept.owner_id, mode="practice", country=case.country, language=case.language,
        seed=account.seed, on=case.on, case=case.model_dump(mode="json"), rubric=rubric.id,
        rubric_version=rubric.version, created_at=at, updated_at=at, contact=earlier.contact if earlier else 1,
        earlier=earlier.model_dump(mode="json") if earlier else None, **catalogue.as_it_is_today(scenario),
    )  # fmt: skip


def outcome_of(view: AttemptView) -> Outcome:
    """What a closed attempt means for its account; the payments' fate is the one that its result page tells."""
    state = view.state
    assert state is not None
    form = view.follow_up
    later = view.aftermath or aftermath(view.scenario, view.case, state, view.follow_up)
    dues = tuple(
        Due(on=i.date, amount=i.amount, fate=i.came, late=i.days_late) for i in later.instalments if i.amount > 0
    )
    return Outcome(
        attempt=view.id, disposition=view.disposition, dues=dues, forgives=later.forgiven,
        commitment=state.commitment, trust=state.trust, at_first=view.scenario.debtor.trust,
        talked=view.with_debtor, recorded=form and form.disposition, hold_until=form and form.hold_until,
        complaint=later.complaint, next_date=view.outcome.next_date if view.outcome else None,
    )  # fmt: skip
