"""Plan files that are odd as files, whatever is in them (bad inputs B26, B34 to B44)."""

import json
import os
import socket

import pytest
from sample_session import ID, NAMES, PLAN, TEN, Play, stored

from dp_facilitator.__main__ import main
from dp_facilitator.model.mistakes import Refused
from dp_facilitator.model.moment import Moment
from dp_facilitator.model.roster import roster
from dp_facilitator.model.timetable import open_session
from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.plans import find_plan, list_plans
from dp_facilitator.store.records import load

PLACES = (
    "../../etc/passwd", "/etc/passwd", "C:\\x", "\\\\host\\s", "file:///etc/passwd", "http://example.org/x", "a\0b",
    "CON", "x:ads", "huge.png",
)  # fmt: skip


def found(path, tmp_path):
    return find_plan(str(path), PLAN.parent, tmp_path / "none")


def with_title(title):
    return json.dumps(json.loads(PLAN.read_bytes()) | {"title": title})


@pytest.mark.parametrize("field", ["asset", "picture", "logo"])
@pytest.mark.parametrize("place", PLACES)
def test_a_plan_names_no_other_file(tmp_path, field, place):  # B38, B39, B40
    """There is nothing in a plan that stands for a file, so no link and no picture is ever followed."""
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(json.loads(PLAN.read_bytes()) | {field: place}))
    with pytest.raises(Refused, match=rf"^plan\.json, {field}: is not something that a plan has"):
        found(path, tmp_path)


def test_devices_pipes_and_sockets_are_no_plans(tmp_path):  # B41
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "zero.json").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.json"))
        for name in ("pipe", "folder", "zero", "socket"):
            with pytest.raises(StoreError, match=rf"^{name}\.json: is not a file"):
                found(tmp_path / f"{name}.json", tmp_path)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "no"), "permission was refused"),
        (FileNotFoundError(2, "gone"), "it is not there any more"),
        (OSError(5, "io"), "the disk reported a fault"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_with_the_reason(tmp_path, monkeypatch, fault, said):  # B42
    path = tmp_path / "plan.json"
    path.write_bytes(PLAN.read_bytes())

    def refuse_it(*_args, **_more):
        raise fault

    monkeypatch.setattr(os, "open", refuse_it)
    with pytest.raises(StoreError, match=rf"^plan\.json: cannot be read: {said}"):
        found(path, tmp_path)


def test_a_link_that_leads_nowhere_is_said(tmp_path):  # B42
    (tmp_path / "plan.json").symlink_to(tmp_path / "gone.json")
    with pytest.raises(StoreError, match=r"^plan\.json: cannot be read: it is not there any more"):
        found(tmp_path / "plan.json", tmp_path)


def test_a_session_keeps_the_plan_that_it_began_with(tmp_path):  # B43
    own = tmp_path / "plan.json"
    own.write_text(with_title("As it was"))
    session, facts = open_session(ID, Moment(0, TEN), found(own, tmp_path).text, roster(NAMES))
    folder = stored(Play(session, list(facts)), tmp_path / "sessions")
    for change in (lambda: own.write_text(with_title("Changed since")), own.unlink):
        change()
        assert load(folder).session.plan.title == "As it was"


@pytest.mark.parametrize(
    "name",
    [
        "em😀ji.json",
        "two\nlines.json",
        "x" * 250 + ".json",
        "trailing.",
        "trailing ",
        " .json",
        "\u202egpj.json",
        "&.json",
    ],
)
def test_a_file_may_be_called_anything(tmp_path, name):  # B44
    path = tmp_path / name
    path.write_bytes(PLAN.read_bytes())
    assert found(path, tmp_path).plan.people.usual == 5
    path.write_bytes(b"{}")
    with pytest.raises(Refused) as refused:
        found(path, tmp_path)
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreError) as no_file:
        found(path, tmp_path)
    assert all(line.isprintable() for line in str(refused.value).splitlines())
    assert str(no_file.value).isprintable()


def test_a_folder_of_oddly_named_plans_is_listed(tmp_path):  # B44
    for name in ("em😀ji.json", "two\nlines.json", "\u202egpj.json"):
        (tmp_path / name).write_bytes(PLAN.read_bytes())
    assert len(list_plans(tmp_path / "none", tmp_path)) == 3


MARKUP = "<img src=file://host/x><a href=x>a & b</a>"


def test_markup_in_a_plan_is_words_and_opens_nothing(tmp_path, monkeypatch, capsys):  # B34, B35
    path = tmp_path / "plan.json"
    path.write_text(with_title(MARKUP))
    opened = []
    real = os.open

    def watched(name, *args, **more):
        opened.append(os.fspath(name))
        return real(name, *args, **more)

    monkeypatch.setattr(os, "open", watched)
    assert main(["timetable", str(path), "--people", "2", "--start", "10:00"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == MARKUP
    assert not any("host" in str(name) for name in opened)


def test_marks_of_direction_and_heaps_of_accents_do_no_harm(tmp_path, capsys):  # B36, B37
    path = tmp_path / "plan.json"
    path.write_text(with_title("Plan \u202egpj.exe"))
    assert found(path, tmp_path).plan.title == "Plan gpj.exe"
    path.write_text(with_title("e" + "\u0301" * 5000))
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().err.strip() == f"{path}, title: is longer than 80 characters. Shorten it."


def test_more_roles_than_people_are_told(tmp_path, capsys):  # B26
    plan = json.loads((PLAN.parent / "group-supervision-60.json").read_bytes())
    plan["people"] = {"usual": 2, "least": 1, "most": 10}
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan))
    assert main(["timetable", str(path), "--people", "2", "--start", "10:00"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "With 2 people nobody is Timekeeper."
    assert main(["timetable", str(path), "--people", "0", "--start", "10:00"]) == 1
    assert capsys.readouterr().err.startswith("people: There is nobody in the session yet.")
