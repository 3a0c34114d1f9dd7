"""One line of a journal: what goes in comes out, and nothing else is accepted."""

import json
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dp_facilitator.store.lines import BadLine, Line, decode, encode

SCALARS = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(), VALUES, max_size=4)


def sealed(body: str) -> bytes:
    """A line with a right checksum, whatever its shape."""
    return body.encode() + b',"c":"%08x"}\n' % crc32(body.encode())


def test_a_line_is_exactly_as_documented():
    line = encode(12, "noted", {"at": 5}, {"text": "naïve – ok"})
    body = '{"n":12,"k":"noted","t":{"at":5},"d":{"text":"naïve – ok"}'.encode()
    assert line == body + b',"c":"' + f"{crc32(body):08x}".encode() + b'"}\n'
    assert json.loads(line)["d"] == {"text": "naïve – ok"}


@given(n=st.integers(0, 10**16 - 1), kind=st.text(), stamp=OBJECTS, content=OBJECTS)
def test_what_goes_in_comes_out(n, kind, stamp, content):
    line = encode(n, kind, stamp, content)
    assert line.count(b"\n") == 1
    assert decode(line) == Line(n, kind, stamp, content)


@given(text=st.text(st.characters(categories=["Cs", "Lu", "Nd", "So"])))
def test_half_characters_never_raise_and_lose_nothing_else(text):
    kept = decode(encode(0, "noted", {}, {"text": text})).data["text"]
    kept.encode()
    whole = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    assert [c for c in kept if c in whole] == list(whole) or "\ufffd" in kept


def test_two_halves_of_a_character_join_and_a_lone_one_is_replaced():
    assert decode(encode(0, "a", {}, {"x": "\ud83d\ude00 a\udc00b"})).data["x"] == "😀 a\ufffdb"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_what_is_not_a_number_is_refused(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode(0, "noted", {}, {"x": number})


@pytest.mark.parametrize("n", [-1, True, 10**16, 1.0])
def test_a_wrong_number_is_refused(n):
    with pytest.raises(ValueError, match="whole number"):
        encode(n, "noted", {}, {})


def test_what_json_does_not_know_is_refused():
    with pytest.raises(TypeError):
        encode(0, "noted", {}, {"x": object()})


def test_text_that_looks_like_a_line_does_no_harm():
    text = '{"n":0,"k":"x","t":{},"d":{},"c":"00000000"}\n,"c":"deadbeef"}'
    line = encode(0, "noted", {}, {"text": text})
    assert line.count(b"\n") == 1
    assert decode(line).data["text"] == text


def test_every_damaged_byte_is_noticed():
    line = encode(7, "noted", {"at": 1.5}, {"text": 'é "q" \\ \u2028'})
    for at in range(len(line)):
        for value in range(256):
            if value != line[at]:
                with pytest.raises(BadLine):
                    decode(line[:at] + bytes([value]) + line[at + 1 :])


def test_every_truncation_addition_and_zeroed_stretch_is_noticed():
    line = encode(7, "noted", {"at": 1}, {"text": "é" * 40})
    for at in range(len(line)):
        for other in (line[:at], line[at + 1 :], line[:at] + b" " + line[at:], line[:at] + line):
            if other != line:
                with pytest.raises(BadLine):
                    decode(other)
        zeroed = line[:at] + b"\0" * min(16, len(line) - at) + line[at + 16 :]
        with pytest.raises(BadLine):
            decode(zeroed)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        '{"n":-1,"k":"a","t":{},"d":{}',
        '{"n":01,"k":"a","t":{},"d":{}',
        '{"n":1.0,"k":"a","t":{},"d":{}',
        '{"n":true,"k":"a","t":{},"d":{}',
        '{"n":"1","k":"a","t":{},"d":{}',
        '{"n":1,"k":3,"t":{},"d":{}',
        '{"n":1,"k":"\\x","t":{},"d":{}',
        '{"n":1,"k":"a","t":[],"d":{}',
        '{"n":1,"k":"a","t":{},"d":null',
        '{"n":1,"k":"a","t":{},"d":{},"e":1',
        '{"n":1,"k":"a","t":{},"d":{} ',
        '{"n":1,"k":"a","d":{},"t":{}',
        '{"n":1,"k":"a","t":{},"t":{},"d":{}',
        '{"n":1, "k":"a","t":{},"d":{}',
        '{"n":1,"k":"a","t":{}',
        '{"n":1,"k":"a","t":{},"d":',
        '{"n":1,"k":"a","t":,"d":{}',
        '{"n":1,"k":"a","t":{"x":NaN},"d":{}',
        '{"n":1,"k":"a","t":{"x":-Infinity},"d":{}',
        '{"n":1,"k":"a","t":{"x":1e999},"d":{}',
        '{"n":1,"k":"a","t":{"x":' + "9" * 5000 + '},"d":{}',
        '{"n":1,"k":"a","t":{"x":' + "[" * 100_000 + '},"d":{}',
    ],
)
def test_a_right_checksum_does_not_excuse_a_wrong_shape(body):
    with pytest.raises(BadLine) as caught:
        decode(sealed(body))
    assert str(caught.value)


def test_bytes_that_are_not_text_are_refused():
    body = b'{"n":1,"k":"a","t":{},"d":{"x":"\xff"}'
    with pytest.raises(BadLine):
        decode(body + b',"c":"%08x"}\n' % crc32(body))


def test_a_plain_json_reader_would_have_believed_a_flipped_bit():
    line = encode(0, "noted", {}, {"text": "Next time you could pause"})
    flipped = line.replace(b"pause", b"cause")
    assert json.loads(flipped)["d"] == {"text": "Next time you could cause"}
    with pytest.raises(BadLine, match="checksum"):
        decode(flipped)
