"""The session that is set up, on paper."""

from pathlib import Path

import pytest

from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.printing import put_on_paper
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
