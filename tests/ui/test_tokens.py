"""The colours of every theme: contrast (A4), states told apart (A5), and clear errors."""

import itertools
import json
from pathlib import Path

import pytest

from dp_facilitator.ui.tokens import Sizes, ThemeError, Tokens, load_tokens

THEMES = sorted((Path(__file__).resolve().parents[2] / "assets" / "themes").glob("*.json"))
STATES = ("calm", "warning", "over")
BARS = ("setup", "practise", "feedback", "again", "other", "break")

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
EYES = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast, 1 to 21."""
    weights = (0.2126, 0.7152, 0.0722)
    light = [sum(w * c for w, c in zip(weights, linear(x), strict=True)) for x in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    """CIELAB (D65) of a colour as an eye sees it."""
    rgb = linear(colour)
    seen = [sum(m * c for m, c in zip(row, rgb, strict=True)) for row in EYES[eye]]
    red, green, blue = (min(1.0, max(0.0, c)) for c in seen)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: str, other: str, eye: str) -> float:
    """ΔE76 as an eye sees it."""
    pairs = zip(lab(one, eye), lab(other, eye), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.fixture(params=THEMES, ids=lambda path: path.stem)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load_tokens(request.param)


def test_three_themes_ship() -> None:
    assert [path.stem for path in THEMES] == ["contrast", "night", "paper"]


@pytest.mark.parametrize("name", ["ink", *STATES])
def test_digits_and_stems_have_seven_to_one(tokens: Tokens, name: str) -> None:
    # At the desk they stand on a card; the big screen, which is never in paper, has no cards.
    for surface in ("card",) if tokens.name == "Paper" else ("card", "ground"):
        assert contrast(tokens.colour(name), tokens.colour(surface)) >= 7.0


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        *itertools.product(("muted", "good", "accent", "ink"), ("card", "ground")),
        *itertools.product(("ink", "muted"), ("field", "accent_soft")),
        *((name, f"{name}_ground") for name in ("warning", "over", "good")),
        *(("ink", f"{name}_ground") for name in ("warning", "over", "good")),
        ("accent", "accent_soft"),
        ("accent", "field"),
        ("good", "field"),
        ("over", "field"),
        ("on_accent", "accent"),
        ("ink", "selection"),
        ("card", "ink"),
    ],
)
def test_words_have_four_and_a_half_to_one(tokens: Tokens, text: str, surface: str) -> None:
    assert contrast(tokens.colour(text), tokens.colour(surface)) >= 4.5


@pytest.mark.parametrize(
    ("name", "surface"),
    [
        *itertools.product(("focus", "control_border"), ("card", "ground", "field")),
        *itertools.product(BARS, ("card",)),
    ],
)
def test_rings_borders_and_bars_have_three_to_one(tokens: Tokens, name: str, surface: str) -> None:
    assert contrast(tokens.colour(name), tokens.colour(surface)) >= 3.0


@pytest.mark.parametrize("name", STATES)
def test_a_bar_stands_out_from_its_track(tokens: Tokens, name: str) -> None:
    assert contrast(tokens.colour(name), tokens.track) >= 3.0


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("pair", list(itertools.combinations(STATES, 2)), ids="-".join)
def test_states_are_told_apart_by_every_eye(tokens: Tokens, pair: tuple[str, str], eye: str) -> None:
    one, other = (tokens.colour(name) for name in pair)
    assert difference(one, other, eye) >= 40


def test_the_arithmetic_agrees_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#56B4E9", "#101820") == pytest.approx(7.76, abs=0.01)
    assert difference("#000000", "#FFFFFF", "normal") == pytest.approx(100, abs=0.1)


def test_a_colour_has_a_name(tokens: Tokens) -> None:
    assert tokens.colour("break") == tokens.break_
    with pytest.raises(KeyError):
        tokens.colour("name")
    with pytest.raises(KeyError):
        tokens.colour("mauve")


def test_a_bad_file_is_a_clear_error(tmp_path: Path) -> None:
    good = json.loads(THEMES[0].read_text(encoding="utf-8"))
    bad = tmp_path / "mine.json"
    with pytest.raises(ThemeError, match=r"mine\.json cannot be read"):
        load_tokens(bad)
    bad.write_text("{", encoding="utf-8")
    with pytest.raises(ThemeError, match=r"mine\.json has a fault at the file"):
        load_tokens(bad)
    bad.write_text(json.dumps(good | {"calm": "blue"}), encoding="utf-8")
    with pytest.raises(ThemeError, match=r"fault at calm"):
        load_tokens(bad)
    bad.write_text(json.dumps(good | {"mauve": "#123456"}), encoding="utf-8")
    with pytest.raises(ThemeError, match=r"fault at mauve"):
        load_tokens(bad)
    bad.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ThemeError, match=r"not a text file"):
        load_tokens(bad)


def test_sizes_follow_the_scale() -> None:
    assert (Sizes().small, Sizes().body, Sizes().lead, Sizes().title, Sizes().display) == (14, 16, 19, 24, 34)
    assert Sizes(2.0).body == 32
    for scale in (0.9, 2.1):
        with pytest.raises(ValueError, match="text scale"):
            Sizes(scale)
