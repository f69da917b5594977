"""How a contact ends: one enumeration for endings, forms, outcomes and exports."""

from enum import StrEnum


class Disposition(StrEnum):
    """The field's standard outcomes of a contact."""

    PROMISE_TO_PAY = "promise_to_pay"
    PLAN = "plan"
    PAID_IN_FULL = "paid_in_full"
    SETTLED = "settled"
    PARTIAL_PAYMENT = "partial_payment"
    NO_AGREEMENT = "no_agreement"
    CALLBACK = "callback"
    DISPUTE = "dispute"
    REFUSAL = "refusal"
    HARDSHIP = "hardship"
    VULNERABLE = "vulnerable"
    WRONG_NUMBER = "wrong_number"
    THIRD_PARTY = "third_party"
    DECEASED = "deceased"
    REPRESENTATIVE = "representative"
    ALREADY_PAID = "already_paid"
    FRAUD_CLAIM = "fraud_claim"
    ESCALATED = "escalated"
    HUNG_UP = "hung_up"
    NO_CONTACT = "no_contact"


DISPUTES = frozenset({Disposition.DISPUTE, Disposition.ALREADY_PAID, Disposition.FRAUD_CLAIM})
"""Dispositions that leave something to be looked into, and the account at rest until it is."""
AGREEMENTS = frozenset(
    {
        Disposition.PROMISE_TO_PAY,
        Disposition.PLAN,
        Disposition.PAID_IN_FULL,
        Disposition.SETTLED,
        Disposition.PARTIAL_PAYMENT,
    }
)
"""Dispositions that name money and dates."""
