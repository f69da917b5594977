"""The contact set out at first: a business day, a lawful and good hour."""

from datetime import date

from scenarios.scenario import ContactSpec
from simulator.usual_contact import usual_day, usual_hour

SUNDAY, MONDAY = date(2026, 11, 29), date(2026, 11, 30)


def test_the_day_is_never_a_sunday() -> None:
    assert usual_day(ContactSpec(), "MX", SUNDAY) == MONDAY
    assert usual_day(ContactSpec(), "MX", MONDAY) == MONDAY
    assert usual_day(ContactSpec(within_days=0), "MX", SUNDAY) == SUNDAY


def test_the_hour_is_good_for_the_market_and_lawful() -> None:
    assert usual_hour(ContactSpec(), "MX", "consumer", MONDAY) == "18:30"
    assert usual_hour(ContactSpec(), "MX", "business", MONDAY) == "09:30"
    assert usual_hour(ContactSpec(moments=("18:30", "16:00")), "CL", "consumer", MONDAY) in ("16:00", "18:30")


def test_where_no_hour_is_lawful_none_is_set_out() -> None:
    assert usual_hour(ContactSpec(moments=("05:00", "23:30")), "MX", "consumer", MONDAY) is None
