"""The big screen in pixels: how large, how steady, and painted whole."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot
from room_states import STATES, Room, room

from dp_facilitator.paths import asset
from dp_facilitator.ui.big_screen.face import Face
from dp_facilitator.ui.big_screen.pieces import Words
from dp_facilitator.ui.big_screen.preview import Preview
from dp_facilitator.ui.big_screen.window import BigScreen
from dp_facilitator.ui.big_screen.words import Faced, faced
from dp_facilitator.ui.icons import Icons
from dp_facilitator.ui.theme import Look
from dp_facilitator.ui.tokens import Sizes, load_tokens

SIZES = [(1920, 1080, 0.30), (1920, 1200, 0.30), (1366, 768, 0.30), (1024, 768, 0.27)]
SEEN = {name: faced((at := make()).session, at.reading) for name, make in STATES.items()}
COUNTING = [name for name, face in SEEN.items() if face.clock and face.clock.sight == "digits"]


@pytest.fixture
def night(fonts: tuple[str, ...]) -> Look:
    return Look(load_tokens(asset("themes", "night.json")), Sizes(), Icons(asset("icons")))


def face_of(night: Look, face: Faced, width: int, height: int) -> Face:
    made = Face(night)
    made.resize(width, height)
    made.show(face)
    return made


def painted(face: Face) -> QImage:
    image = QImage(round(face.size.width()), round(face.size.height()), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        face.paint(painter)
    return image


def inked(image: QImage, box: QRect, ground: QColor) -> QRect:
    """The smallest rectangle around everything in the box that is not clearly the ground."""
    found = QRect()
    for y in range(max(0, box.top()), min(image.height(), box.bottom() + 1)):
        for x in range(max(0, box.left()), min(image.width(), box.right() + 1)):
            colour = image.pixelColor(x, y)
            if abs(colour.red() - ground.red()) + abs(colour.green() - ground.green()) > 120:
                found |= QRect(x, y, 1, 1)
    return found


@pytest.mark.parametrize(("width", "height", "least"), SIZES)
@pytest.mark.parametrize("state", COUNTING)
def test_digits_are_large_in_every_state(night: Look, state: str, width: int, height: int, least: float) -> None:
    """A1, measured on a painted 0 (or an 8, 3, 6, 9 or 5, which are no higher)."""
    face = face_of(night, SEEN[state], width, height)
    digits, clock = face.laid.digits, face.faced.clock
    assert digits is not None
    assert clock is not None
    round_ones = [x for letter, x in digits.cells(clock.text) if letter in "036895"]
    x = round(round_ones[0] + digits.cell / 2)
    # A column through the middle of a digit meets its top and its bottom.
    strip = QRect(x - 3, round(digits.top - 20), 6, round(digits.face.cap + 40)).adjusted(-8, 0, 8, 0)
    assert inked(painted(face), strip, night.colour("ground")).height() >= least * height


def test_an_m_ss_phase_has_digits_of_35_percent(night: Look) -> None:
    face = face_of(night, SEEN["practise"], 1920, 1080)
    assert face.laid.digits is not None
    assert face.laid.digits.face.cap >= 0.35 * 1080


@pytest.mark.parametrize(("width", "height", "_least"), SIZES)
@pytest.mark.parametrize("state", STATES)
def test_no_letter_is_small(night: Look, state: str, width: int, height: int, _least: float) -> None:
    """A2: nothing under 6 %, the title and stems at 8 %."""
    face = face_of(night, SEEN[state], width, height)
    rows = [piece for piece in face.laid.pieces if isinstance(piece, Words)]
    assert rows
    for row in rows:
        assert row.face.metrics.tightBoundingRect("H").height() >= 0.06 * height
    large = [row for row in rows if row is rows[0] or row.text in ("It was effective when…", "Next time you could…")]
    assert all(row.face.metrics.tightBoundingRect("H").height() >= 0.08 * height for row in large)
    assert all(row.squeeze >= 0.879 for row in rows)


@pytest.mark.parametrize(("width", "height", "_least"), [*SIZES, (640, 480, 0), (600, 800, 0), (320, 180, 0)])
@pytest.mark.parametrize("state", STATES)
def test_everything_is_inside_and_nothing_overlaps(
    night: Look, state: str, width: int, height: int, _least: float
) -> None:
    face = face_of(night, SEEN[state], width, height)
    clock = face.faced.clock
    boxes = [solid(piece) for piece in face.laid.pieces if isinstance(piece, Words)]
    if clock:
        for place in (face.laid.label, face.laid.digits):
            boxes += [solid(piece) for piece in place.pieces(clock) if isinstance(piece, Words)] if place else []
        boxes += [face.laid.bar.box] if face.laid.bar else []
    if width < height:
        return
    whole = QRectF(0, 0, width, height)
    assert all(whole.contains(box) for box in boxes)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


def solid(row: Words) -> QRectF:
    """Where the capitals of a row stand."""
    wide = row.face.metrics.horizontalAdvance(row.text) * row.squeeze
    cap = row.face.cap
    return QRectF(row.x + 1, row.baseline - cap, wide - 3, cap)


@pytest.mark.parametrize(("width", "height", "_least"), SIZES)
@pytest.mark.parametrize("phase", ["practise", "feedback", "warm-up"])
def test_nothing_moves_from_second_to_second_or_state_to_state(
    night: Look, phase: str, width: int, height: int, _least: float
) -> None:
    """A7: the places of colon and digits, the label, the bar and every line stay the same."""
    at = room().to(phase)
    face = face_of(night, faced(at.session, at.reading), width, height)
    laid = face.laid
    begun = at.second
    for second in (*range(0, 60), *range(170, 250), 300, 340, 400, 430):
        at.second = begun + second
        parts = face.show(faced(at.session, at.reading))
        assert face.laid is laid
        assert face.whole not in parts
        assert laid.digits is not None
        assert dict(laid.digits.cells(face.faced.clock.text))[":"] == laid.digits.xs[1]


def test_the_colon_is_painted_at_the_same_pixels_for_a_minute_and_over(night: Look) -> None:
    at = room().to("practise")
    face = face_of(night, faced(at.session, at.reading), 480, 270)
    assert face.laid.digits is not None
    digits, begun, boxes = face.laid.digits, at.second, []
    cell = QRect(round(digits.xs[1]), round(digits.top), round(digits.xs[2] - digits.xs[1]), round(digits.face.cap))
    for second in (*range(0, 60, 7), 170, 200, 239, 245, 270):
        at.second = begun + second
        face.show(faced(at.session, at.reading))
        boxes.append(inked(painted(face), cell, night.colour("ground")))
    assert len({(box.left(), box.right(), box.top(), box.bottom()) for box in boxes[:9]}) == 1
    # Another colour may make half a pixel of the rim look inked.
    assert max(box.left() for box in boxes) - min(box.left() for box in boxes) <= 1
    assert max(box.right() for box in boxes) - min(box.right() for box in boxes) <= 1


def test_painting_only_what_changed_gives_the_whole_picture(night: Look) -> None:
    at = room().to("practise")
    face = face_of(night, faced(at.session, at.reading), 960, 540)
    canvas, begun, areas = painted(face), at.second, []
    for second in (*range(0, 8), 57, 58, 175, 181, 239, 240, 241, 242, 300, 840, 841):
        at.second = begun + second
        region = QRegion()
        for part in face.show(faced(at.session, at.reading)):
            region += QRegion(part.toAlignedRect())
        with QPainter(canvas) as painter:
            painter.setClipRegion(region)
            face.paint(painter, region)
        assert canvas == painted(face), second
        areas.append(sum(r.width() * r.height() for r in region))
    assert max(areas[2:8]) < 0.12 * 960 * 540


def test_the_leader_is_white_and_never_in_the_colour_of_the_state(night: Look) -> None:
    face = face_of(night, SEEN["practise, over"], 960, 540)
    still = {piece.colour for piece in face.laid.pieces}
    assert still <= {"ink", "muted", "card", "ground"}


def show(screen: BigScreen, at: Room) -> None:
    screen.show_session(at.session)
    screen.show_reading(at.reading)


@pytest.fixture
def screen(qtbot: QtBot, night: Look) -> BigScreen:
    screen = BigScreen(night)
    qtbot.addWidget(screen)
    screen.resize(960, 540)
    screen.show()
    return screen


def test_the_window_shows_states_blank_nudge_and_the_demonstration(screen: BigScreen) -> None:
    assert screen.faced() == Faced("blank")
    at = STATES["practise"]()
    show(screen, at)
    assert screen.faced().title == "Ana practises"
    screen.nudge(True)
    assert "practical space" in screen.faced().said
    screen.blank(True)
    assert (screen.faced(), screen.is_blank(), screen.is_nudging()) == (Faced("blank"), True, True)
    assert screen.grab().toImage().pixelColor(QPoint(200, 200)).name() == "#101820"
    screen.blank(False)
    screen.nudge(False)
    screen.show_demo(3)
    assert screen.faced().clock.text == "0:12"
    screen.show_demo(None)
    assert screen.faced().title == "Ana practises"


def test_a_session_without_its_reading_changes_nothing_yet(screen: BigScreen) -> None:
    at = STATES["practise"]()
    show(screen, at)
    at.verb("next")
    screen.show_session(at.session)
    assert screen.faced().title == "Ana practises"
    screen.show_reading(at.reading)
    assert screen.faced().title == "Feedback for Ana"


def test_its_name_changes_with_the_state_and_never_with_the_second(screen: BigScreen) -> None:
    at = room().to("practise")
    names, begun = [], at.second
    for second in range(240):
        at.second = begun + second
        show(screen, at)
        names.append(screen.accessibleName())
    assert list(dict.fromkeys(names)) == [
        "Big screen. Ana practises. Time left. Only Ana speaks",
        "Big screen. Ana practises. One minute. Only Ana speaks",
    ]


def test_a_dark_preview_has_an_edge_on_a_dark_desk(qtbot: QtBot, night: Look) -> None:
    preview = Preview(night)
    qtbot.addWidget(preview)
    preview.resize(320, 180)
    preview.show_face(Faced("blank"))
    picture = preview.grab().toImage()
    assert picture.pixelColor(160, 0) == night.colour("control_border")
    assert picture.pixelColor(160, 90) != night.colour("control_border")


def test_the_preview_shows_the_same_in_the_shape_of_the_window(qtbot: QtBot, screen: BigScreen, night: Look) -> None:
    preview = Preview(night)
    qtbot.addWidget(preview)
    screen.face_changed.connect(preview.show_face)
    screen.resized.connect(preview.show_shape)
    screen.resize(1024, 768)
    show(screen, STATES["practise, over"]())
    qtbot.waitUntil(lambda: preview.heightForWidth(400) == 300)
    assert preview.faced() == screen.faced()
    assert preview.accessibleName() == "The room sees: Ana practises. Over. Only Ana speaks"
    preview.resize(400, 300)
    image = preview.grab().toImage()
    whole = screen.grab().toImage().scaled(QSize(400, 300))
    for x, y in ((200, 12), (50, 150), (380, 150), (30, 200)):
        assert image.pixelColor(x, y).name() == whole.pixelColor(x, y).name()


def test_closing_it_is_told_afterwards(qtbot: QtBot, screen: BigScreen) -> None:
    with qtbot.waitSignal(screen.closed):
        screen.close()
    assert not screen.isVisible()


def test_a_new_look_is_put_on_at_once(screen: BigScreen, night: Look) -> None:
    show(screen, STATES["practise"]())
    night.wear(load_tokens(asset("themes", "contrast.json")), 1.0)
    assert screen.grab().toImage().pixelColor(QPoint(3, 3)) == night.colour("ground")
