"""Makes the sounds of the cues in assets/sounds, from sine waves and nothing else.

For developers only: the files it makes are part of the repository, and making them again gives the same bytes.

    python scripts/sounds.py [--out FOLDER]

Each is 16-bit mono at 44.1 kHz, at most 3 s long and at most -6 dBFS loud, with a fundamental of 400 to 1000 Hz.
"""

import argparse
import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "assets" / "sounds"
RATE = 44_100
LEAD_IN = 0.35
"""Seconds of silence before the first tone: what is played over HDMI loses its first 0.3 s."""
PEAK = 0.45
"""The loudest sample, where 1 is full scale: -6.9 dBFS."""


@dataclass(frozen=True)
class Tone:
    """Two partials that rise slowly and die away; times in seconds, pitch in Hz.

    `upper` is the second partial: how many times the pitch it is, and how loud against the first.
    `decay` is the time in which it falls to a third. `level` is against the other tones of the same sound.
    """

    pitch: float
    start: float
    length: float
    decay: float
    attack: float = 0.05
    level: float = 1.0
    upper: tuple[float, float] = (2.0, 0.22)

    def at(self, time: float) -> float:
        """The tone at a time since its sound began to be heard."""
        time -= self.start
        if not 0 <= time < self.length:
            return 0.0
        rise = _ease(time / self.attack)
        # The last quarter leads to true silence, so that nothing clicks.
        fall = math.exp(-time / self.decay) * _ease((self.length - time) / (self.length / 4))
        times, loud = self.upper
        turn = 2 * math.pi * self.pitch * time
        # The second partial dies sooner, as it does in anything that is struck softly.
        body = math.sin(turn) + loud * math.exp(-time / self.decay) * math.sin(times * turn)
        return self.level * rise * fall * body


def _ease(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, share)))


SOUNDS = {
    # One gentle tone: some time is left.
    "warning": (Tone(587.33, 0.0, 1.6, 0.5),),
    # Two tones, going down: the time is up.
    "end": (
        Tone(659.26, 0.0, 1.2, 0.4),
        Tone(523.25, 0.45, 1.9, 0.6),
    ),
    # One lower tone that comes slowly: the time has been up for a while.
    "overtime": (Tone(440.0, 0.0, 1.4, 0.45, attack=0.09, upper=(2.0, 0.15)),),
    # A small bell, which may ring many times in a row.
    "ring": (Tone(783.99, 0.0, 1.3, 0.3, attack=0.012, upper=(2.76, 0.2)),),
}


def samples(tones: tuple[Tone, ...]) -> array:
    """The sound of the tones as 16-bit samples, at the one loudness that all sounds have."""
    count = round(max(tone.start + tone.length for tone in tones) * RATE)
    wanted = [sum(tone.at(n / RATE) for tone in tones) for n in range(count)]
    scale = PEAK * 32_767 / max(map(abs, wanted))
    return array("h", bytes(2 * round(LEAD_IN * RATE))) + array("h", [round(scale * w) for w in wanted])


def write(path: Path, sound: array) -> None:
    """Writes one WAV file."""
    if sys.byteorder == "big":
        sound.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.tobytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write into")
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        sound = samples(tones)
        print(f"{name}.wav: {len(sound) / RATE:.2f} s")
        write(folder / f"{name}.wav", sound)


if __name__ == "__main__":
    main()
