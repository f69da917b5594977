"""The guided first call: where one stands on the way through a call, and words that would do there. Pure."""

from enum import StrEnum

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.country import format_date, format_money
from scenarios.values import Country, Language
from scoring.transcript import AgreedInstalment
from simulator.state import State

GUIDED = "first_call"
"""The scenario that is played with a guide beside it."""

NO_REASON_ASKED: tuple[Country, ...] = ("CO",)
"""Where an agent does not ask why somebody fell behind."""

UPSET = 40
"""Anger from which making up for it comes before everything else."""


class Stop(StrEnum):
    """The stops of a call, in order; ``MEND`` stands apart."""

    WHO = "who"
    PERSON = "person"
    WHY = "why"
    ASK = "ask"
    AGREE = "agree"
    CLOSE = "close"
    MEND = "mend"


STOPS = tuple(stop for stop in Stop if stop is not Stop.MEND)

_EXAMPLES: dict[Language, dict[Stop, str]] = {
    "es": {
        Stop.WHO: "Buenas tardes, le habla {me}, de {creditor}. ¿Hablo con {name}?",
        Stop.PERSON: "¿Hablo con {name}?",
        Stop.WHY: "Le llamo por su {product}: tiene {balance} pendientes desde hace {days} días.",
        Stop.ASK: "¿Qué pasó con el pago, y qué día le queda bien ponerse al día?",
        Stop.AGREE: "Me parece muy bien, gracias: {amount} el {date}. ¿Lo paga por {method}?",
        Stop.CLOSE: "Entonces quedamos así: {amount} el {date}. Hoy le mando la confirmación por mensaje. Gracias "
        "por su tiempo, hasta luego.",
        Stop.MEND: "Disculpe el tono, no fue mi intención. ¿Qué día le queda bien hacer el pago?",
    },
    "en": {
        Stop.WHO: "Good afternoon, this is {me} from {creditor}. Am I speaking with {name}?",
        Stop.PERSON: "Am I speaking with {name}?",
        Stop.WHY: "I'm calling about your {product}: {balance} has been due for {days} days.",
        Stop.ASK: "What happened with the payment, and what day could you pay?",
        Stop.AGREE: "That works, thank you: {amount} on {date}. Will you pay by {method}?",
        Stop.CLOSE: "So we have {amount} on {date}. I'll text you the confirmation today. Thanks for your "
        "time, goodbye.",
        Stop.MEND: "I'm sorry about my tone, I didn't mean it that way. What day could you pay?",
    },
}
_ASK_WITHOUT_REASON = "¿Qué día le queda bien hacer el pago?"


def stop_now(state: State) -> Stop:
    """What comes next in the call that stands so."""
    said = {DialogueAct(act) for act, times in state.acts.items() if times}
    if state.anger >= UPSET and state.agreement is None:
        return Stop.MEND
    if DialogueAct.IDENTIFY_SELF not in said:
        return Stop.WHO
    if DialogueAct.VERIFY_IDENTITY not in said:
        return Stop.PERSON
    if state.agreement is not None:
        return Stop.CLOSE
    if not said & {DialogueAct.STATE_DEBT, DialogueAct.STATE_PURPOSE}:
        return Stop.WHY
    return Stop.AGREE if _proposed(state) else Stop.ASK


def example(stop: Stop, case: Case, state: State, me: str) -> str:
    """Words in the call's language that would do at the stop; ``me`` is the agent's name."""
    if stop is Stop.ASK and case.country in NO_REASON_ASKED:
        return _ASK_WITHOUT_REASON
    agreed = _first(state)
    account, creditor = case.account, case.creditor
    day = agreed.date or case.on
    return _EXAMPLES[case.language][stop].format(
        me=me, creditor=creditor.agency or creditor.name, name=case.debtor.full_name, product=account.product_name,
        balance=format_money(account.balance, case.country), days=account.days_past_due, method=creditor.channels[0],
        amount=format_money(agreed.amount if agreed.amount is not None else account.balance, case.country),
        date=format_date(day, case.language, case.country, weekday=True),
    )  # fmt: skip


def _proposed(state: State) -> bool:
    return state.standing is not None and state.standing.by == "debtor"


def _first(state: State) -> AgreedInstalment:
    """The first payment agreed, or proposed and not yet answered; an empty one where there is neither."""
    on_the_table = state.agreement or state.standing
    return next(iter(on_the_table.instalments), AgreedInstalment()) if on_the_table else AgreedInstalment()
