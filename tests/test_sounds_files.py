"""The sound files that ship: soft, short, never shrill, silent at first, and made by the script."""

import subprocess
import sys
import wave
from array import array
from pathlib import Path

import pytest
from waveform import crossings, heard, peak_db, silence_before, strongest

ROOT = Path(__file__).resolve().parents[1]
SOUNDS = ROOT / "assets" / "sounds"
NAMES = ("end", "overtime", "ring", "warning")
RATE = 44_100


def read(name: str) -> array:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def pieces(samples: list[int], length: int = 8192) -> list[list[int]]:
    """The audible part in pieces of 0.19 s, without what has nearly died away."""
    cut = [samples[n : n + length] for n in range(0, len(samples) - length + 1, length)]
    return [piece for piece in cut if max(map(abs, piece)) > 300]


def test_there_are_no_others() -> None:
    assert sorted(path.stem for path in SOUNDS.iterdir()) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_length_lead_in_and_peak(name: str) -> None:
    samples = read(name)
    assert len(samples) / RATE <= 3.0
    assert 0.3 <= silence_before(samples, RATE) <= 0.4
    assert -12 <= peak_db(samples) <= -6
    # It ends in silence: a step there would click.
    assert max(map(abs, samples[-20:])) < 30


@pytest.mark.parametrize("name", NAMES)
def test_every_moment_is_between_400_and_1000_hz(name: str) -> None:
    found = [strongest(piece, RATE) for piece in pieces(heard(read(name)))]
    assert len(found) >= 3
    assert all(400 <= pitch <= 1000 for pitch in found), found


@pytest.mark.parametrize(("name", "pitch"), [("warning", 587), ("overtime", 440)])
def test_zero_crossings_agree(name: str, pitch: int) -> None:
    assert crossings(heard(read(name), 100), RATE) == pytest.approx(pitch, abs=3)


def test_the_end_has_two_tones_and_overtime_is_the_lowest() -> None:
    end = heard(read("end"))
    first, second = strongest(end, RATE), strongest(end[RATE:], RATE)
    assert first == pytest.approx(659, abs=3)
    assert second == pytest.approx(523, abs=3)
    lowest = {name: min(strongest(p, RATE) for p in pieces(heard(read(name)))) for name in NAMES}
    assert min(lowest, key=lowest.__getitem__) == "overtime"


@pytest.mark.parametrize("name", NAMES)
def test_it_comes_softly(name: str) -> None:
    """The first 2 ms are at least 20 dB below the peak: no click."""
    samples = heard(read(name))
    assert max(map(abs, samples[: RATE // 500])) < max(map(abs, samples)) / 10


def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "sounds.py"
    subprocess.run([sys.executable, script, "--out", tmp_path], check=True, capture_output=True)
    for name in NAMES:
        assert (tmp_path / f"{name}.wav").read_bytes() == (SOUNDS / f"{name}.wav").read_bytes()
