"""What translators are given: every message of the source, once, in a catalogue that the package carries."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dp_facilitator import words

PACKAGE = Path(words.__file__).parent
KEYWORDS = {"tr": None, "marked": None, "ntr": (1, 2)}

Message = str | tuple[str, ...]


@pytest.fixture(scope="module")
def said() -> set[Message]:
    """The messages that stand in the source."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found}


def written() -> Iterator[Message]:
    """Those of the template, without its head."""
    with (PACKAGE / "locale" / f"{words.DOMAIN}.pot").open("rb") as file:
        yield from (message.id for message in read_po(file) if message.id)


def test_the_template_has_every_message_and_no_other(said: set[Message]) -> None:
    assert set(written()) == said, "run scripts/words.sh"


def test_both_forms_of_a_number_have_the_same_places(said: set[Message]) -> None:
    """What is filled in has to be there whichever form a language chooses; the number itself may be left out."""
    pairs = [message for message in said if isinstance(message, tuple)]
    assert pairs
    for one, many in pairs:
        assert holes(one) <= holes(many), (one, many)


def holes(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


# How the source says them


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "words.py" or path.parent != PACKAGE:
            yield str(path.relative_to(PACKAGE)), ast.parse(path.read_text("utf-8"))


def asked(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def in_functions(tree: ast.AST, within: bool = False) -> Iterator[ast.AST]:
    """Every node that is run when something is called, not when the module is read."""
    for child in ast.iter_child_nodes(tree):
        # The words of arguments that are left out are made when the module is read.
        inside = (within or isinstance(tree, ast.FunctionDef)) and not isinstance(child, ast.arguments)
        if inside:
            yield child
        yield from in_functions(child, inside)


def test_no_constant_is_translated_before_there_is_a_reader() -> None:
    for name, tree in trees():
        late = set(in_functions(tree))
        early = [node.lineno for node in ast.walk(tree) if asked(node, "tr", "ntr") and node not in late]  # type: ignore[attr-defined]
        assert not early, (name, early)


def test_every_place_in_a_message_is_filled() -> None:
    for name, tree in trees():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(attr="format", value=ast.Call(args=args) as said), keywords=keywords):
                    texts = [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                    if asked(said, "tr", "ntr") and texts:
                        wanted = set().union(*map(holes, texts))
                        assert wanted == {keyword.arg for keyword in keywords}, (name, node.lineno)
