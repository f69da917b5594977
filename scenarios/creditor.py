"""The fictitious creditors: who is owed for which product, with an office in each country."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from scenarios.case import Creditor, ForbiddenPhrase, Statement
from scenarios.complaints import nearest, problems_of
from scenarios.country import CountryPack
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Country, Frozen, Language

CREDITORS = Path(__file__).parent / "creditors"


class Office(Frozen):
    """A creditor in one country. ``agency`` is who calls on its behalf, ``None`` where it calls itself."""

    name: str
    agency: str | None
    phone: str
    address: str
    complaints_unit: dict[Language, str]


class Required(Frozen):
    """A statement that the script requires, by language. ``in_`` is ``in`` in the file.

    ``countries``: where it applies, everywhere if empty. ``rule`` is the contact rule of the country that asks for it.
    ``example`` is how it may be said; ``words`` are expressions that must all be heard, alternatives parted by ``|``.
    ``{creditor}`` and ``{agency}`` stand for the names in the country.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    text: dict[Language, str]
    in_: Literal["verbatim", "sense"] = Field(alias="in")
    before: Literal["disclosure", "end"]
    when: Literal["always", "agreement"] = "always"
    countries: tuple[Country, ...] = ()
    rule: str = ""
    words: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    example: dict[Language, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _sense_needs_words(self) -> "Required":
        if self.in_ == "sense" and not set(self.words) == set(self.example) == set(self.text):
            raise ValueError("a statement in sense needs words and an example in each language of its text")
        return self


class Forbidden(Frozen):
    """Phrases that the script forbids, by language; ``text`` says what they amount to."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    text: dict[Language, str]
    phrases: dict[Language, tuple[str, ...]]


class Script(Frozen):
    """What the creditor has its agents say, and never say."""

    required: tuple[Required, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()


class CreditorFile(Frozen):
    """One creditor, one file."""

    format: Literal[1]
    id: str
    products: tuple[str, ...]
    offices: dict[Country, Office]
    script: Script = Script()


@lru_cache(maxsize=1)
def creditors() -> tuple[CreditorFile, ...]:
    """All creditors, in the order of their file names. Raises ``ScenarioError``."""
    return tuple(_read(path) for path in sorted(CREDITORS.glob("*.yaml")))


def sold_by(product: str, country: Country, named: str | None = None) -> str | None:
    """The id of who is owed for a product in a country, or of the creditor ``named``; ``None`` where nobody is."""
    of_it = (c for c in creditors() if (c.id == named if named else product in c.products))
    return next((found.id for found in of_it if country in found.offices), None)


def creditor_for(product: str, pack: CountryPack, language: Language, named: str | None = None) -> Creditor:
    """Who is owed for a product in a country, or the creditor ``named``. Raises ``ScenarioError`` where nobody is."""
    for found in creditors():
        meant = found.id == named if named else product in found.products
        if meant and pack.code in found.offices:
            office = found.offices[pack.code]
            return Creditor(
                name=office.name,
                agency=office.agency,
                phone=office.phone,
                address=office.address,
                complaints_unit=office.complaints_unit[language],
                channels=pack.channels[language],
                statements=_statements(found.script, office, pack, language),
                forbidden=_forbidden(found.script, language),
            )
    if named:
        message = f"there is no creditor '{named}' in {pack.code}"
        remedy = nearest(named, [c.id for c in creditors() if pack.code in c.offices])
        raise ScenarioError([Problem("creditors", 1, "creditor", message, remedy)])
    message = f"no creditor sells '{product}' in {pack.code}"
    raise ScenarioError([Problem("creditors", 1, "", message, f"Add an office for {pack.code} to a file there")])


def _statements(script: Script, office: Office, pack: CountryPack, language: Language) -> tuple[Statement, ...]:
    """What must be said in this country, with the names of its office and the rule behind it."""

    def named(line: str) -> str:
        return line.replace("{creditor}", office.name).replace("{agency}", office.agency or office.name)

    rules = {rule.id: rule for rule in pack.rules_in(language)}
    found = []
    for line in script.required:
        if language not in line.text or (line.countries and pack.code not in line.countries):
            continue
        rule = rules.get(line.rule)
        found.append(
            Statement(
                id=line.id, text=named(line.text[language]), wording=line.in_, before=line.before, when=line.when,
                heard_by=tuple(named(words) for words in line.words.get(language, ())),
                example=named(line.example.get(language, "")),
                source=rule.source if rule else "", as_of=rule.as_of if rule else None,
                verified=bool(rule and rule.verified),
            )
        )  # fmt: skip
    return tuple(found)


def _forbidden(script: Script, language: Language) -> tuple[ForbiddenPhrase, ...]:
    return tuple(
        ForbiddenPhrase(id=f.id, text=f.text[language], heard_by=f.phrases[language])
        for f in script.forbidden
        if language in f.text and language in f.phrases
    )


def _read(path: Path) -> CreditorFile:
    root = read_nodes(read_text(path), f"creditors/{path.name}")
    try:
        return CreditorFile.model_validate(root.plain())
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, CreditorFile)) from None
