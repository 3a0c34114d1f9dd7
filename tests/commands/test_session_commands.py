import json

import pytest
from sample_session import ID, NAMES, begun, played, stored

from dp_facilitator.__main__ import main
from dp_facilitator.store.lines import encode


@pytest.fixture
def sessions(home):
    return home / "data" / "sessions"


@pytest.fixture
def kept(sessions):
    play = played()
    return stored(play, sessions)


def test_no_sessions(capsys):
    assert main(["sessions"]) == 0
    assert capsys.readouterr().out == "No session is kept here.\n"
    assert main(["sessions", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_sessions_are_listed(sessions, kept, capsys):
    (sessions / "2026-11-23-1000-bad").mkdir()
    (sessions / "2026-11-23-1000-bad" / "journal.jsonl").touch()
    assert main(["sessions"]) == 0
    text = capsys.readouterr().out
    assert f"{ID}  finished  5       25     1:31:07  1:30:00  2027-02-20  Deliberate practice" in text
    assert "never begun" in text
    assert main(["sessions", "--json"]) == 0
    good, bad = json.loads(capsys.readouterr().out)
    assert good == {
        "id": ID,
        "plan": "Deliberate practice, led by leaders",
        "opened": "2026-11-22T10:00:00+00:00",
        "people": 5,
        "status": "finished",
        "notes": 25,
        "planned_s": 5400,
        "used_s": 5467,
        "keep_until": "2027-02-20",
        "problem": None,
    }
    assert (bad["plan"], bad["opened"], bad["keep_until"]) == (None, None, None)
    assert "never begun" in bad["problem"]


def test_how_long_they_are_kept_is_what_the_settings_say(sessions, kept, capsys):
    (sessions.parent / "settings.json").write_text('{"keep_days": 1}')
    assert main(["sessions", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["keep_until"] == "2026-11-23"


def test_another_data_folder(tmp_path, capsys):
    stored(begun(), tmp_path / "sessions")
    assert main(["sessions", "--json", "--data-dir", str(tmp_path)]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_a_hand_out_goes_into_this_folder(kept, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["export", "last", "--leader", f" {NAMES[1].upper()}"]) == 0
    name = f"{ID}-leader-B.html"
    assert capsys.readouterr().out == f"{name}\n"
    assert "coach praise for P2" in (tmp_path / name).read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_or_to_a_file_or_the_terminal(kept, tmp_path, capsys):
    argv = ["export", ID[:13], "--leader", NAMES[0]]
    assert main([*argv, "--out", str(tmp_path / "x.html")]) == 0
    capsys.readouterr()
    assert main([*argv, "--out", "-"]) == 0
    assert capsys.readouterr().out == (tmp_path / "x.html").read_text("utf-8")
    assert main([*argv, "--format", "json", "--out", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == NAMES[0]
    assert main([*argv, "--out", str(tmp_path / "none" / "x.html")]) == 1
    assert "x.html: cannot be written" in capsys.readouterr().err


def test_an_unknown_leader_learns_nobodys_name(kept, capsys):
    assert main(["export", "last", "--leader", "Zoe"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{ID}: no leader of that name in this session.")
    assert not [name for name in NAMES if name in said]


def test_an_unknown_session(kept, capsys):
    assert main(["export", "2025", "--leader", "Zoe"]) == 1
    assert capsys.readouterr().err.startswith("2025: there is no session of that name.")


def test_what_is_wrong_with_a_record_is_said(sessions, tmp_path, capsys):
    stored(begun(), sessions, extra=[encode(1, "sang", {}, {})])
    assert main(["export", "last", "--leader", NAMES[0], "--out", "-"]) == 0
    assert "newer version" in capsys.readouterr().err
    assert main(["scenario", "--from", "last"]) == 0
    assert "newer version" in capsys.readouterr().err


SCENARIO = """\
plan deliberate-practice-90
people Ana, Ben, Cai, Dee, Eli
planned-start 10:00:00
at 10:02:00
start
+5:00
extend +1:00
expect left 3:00
expect session-ends 11:33:00
"""


def test_a_scenario_is_played(tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(SCENARIO)
    bad.write_text(SCENARIO + "expect left 9:00\n")
    assert main(["scenario", str(good)]) == 0
    assert capsys.readouterr().out == f"{good}: ok, 2 of 2 expectations met\n"
    assert main(["scenario", str(bad), str(good)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{bad}, line 10: expected left 9:00, seen left 3:00"
    assert lines[1] == f"{bad}: failed, 2 of 3 expectations met"
    assert main(["scenario", str(bad), "--json"]) == 1
    (tree,) = json.loads(capsys.readouterr().out)
    assert (tree["file"], tree["ok"]) == (str(bad), False)
    assert tree["failures"] == [{"line": 10, "expected": "left 9:00", "seen": "left 3:00"}]
    assert tree["readings"][4]["left_s"] == 420


def test_a_plan_beside_the_scenario(tmp_path, capsys):
    from sample_session import PLAN

    (tmp_path / "my.json").write_bytes(PLAN.read_bytes())
    (tmp_path / "s.txt").write_text(SCENARIO.replace("deliberate-practice-90", "my.json"))
    assert main(["scenario", str(tmp_path / "s.txt")]) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff", "s.txt: is not UTF-8 text."),
        (b"plan x\nfoo\nbar", "s.txt, line 2: “foo” is not a word"),
        (b"plan .\npeople A, B\nstart", "s.txt, line 1: : is not a file"),
        (b"plan zzz\npeople A, B\nstart", "s.txt, line 1: zzz: there is no plan"),
    ],
)
def test_what_cannot_be_played_is_said(tmp_path, capsys, content, said):
    (tmp_path / "s.txt").write_bytes(content)
    assert main(["scenario", str(tmp_path / "none.txt"), str(tmp_path / "s.txt")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{tmp_path / 'none.txt'}: there is no such file. Check how it is spelt."
    assert lines[1].startswith(f"{tmp_path / said}")


def test_a_session_becomes_a_scenario_without_a_name(kept, tmp_path, capsys):
    assert main(["scenario", "--from", "last"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("plan deliberate-practice-90\npeople P1, P2, P3, P4, P5\n")
    assert not [word for word in (*NAMES, "praise", "area of") if word in text]
    (tmp_path / "again.txt").write_text(text)
    assert main(["scenario", str(tmp_path / "again.txt")]) == 0


def test_a_plan_that_is_not_here_any_more_is_said(sessions, capsys):
    play = begun()
    from dataclasses import replace

    opening = play.facts[0]
    play.facts[0] = replace(opening, plan=opening.plan.replace("led by leaders", "of old"))
    stored(play, sessions)
    assert main(["scenario", "--from", "last"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("plan plan.json\n")
    assert "none of those here" in told.err
