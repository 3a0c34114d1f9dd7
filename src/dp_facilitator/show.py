"""A running session with all its windows: stage, run page, big screen, clicker, sound."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from dp_facilitator.live.awake import Awake
from dp_facilitator.live.clicker import Clicker, ClickerKeys
from dp_facilitator.live.screens import Placement, ScreenName
from dp_facilitator.live.sounds import Sounds
from dp_facilitator.model.cues import Cue
from dp_facilitator.model.reading import Reading
from dp_facilitator.model.session import Session
from dp_facilitator.stage import Stage
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.settings import Settings
from dp_facilitator.ui.actions import TABLE, Actions
from dp_facilitator.ui.announcer import Announcer
from dp_facilitator.ui.big_screen.window import BigScreen
from dp_facilitator.ui.desk.doings import Doings
from dp_facilitator.ui.desk.hand_over import HandOver
from dp_facilitator.ui.desk.nudges import Nudges
from dp_facilitator.ui.desk.run import RunPage
from dp_facilitator.ui.desk.run_verbs import RunVerbs
from dp_facilitator.ui.keymap import keys_of, strokes
from dp_facilitator.ui.theme import Look
from dp_facilitator.words import tr


class Show(QObject):
    """Everything that stands while a session runs.

    Signals: `ended()` when the coach asks to look back on a finished session; `left()` when they go to the first
    page; `may_close()` when the program may be closed in the middle of it; `sound_chosen(bool)` and
    `screen_chosen(str)` for the settings.
    """

    ended = Signal()
    left = Signal()
    may_close = Signal()
    sound_chosen = Signal(bool)
    screen_chosen = Signal(str)

    def __init__(
        self,
        app: QApplication,
        desk: QWidget,
        stage: Stage,
        page: RunPage,
        actions: Actions,
        night: Look,
        settings: Settings,
        sounds: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.stage = stage
        self.page = page
        self._desk = desk
        self._awake = Awake(self)
        self._sounds = Sounds(sounds, settings.volume, settings.sound, self)
        self._sound = settings.sound
        self._swapped = False
        self.screen = BigScreen(night)
        remembered = ScreenName.read(settings.screen) if settings.screen else None
        self._placement = Placement(desk, remembered, self)
        self.announcer = Announcer(desk, self)
        self._clicker = Clicker(app, self, keys=clicker_keys(settings), clock=stage.milliseconds)
        self.verbs = RunVerbs(stage.bridge, page, self.screen)
        self._nudges = Nudges(stage.bridge, page)
        self._doings = Doings(stage.bridge, page)
        self._hand_over = HandOver(stage.bridge, page)
        self._connect(actions)
        page.bar.show_sound(settings.sound)

    def _connect(self, actions: Actions) -> None:
        bridge = self.stage.bridge
        actions.bind(self.verbs, bridge)
        actions.share(self.screen)
        bridge.changed.connect(self._show_session)
        bridge.ticked.connect(self._show_reading)
        bridge.cued.connect(self._sound_cue)
        bridge.changed.connect(self.announcer.follow)
        bridge.cued.connect(self.announcer.hear)
        bridge.failed.connect(self._say_failed)
        bridge.saved.connect(self._say_saved)
        self.stage.writer.noticed.connect(self.say_notice)
        self.verbs.swap_wanted.connect(self._swap)
        self.verbs.look_back_wanted.connect(self.ended)
        self.verbs.full_wanted.connect(self._turn_full)
        self.verbs.sound_turned.connect(self._turn_sound)
        self.verbs.drafted.connect(self._draft)
        self.screen.face_changed.connect(self.page.room.preview.show_face)
        self.screen.resized.connect(self.page.room.preview.show_shape)
        self.screen.closed.connect(self._placement.put_in_window)
        self._placement.placed.connect(self._say_where)
        self._placement.unplugged.connect(self._say_unplugged)
        self._placement.chosen.connect(self._remember_screen)
        self._sounds.problem.connect(self._no_sound)
        self._awake.told.connect(self._say_awake)
        self._clicker.next_pressed.connect(bridge.press_next)
        self._clicker.back_pressed.connect(bridge.press_back)
        self._clicker.blank_pressed.connect(self.verbs.press_blank)
        self.page.banners.answered.connect(self._answered)
        self.page.home_wanted.connect(self._ask_leave)

    def begin(self) -> None:
        """Opens the big screen and goes on ticking."""
        self.stage.bridge.begin()
        # Before time goes on: they belong to what is shown now.
        writing = self.page.capture.put_drafts(self.stage.drafts)
        self.stage.bridge.tick()
        self._placement.place(self.screen)
        self._desk.activateWindow()  # keys belong to the desk, whatever window was opened last
        if writing:
            self.page.capture.focus_box()
        self._clicker.listen()

    def end(self) -> None:
        """Closes the big screen and the record; everything in it is on the disk then."""
        self._clicker.stop()
        self.stage.close()
        self._awake.close()
        self._sounds.close()
        self._placement.release()
        self.screen.deleteLater()
        self.stage.deleteLater()
        self.deleteLater()

    def ask_close(self) -> None:
        """The window is to be closed: a session that runs is left only when asked twice."""
        if not self.stage.bridge.session.going or "close" in self.page.banners.standing():
            self.may_close.emit()
            return
        words = tr("A session is running. If you close now, it waits on the first page, to be carried on.")
        self.page.banners.ask("close", words, "warning", (tr("Stay"), tr("Close")))

    @Slot(str)
    def say_notice(self, words: str) -> None:
        """Says something at the desk that needs no answer."""
        self.page.banners.ask("notice", words, "warning")

    def say_hurt(self, words: str) -> None:
        """Says at the desk that something unexpected happened."""
        self.page.banners.ask("hurt", words, "warning")

    @Slot(object)
    def _show_session(self, session: Session) -> None:
        self.screen.show_session(session)
        (self._awake.hold if session.status == "running" else self._awake.release)()

    @Slot(object)
    def _show_reading(self, told: Reading) -> None:
        self.screen.show_reading(told)

    @Slot(object)
    def _sound_cue(self, cue: Cue) -> None:
        self._sounds.play(cue, self.stage.bridge.session.course.step.phase.quiet)

    @Slot()
    def _turn_sound(self) -> None:
        self._sound = not self._sound
        self._sounds.set_on(self._sound)
        self.page.bar.show_sound(self._sound)
        self.sound_chosen.emit(self._sound)

    @Slot(str)
    def _say_where(self, words: str) -> None:
        self.page.room.show_where(words)
        self.page.banners.drop("screen")

    @Slot(str)
    def _say_unplugged(self, words: str) -> None:
        self.page.banners.ask("screen", tr("{words} The session goes on.").format(words=words), "warning")

    @Slot()
    def _swap(self) -> None:
        """Desk and big screen change places. Once there are notes it is asked first: the room could read them."""
        noted = bool(self.stage.bridge.session.record.kept())
        if noted and not self._swapped and "swap" not in self.page.banners.standing():
            words = tr("Swap the screens? What is written at this desk could then be read in the room.")
            self.page.banners.ask("swap", words, "warning", (tr("Stay"), tr("Swap")))
            return
        self.page.banners.drop("swap")
        # Before there are notes a swap puts right what the computer got wrong; later it is meant to be taken back.
        self._swapped = noted and not self._swapped
        self._placement.swap()

    @Slot()
    def _turn_full(self) -> None:
        """Full screen, or a window that can be shared in a video call."""
        if self._placement.on is None:
            self._placement.fill_screen()
        else:
            self._placement.put_in_window()

    @Slot(str)
    def _no_sound(self, words: str) -> None:
        """No device is no error: every cue is seen as well."""
        self.page.bar.show_sound(False, words)

    @Slot(str)
    def _say_awake(self, words: str) -> None:
        self.page.room.show_awake(words, bool(self._awake.working))

    @Slot(str, str)
    def _draft(self, box: str, text: str) -> None:
        try:
            self.stage.writer.draft(box, text)
        except StoreError as error:
            self.say_notice(str(error))

    @Slot(str)
    def _say_failed(self, words: str) -> None:
        text = tr("Not saved yet. {words} What you wrote stays here, and the session goes on.").format(words=words)
        self.page.banners.ask("failed", text, "over", (tr("Retry"),))

    @Slot(int)
    def _say_saved(self, count: int) -> None:
        if count >= self.stage.writer.count:
            self.page.banners.drop("failed")

    @Slot()
    def _ask_leave(self) -> None:
        """A session that runs is left only when asked twice: the room would stand before an empty screen."""
        if not self.stage.bridge.session.going or "leave" in self.page.banners.standing():
            self.left.emit()
            return
        words = tr("Leave this session? The big screen closes, and the time goes on. It waits on the first page.")
        self.page.banners.ask("leave", words, "warning", (tr("Stay"), tr("Leave")))

    @Slot(str, str)
    def _answered(self, name: str, words: str) -> None:
        if name == "failed" and words == tr("Retry"):
            self.stage.writer.retry()
        elif name == "swap" and words == tr("Swap"):
            self._swapped = True
            self._placement.swap()
        elif name == "leave" and words == tr("Leave"):
            self.left.emit()
        elif name == "close" and words == tr("Close"):
            self.may_close.emit()

    @Slot(object)
    def _remember_screen(self, name: ScreenName) -> None:
        self.screen_chosen.emit(name.key)


def clicker_keys(settings: Settings) -> ClickerKeys:
    """What a clicker's keys do: Page Down and Page Up always the same, the others as far as they were not changed."""
    usual, mine = ClickerKeys(), keys_of(TABLE, settings.keys, settings.single_keys)
    following, before, dark = (strokes(mine[name]) for name in ("next", "back", "blank"))
    return ClickerKeys(
        next_arrow=tuple(key for key in usual.next_arrow if key in following),
        back_arrow=tuple(key for key in usual.back_arrow if key in before),
        blank=tuple(key for key in usual.blank if key in dark),
    )
