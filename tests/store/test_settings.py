import json
import os
import stat
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.settings import Settings, read_settings, write_settings

NOON = datetime(2026, 11, 22, 12, 0, 5)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "app" / "settings.json"


def put(path, content):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())


def test_no_file_is_no_news(path):
    assert read_settings(path) == (Settings(), ())
    path.parent.mkdir()
    assert read_settings(path) == (Settings(), ())


def test_what_is_written_is_read(path):
    settings = Settings(theme="night", scale=1.5, sound=False, volume=0, keys={"next": "F"}, window=(1920, 1080))
    write_settings(path, settings)
    assert read_settings(path) == (settings, ())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_last_ones_are_kept(path):
    write_settings(path, Settings(scale=1.25))
    write_settings(path, Settings(scale=1.5))
    assert json.loads((path.parent / "settings.json.bak").read_text())["scale"] == 1.25


def test_settings_of_a_newer_version_are_kept(path):
    put(path, {"scale": 2, "confetti": {"colour": "\ud800", "__class__": [1, None]}})
    settings, notices = read_settings(path)
    assert (settings.scale, notices) == (2.0, ())
    write_settings(path, settings.but(theme="night"))
    tree = json.loads(path.read_text())
    assert tree["confetti"] == {"colour": "\ud800", "__class__": [1, None]}
    assert (tree["scale"], tree["theme"]) == (2.0, "night")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("scale", 1e9),
        ("scale", 0.5),
        ("scale", "1.5"),
        ("scale", True),
        ("sound", 1),
        ("volume", -1),
        ("last_plan", None),
        ("last_plan", "\ud800"),
        ("screen", "x" * 201),
        ("keys", []),
        ("keys", {"next": 1}),
        ("window", [1, 2]),
        ("window", [800]),
        ("window", "800x600"),
        ("keep_days", 0),
    ],
)
def test_a_bad_value_costs_no_other(path, name, value):
    put(path, {"single_keys": False, name: value})
    settings, notices = read_settings(path)
    assert settings == Settings(single_keys=False)
    assert len(notices) == 1
    assert notices[0].startswith(f"settings.json, {name}: cannot be used; the usual value is ")


def test_each_bad_value_is_said_once(path):
    put(path, {"keys": {"a": 1, "b": 2}, "volume": 7})
    assert len(read_settings(path)[1]) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 64,
        b"\xff\xfe{}",
        b"{",
        b"[]",
        b"null",
        b'{"scale": NaN}',
        b'{"new": 1e999}',
        b'{"new": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_settings_is_set_aside(path, content):
    put(path, content)
    settings, notices = read_settings(path, NOON)
    assert settings == Settings()
    bad = path.parent / "settings.bad-20261122-120005.json"
    assert notices == (f"settings.json could not be understood and is now {bad.name}. The usual settings are used.",)
    assert bad.read_bytes() == content
    assert not path.exists()


def test_a_byte_order_mark_is_no_harm(path):
    put(path, b'\xef\xbb\xbf{"scale": 1.5}')
    assert read_settings(path)[0].scale == 1.5


def test_what_cannot_be_set_aside_is_said(path, monkeypatch):
    put(path, b"{")

    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "replace", refuse)
    settings, notices = read_settings(path)
    assert settings == Settings()
    assert "could not be set aside: permission was refused." in notices[0]


def test_what_is_no_file_is_left_alone(path):
    path.mkdir(parents=True)
    settings, notices = read_settings(path)
    assert settings == Settings()
    assert notices[0].endswith("The usual settings are used.")
    with pytest.raises(StoreError):
        write_settings(path, settings)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda c: st.lists(c) | st.dictionaries(st.sampled_from([*vars(Settings()), "but", "x"]) | st.text(), c),
    )
)
def test_no_tree_breaks_it(tmp_path_factory, tree):
    path = tmp_path_factory.mktemp("s") / "settings.json"
    put(path, json.dumps(tree).encode())
    settings, _ = read_settings(path)
    write_settings(path, settings)
    assert read_settings(path) == (settings, ())
