"""Reading a plan file: every mistake in it, each with its place and how to mend it, in one go."""

import difflib
import json
import re
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .mistakes import Mistake, Refused, refuse
from .plan import FORMAT, Plan, part_at

SIZE_LIMIT: Final = 1_000_000
"""Bytes; the largest plan that makes sense is a hundredth of it."""
DEPTH_LIMIT: Final = 40

_NOT_PLANS = (
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"%PDF", "a PDF"),
    (b"MZ", "a program"),
    (b"\x89PNG", "a picture"),
)


def read_plan(text: bytes) -> Plan:
    """The plan in the bytes of a file. Raises Refused with every mistake that was found."""
    tree = _tree(text)
    if not isinstance(tree, dict):
        raise refuse("This is JSON, but not a plan: a plan is one object in { }.", "Start from a shipped plan.")
    stated = tree.get("format")
    if type(stated) is int and stated > FORMAT:
        raise refuse(
            f"was made by a newer version of the program (format {stated}; this one reads {FORMAT}).",
            "Update the program, or ask for the plan in the older format.",
            "format",
        )
    try:
        return Plan.model_validate_json(text.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise Refused(*(_mistake(detail, tree) for detail in found if not _follows(detail, found))) from None


def write_plan(plan: Plan) -> bytes:
    """The text of a plan file, readable by people, without what stands at its default."""
    tree = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude_none=True)
    return json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"


def _tree(raw: bytes) -> Any:
    """The JSON in the bytes, refused where Python would be lenient: twice the same key, NaN, surrogates."""
    if len(raw) > SIZE_LIMIT:
        raise refuse("is too large for a plan (more than 1 MB).", "Check that it is the right file.")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse("is saved as UTF-16.", "Save it as UTF-8 in your editor.")
    if not raw.strip(b"\x00"):
        nothing = "is full of zeros, as after a power cut." if raw else "is empty."
        raise refuse(nothing, "Use a copy of it, or start from a shipped plan.")
    for start, what in _NOT_PLANS:
        if raw.startswith(start):
            raise refuse(f"is not a plan; it looks like {what}.", "Choose a .json file.")
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise refuse("is not UTF-8 text.", "Save it as UTF-8 in your editor.", f"byte {error.start + 1}") from None
    if not text.strip():
        raise refuse("is empty.", "Start from a shipped plan.")
    if _depth(text) > DEPTH_LIMIT:
        raise refuse("is nested too deeply for a plan.", "Check that it is the right file.")
    try:
        tree = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_int=_integer)
    except json.JSONDecodeError as error:
        hint = _hint(text, error)
        place = f"line {error.lineno}, column {error.colno}"
        raise refuse(f"is not JSON: {error.msg[0].lower()}{error.msg[1:]}.", hint, place) from None
    try:
        json.dumps(tree, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise refuse("holds half of a character (a lone surrogate).", "Type that character again.") from None
    return tree


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise refuse(f'"{twice}" stands twice in the same place.', "Keep one of them.")
    return found


def _no_number(word: str) -> NoReturn:
    raise refuse(f"{word} is not a number that a plan can hold.", 'Write times as "4:00".')


def _integer(digits: str) -> int:
    if len(digits) > 15:
        raise refuse(f"{digits[:12]}… is far too large a number.", 'Write times as "4:00".')
    return int(digits)


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in re.findall(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        if bracket in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif bracket in "]}":
            depth -= 1
    return deepest


def _hint(text: str, error: json.JSONDecodeError) -> str:
    before, after = text[: error.pos].rstrip(), text[error.pos :]
    if error.msg.startswith("Extra data"):
        return "Remove what follows the last }."
    if not after.strip():
        return "The file stops too early: use a whole copy of it."
    if after.startswith("'"):
        return "Use double quotes."
    if after.startswith(("//", "/*", "#")):
        return "Plans have no comments: remove it."
    if before.endswith(",") or after.lstrip().startswith(("]", "}")):
        return "There is a comma too many before it."
    return "Look for a missing comma or quote just before it."


def _follows(detail: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Whether a list is called empty only because what stands in it has mistakes of its own."""
    place = detail["loc"]
    inside = (other for other in found if len(other["loc"]) > len(place) and other["loc"][: len(place)] == place)
    return detail["type"] == "too_short" and any(inside)


def _mistake(detail: ErrorDetails, tree: Any) -> Mistake:
    context = detail.get("ctx", {})
    place = _place(detail["loc"], tree)
    if detail["type"] == "plan":
        return Mistake(place, f"{context['reason']}.", context["mend"])
    reason, mend = _PLAIN.get(detail["type"], (detail["msg"][0].lower() + detail["msg"][1:], ""))
    if detail["type"] == "extra_forbidden":
        word = str(detail["loc"][-1])
        close = difflib.get_close_matches(word, _fields_at(detail["loc"]))
        close.sort(key=lambda field: sorted(field) != sorted(word))
        mend = f'Did you mean "{close[0]}"?' if close else "Remove it, or correct its spelling."
    return Mistake(place, f"{reason.format(**context)}.", mend.format(**context))


def _fields_at(path: Sequence[int | str]) -> list[str]:
    """What may stand where the last word of a path stands."""
    return [field.alias or name for name, field in part_at(path).model_fields.items()]


_PLAIN: Final = {
    "missing": ("is missing", "Add it."),
    "extra_forbidden": ("is not something that a plan has", ""),
    "string_type": ("must be words in quotes", "Put it in double quotes."),
    "string_too_long": ("is longer than {max_length} characters", "Shorten it."),
    "string_pattern_mismatch": (
        "is not a plain id",
        'Use small letters, digits and hyphens, such as "warm-up".',
    ),
    "int_type": ("must be a whole number", "Write it without quotes or a decimal point."),
    "bool_type": ("must be true or false", "Write it without quotes."),
    "literal_error": ("is not one of the choices", "Write {expected}."),
    "tuple_type": ("must be a list in [ ]", ""),
    "model_type": ("must be an object in {{ }}", ""),
    "dict_type": ("must be an object in {{ }}", ""),
    "too_short": ("is empty", "Add at least {min_length}."),
    "too_long": ("has too many entries (at most {max_length})", "Keep the ones that matter most."),
    "greater_than_equal": ("is too small", "Make it at least {ge}."),
    "less_than_equal": ("is too large", "Make it at most {le}."),
}


def _place(path: tuple[int | str, ...], tree: Any) -> str:
    """Where in the file, with the title of each part: `segments 2 (Rounds) › phases 1 (Practise) › time`."""
    words: list[str] = []
    for step in path:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            tree = None
        if isinstance(step, str):
            words.append(step)
            continue
        title = (tree.get("title") or tree.get("id")) if isinstance(tree, dict) else None
        named = f" ({title[:40]})" if isinstance(title, str) else ""
        words[-1:] = [f"{words[-1]} {step + 1}{named}"]
    return " › ".join(words) or "the plan"
