"""The session that is set up, on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.printing import PIECES, Order, Paper, paper, paper_name, put_on_paper
from dp_facilitator.ui.desk.setup_values import Wanted

NOW = Moment(0, 36_000 * 10**9)
PLAN = (shipped_plans_dir() / "deliberate-practice-90.json").read_bytes()


def test_plan_sheets_and_cards_are_one_tagged_file(tmp_path: Path) -> None:
    path = put_on_paper(Wanted("deliberate-practice-90", PLAN, ("Ana", "Ben", "Cai")), NOW, 30, tmp_path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in content
    assert path.stat().st_mode & 0o777 == 0o600


def test_nobody_in_the_session_is_said_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nobody in the session"):
        put_on_paper(Wanted("deliberate-practice-90", PLAN, ()), NOW, 30, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_is_a_file_of_its_kind(piece: str) -> None:
    made = paper(PLAN, piece)
    assert made.startswith(b"PK" if piece.endswith(".docx") else b"%PDF")
    assert Path(paper_name("ours", piece)).suffix == (".docx" if piece.endswith(".docx") else ".pdf")


def test_every_piece_has_a_name_of_its_own() -> None:
    assert len({paper_name("ours", piece) for piece in PIECES}) == len(PIECES)
    assert paper_name("ours", "plan") == "ours.pdf"


def test_all_in_one_file_is_longer_than_any_of_them() -> None:
    assert len(paper(PLAN, "all")) > max(len(paper(PLAN, piece)) for piece in ("plan", "sheet", "example", "cards"))


def test_a_piece_is_made_beside_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    press = Paper(parent)
    with qtbot.waitSignal(press.done, timeout=20_000) as done:
        press.make(Order(PLAN, "plan", tmp_path / "plan.pdf"))
    assert done.args == [str(tmp_path / "plan.pdf")]
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    with qtbot.waitSignal(press.failed, timeout=20_000) as failed:
        press.make(Order(PLAN, "plan", tmp_path / "nowhere" / "plan.pdf"))
    assert "cannot be written" in failed.args[0]
    press.close()


def test_what_takes_long_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    press = Paper(parent)
    press._wait.setInterval(0)
    with qtbot.waitSignals([press.slow, press.done], timeout=20_000):
        press.make(Order(PLAN, "all", tmp_path / "all.pdf"))
    press.close()
