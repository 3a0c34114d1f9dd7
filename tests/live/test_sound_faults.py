"""Sounds that cannot be heard: said once, in words, and never an exception."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from listener import Listener
from pytestqt.qtbot import QtBot

from dp_facilitator.live.loudspeaker import NO_DEVICE, NO_FILE
from dp_facilitator.live.sounds import Sounds

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "sounds"


def hear(qtbot: QtBot, sounds: Sounds) -> None:
    with qtbot.waitSignal(sounds.tried, timeout=5000):
        sounds.test()


def test_without_a_device_it_is_said_once(qtbot: QtBot) -> None:
    device = Listener()
    sounds = Sounds(FOLDER, 1.0, True, device=device)
    said: list[str] = []
    sounds.problem.connect(said.append)
    device.broken = True
    hear(qtbot, sounds)
    assert sounds.working is False
    hear(qtbot, sounds)
    assert said == [NO_DEVICE]
    device.broken = False
    hear(qtbot, sounds)
    assert sounds.working is True
    assert said == [NO_DEVICE]
    device.broken = True
    hear(qtbot, sounds)
    assert said == [NO_DEVICE, NO_DEVICE]
    sounds.close()


@pytest.mark.parametrize("wrong", [None, b"", b"RIFF\0\0\0\0WAVE"])
def test_a_missing_or_broken_file(qtbot: QtBot, tmp_path: Path, wrong: bytes | None) -> None:
    device = Listener()
    if wrong is not None:
        (tmp_path / "end.wav").write_bytes(wrong)
    sounds = Sounds(tmp_path, 1.0, True, device=device)
    with qtbot.waitSignal(sounds.problem, timeout=5000) as told:
        sounds.test()
    sounds.close()
    assert told.args == [NO_FILE]
    assert device.opened == 0


def test_a_device_that_takes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stuck(Listener):
        def start(self, frames: Iterator, /) -> None:
            pass

    monkeypatch.setattr("dp_facilitator.live.loudspeaker.STUCK_S", -2.5)
    device = Stuck()
    sounds = Sounds(FOLDER, 1.0, True, device=device)
    with qtbot.waitSignal(sounds.problem, timeout=5000) as told:
        sounds.test()
    sounds.close()
    assert told.args == [NO_DEVICE]
    assert device.open_now == 0


def test_a_device_that_fails_when_it_is_to_begin(qtbot: QtBot) -> None:
    class Refusing(Listener):
        def start(self, frames: Iterator, /) -> None:
            raise RuntimeError("failed to start audio device")

    device = Refusing()
    sounds = Sounds(FOLDER, 1.0, True, device=device)
    with qtbot.waitSignal(sounds.problem, timeout=5000) as told:
        sounds.test()
    sounds.close()
    assert told.args == [NO_DEVICE]
    assert device.open_now == 0
