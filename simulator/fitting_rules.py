"""Which of a country's rules on contact fit a case: its market, its channel, and who calls. Pure."""

from scenarios.case import Case, ContactRule
from scenarios.country import PackRule, load_country


def fitting(case: Case) -> tuple[ContactRule, ...]:
    """The rules of the case file that fit it. One that the country's pack no longer holds is left in."""
    pack = {rule.id: rule for rule in load_country(case.country).contact_rules}
    return tuple(rule for rule in case.contact_rules if rule.id not in pack or _fits(pack[rule.id], case))


def _fits(rule: PackRule, case: Case) -> bool:
    caller = "agency" if case.creditor.agency else "creditor"
    return (
        (rule.market == "all" or case.market == "consumer")
        and (not rule.channels or case.channel in rule.channels)
        and not (rule.scope == "creditor" and caller == "agency")
    )
