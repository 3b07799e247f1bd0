"""Paper by CUPS: played by small programs of the same names, so that the real commands are run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from congress_desk.devices.printer.system import SystemPrinter
from congress_desk.domain.refusals import Problem, Trouble

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not on Windows")
LPSTAT = """#!/bin/sh
case "$1" in
  -e) printf 'Tang-1\\nVan_phong\\nBan-2\\n' ;;
  -d) echo 'system default destination: Van_phong' ;;
esac
"""


@pytest.fixture
def desk_with_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with lpstat and lp; lp writes what it was told into the file `told`."""
    _program(tmp_path / "lpstat", LPSTAT)
    _program(tmp_path / "lp", f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/told"\n')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


def _program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def a_paper(folder: Path) -> Path:
    path = folder / "giấy tờ.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


@posix_only
def test_default_printer_is_named_first(desk_with_printers: Path) -> None:
    assert list(SystemPrinter().names()) == ["Van_phong", "Tang-1", "Ban-2"]


@posix_only
def test_paper_goes_unscaled_to_the_printer_named(desk_with_printers: Path) -> None:
    paper = a_paper(desk_with_printers)
    SystemPrinter().send(paper, "Ban-2")
    told = (desk_with_printers / "told").read_text("utf-8").splitlines()
    assert told == ["-d", "Ban-2", "-o", "print-scaling=none", "--", str(paper)]


@posix_only
def test_printer_that_refuses_is_a_trouble(desk_with_printers: Path) -> None:
    _program(desk_with_printers / "lp", "#!/bin/sh\nexit 1\n")
    with pytest.raises(Trouble) as stopped:
        SystemPrinter().send(a_paper(desk_with_printers), "Ban-2")
    assert stopped.value.problem is Problem.PRINTER_MISSING


@posix_only
def test_computer_without_a_printing_system_has_no_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(SystemPrinter().names()) == []
    with pytest.raises(Trouble) as stopped:
        SystemPrinter().send(a_paper(tmp_path), "")
    assert stopped.value.problem is Problem.PRINTER_MISSING


def test_file_that_is_gone_is_a_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as stopped:
        SystemPrinter().send(tmp_path / "gone.pdf", "x")
    assert stopped.value.problem is Problem.NO_SUCH_FILE


def test_windows_is_asked_in_its_own_words(tmp_path: Path) -> None:
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> str:
        asked.append(command)
        return "HP 'Tầng 2'\r\nMicrosoft Print to PDF\r\n"

    printer = SystemPrinter(windows=True, run=run)
    assert list(printer.names()) == ["HP 'Tầng 2'", "Microsoft Print to PDF"]
    printer.send(a_paper(tmp_path), "HP 'Tầng 2'")
    assert asked[-1][:3] == ["powershell", "-NoProfile", "-Command"]
    assert asked[-1][3].endswith("-Verb PrintTo -ArgumentList '\"HP ''Tầng 2''\"'")
    printer.send(a_paper(tmp_path), "")
    assert asked[-1][3].endswith("-Verb Print")


def test_command_that_fails_on_windows_is_a_trouble(tmp_path: Path) -> None:
    def run(command: Sequence[str]) -> str:
        raise subprocess.CalledProcessError(1, list(command))

    with pytest.raises(Trouble) as stopped:
        SystemPrinter(windows=True, run=run).send(a_paper(tmp_path), "HP")
    assert stopped.value.problem is Problem.PRINTER_MISSING
