"""Sound through the real library into a sink that plays to nobody, and recorded from it; and no device at all."""

import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from waveform import heard, peak_db, strongest

from dp_facilitator.live.loudspeaker import NO_DEVICE, Playing, open_device
from dp_facilitator.live.sounds import Sounds
from dp_facilitator.model.cues import Cue

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "sounds"
RATE = 44_100
LATENCY_S = 2.5
"""A null sink passes on late what it is given."""

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PulseAudio and ALSA are Linux's")


def answers(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a sound server of the test's own, which has one sink, to nobody."""
    if not all(map(shutil.which, ("pulseaudio", "parec", "pactl"))):
        pytest.skip("pulseaudio and pulseaudio-utils are not installed")
    # Not tmp_path: the address of a socket has room for a hundred letters.
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("PULSE_SERVER", f"unix:{folder}/native")
        modules = (
            *("-L", "module-null-sink sink_name=nobody rate=44100"),
            *("-L", f"module-native-protocol-unix socket={folder}/native auth-anonymous=1"),
        )
        command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", *modules]
        daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            tries = (time.sleep(0.1) or answers("pactl", "info") for _ in range(50))
            assert any(tries), "the sound server does not answer"
            yield f"unix:{folder}/native"
        finally:
            daemon.terminate()
            daemon.wait(10)


@pytest.fixture
def recorded(server: str, qtbot: QtBot, tmp_path: Path) -> Callable[[Callable[[], None], float], array]:
    """Records what is played by a call, for so many seconds."""

    def record(play: Callable[[], None], seconds: float) -> array:
        path = tmp_path / "heard.raw"
        command = ["parec", "-d", "nobody.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        with path.open("wb") as file, subprocess.Popen(command, stdout=file) as recorder:
            # It says nothing when it begins; but it then writes.
            qtbot.waitUntil(lambda: path.stat().st_size > 0, timeout=10_000)
            play()
            qtbot.wait(round(1000 * (seconds + LATENCY_S)))
            recorder.terminate()
        found = path.read_bytes()
        return array("h", found[: len(found) // 2 * 2])

    return record


@on_linux
def test_the_end_is_heard(recorded: Callable[[Callable[[], None], float], array], qtbot: QtBot) -> None:
    sounds = Sounds(FOLDER, 1.0, True)
    gaps: list[float] = []

    def play() -> None:
        sounds.play(Cue(0, "end"), False)
        # The screen's thread, from the first play on: the longest time in which it could do nothing.
        marks = [time.perf_counter()]
        while marks[-1] - marks[0] < 0.6:
            qtbot.wait(0)
            marks.append(time.perf_counter())
        gaps.extend(b - a for a, b in itertools.pairwise(marks))

    found = heard(recorded(play, 2.7), 30)
    sounds.close()
    seconds, peak = len(found) / RATE, peak_db(found)
    first, second = strongest(found, RATE), strongest(found[RATE:], RATE)
    print(
        f"\nend.wav through a null sink: {seconds:.2f} s, peak {peak:.1f} dBFS, {first:.0f} Hz then {second:.0f} Hz; "
        f"longest wait of the screen {1000 * max(gaps):.1f} ms"
    )
    assert sounds.working is True
    assert seconds == pytest.approx(2.3, abs=0.15)
    assert peak == pytest.approx(-6.9, abs=0.5)
    assert first == pytest.approx(659, abs=4)
    assert second == pytest.approx(523, abs=4)
    # Generous, since a test machine is a busy one; the figure printed is what counts.
    assert max(gaps) < 0.1


@on_linux
def test_every_device_is_given_back(server: str, qtbot: QtBot) -> None:
    """A sound server takes 64 clients: a session has more cues than that."""
    for _ in range(70):
        open_device().close()
    clients = subprocess.run(["pactl", "list", "short", "clients"], capture_output=True, text=True, check=True)
    ours = [line for line in clients.stdout.splitlines() if "dp-facilitator" in line]
    assert ours == []


@on_linux
def test_no_device_is_no_noise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither an exception nor ALSA's many lines on stderr: twice, since the second time is another path."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    # ALSA is shown a computer without cards, whatever this one has.
    (tmp_path / "asound.conf").write_text("pcm.!default { type hw card 77 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    said: list[str] = []
    for _ in range(2):
        playing = Playing(FOLDER / "end.wav", 1, 0.0, open_device, said.append)
        playing.start()
        playing.join(10)
        assert not playing.is_alive()
    assert said == [NO_DEVICE, NO_DEVICE]
    assert capfd.readouterr().err == ""
