"""What trainers write for everybody's scores, as kept: rubrics and their drafts, what the reader was taught."""

import datetime

from pydantic import Field

from scenarios.acts import DialogueAct
from scenarios.values import Country, Frozen, Language
from scoring.reading.taught import Phrase, Taught
from scoring.reading.values import ToneKind
from scoring.rubric import Rubric


class Edition(Frozen):
    """A published version of a rubric of this installation. ``based_on`` names what it was copied from, if anything.

    Once ``withdrawn_at`` stands, no new attempt is scored with it; what was begun with it keeps it.
    """

    rubric: Rubric
    based_on: str = Field(default="", max_length=60)
    author_id: str | None = None
    published_at: datetime.datetime
    withdrawn_at: datetime.datetime | None = None


class RubricDraft(Frozen):
    """A rubric that is being written. ``text`` is YAML, whether it holds or not; ``edits`` counts its changes."""

    id: str
    text: str
    based_on: str = Field(default="", max_length=60)
    author_id: str | None = None
    edits: int = 1
    created_at: datetime.datetime
    updated_at: datetime.datetime


class KeptPhrase(Frozen):
    """A phrase of the trainer's lexicon; neither ``act`` nor ``tone`` where it rightly means nothing."""

    text: str = Field(min_length=1, max_length=400)
    language: Language
    act: DialogueAct | None = None
    tone: ToneKind | None = None
    country: Country = "MX"

    @property
    def phrase(self) -> Phrase:
        """The phrase as the reader takes it."""
        return Phrase(self.text, self.language, self.act, self.tone, self.country)


class LexiconVersion(Frozen):
    """What the reader was taught, whole. ``second_id`` said yes to what costs trainees something."""

    version: int = Field(ge=0)
    phrases: tuple[KeptPhrase, ...] = ()
    author_id: str | None = None
    second_id: str | None = None
    created_at: datetime.datetime | None = None

    @property
    def taught(self) -> Taught:
        """The lexicon as the reader takes it."""
        return Taught(self.version, tuple(one.phrase for one in self.phrases))


class Proposal(Frozen):
    """A phrase that waits for a second person's yes."""

    id: str
    phrase: KeptPhrase
    author_id: str | None = None
    created_at: datetime.datetime
