"""A case: the facts of one debtor, one account and one creditor, drawn once and never again.

``scenarios.generation.generate_case`` makes cases; this room only says what one holds.
Everything under ``budget`` is hidden from the trainee; the rest is the case file.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from scenarios.values import Country, Frozen, Language, Money

Gender = Literal["female", "male"]
Market = Literal["consumer", "business"]
Channel = Literal["call", "whatsapp", "email", "sms"]


class Person(Frozen):
    """A person of the case. ``title`` is how one addresses them in the country ("don", "Ms")."""

    full_name: str
    first_name: str
    last_name: str
    gender: Gender
    title: str
    birth_date: date
    age: int = Field(ge=18, le=100)
    city: str
    address: str
    phone: str
    email: str
    id_last4: str = Field(pattern=r"^\d{4}$", description="last four digits of the identity document")
    occupation: str


class Company(Frozen):
    """The debtor company of a business case; the person is then its contact."""

    name: str
    tax_id_last4: str = Field(pattern=r"^\d{4}$")
    contact_role: str
    payment_run: str = Field(description="when it pays its suppliers, in the case's language")
    decides: bool = Field(default=True, description="whether the contact decides what is paid")


class Statement(Frozen):
    """Something the creditor's script requires the agent to say, in the case's language.

    ``wording``: word for word, or only in sense; ``before`` which point of the call; ``when``: always, or only where
    something is agreed. ``heard_by`` are expressions, alternatives parted by ``|``, that must all be heard.
    """

    id: str
    text: str
    wording: Literal["verbatim", "sense"]
    before: Literal["disclosure", "end"]
    when: Literal["always", "agreement"] = "always"
    heard_by: tuple[str, ...] = ()
    example: str = Field(default="", description="how it may be said, where it need not be word for word")
    source: str = ""
    as_of: date | None = None
    verified: bool = False


class ForbiddenPhrase(Frozen):
    """Something the creditor's script forbids; ``heard_by`` are the phrases, any of which is enough."""

    id: str
    text: str
    heard_by: tuple[str, ...]


class Creditor(Frozen):
    """Who is owed. ``channels`` are the ways a payment may be made in this country; the script is what must be said
    and what must not.
    """

    name: str
    agency: str | None
    phone: str
    address: str
    complaints_unit: str
    channels: tuple[str, ...]
    statements: tuple[Statement, ...] = ()
    forbidden: tuple[ForbiddenPhrase, ...] = ()


class Payment(Frozen):
    """One line of the payment history."""

    due: date
    amount: Money
    paid: Money
    paid_on: date | None


class Account(Frozen):
    """What is owed and how it came to be. ``balance`` includes ``late_fees``."""

    product: str = Field(description="product key, such as personal_loan")
    product_name: str = Field(description="the product in the case's language")
    reference: str
    contract_date: date
    signed: bool
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    original_amount: Money
    balance: Money
    late_fees: Money
    instalment: Money
    term_months: int
    interest_rate_pct: Money
    due_date: date
    days_past_due: int
    broken_promises: int
    history: tuple[Payment, ...]


class Policy(Frozen):
    """What the agent may grant alone. Percentages are of the balance."""

    max_discount_pct: int = Field(ge=0, le=100)
    max_instalments: int = Field(ge=1, le=60)
    min_down_payment_pct: int = Field(default=0, ge=0, le=100)
    max_extension_days: int = Field(default=30, ge=0, le=365)
    may_waive_late_fees: bool = False
    discount_within_days: int | None = Field(
        default=None, ge=0, le=365, description="a discount only where all is paid within so many days"
    )
    token_months: int = Field(
        default=6, ge=0, le=60, description="payments that together are less than half of the balance: so many at most"
    )


class Budget(Frozen):
    """What the debtor can really pay; hidden. Amounts are monthly."""

    income: Money
    essentials: Money
    priority_debts: Money
    savings: Money
    paydays: tuple[date, ...] = Field(description="the next dates on which money comes in, ascending")

    @property
    def disposable(self) -> Money:
        """Monthly income less essentials less priority debts, never below zero."""
        return max(self.income - self.essentials - self.priority_debts, self.income * 0)


class ContactRule(Frozen):
    """One rule on contact in the country, in the case's language, as the case file shows it."""

    id: str
    text: str
    source: str
    as_of: date
    verified: bool
    severity: Literal["law", "house"]


class Case(Frozen):
    """Everything a call is about. Equal inputs (scenario, country, language, seed, on) give an equal case."""

    scenario: str
    scenario_version: int
    country: Country
    language: Language
    seed: int
    on: date
    market: Market
    channel: Channel = "call"
    debtor: Person
    company: Company | None
    creditor: Creditor
    account: Account
    policy: Policy
    budget: Budget
    contact_rules: tuple[ContactRule, ...]
    facts: dict[str, str] = Field(default_factory=dict, description="further drawn values for placeholders")
    templates: tuple[str, ...] = Field(
        default=(), description="approved messages with which a closed WhatsApp conversation may be opened again"
    )
