"""A set-up that is saved for later: it opens in set-up again, with everything in it, to be changed."""

from collections.abc import Callable

import pytest
from pages import PLAN, SHEET, Tour, settle

from dp_facilitator.app import App
from dp_facilitator.live.clock import ManualClock
from dp_facilitator.model.session import Session
from dp_facilitator.store.sessions import list_sessions
from dp_facilitator.ui.desk.setup_values import Wanted

Start = Callable[[], App]
HALF_PAST_ELEVEN = 11 * 3600 + 30 * 60
SIX = ("Ana", "Ben", "Cai", "Dee", "Eli", "Fay")


def kept(app: App) -> list[str]:
    """The ids of all sessions on the disk."""
    return [one.id for one in list_sessions(app._where.sessions, (), keep_days=90)]


def saved(app: App, clock: ManualClock, **more: object) -> str:
    """A set-up of these people that was saved for later; answers its id."""
    app.set_up(PLAN)
    wanted = Tour(app, clock, SIX).wanted(starts=10 * 3600, hide_digits=frozenset({1}), **more)
    app.desk.set_up.restore(wanted)
    app.desk.set_up.footer.saved.emit()
    assert app.desk.page() is app.desk.home
    assert app.show is None
    (only,) = kept(app)
    return only


@pytest.mark.parametrize("way", ["equal", "others", "later"])
@pytest.mark.parametrize("until", [None, HALF_PAST_ELEVEN, 12 * 3600])
def test_it_opens_in_set_up_with_everything_in_it(
    start: Start, clock: ManualClock, until: int | None, way: str
) -> None:
    app = start()
    session = saved(app, clock, until=until, way=way)
    app.desk.home.review_wanted.emit(session)
    page = app.desk.set_up
    assert app.desk.page() is page
    shown = page.planned()
    assert (shown.plan_name, shown.names, shown.sheets) == (PLAN, SIX, ((0, SHEET),))
    assert (shown.starts, shown.until, shown.hide_digits) == (10 * 3600, until, frozenset({1}))
    assert shown.way == (None if until is None else way if until == HALF_PAST_ELEVEN else shown.way)


def test_it_stands_first_as_what_is_to_come(start: Start, clock: ManualClock) -> None:
    app = start()
    saved(app, clock)
    clock.go(3600)
    app.open_session(Tour(app, clock).wanted())
    app.show.stage.bridge.ask(Session.start)
    clock.go(60)
    app.show.stage.bridge.ask(Session.finish)
    app.go_home()
    first, second = (app.desk.home.past.table.session_at(row) for row in (0, 1))
    assert (first.status, second.status) == ("set up, not begun", "")
    assert first.when == "saved 4 Oct 2024 · 6 people"
    assert second.when == "4 Oct 2024, 11:00 · 5 people"


def test_open_the_session_goes_on_and_leaves_no_second_one(start: Start, clock: ManualClock) -> None:
    app = start()
    session = saved(app, clock)
    app.desk.home.review_wanted.emit(session)
    page = app.desk.set_up
    page.restore(Wanted(PLAN, page.planned().plan_text, SIX[:4], ((0, SHEET),)))
    clock.go(60)
    page.footer.opened.emit()
    assert app.show is not None
    course = app.show.stage.bridge.session.course
    assert [person.name for person in course.people] == list(SIX[:4])
    assert kept(app) == [app.show.stage.bridge.session.id]
    assert kept(app) != [session]


def test_saved_again_it_takes_its_own_place(start: Start, clock: ManualClock) -> None:
    app = start()
    app.desk.home.review_wanted.emit(saved(app, clock))
    app.desk.set_up.restore(Wanted(PLAN, app.desk.set_up.planned().plan_text, SIX[:3]))
    clock.go(60)
    app.desk.set_up.footer.saved.emit()
    (only,) = kept(app)
    app.desk.home.review_wanted.emit(only)
    assert app.desk.set_up.planned().names == SIX[:3]


def test_what_was_changed_and_left_is_there_again_and_nowhere_else(start: Start, clock: ManualClock) -> None:
    app = start()
    session = saved(app, clock)
    app.desk.home.review_wanted.emit(session)
    app.desk.set_up.restore(Wanted(PLAN, app.desk.set_up.planned().plan_text, ("Zoe", "Yan")))
    app.desk.set_up.back_wanted.emit()
    app.set_up(PLAN)
    assert app.desk.set_up.planned().names == ()
    app.go_home()
    app.desk.home.review_wanted.emit(session)
    assert app.desk.set_up.planned().names == ("Zoe", "Yan")


def test_what_was_done_at_the_desk_before_the_start_stays_there(start: Start, clock: ManualClock) -> None:
    app = start()
    app.open_session(Tour(app, clock).wanted())
    app.show.stage.bridge.ask(Session.bench, "P2")
    session = app.show.stage.bridge.session.id
    app.go_home()
    app.desk.home.review_wanted.emit(session)
    assert app.desk.page() is app.desk.run
    assert "P2" not in app.show.stage.bridge.session.course.present
    settle()


def test_one_that_was_opened_and_left_before_the_start_is_set_up_again(start: Start, clock: ManualClock) -> None:
    app = start()
    app.open_session(Tour(app, clock).wanted())
    session = app.show.stage.bridge.session.id
    app.go_home()
    clock.go(3600)
    app.desk.home.review_wanted.emit(session)
    assert app.desk.page() is app.desk.set_up
    assert app.desk.set_up.planned().sheets == ((0, SHEET),)
