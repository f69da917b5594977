"""Every text of a scenario by its place, in both languages side by side; and writing them back into the file."""

from typing import Literal

from scenarios.complaints import field_name
from scenarios.draft import Draft
from scenarios.references import texts
from scenarios.values import Frozen
from simulator.studio import checking
from simulator.studio.rewriting import Path, written

Group = Literal["card", "facts", "beats", "endings", "rules"]
GROUPS: tuple[Group, ...] = ("card", "facts", "beats", "endings", "rules")
_GROUP_OF: dict[str, Group] = {"facts": "facts", "beats": "beats", "endings": "endings", "rules": "rules"}
_SINGLE = frozenset({"title", "briefing", "care", "label", "why"})


class TextRow(Frozen):
    """One text. ``place`` is how its author knows it; alternatives and goals are several lines, the rest one.

    ``variants`` are the countries that say it otherwise, as in ``es-MX``; they are kept as they stand.
    """

    path: Path
    place: str
    group: Group
    single: bool
    texts: dict[str, tuple[str, ...]]
    declared: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The languages of the scenario in which it has no words."""
        return tuple(language for language in self.declared if not self.texts.get(language))

    @property
    def variants(self) -> tuple[str, ...]:
        """The countries with words of their own."""
        return tuple(sorted(key for key in self.texts if "-" in key))

    def shown(self, language: str) -> str:
        """What stands in the form: one line of the form for each line of the text."""
        return "\n".join(self.texts.get(language, ()))


def rows_of(text: str) -> tuple[TextRow, ...]:
    """The texts of the file itself, not of its packs, in its order; empty where the text is no scenario yet."""
    found = checking.drafted(text)
    if found is None:
        return ()
    return tuple(
        _row(found, path, dict(said)) for path, said in texts(found) if not found.file_of(path).startswith("packs/")
    )


def with_texts(text: str, changes: dict[tuple[Path, str], str]) -> str:
    """The text with these words by place and language, a line of the form a line of the text; empty ones are left out.

    Raises ``CannotRewrite``.
    """
    known = {row.path: row for row in rows_of(text)}
    for (path, language), words in changes.items():
        lines = tuple(line.strip() for line in words.splitlines() if line.strip())
        row = known.get(path)
        if row is None or not lines or lines == row.texts.get(language):
            continue
        single = " ".join(lines)
        text = written(text, (*path, language), single if row.single else lines)
    return text


def _row(found: Draft, path: Path, said: dict[str, str | tuple[str, ...]]) -> TextRow:
    lines = {key: (value,) if isinstance(value, str) else value for key, value in said.items()}
    return TextRow(
        path=path, place=field_name(found.root, path), group=_GROUP_OF.get(str(path[0]), "card"),
        single=str(path[-1]) in _SINGLE, texts=lines, declared=found.scenario.languages,
    )  # fmt: skip
