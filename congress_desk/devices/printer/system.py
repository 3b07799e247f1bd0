"""The printers of this computer: CUPS (`lpstat`, `lp`) on Linux and macOS, the shell's print verb on Windows.

The PDF is sent as it is and never scaled: a badge that shrinks by 3 % no longer fits its pouch.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble

PATIENCE_SECONDS = 20
_WAITING = "congress-desk-print.pdf"
_DEFAULT = "system default destination: "
_POWERSHELL = "Get-CimInstance Win32_Printer | Sort-Object -Property Default -Descending | ForEach-Object Name"

Run = Callable[[Sequence[str]], str]  # a command's output; OSError or SubprocessError when it fails


class SystemPrinter:
    """Asks the system each time: printers come and go during a congress."""

    def __init__(self, *, windows: bool | None = None, run: Run | None = None) -> None:
        on_windows = sys.platform == "win32" if windows is None else windows
        self._run = run or _run
        self._names = self._windows_names if on_windows else self._cups_names
        self._send = self._windows_send if on_windows else self._cups_send

    def names(self) -> Sequence[str]:
        """The default one first; none where there is no printing system."""
        return self._names()

    def send(self, pdf: Path, printer: str) -> None:
        """printer: a name, or "" for the default. Trouble: NO_SUCH_FILE, PRINTER_MISSING(printer)."""
        if not pdf.is_file():
            raise Trouble(Problem.NO_SUCH_FILE, path=str(pdf))
        try:
            self._send(pdf.resolve(), printer)
        except (OSError, subprocess.SubprocessError) as error:
            raise Trouble(Problem.PRINTER_MISSING, printer=printer) from error

    def _cups_names(self) -> Sequence[str]:
        there = self._lines("lpstat", "-e")
        default = next(
            (line.removeprefix(_DEFAULT) for line in self._lines("lpstat", "-d") if line.startswith(_DEFAULT)), ""
        )
        return sorted(there, key=lambda name: name != default)

    def _cups_send(self, pdf: Path, printer: str) -> None:
        chosen = ["-d", printer] if printer else []
        self._run(["lp", *chosen, "-o", "print-scaling=none", "--", str(pdf)])

    def _windows_names(self) -> Sequence[str]:
        return self._lines("powershell", "-NoProfile", "-Command", _POWERSHELL)

    def _windows_send(self, pdf: Path, printer: str) -> None:
        """The verb comes back before the file was read, so a copy waits for it; the next one takes its place."""
        waiting = Path(tempfile.gettempdir()) / _WAITING
        shutil.copyfile(pdf, waiting)
        verb = ["-Verb", "PrintTo", "-ArgumentList", _quoted(f'"{printer}"')] if printer else ["-Verb", "Print"]
        started = " ".join(["Start-Process", "-FilePath", _quoted(str(waiting)), *verb])
        self._run(["powershell", "-NoProfile", "-Command", started])

    def _lines(self, *command: str) -> list[str]:
        try:
            return [line.strip() for line in self._run(command).splitlines() if line.strip()]
        except (OSError, subprocess.SubprocessError):
            return []


def _quoted(text: str) -> str:
    """A PowerShell text in which nothing is replaced."""
    return "'" + text.replace("'", "''") + "'"


def _run(command: Sequence[str]) -> str:
    in_english = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS, env=in_english
    )
    return done.stdout
