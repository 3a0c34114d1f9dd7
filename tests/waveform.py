"""Measures sounds, in plain Python: samples are 16-bit integers of one channel."""

import cmath
import math
from collections.abc import Sequence

FULL = 32_768


def silence_before(samples: Sequence[int], rate: int, at_most: int = 0) -> float:
    """Seconds until the first sample that is louder than `at_most`."""
    return next((n for n, s in enumerate(samples) if abs(s) > at_most), len(samples)) / rate


def heard(samples: Sequence[int], at_most: int = 0) -> list[int]:
    """The samples from the first to the last that is louder than `at_most`."""
    loud = [n for n, s in enumerate(samples) if abs(s) > at_most]
    return list(samples[loud[0] : loud[-1] + 1]) if loud else []


def peak_db(samples: Sequence[int]) -> float:
    """The loudest sample in dBFS."""
    return 20 * math.log10(max(map(abs, samples)) / FULL)


def strongest(samples: Sequence[int], rate: int, size: int = 8192) -> float:
    """The strongest frequency (Hz) in the first `size` samples, by a Fourier transform, to about 0.5 Hz."""
    part = list(samples[:size]) + [0] * (size - len(samples[:size]))
    wave = [complex(s * (0.5 - 0.5 * math.cos(2 * math.pi * n / size))) for n, s in enumerate(part)]
    power = [abs(v) for v in _fourier(wave)[: size // 2]]
    top = max(range(1, len(power) - 1), key=power.__getitem__)
    below, here, above = (math.log(power[top + k] + 1e-9) for k in (-1, 0, 1))
    between = 0.5 * (below - above) / (below - 2 * here + above)
    return (top + between) * rate / size


def crossings(samples: Sequence[int], rate: int) -> float:
    """The frequency (Hz) by counting the upward zero crossings."""
    ups = [n for n in range(1, len(samples)) if samples[n - 1] < 0 <= samples[n]]
    return (len(ups) - 1) * rate / (ups[-1] - ups[0])


def _fourier(wave: list[complex]) -> list[complex]:
    """Cooley and Tukey's; the length is a power of two."""
    if len(wave) == 1:
        return wave
    even, odd = _fourier(wave[::2]), _fourier(wave[1::2])
    turned = [cmath.exp(-2j * math.pi * k / len(wave)) * v for k, v in enumerate(odd)]
    return [e + o for e, o in zip(even, turned, strict=True)] + [e - o for e, o in zip(even, turned, strict=True)]
