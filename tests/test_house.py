"""The rules of the house that the import linter and the type checker cannot see, read off the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "dp_facilitator"
LONGEST = 400

MODEL_MAY_NOT_IMPORT = {
    *("PySide6", "shiboken6", "platformdirs"),
    *("os", "io", "pathlib", "shutil", "tempfile", "glob", "socket", "subprocess"),
    *("time", "threading", "asyncio", "random"),
}
STORE_MAY_NOT_IMPORT = {"PySide6", "shiboken6"}
CLOCK_CALLS = {"now", "utcnow", "today"}


def files(*rooms: str) -> list[Path]:
    """The source files of the named rooms, or of the whole house."""
    return sorted(f for room in rooms or (".",) for f in (SOURCE / room).rglob("*.py"))


def parse(text: str) -> list[ast.AST]:
    return list(ast.walk(ast.parse(text)))


def imports(nodes: list[ast.AST]) -> Iterator[tuple[int, str]]:
    """Each imported top-level module, with its line."""
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name.partition(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module.partition(".")[0]


def calls(nodes: list[ast.AST]) -> Iterator[tuple[ast.Call, str, bool]]:
    """Each call, the last word of what is called, and whether it is a method."""
    for node in nodes:
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr, True
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id, False


def forbidden_imports(nodes: list[ast.AST], forbidden: set[str]) -> Iterator[str]:
    for line, module in imports(nodes):
        if module in forbidden:
            yield f"{line}: imports {module}"


def clocks_and_files(nodes: list[ast.AST]) -> Iterator[str]:
    for node, name, method in calls(nodes):
        if method and name in CLOCK_CALLS:
            yield f"{node.lineno}: reads a clock with .{name}()"
        if not method and name == "open":
            yield f"{node.lineno}: opens a file"


def copied_signals(nodes: list[ast.AST]) -> Iterator[str]:
    """Signal(dict) and Signal(list): PySide copies those."""
    for node, name, _ in calls(nodes):
        if name == "Signal":
            for argument in node.args:
                if isinstance(argument, ast.Name) and argument.id in ("dict", "list"):
                    yield f"{node.lineno}: Signal({argument.id})"


def loose_slots(nodes: list[ast.AST]) -> Iterator[str]:
    """.connect() to a lambda or a partial: it keeps alive what it captures."""
    for node, name, method in calls(nodes):
        if method and name == "connect":
            for argument in node.args:
                if isinstance(argument, ast.Lambda):
                    yield f"{node.lineno}: connects a lambda"
                elif any(called == "partial" for _, called, _ in calls([argument])):
                    yield f"{node.lineno}: connects a partial"


def save_files(nodes: list[ast.AST]) -> Iterator[str]:
    """QSaveFile does not sync the folder; the store does."""
    for node in nodes:
        named = isinstance(node, ast.Name) and node.id == "QSaveFile"
        imported = isinstance(node, ast.ImportFrom) and any(a.name == "QSaveFile" for a in node.names)
        if named or imported or (isinstance(node, ast.Attribute) and node.attr == "QSaveFile"):
            yield f"{node.lineno}: QSaveFile"


def swallowed(nodes: list[ast.AST]) -> Iterator[str]:
    """`except Exception: pass` and its broader kin."""
    for node in nodes:
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
            )
            silent = all(
                isinstance(s, ast.Pass) or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
                for s in node.body
            )
            if broad and silent:
                yield f"{node.lineno}: swallows every exception"


def model_imports(nodes: list[ast.AST]) -> Iterator[str]:
    yield from forbidden_imports(nodes, MODEL_MAY_NOT_IMPORT)


def store_imports(nodes: list[ast.AST]) -> Iterator[str]:
    yield from forbidden_imports(nodes, STORE_MAY_NOT_IMPORT)


RULES = [
    pytest.param(("model",), model_imports, id="model imports no Qt, files, places or clock"),
    pytest.param(("model",), clocks_and_files, id="model reads no clock and opens no file"),
    pytest.param(("store",), store_imports, id="store imports no Qt"),
    pytest.param((), copied_signals, id="no Signal(dict) or Signal(list)"),
    pytest.param((), loose_slots, id="no lambda or partial is connected"),
    pytest.param((), save_files, id="no QSaveFile"),
    pytest.param((), swallowed, id="no exception is swallowed"),
]


@pytest.mark.parametrize(("rooms", "rule"), RULES)
def test_rule(rooms, rule) -> None:
    broken = [
        f"{file.relative_to(SOURCE)}:{found}"
        for file in files(*rooms)
        for found in rule(parse(file.read_text("utf-8")))
    ]
    assert broken == []


def test_no_file_is_too_long() -> None:
    lengths = {str(f.relative_to(SOURCE)): len(f.read_text("utf-8").splitlines()) for f in files()}
    assert {name: n for name, n in lengths.items() if n > LONGEST} == {}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (model_imports, "import os.path"),
        (model_imports, "def f():\n    from pathlib import Path"),
        (model_imports, "from PySide6.QtCore import QObject"),
        (store_imports, "import PySide6"),
        (clocks_and_files, "datetime.datetime.now()"),
        (clocks_and_files, "date.today()"),
        (clocks_and_files, "open('x')"),
        (copied_signals, "changed = Signal(int, dict)"),
        (copied_signals, "changed = QtCore.Signal(list)"),
        (loose_slots, "button.clicked.connect(lambda: self.go())"),
        (loose_slots, "button.clicked.connect(functools.partial(self.go, 1))"),
        (save_files, "from PySide6.QtCore import QSaveFile"),
        (save_files, "QtCore.QSaveFile('x')"),
        (swallowed, "try:\n    go()\nexcept Exception:\n    pass"),
        (swallowed, "try:\n    go()\nexcept:\n    ..."),
    ],
)
def test_each_rule_bites(rule, text: str) -> None:
    assert list(rule(parse(text)))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (model_imports, "from datetime import time\nfrom . import os"),
        (clocks_and_files, "session.next(now)\nplan.open"),
        (copied_signals, "changed = Signal(object)"),
        (loose_slots, "button.clicked.connect(self._go)"),
        (swallowed, "try:\n    go()\nexcept OSError:\n    pass"),
        (swallowed, "try:\n    go()\nexcept Exception:\n    log.exception('no')"),
    ],
)
def test_each_rule_lets_the_rest_pass(rule, text: str) -> None:
    assert list(rule(parse(text))) == []
