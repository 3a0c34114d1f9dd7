"""Reading a plan file: every mistake in it, each with its place and how to mend it, in one go."""

import difflib
import json
import re
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dp_facilitator.words import marked, tr

from .mistakes import Mistake, Refused, refuse
from .plan import FORMAT, Plan, part_at
from .plan_names import names_nowhere

SIZE_LIMIT: Final = 1_000_000
"""Bytes; the largest plan that makes sense is a hundredth of it."""
DEPTH_LIMIT: Final = 40

_NOT_PLANS = (
    (b"PK\x03\x04", marked("a ZIP or Word file")),
    (b"%PDF", marked("a PDF")),
    (b"MZ", marked("a program")),
    (b"\x89PNG", marked("a picture")),
)


def read_plan(text: bytes) -> Plan:
    """The plan in the bytes of a file. Raises Refused with every mistake that was found."""
    tree = _tree(text)
    if not isinstance(tree, dict):
        raise refuse(tr("This is JSON, but not a plan: a plan is one object in { }."), tr("Start from a shipped plan."))
    stated = tree.get("format")
    if type(stated) is int and stated > FORMAT:
        raise refuse(
            tr("was made by a newer version of the program (format {stated}; this one reads {format}).").format(
                stated=stated, format=FORMAT
            ),
            tr("Update the program, or ask for the plan in the older format."),
            "format",
        )
    try:
        return Plan.model_validate_json(text.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        found = error.errors(include_url=False)
        mistakes = [_mistake(detail, tree) for detail in found if not _follows(detail, found)]
        # The whole is compared with its parts only where each part is right: what can be said now is said now.
        mistakes += names_nowhere(tree, [detail["loc"] for detail in found])
        raise Refused(*dict.fromkeys(mistakes)) from None


def write_plan(plan: Plan) -> bytes:
    """The text of a plan file, readable by people, without what stands at its default."""
    tree = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude_none=True)
    return json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"


def _tree(raw: bytes) -> Any:
    """The JSON in the bytes, refused where Python would be lenient: twice the same key, NaN, surrogates."""
    if len(raw) > SIZE_LIMIT:
        raise refuse(tr("is too large for a plan (more than 1 MB)."), tr("Check that it is the right file."))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(tr("is saved as UTF-16."), tr("Save it as UTF-8 in your editor."))
    if not raw.strip(b"\x00"):
        nothing = tr("is full of zeros, as after a power cut.") if raw else tr("is empty.")
        raise refuse(nothing, tr("Use a copy of it, or start from a shipped plan."))
    for start, what in _NOT_PLANS:
        if raw.startswith(start):
            raise refuse(tr("is not a plan; it looks like {kind}.").format(kind=tr(what)), tr("Choose a .json file."))
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise refuse(
            tr("is not UTF-8 text."),
            tr("Save it as UTF-8 in your editor."),
            tr("byte {start}").format(start=error.start + 1),
        ) from None
    if not text.strip():
        raise refuse(tr("is empty."), tr("Start from a shipped plan."))
    if _depth(text) > DEPTH_LIMIT:
        raise refuse(tr("is nested too deeply for a plan."), tr("Check that it is the right file."))
    try:
        tree = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_int=_integer)
    except json.JSONDecodeError as error:
        hint = _hint(text, error)
        reason = _lower(error.msg)
        if error.msg.startswith("Unterminated string"):
            reason = tr("the file ends within the words that begin here")
        elif error.msg.startswith("Invalid control character") and text[error.pos] in "\r\n":
            reason = tr("the line ends within words in quotes")
        place = tr("line {lineno}, column {colno}").format(lineno=error.lineno, colno=error.colno)
        raise refuse(tr("is not JSON: {reason}.").format(reason=reason), hint, place) from None
    try:
        json.dumps(tree, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise refuse(tr("holds half of a character (a lone surrogate)."), tr("Type that character again.")) from None
    return tree


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise refuse(tr('"{twice}" stands twice in the same place.').format(twice=twice), tr("Keep one of them."))
    return found


def _no_number(word: str) -> NoReturn:
    raise refuse(tr("{word} is not a number that a plan can hold.").format(word=word), tr('Write times as "4:00".'))


def _integer(digits: str) -> int:
    if len(digits) > 15:
        raise refuse(
            tr("{digits}… is far too large a number.").format(digits=digits[:12]), tr('Write times as "4:00".')
        )
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
        return tr("Remove what follows the last }.")
    if error.msg.startswith("Unterminated string"):
        return tr("Add the closing quote; or the file stops too early: use a whole copy of it.")
    if after.startswith(("\n", "\r")) and error.msg.startswith("Invalid control character"):
        return tr("A closing quote is missing on this line.")
    if not after.strip() or any(word.startswith(after.strip()) for word in ("true", "false", "null")):
        return tr("The file stops too early: use a whole copy of it.")
    if after.startswith("'"):
        return tr("Use double quotes.")
    if after.startswith(("//", "/*", "#")):
        return tr("Plans have no comments: remove it.")
    if before.endswith(",") or after.lstrip().startswith(("]", "}")):
        return tr("There is a comma too many before it.")
    return tr("Look for a missing comma or quote just before it.")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


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
    reason, mend = (tr(words) for words in _PLAIN.get(detail["type"], (_lower(detail["msg"]), "")))
    if detail["type"] == "extra_forbidden":
        word = str(detail["loc"][-1])
        close = difflib.get_close_matches(word, _fields_at(detail["loc"]))
        close.sort(key=lambda field: sorted(field) != sorted(word))
        mend = (
            tr('Did you mean "{close}"?').format(close=close[0]) if close else tr("Remove it, or correct its spelling.")
        )
    return Mistake(place, f"{reason.format(**context)}.", mend.format(**context))


def _fields_at(path: Sequence[int | str]) -> list[str]:
    """What may stand where the last word of a path stands."""
    return [field.alias or name for name, field in part_at(path).model_fields.items()]


_PLAIN: Final = {
    "missing": (marked("is missing"), marked("Add it.")),
    "extra_forbidden": (marked("is not something that a plan has"), ""),
    "string_type": (marked("must be words in quotes"), marked("Put it in double quotes.")),
    "string_too_long": (marked("is longer than {max_length} characters"), marked("Shorten it.")),
    "string_pattern_mismatch": (
        marked("is not a plain id"),
        marked('Use small letters, digits and hyphens, such as "warm-up".'),
    ),
    "int_type": (marked("must be a whole number"), marked("Write it without quotes or a decimal point.")),
    "bool_type": (marked("must be true or false"), marked("Write it without quotes.")),
    "literal_error": (marked("is not one of the choices"), marked("Write {expected}.")),
    "tuple_type": (marked("must be a list in [ ]"), ""),
    "model_type": (marked("must be an object in {{ }}"), ""),
    "dict_type": (marked("must be an object in {{ }}"), ""),
    "too_short": (marked("is empty"), marked("Add at least {min_length}.")),
    "too_long": (marked("has too many entries (at most {max_length})"), marked("Keep the ones that matter most.")),
    "greater_than_equal": (marked("is too small"), marked("Make it at least {ge}.")),
    "less_than_equal": (marked("is too large"), marked("Make it at most {le}.")),
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
    return " › ".join(words) or tr("the plan")
