from datetime import date

import pytest

from scenarios.country import load_country
from scenarios.draws import Drawing, from_faker, stream
from scenarios.names import NAMES, load_names
from scenarios.persona import draw_name

LOCALES = sorted(path.stem for path in NAMES.glob("*.yaml"))


@pytest.mark.parametrize("locale", LOCALES)
def test_listed_names_are_names_and_none_stands_twice(locale: str) -> None:
    names = load_names(locale)
    assert names
    for listed in (names.female, names.male, names.last):
        assert len(set(listed)) == len(listed) >= 40
        assert all(name.replace("-", "").isalpha() and name.istitle() for name in listed)
    assert not set(names.female) & set(names.male)


def test_a_locale_without_a_file_is_fakers() -> None:
    assert load_names("es_CO") is None
    assert load_names("../names/es_PE") is None
    assert from_faker("es_CO", stream("a"), lambda fake: fake.last_name())


@pytest.mark.parametrize("code", ["AR", "PE"])
def test_where_a_country_has_a_file_people_are_called_as_it_says(code: str) -> None:
    pack = load_country(code)
    names = load_names(pack.faker["es"])
    assert names
    for seed in range(40):
        drawing = Drawing(pack, "es", date(2026, 11, 23), stream(seed))
        first, last = draw_name(drawing, "female")
        assert first in names.female
        assert set(last.split()) <= set(names.last)
        assert len(last.split()) == pack.surnames


def test_equal_streams_draw_equal_names() -> None:
    def drawn() -> list[str]:
        return [from_faker("es_PE", stream(seed), lambda fake: fake.first_name_male()) for seed in range(50)]

    assert drawn() == drawn()
    assert len(set(drawn())) > 20


def test_a_name_that_is_set_aside_is_drawn_again_and_moves_nothing_else() -> None:
    pack = load_country("ES")
    assert pack.names_set_aside
    every = pack.model_copy(update={"names_set_aside": ()})
    for seed in range(300):
        first, last = draw_name(Drawing(pack, "es", date(2026, 11, 23), stream(seed)), "female")
        before, surnames = draw_name(Drawing(every, "es", date(2026, 11, 23), stream(seed)), "female")
        assert first not in pack.names_set_aside
        assert last == surnames
        assert first == before or before in pack.names_set_aside
