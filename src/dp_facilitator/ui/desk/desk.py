"""The desk's window: its pages, one at a time."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Tokens
from dp_facilitator.words import tr

from .home import HomePage
from .reading_order import bring_into_view, step

if TYPE_CHECKING:
    from dp_facilitator.ui.actions import Actions

    from .plans import PlansPage
    from .review import ReviewPage
    from .run import RunPage
    from .settings import SettingsPage
    from .setup import SetUpPage


class Desk(QWidget):
    """What the coach and the timekeeper see.

    Signal: `closing()` when someone wants to close it; whoever owns it decides and calls `close_for_good`.
    """

    closing = Signal()

    def __init__(self, look: Look, night: Look, themes: Mapping[str, Tokens]) -> None:
        super().__init__()
        self._let_go = False
        self.setWindowTitle(tr("Deliberate practice"))
        self._look, self._night = look, night
        self.home = HomePage(look)
        self._themes = themes
        self.run: RunPage | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.home)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    @cached_property
    def set_up(self) -> "SetUpPage":
        """The page of set-up; made when it is first wanted, as all pages but the first."""
        from .setup import SetUpPage

        page = SetUpPage(self._look)
        self._pages.addWidget(page)
        return page

    @cached_property
    def review(self) -> "ReviewPage":
        """The page that looks back on a session."""
        from .review import ReviewPage

        page = ReviewPage(self._look)
        self._pages.addWidget(page)
        return page

    @cached_property
    def plans(self) -> "PlansPage":
        """The page of all plans; made when it is first wanted, since a session rarely begins there."""
        from .plans import PlansPage

        page = PlansPage(self._look, self._night)
        self._pages.addWidget(page)
        return page

    @cached_property
    def settings(self) -> "SettingsPage":
        """The settings page; made when it is first wanted."""
        from .settings import SettingsPage

        page = SettingsPage(self._look, self._themes)
        self._pages.addWidget(page)
        return page

    def show_page(self, page: QWidget) -> None:
        """Shows one of the pages. The keys of a session work only on its page."""
        self._pages.setCurrentWidget(page)

    def open_run(self, changed: Mapping[str, str], single: bool) -> "tuple[RunPage, Actions]":
        """A run page for a session that is being opened, with its actions; there is one at a time.

        `changed` are the keys that were changed, by the name of the action; `single` allows those of one letter.
        """
        from dp_facilitator.ui.actions import Actions

        from .run import RunPage

        self.close_run()
        keys = QWidget()
        actions = Actions(keys, self._look)
        actions.use_keys(changed, single)
        self.run = RunPage(self._look, self._night, actions)
        keys.setParent(self.run)
        keys.hide()  # it only owns the actions: shown, it would swallow clicks
        actions.share(self.run)
        self._pages.addWidget(self.run)
        return self.run, actions

    def close_run(self) -> None:
        """Lets the run page of a session that was closed go."""
        if self.run is not None:
            self._pages.removeWidget(self.run)
            self.run.hide()
            self.run.deleteLater()
            self.run = None

    def shows(self, name: str) -> bool:
        """Whether the page of that name ("set_up", "plans") is shown. Asking makes none."""
        return vars(self).get(name) is self.page()

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def open_window(self) -> None:
        """Shows the window as large as suits the screen: full on a small one."""
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen else None
        if room is not None and (room.width() < 1600 or room.height() < 950):
            self.setGeometry(room)
            self.showMaximized()
        else:
            self.resize(1440, 860)
            self.show()

    def close_for_good(self) -> None:
        """Closes the window without asking again."""
        self._let_go = True
        self.close()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        page = self.page()
        to = step(page, QApplication.focusWidget(), forwards) if page is not None else None
        if to is None:
            return False
        to.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
        bring_into_view(to)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # first: an error below must not close the window by accident
        if self._let_go:
            event.accept()
        else:
            self.closing.emit()
