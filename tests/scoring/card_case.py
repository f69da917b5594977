"""The case behind the cards of whole calls: one account in Mexico, its like in the United States."""

from datetime import date
from decimal import Decimal

from scenarios.case import (
    Account,
    Budget,
    Case,
    Creditor,
    ForbiddenPhrase,
    Payment,
    Person,
    Policy,
    Statement,
)

ON = date(2026, 11, 23)
DUE = date(2026, 10, 3)


def card_case(language: str = "es", **policy: object) -> Case:
    """$4,500 to Banco Horizonte (es) or $900 to Horizon Valley Bank (en), 51 days past due, one promise broken."""
    es = language == "es"
    unit = Decimal(5 if es else 1)
    return Case.model_validate({
        "scenario": "card", "scenario_version": 1, "country": "MX" if es else "US", "language": language,
        "seed": 1, "on": ON, "market": "consumer", "debtor": _person(es), "company": None,
        "creditor": _creditor(es), "account": _account(es, unit),
        "policy": Policy(
            **({"max_discount_pct": 10, "max_instalments": 6, "min_down_payment_pct": 10} | policy)  # type: ignore[arg-type]
        ),
        "budget": Budget(
            income=2000 * unit, essentials=1500 * unit, priority_debts=140 * unit, savings=Decimal(0),
            paydays=(date(2026, 11, 30), date(2026, 12, 15)),
        ),
        "contact_rules": (),
    })  # fmt: skip


def _person(es: bool) -> Person:
    return Person(
        full_name="Rosa Mendoza" if es else "Dana Wells", first_name="Rosa" if es else "Dana",
        last_name="Mendoza" if es else "Wells", gender="female", title="señora" if es else "Ms.",
        birth_date=date(1984, 5, 9), age=42, city="Puebla", address="calle Morelos 0", phone="222 0000 1111",
        email="rosa@example.net", id_last4="4521", occupation="estilista",
    )  # fmt: skip


def _account(es: bool, unit: Decimal) -> Account:
    history = tuple(
        Payment(due=date(2026, month, 3), amount=290 * unit, paid=290 * unit * (month < 10), paid_on=None)
        for month in range(6, 12)
    )
    return Account(
        product="personal_loan", product_name="préstamo personal" if es else "personal loan", reference="PE-1",
        contract_date=date(2025, 11, 3), signed=True, currency="MXN" if es else "USD", original_amount=3000 * unit,
        balance=900 * unit, late_fees=30 * unit, instalment=290 * unit, term_months=12,
        interest_rate_pct=Decimal(20), due_date=DUE, days_past_due=51, broken_promises=1, history=history,
    )  # fmt: skip


def _creditor(es: bool) -> Creditor:
    return Creditor(
        name="Banco Horizonte" if es else "Horizon Valley Bank",
        agency="Gestoría Puente" if es else "Bridge Recovery Services",
        phone="55 0000 1200", address="avenida Reforma 0", complaints_unit="Unidad", channels=("SPEI", "OXXO"),
        statements=(
            Statement(
                id="recorded", text="Esta llamada se graba." if es else "This call is recorded.",
                wording="verbatim", before="disclosure",
            ),
        ),
        forbidden=(
            ForbiddenPhrase(
                id="poses", text="hacerse pasar por una autoridad" if es else "posing as an authority",
                heard_by=("le hablo del juzgado",) if es else ("calling from the court",),
            ),
        ),
    )  # fmt: skip
