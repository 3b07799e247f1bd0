"""The house rules that a machine can check: where a thing is, how long it may be, what may be imported.

Everything listed here as an exception has its reason beside it.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "congress_desk"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)
TESTS = sorted(path for path in (ROOT / "tests").rglob("*.py") if "__pycache__" not in path.parts)
ROOMS = sorted(path for path in (PACKAGE / "ui" / "rooms").iterdir() if (path / "__init__.py").exists())

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
FREE_OF_LENGTH = ("storage/migrations/versions/",)  # a migration is one list of steps and is never changed again

# where a word that is banned elsewhere is the right one, by file
ALLOWED = {
    "processEvents": frozenset[str](),
    "QThread": frozenset[str](),
    "time.sleep": frozenset({"devices/camera/child.py", "devices/camera/sources.py"}),  # the camera's own process
    "print": frozenset({"cli/main.py"}),  # the command line's answers
}


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def is_free(path: Path) -> bool:
    return any(part in inside(path) for part in FREE_OF_LENGTH)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_has_a_view_a_presenter_and_a_state(room: Path) -> None:
    assert {"view.py", "presenter.py", "state.py"} <= {path.name for path in room.iterdir()}


def test_the_rooms_of_this_congress_are_there() -> None:
    assert {"checkin", "records", "registry", "settings"} <= {room.name for room in ROOMS}


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {inside(p): n for p in (*MODULES, *TESTS) if (n := len(p.read_text().splitlines())) > LONGEST_FILE}
    assert {name for name in long if not is_free(ROOT / name)} == set(), long


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{inside(path)}:{f.lineno} {f.name} has {f.end_lineno - f.lineno + 1} lines"
        for path in (*MODULES, *TESTS)
        if not is_free(path)
        for f in functions(path)
        if f.end_lineno is not None and f.end_lineno - f.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def names_used(path: Path) -> set[str]:
    """Names, and attributes with what they are asked of: print, QThread, time.sleep, app.processEvents."""
    used: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Name):
            used.add(node.id)
        elif isinstance(node, ast.Attribute):
            used |= {node.attr, ast.unparse(node)}
        elif isinstance(node, ast.ImportFrom):
            used |= {alias.name for alias in node.names} | {f"{node.module}.{alias.name}" for alias in node.names}
    return used


@pytest.mark.parametrize("word", sorted(ALLOWED))
def test_what_freezes_or_babbles_is_only_where_it_is_listed(word: str) -> None:
    places = {inside(path) for path in MODULES if word in names_used(path)}
    assert places <= ALLOWED[word]


def test_init_files_are_empty() -> None:
    assert [inside(p) for p in (*MODULES, *TESTS) if p.name == "__init__.py" and p.read_text()] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [inside(p) for p in MODULES if p.read_text() and ast.get_docstring(parsed(p)) is None]
    assert silent == []


BANNED_PARTS = {"manager", "handler", "helper", "helpers", "util", "utils", "info", "data", "process", "do", "misc"}
NAMED_BY_OTHERS = {  # by Qt, html.parser and asyncio
    "data",
    "setData",
    "headerData",
    "mimeData",
    "handle_data",
    "handle_starttag",
    "handle_endtag",
    "data_received",
}


def name_parts(name: str) -> set[str]:
    return set(re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower().strip("_").split("_"))


def test_no_file_class_or_function_has_a_name_that_says_nothing() -> None:
    found = []
    for path in MODULES:
        names = [path.stem] + [
            node.name
            for node in ast.walk(parsed(path))
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        found += [
            f"{inside(path)}: {name}"
            for name in names
            if name not in NAMED_BY_OTHERS and name_parts(name) & BANNED_PARTS
        ]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    unfinished = re.compile(
        r"\bTODO\b|\bFIXME\b|\bXXX\b|raise NotImplementedError|MagicMock|mark\.skip\b|pytest\.skip\("
    )
    found = [
        inside(path) for path in (*MODULES, *TESTS) if path != Path(__file__) and unfinished.search(path.read_text())
    ]
    assert found == []


def test_the_import_contracts_are_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout[-4000:] + found.stderr[-2000:]


def test_the_window_can_begin_without_what_is_heavy() -> None:
    code = "import sys, congress_desk.bootstrap; print(*[m for m in HEAVY if m in sys.modules])"
    heavy = (
        "cv2",
        "dlib",
        "reportlab",
        "PIL",
        "openpyxl",
        "python_calamine",
        "sqlalchemy",
        "alembic",
        "cryptography",
    )
    command = [sys.executable, "-c", f"HEAVY = {heavy!r}; {code}"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
