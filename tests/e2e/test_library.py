"""The studio's library: files in and out, versions, what is in use stays, and two trainers at one scenario."""

import io
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenarios.values import Language
from simulator.assigning import Assigning
from simulator.assignment_view import Wanted
from simulator.authoring import Authoring
from simulator.store import Store
from simulator.studio.offered import with_published
from tests.e2e.floor import PLACES, now, person
from tests.e2e.test_studio import line
from tests.e2e.trainee import WAIT, Trainee

pytestmark = pytest.mark.browser

HOSTILE = b"title: !!python/object/apply:os.system ['true']\n"
WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "old": "La primera llamada", "title": "La del tianguis", "refused": "Estos no se pueden traer",
        "in use": "No se puede borrar, está en uso: está publicado", "assigned": "está en 1 asignación (Lunes)",
        "meanwhile": "Otra persona guardó este escenario",
    },
    "en": {
        "old": "A first call", "title": "The market stall", "refused": "These cannot be taken",
        "in use": "It cannot be deleted, it is in use: it is published", "assigned": "it is in 1 assignment (Lunes)",
        "meanwhile": "Somebody else saved this scenario",
    },
}  # fmt: skip


def packed(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.yaml", content)
    return held.getvalue()


def take_out(trainer: Trainee, key: str) -> bytes:
    with trainer.page.expect_download() as taken:
        trainer.click(key)
    return taken.value.path().read_bytes()


def delete(trainer: Trainee) -> None:
    trainer.settled()
    trainer.page.locator(".st-key-studio_else [data-testid=stPopover] button").first.click()
    trainer.click("delete_scenario")


def bring_in(trainer: Trainee, words: dict[str, str], good: str) -> None:
    """A zip with a hostile file in it: that one is refused with words, the other is a draft."""
    trainer.open("/studio")
    trainer.page.locator(".st-key-studio_files summary").first.click()
    sent = packed(good=good.encode(), bad=HOSTILE)
    box = trainer.page.locator(".st-key-bring input[type=file]")
    box.set_input_files([{"name": "two.zip", "mimeType": "application/zip", "buffer": sent}])
    expect(trainer.page.get_by_role("alert")).to_contain_text(words["refused"], timeout=WAIT)
    expect(trainer.page.get_by_role("alert")).to_contain_text("bad.yaml")
    assert not trainer.overflows()
    trainer.click("bring_go")
    trainer.finds(".st-key-publish button:enabled")
    trainer.click("publish")
    trainer.finds(".status.published")


def change_and_go_back(trainer: Trainee, scenario_id: str) -> None:
    """Another difficulty, seen beside what was published, taken out as a file, and undone."""
    line(trainer, "difficulty: 1").click()
    trainer.page.keyboard.press("End")
    trainer.page.keyboard.press("Backspace")
    trainer.page.keyboard.type("2")
    expect(trainer.page.locator(".st-key-publish button")).to_be_enabled(timeout=WAIT)
    trainer.open(f"/studio?scenario={scenario_id}&view=history")
    expect(trainer.page.locator(".diff .came")).to_contain_text("difficulty: 2", timeout=WAIT)
    expect(trainer.page.locator(".diff .gone")).to_contain_text("difficulty: 1")
    assert not trainer.overflows()
    assert b"difficulty: 2" in take_out(trainer, "take_one")
    trainer.click("restore")
    expect(trainer.page.locator(".diff")).to_have_count(0, timeout=WAIT)


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_scenarios_come_and_go_as_files_and_what_is_in_use_is_not_deleted(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    words, name = WORDS[language], f"market_{language}"
    trainer, agent = person(store, f"Tita {language}", "trainer", language), person(store, "Hugo", "trainee", language)
    text = Authoring(store, now).text_of(trainer, "first_call").replace(words["old"], words["title"])
    text = text.replace("id: first_call", f"id: {name}")
    tita, assigning = sit_down(language, width), Assigning(store, now, with_published(store))
    tita.be(trainer.id)
    bring_in(tita, words, text)
    mine = next(one for one in store.scenarios.all() if one.name == name)
    change_and_go_back(tita, mine.id)

    wanted = Wanted(
        scenarios=(name,), people=frozenset({agent.id}), country=PLACES[language], language=language, title="Lunes",
        opens_on=now().date(),
    )  # fmt: skip
    given, _code = assigning.assign(trainer, wanted)
    delete(tita)
    refused = tita.page.get_by_role("alert")
    expect(refused).to_contain_text(words["in use"], timeout=WAIT)
    expect(refused).to_contain_text(words["assigned"])
    assert not tita.overflows()
    assigning.withdraw(trainer, given.id)
    tita.open(f"/studio?scenario={mine.id}&view=write")
    tita.click("withdraw")
    tita.finds(".status.withdrawn")

    tita.open("/studio")
    tita.page.locator(".st-key-studio_files summary").first.click()
    tita.pick("take_out", words["title"])
    tita.page.keyboard.press("Escape")
    with zipfile.ZipFile(io.BytesIO(take_out(tita, "take_out_go"))) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == {f"{name}.yaml": text}
    tita.open(f"/studio?scenario={mine.id}&view=history")
    delete(tita)
    tita.finds(".library")
    assert store.scenarios.get(mine.id) is None
    assert tita.complaints == tita.abroad == []


@pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 390)])
def test_of_two_trainers_at_one_scenario_neither_loses_a_word(
    sit_down: Callable[[str, int], Trainee], store: Store, language: Language, width: int
) -> None:
    words, people = (
        WORDS[language],
        [person(store, f"{name} {language}", "trainer", language) for name in ("Uma", "Vera")],
    )
    made = Authoring(store, now).duplicate(people[0], "first_call")
    uma, vera = sit_down(language, width), sit_down(language, width)
    for one, who in zip((uma, vera), people, strict=True):
        one.be(who.id)
        one.open(f"/studio?scenario={made.id}&view=write")
        one.finds(".cm-content")
    write(uma, "# uno")
    saved(uma, store, made.id, "# uno")
    write(vera, "# dos")
    vera.sees(words["meanwhile"])
    assert not vera.overflows()
    vera.click("take_mine")
    saved(vera, store, made.id, "# dos")
    vera.open(f"/studio?scenario={made.id}&view=history")
    vera.sees(people[0].name)
    vera.sees(people[1].name)
    aside = next(one for one in store.scenarios.history(made.id) if one.kind == "kept")
    vera.pick("compare_before", str(aside.number))
    expect(vera.page.locator(".diff .gone")).to_contain_text("# uno", timeout=WAIT)
    expect(vera.page.locator(".diff .came")).to_contain_text("# dos")
    assert not vera.overflows()
    for one in (uma, vera):
        assert one.complaints == one.abroad == []


def write(trainer: Trainee, words: str) -> None:
    """At the end of the line of the difficulty, as a person would."""
    line(trainer, "difficulty:").click()
    trainer.page.keyboard.press("End")
    trainer.page.keyboard.type(f"  {words}")


def saved(trainer: Trainee, store: Store, scenario_id: str, words: str) -> None:
    """Wait until the pause in typing has saved it."""
    trainer.until(lambda: any(one.id == scenario_id and words in one.text for one in store.scenarios.all()))
