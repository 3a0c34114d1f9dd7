"""The session that is being set up, on paper: plan, preparation sheets and feedback cards in one file."""

from pathlib import Path
from typing import Final

from dp_facilitator.model.moment import Moment
from dp_facilitator.model.timetable import timetable
from dp_facilitator.opening import session_from
from dp_facilitator.store.exports.paper.cards import cards_each, cards_part, stems_of
from dp_facilitator.store.exports.paper.plan_page import plan_part, purpose_words
from dp_facilitator.store.exports.paper.press import press
from dp_facilitator.store.exports.paper.sheets import sheet_parts
from dp_facilitator.store.files import write_atomic
from dp_facilitator.ui.desk.setup_values import Check, Wanted
from dp_facilitator.words import marked, tr

PRINT: Final = marked("Save as PDF")
FILE_NAME: Final = "session-on-paper.pdf"


def paper_check() -> Check:
    """The line in set-up that offers it."""
    return Check(tr("Plan, sheets and feedback cards on paper"), "good", tr(PRINT))


def put_on_paper(wanted: Wanted, now: Moment, keep_days: int, folder: Path) -> Path:
    """Writes the file into a folder and answers its path.

    Raises Refused where the session cannot be as it is set up, StoreError where the file cannot be written.
    """
    session, _ = session_from(wanted, "paper", now)
    course = session.course
    names = [course.name(person) for person in course.present]
    sizes = [segment.group_size for segment in course.plan.segments if segment.group_size]
    parts = [
        plan_part(
            course,
            timetable(course, now),
            purpose=purpose_words(keep_days),
        ),
        *sheet_parts(names),
        cards_part(names, cards_each(len(names), min(sizes, default=None)), stems_of(course.plan)),
    ]
    path = folder / FILE_NAME
    write_atomic(path, press(course.plan.title, parts))
    return path
