"""Cues as they are heard, with a device that only listens."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from listener import Listener
from pytestqt.qtbot import QtBot

from dp_facilitator.live.loudspeaker import LEAD_IN, RATE, RING_EVERY, read_sound, rung
from dp_facilitator.live.sounds import Sounds, sound_of
from dp_facilitator.model.cues import Cue

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "sounds"
WARNING, END, OVER = Cue(0, "warning"), Cue(0, "end"), Cue(0, "overtime")


@pytest.fixture
def device() -> Listener:
    return Listener()


@pytest.fixture
def sounds(qtbot: QtBot, device: Listener) -> Iterator[Sounds]:
    made = Sounds(FOLDER, 1.0, True, device=device)
    yield made
    made.close()


def hear(qtbot: QtBot, sounds: Sounds, *cues: Cue, quiet: bool = False) -> None:
    with qtbot.waitSignal(sounds.tried, timeout=5000):
        for cue in cues:
            sounds.play(cue, quiet)


def stay_silent(qtbot: QtBot, device: Listener) -> None:
    qtbot.wait(60)
    assert device.opened == 0


@pytest.mark.parametrize(
    ("cue", "sound"),
    [
        (WARNING, ("warning", 1)),
        (END, ("end", 1)),
        (OVER, ("overtime", 1)),
        (Cue(0, "plan"), ("ring", 1)),
        (Cue(0, "plan", rings=3), ("ring", 3)),
        (Cue(0, "end", rings=2), ("ring", 2)),
    ],
)
def test_which_sound_a_cue_has(cue: Cue, sound: tuple[str, int]) -> None:
    assert sound_of(cue) == sound
    assert (FOLDER / f"{sound[0]}.wav").is_file()


def test_a_cue_is_heard_whole(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    assert sounds.working is None
    hear(qtbot, sounds, WARNING)
    sounds.close()
    assert device.heard == [read_sound(FOLDER / "warning.wav")]
    assert sounds.working is True
    assert device.open_now == 0


def test_of_several_at_once_only_the_last(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    hear(qtbot, sounds, WARNING, END, OVER)
    sounds.close()
    assert device.heard == [read_sound(FOLDER / "overtime.wav")]


def test_a_cue_without_rings_or_in_a_quiet_phase_hides_no_other(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    with qtbot.waitSignal(sounds.tried, timeout=5000):
        sounds.play(END, False)
        sounds.play(Cue(0, "plan", rings=0), False)
        sounds.play(WARNING, True)
    sounds.close()
    assert device.heard == [read_sound(FOLDER / "end.wav")]


def test_silent_when_quiet_off_or_without_rings(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    sounds.play(END, True)
    sounds.play(Cue(0, "plan", rings=0), False)
    sounds.set_on(False)
    sounds.play(END, False)
    stay_silent(qtbot, device)


def test_off_takes_back_what_was_about_to_sound(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    sounds.play(END, False)
    sounds.set_on(False)
    stay_silent(qtbot, device)


def test_the_test_is_heard_even_when_off(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    sounds.set_on(False)
    with qtbot.waitSignal(sounds.tried, timeout=5000):
        sounds.test()
    sounds.close()
    assert device.heard == [read_sound(FOLDER / "end.wav")]


@pytest.mark.parametrize(("volume", "least", "most"), [(0.0, 0, 0), (0.5, 7300, 7400), (7.0, 14700, 14800)])
def test_volume(qtbot: QtBot, sounds: Sounds, device: Listener, volume: float, least: int, most: int) -> None:
    sounds.set_volume(volume)
    hear(qtbot, sounds, END)
    sounds.close()
    assert least <= max(map(abs, device.heard[0])) <= most


def test_volume_is_heard_at_once(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    device.pace = 0.02
    hear(qtbot, sounds, END)
    sounds.set_volume(0.0)
    whole = len(read_sound(FOLDER / "end.wav"))
    qtbot.waitUntil(lambda: len(device.heard[0]) == whole, timeout=5000)
    assert max(map(abs, device.heard[0][whole // 2 :])) == 0


def test_the_bell_rings_as_often_as_the_plan_says(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    hear(qtbot, sounds, Cue(0, "plan", rings=3))
    sounds.close()
    bell = read_sound(FOLDER / "ring.wav")
    assert len(device.heard[0]) == LEAD_IN + 3 * RING_EVERY
    for n in range(3):
        at = LEAD_IN + n * RING_EVERY
        assert device.heard[0][at : at + 1000] == bell[LEAD_IN : LEAD_IN + 1000]
    assert len(rung(bell, 60)) / RATE < 91


def test_a_new_cue_takes_the_place_of_the_one_before(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    device.pace = 0.02
    hear(qtbot, sounds, Cue(0, "plan", rings=60))
    hear(qtbot, sounds, END)
    qtbot.waitUntil(lambda: len(device.heard[-1]) == len(read_sound(FOLDER / "end.wav")), timeout=5000)
    sounds.close()
    assert device.opened == 2
    assert device.most_open == 1
    assert len(device.heard[0]) < LEAD_IN + 60 * RING_EVERY


def test_what_is_hushed_dies_away_and_does_not_click(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    device.pace = 0.02
    hear(qtbot, sounds, Cue(0, "plan", rings=60))
    qtbot.waitUntil(lambda: len(device.heard[0]) > LEAD_IN + 4410, timeout=5000)
    sounds.hush()
    sounds.close()
    heard = device.heard[0]
    assert len(heard) < LEAD_IN + 60 * RING_EVERY
    assert max(map(abs, heard[-10:])) < 200


def test_playing_does_not_hold_up_the_screen(qtbot: QtBot, sounds: Sounds) -> None:
    def took() -> float:
        began = time.perf_counter()
        sounds.play(END, False)
        return time.perf_counter() - began

    # The best of several: the test machine may be busy with something else.
    assert min(took() for _ in range(10)) < 0.001


def test_closing_in_the_middle_leaves_nothing(qtbot: QtBot, sounds: Sounds, device: Listener) -> None:
    device.pace = 0.02
    hear(qtbot, sounds, Cue(0, "plan", rings=60))
    sounds.close()
    assert device.open_now == 0
    sounds.close()
