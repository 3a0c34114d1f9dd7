"""The plan: when it starts, until when there is room, and the timetable that follows."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from dp_facilitator.model.durations import SECOND, clock_time, read_time_of_day
from dp_facilitator.model.fit import Way
from dp_facilitator.model.plan import Plan
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.widgets.card import Banner
from dp_facilitator.ui.widgets.fields import TimeField
from dp_facilitator.ui.widgets.text import Words
from dp_facilitator.words import tr

from .column_card import ColumnCard
from .message_line import MessageLine
from .phase_kinds import legend
from .setup_outlook import Outlook
from .turn_rows import Legend, TurnRows
from .ways import Ways

ROUNDED_TO_S = 300


class PlanTimes(ColumnCard):
    """Times that are typed, and what comes of them.

    Signals: changed() – a time or the way to end on time is another one.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("The plan"), parent)
        self._look = look
        self.if_over: Way = "equal"
        self.if_spare: Way | None = None
        self._by_hand = False
        self._make()
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan) -> None:
        """Starts anew with another plan."""
        self.if_over, self.if_spare = "equal", None
        self._by_hand = False
        self.starts.show_value("")
        self.until.show_value("")
        self.wrong.say("")
        self.legend.show_kinds(legend(plan))

    def show_now(self, second_of_day: int) -> None:
        """Suggests the next five minutes as the start, unless a start was typed."""
        if not self._by_hand:
            self.starts.show_value(_clock(-(-second_of_day // ROUNDED_TO_S) * ROUNDED_TO_S % 86_400))

    def restore(self, starts: int | None, until: int | None, way: Way | None) -> None:
        """Shows the times of a session that was set up before."""
        if starts is not None:
            self._by_hand = True
            self.starts.show_value(_clock(starts))
        self.until.show_value("" if until is None else _clock(until))
        self.if_over = way or "equal"
        self.if_spare = None if way == "later" else way

    def start_s(self) -> int | None:
        """The start in seconds of the day, if there is one."""
        return read_time_of_day(self.starts.value())

    def until_s(self) -> int | None:
        """Until when there is room, in seconds of the day, if that is said."""
        return read_time_of_day(self.until.value())

    def problem(self) -> str:
        """What is typed and is no time, in words."""
        for field in (self.starts, self.until):
            if field.is_wrong():
                return tr("“{text}” is not a time. Type one such as 10:00 or 9.30.").format(text=field.text().strip())
        return ""

    def show_outlook(self, outlook: Outlook) -> None:
        """Shows the timetable and how it ends."""
        self.rows.show_turns(outlook.rows)
        self.each.show_text(outlook.each or "–")
        self.each_box.setAccessibleName(tr("Each leader {each}").format(each=outlook.each))
        taken = next((option for option in outlook.options if option.way == outlook.way), None)
        self.ways.show_options(outlook.options, taken)
        self.result.show_message(outlook.text, outlook.kind, outlook.detail)

    def focus_problem(self) -> None:
        """Puts the focus where something has to be changed first."""
        wrong = next((field for field in (self.starts, self.until) if field.is_wrong()), None)
        if wrong is None and self.ways.options():
            self.ways.focus_taken()
        else:
            (wrong or (self.until if self.starts.value() else self.starts)).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_roomy(self, roomy: bool) -> None:
        """Lets the timetable be as high as it is, where the page around it scrolls."""
        self.rows.show_roomy(roomy)

    def _make(self) -> None:
        self.starts = TimeField(tr("Starts"))
        self.until = TimeField(tr("Room is ours until"), optional=True)
        self.until.setPlaceholderText(tr("any time"))
        self.each_box = QFrame()
        self.each_box.setProperty("role", "tile")
        self.each = Words("", "strong")
        self.wrong = MessageLine()
        self.legend = Legend(self._look)
        self.rows = TurnRows(self._look)
        self.ways = Ways()
        self.result = Banner(self._look, closable=False)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.each_box)
        inside.setContentsMargins(12, 0, 12, 0)
        inside.addWidget(self.each)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        columns = (
            (tr("Starts"), self.starts),
            (tr("Room is ours until"), self.until),
            (tr("Each leader"), self.each_box),
        )
        for column, (words, field) in enumerate(columns):
            label = Words(words, "label")
            label.setBuddy(field)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        self.body.setSpacing(10)
        self.body.addLayout(grid)
        self.body.addWidget(self.wrong)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.result)
        self.body.addWidget(self.ways)

    def _connect(self) -> None:
        self.starts.changed.connect(self._take_start)
        self.until.changed.connect(self._take)
        self.starts.editingFinished.connect(self._say_wrong)
        self.until.editingFinished.connect(self._say_wrong)
        self.starts.textEdited.connect(self._say_wrong)
        self.until.textEdited.connect(self._say_wrong)
        self.ways.chosen.connect(self._take_way)

    @Slot(str)
    def _take_start(self, _value: str) -> None:
        self._by_hand = True
        self.changed.emit()

    @Slot(str)
    def _take(self, _value: str) -> None:
        self.changed.emit()

    @Slot()
    def _say_wrong(self) -> None:
        self.wrong.say(self.problem(), "warning")

    @Slot(int)
    def _take_way(self, number: int) -> None:
        options = self.ways.options()
        way = options[number].way
        if any(option.way is None for option in options):
            self.if_spare = way
        else:
            self.if_over = way or "equal"
        self.changed.emit()


def _clock(second: int) -> str:
    return clock_time(second * SECOND, 0)
