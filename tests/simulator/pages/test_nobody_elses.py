"""Every address, with every id that is somebody else's, in every role: nothing of theirs is shown, nor breaks the page.

And whatever people type is text, wherever it comes up again.
"""

import ast
import datetime
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from scoring.transcript import FollowUp
from simulator.app_pages import opening
from simulator.assigned import Assignment, Task
from simulator.contesting import About
from simulator.drill_desk import DrillDesk
from simulator.drills import bank
from simulator.kept import Profile, Role
from simulator.portfolio_desk import PortfolioDesk
from simulator.store import Store
from tests.simulator.branches import said
from tests.simulator.pages.conftest import MAIN, Visit, shown

XSS = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
SECRET = "secreto-de-ana"
STRANGE = ("no-such-id", "../../etc/passwd", "' OR 1=1 --", "\x00", "a" * 5000, XSS, "-1", "9" * 30, "☂")


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def somebody(store: Store, name: str, role: Role = "trainee") -> str:
    key = f"id-{role}-{len(store.profiles.all())}"
    store.profiles.add(Profile(id=key, name=name, role=role, created_at=now()))
    return key


@pytest.fixture
def hers(store: Store) -> dict[str, str]:
    """Everything that Ana has, each with the secret and with marks in it: what addresses could name of it."""
    ana, coach = somebody(store, f"Ana {XSS}"), somebody(store, f"Luis {XSS}", "trainer")
    practice, profiles = opening.practice_and_profiles()
    actor = profiles.actor(ana)
    view = practice.start(actor, "job_loss", "MX", "es", seed=7)
    practice.save_plan(actor, view.id, {"goal": f"{SECRET} {XSS}"})
    view = said(practice, actor, practice.begin_talk(actor, view.id), (f"{SECRET} {XSS}", "¿Qué le pasó?"))
    practice.end_talk(actor, view.id)
    practice.finish(actor, view.id, FollowUp(note=f"{SECRET} {XSS}"))
    practice.contests.contest(actor, view.id, About(kind="criterion", about="calm"), f"{SECRET} {XSS}")
    fork = practice.forks.start(actor, view.id, 1)
    revoked = practice.sharing.share(actor, view.id, coach, note=f"{SECRET} {XSS}")
    practice.sharing.revoke(actor, revoked.id)
    kept = PortfolioDesk(store, opening.now).start(actor, "MX", "es", seed=3)
    drill = next(d for d in bank.drills() if d.language == "es")
    DrillDesk(store, opening.now).say(actor, drill.key, 1, 0, f"{SECRET} {XSS}")
    exam = Assignment(
        id="exam", by_id=coach, tasks=(Task(scenario="job_loss", mode="assessed"),), country="MX", language="es",
        seed=7, exam=True, opens_at=now(), due_at=now() + datetime.timedelta(days=1), created_at=now(),
    )  # fmt: skip
    store.assignments.add(exam, {ana}, set())
    return {
        "owner": ana, "attempt": view.id, "fork": fork.id, "share": revoked.id, "portfolio": kept.id,
        "account": kept.now.accounts[0].id, "drill": drill.key, "assignment": exam.id,
    }  # fmt: skip


def addresses() -> list[str]:
    """Every page that the application has, by name: read, for the script runs when it is imported."""
    written = next(
        node.value
        for node in ast.walk(ast.parse(MAIN.read_text("utf-8")))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "ADDRESSES"
    )
    assert isinstance(written, ast.Dict)
    return [key.value for key in written.keys if isinstance(key, ast.Constant)]


def queries(hers: dict[str, str]) -> dict[str, str]:
    """All names that any page reads from its address, each naming what is Ana's."""
    return {
        "attempt": hers["attempt"], "portfolio": hers["portfolio"], "account": hers["account"],
        "share": hers["share"], "person": hers["owner"], "drill": hers["drill"], "try": "1", "who": hers["owner"],
        "compare": hers["fork"], "with": hers["fork"], "part": "replay", "assignment": hers["assignment"],
        "trainee": hers["owner"], "from": hers["attempt"], "turn": "1", "reply": hers["attempt"],
        "again": hers["assignment"],
    }  # fmt: skip


def texts(tab: AppTest) -> str:
    """All that the page says: our HTML, boxes, buttons, labels."""
    boxes = [*tab.text_area, *tab.text_input]
    return shown(tab) + str([(one.label, one.value) for one in boxes]) + str([one.label for one in tab.button])


@pytest.mark.parametrize("role", get_args(Role))
def test_no_address_shows_what_is_somebody_elses(visit: Visit, store: Store, hers: dict[str, str], role: Role) -> None:
    me = somebody(store, "Curious", role)
    for page in addresses():
        for asked in (queries(hers), {**queries(hers), "attempt": hers["fork"]}):
            tab = visit(me, page, **asked)
            assert not tab.exception, page
            assert SECRET not in texts(tab), page
            assert "de nuestro lado" not in shown(tab), page


def test_a_made_up_id_is_answered_as_a_foreign_one_is(visit: Visit, store: Store, hers: dict[str, str]) -> None:
    me = somebody(store, "Curious")
    for page, name in (("attempt", "attempt"), ("portfolio", "portfolio"), ("portfolio_review", "portfolio")):
        foreign, made_up = (
            visit(me, page, **{name: one}) for one in (hers[name], "00000000-0000-4000-8000-000000000000")
        )
        assert shown(foreign) == shown(made_up), page


@pytest.mark.parametrize("strange", STRANGE)
def test_no_id_however_strange_breaks_a_page(visit: Visit, store: Store, strange: str) -> None:
    me = somebody(store, "Curious", "administrator")
    for page in ("attempt", "portfolio", "portfolio_account", "shared", "people", "data_care", "drills", "practise",
                 "assigned", "assignments", "team"):  # fmt: skip
        names = ("attempt", "portfolio", "account", "share", "person", "drill", "scenario", "turn", "before", "deed",
                 "assignment", "trainee", "from", "again")  # fmt: skip
        tab = visit(me, page, **dict.fromkeys(names, strange))
        assert not tab.exception, page
        assert "de nuestro lado" not in shown(tab), page
        assert "<script" not in shown(tab), page


def test_whatever_people_type_is_text_wherever_it_comes_up_again(
    visit: Visit, store: Store, hers: dict[str, str]
) -> None:
    boss = somebody(store, XSS[:80], "administrator")
    pages = [(hers["owner"], page, {}) for page in ("home", "progress", "drills", "portfolios", "settings")]
    own = [(hers["owner"], "attempt", {"attempt": hers[name]}) for name in ("attempt", "fork")]
    others = [(boss, page, {}) for page in ("people", "data_care", "workspace", "home")]
    for who, page, asked in (*pages, *own, *others):
        tab = visit(who, page, **asked)
        assert not tab.exception, page
        assert "<img" not in shown(tab), page
        assert "<script" not in shown(tab), page
    assert SECRET in texts(visit(hers["owner"], "attempt", attempt=hers["attempt"])), "she herself reads it"
