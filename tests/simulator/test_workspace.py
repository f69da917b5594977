"""The workspace: edition by edition, what it narrows, whose day it is, and notices that each reader puts away."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from scenarios.load import list_scenarios
from simulator.accounts import Actor, NotAllowed
from simulator.attempt_refusals import NotOnTheShelf
from simulator.guided import GUIDED
from simulator.helplines import read_helplines, written
from simulator.installed import Workspace, creditor_names
from simulator.kept import Profile, Role
from simulator.notices import LONGEST, BadNotice, NoticeBoard
from simulator.portfolio_desk import PortfolioDesk
from simulator.practice import Practice
from simulator.store import Store
from simulator.workspace import BadWorkspace, WorkspaceChanged, WorkspaceDesk, retention_days, workspace_of
from tests.fresh import fresh

NOW = datetime.datetime(2026, 11, 23, 15, 0, tzinfo=datetime.UTC)
TODAY = NOW.date()
MANY = datetime.timedelta(days=30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


def somebody(store: Store, name: str, role: Role = "trainee") -> Actor:
    store.profiles.add(Profile(id=name.lower(), name=name, role=role, created_at=NOW))
    return Actor(id=name.lower(), role=role, name=name)


@pytest.fixture
def boss(store: Store) -> Actor:
    return somebody(store, "Eva", "administrator")


@pytest.fixture
def desk(store: Store) -> WorkspaceDesk:
    return WorkspaceDesk(store, lambda: NOW)


@pytest.mark.parametrize("role", ["trainee", "trainer", "manager"])
def test_only_administrators_see_and_change_it(desk: WorkspaceDesk, store: Store, role: Role) -> None:
    other = somebody(store, "Luis", role)
    board = NoticeBoard(store, lambda: NOW)
    for deed in (
        lambda: desk.now(other),
        lambda: desk.save(other, 0, {"name": "Mine"}),
        lambda: desk.editions(other),
        lambda: board.all(other),
        lambda: board.put_up(other, {"es": "Hola"}, TODAY, TODAY),
        lambda: board.take_down(other, "any"),
    ):
        with pytest.raises(NotAllowed):
            deed()  # type: ignore[no-untyped-call]
    assert workspace_of(store) == Workspace()


def test_before_anybody_chose_anything_there_is_no_edition(desk: WorkspaceDesk, boss: Actor) -> None:
    assert desk.editions(boss) == ()


def test_each_save_is_an_edition_that_says_who_changed_what(desk: WorkspaceDesk, boss: Actor, store: Store) -> None:
    first = desk.save(boss, 0, {"name": " Cobranza \n del  Norte ", "countries": ("MX",)})
    assert (first.version, first.name) == (1, "Cobranza del Norte")
    assert desk.save(boss, 1, {"countries": ("MX",)}) == first, "choosing what stands is no edition"
    desk.save(boss, 1, {"review_days": 9})
    newest, oldest = desk.editions(boss)
    assert (newest.saved_by, newest.changed) == ("Eva", ("review_days",))
    assert oldest.changed == ("name", "countries")
    lines = [(line.deed, line.actor, line.details) for line in store.audit.lines()]
    assert lines == [
        ("workspace_changed", "eva", {"fields": "name countries"}),
        ("workspace_changed", "eva", {"fields": "review_days"}),
    ]


def test_of_two_who_change_it_at_once_the_second_is_told_and_can_insist(desk: WorkspaceDesk, boss: Actor) -> None:
    desk.save(boss, 0, {"name": "One"})
    with pytest.raises(WorkspaceChanged) as refusal:
        desk.save(boss, 0, {"name": "Two"})
    assert refusal.value.now.name == "One"
    assert desk.save(boss, refusal.value.now.version, {"name": "Two"}).name == "Two"


@pytest.mark.parametrize(
    "chosen",
    [
        {"time_zone": "Mars/Olympus"},
        {"languages": ()},
        {"review_days": 0},
        {"countries": ("XX",)},
        {"name": "n" * 61},
        {"retention_days": -1},
    ],
)
def test_what_cannot_be_used_is_refused_in_both_languages_and_changes_nothing(
    desk: WorkspaceDesk, boss: Actor, store: Store, chosen: dict[str, object]
) -> None:
    with pytest.raises(BadWorkspace) as refusal:
        desk.save(boss, 0, chosen)
    assert refusal.value.in_language("es") != refusal.value.in_language("en")
    assert workspace_of(store).version == 0


def test_an_edition_of_a_later_program_is_read_as_far_as_it_is_understood(store: Store) -> None:
    content = {"name": "Norte", "countries": ["MX", "BR"], "mood": "sunny"}
    store.workspaces.save(1, content, NOW, None)
    found = workspace_of(store)
    assert (found.version, found.name, found.countries) == (1, "Norte", ())


def test_the_shelf_drills_and_portfolios_keep_to_the_countries(desk: WorkspaceDesk, boss: Actor, store: Store) -> None:
    ana, practice = somebody(store, "Ana"), Practice(store, lambda: NOW)
    everything = practice.scenarios("es")
    desk.save(boss, 0, {"countries": ("CL",)})
    shown = [card for card in practice.scenarios("es") if card.id != GUIDED]
    assert 0 < len(shown) <= len(everything)
    assert {country for card in shown for country in card.countries} == {"CL"}
    assert PortfolioDesk(store, lambda: NOW).countries() == ("CL",)
    with pytest.raises(NotOnTheShelf):
        practice.start(ana, "job_loss", "MX", "es")
    assert practice.start(ana, "job_loss", "CL", "es").country == "CL"
    suggested = practice.suggestion(ana, "es", "MX")
    assert suggested is not None
    assert suggested.scenario_id in {card.id for card in shown}


def test_the_guided_call_is_everybodys(desk: WorkspaceDesk, boss: Actor, store: Store) -> None:
    desk.save(boss, 0, {"countries": ("GB",)})
    assert GUIDED in {card.id for card in Practice(store, lambda: NOW).scenarios("es")}


def test_what_was_begun_elsewhere_goes_on(desk: WorkspaceDesk, boss: Actor, store: Store) -> None:
    ana, practice = somebody(store, "Ana"), Practice(store, lambda: NOW)
    begun = practice.start(ana, "job_loss", "MX", "es", seed=7)
    desk.save(boss, 0, {"countries": ("CL",)})
    assert practice.begin_talk(ana, begun.id).country == "MX"


def test_a_creditor_that_is_not_offered_takes_its_scenarios_along(desk: WorkspaceDesk, boss: Actor) -> None:
    library = list_scenarios()
    one = next(iter(creditor_names()))
    left = desk.save(boss, 0, {"creditors": (one,)}).narrowed(library)
    assert 0 < len(left) < len(library)
    assert Workspace(creditors=tuple(creditor_names())).narrowed(library) == library


def test_a_language_that_is_not_offered_takes_its_countries_along() -> None:
    only_english = Workspace(languages=("en",)).narrowed(list_scenarios())
    assert {country for scenario in only_english for country in scenario.countries} <= {"US", "GB"}
    assert only_english


def test_the_day_is_the_workspaces_day() -> None:
    late = datetime.datetime(2026, 11, 24, 4, 30, tzinfo=datetime.UTC)
    assert late.astimezone(Workspace(time_zone="America/Mexico_City").zone).date() == datetime.date(2026, 11, 23)
    assert late.astimezone(Workspace(time_zone="Europe/Madrid").zone).date() == datetime.date(2026, 11, 24)


def test_helplines_are_written_as_they_are_read() -> None:
    text = "MX:\n- name: Línea\n  phone: 800 000 0000\n  hours: 24 h\n  as_of: 2026-10-01\n"
    lines = read_helplines(text)
    assert read_helplines(written(lines)) == lines
    assert written({}) == ""
    kept = Workspace(helplines=lines).model_dump(mode="json")
    assert Workspace.model_validate(kept).helplines == lines


def test_the_servers_setting_goes_before_the_workspaces_term() -> None:
    assert retention_days(0, Workspace(retention_days=90)) == 90
    assert retention_days(30, Workspace(retention_days=90)) == 30
    assert retention_days(0, Workspace()) == 0


@pytest.fixture
def clock() -> list[datetime.datetime]:
    return [NOW.astimezone(ZoneInfo("America/Mexico_City"))]


@pytest.fixture
def board(store: Store, clock: list[datetime.datetime]) -> NoticeBoard:
    return NoticeBoard(store, lambda: clock[0])


def test_a_notice_is_shown_on_its_days_until_each_reader_puts_it_away(
    board: NoticeBoard, boss: Actor, store: Store, clock: list[datetime.datetime]
) -> None:
    ana, luis = somebody(store, "Ana"), somebody(store, "Luis")
    notice = board.put_up(boss, {"es": " El viernes\ncierra. ", "en": ""}, TODAY, TODAY + datetime.timedelta(days=1))
    later = board.put_up(boss, {"en": "Soon."}, TODAY + MANY, TODAY + MANY)
    assert notice.in_language("en") == "El viernes cierra."
    assert board.to_read(ana) == board.to_read(luis) == (notice,)
    for _ in range(2):
        board.put_away(ana, notice.id)
    board.put_away(ana, "one that was taken down meanwhile")
    assert board.to_read(ana) == ()
    assert board.to_read(luis) == (notice,)
    clock[0] += datetime.timedelta(days=2)
    assert board.to_read(luis) == ()
    assert board.all(boss) == (later,)
    board.take_down(boss, later.id)
    assert board.all(boss) == ()
    deeds = [line.deed for line in store.audit.lines()]
    assert deeds == ["notice_put_up", "notice_put_up", "notice_taken_down"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ({"es": "  "}, TODAY, TODAY),
        ({"es": "a" * (LONGEST + 1)}, TODAY, TODAY),
        ({"es": "Hola"}, TODAY, TODAY - datetime.timedelta(days=1)),
        ({"es": "Hola"}, TODAY - MANY, TODAY - MANY),
    ],
)
def test_a_notice_that_nobody_could_read_is_refused_and_its_words_are_kept(
    board: NoticeBoard, boss: Actor, text: dict[str, str], first: datetime.date, last: datetime.date
) -> None:
    with pytest.raises(BadNotice) as refusal:
        board.put_up(boss, text, first, last)
    assert refusal.value.kept == "\n".join(text.values())
    assert board.all(boss) == ()
