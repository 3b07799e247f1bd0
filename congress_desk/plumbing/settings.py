"""Settings of this desk: language, camera, printer... one small file on this computer, never in the congress.

Rules of the congress (quorum, undo time) are not settings: they stand in the congress file and its journal.
Each setting is declared once with type, default, range and one plain sentence; a file that a person has
damaged by hand costs only the damaged values, which fall back to their defaults.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from congress_desk.plumbing.printer_shifts import are_shifts
from congress_desk.plumbing.texts import Language, marked

RECENT_FILES_KEPT = 8
CONFIG_FOLDER_VARIABLE = "CONGRESS_DESK_CONFIG_DIR"
SETTINGS_FILE = "desk.json"


def _declared(default: Any, sentence: str, *, allowed: Callable[[Any], bool] = lambda _: True) -> Any:
    """One setting: its default, what it is in one sentence, and which values it may have."""
    return field(default=default, metadata={"sentence": sentence, "allowed": allowed})


def _one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


def _between(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: low <= value <= high


class NotAllowed(ValueError):  # noqa: N818
    """A value outside the range of its setting; nothing was changed."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__(f"{name}: {value!r}")
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """The values; immutable. `sentence_of(name)` is the plain sentence that the settings room shows."""

    language: str = _declared(
        "vi", marked("The language of the screens on this computer."), allowed=_one_of(*Language)
    )
    theme: str = _declared(
        "light",
        marked("Light screens for bright halls, dark screens for dimmed ones."),
        allowed=_one_of("light", "dark"),
    )
    desk_name: str = _declared(
        "Bàn 1",
        marked("The name of this desk; it stands in the journal with every act."),
        allowed=lambda value: 0 < len(value.strip()) <= 40,
    )
    camera: str = _declared(
        "0", marked("The camera: 0 is the first one; a video file or a folder of pictures is played as a camera.")
    )
    table_camera: str = _declared(
        "0", marked("The camera over the counting table: 0 is the first one; a video file is played as a camera.")
    )
    scan_folders: tuple[str, ...] = _declared(
        (), marked("The folders of scanned ballots that this computer watches, each with the round it belongs to.")
    )
    faces_on: bool = _declared(False, marked("Face search is on when the check-in room opens."))
    turn_head: bool = _declared(
        False,
        marked(
            "People are asked to turn their head: a photo held before the camera cannot. A film still can, so look "
            "at the person."
        ),
    )
    sound_volume: int = _declared(
        70, marked("How loud the answers sound, from 0 (silent) to 100."), allowed=_between(0, 100)
    )
    printer: str = _declared("", marked("The printer; empty means this computer's default printer."))
    printer_shifts: tuple[str, ...] = _declared(
        (),
        marked("How far this printer prints beside the mark, in mm; the calibration page of the records tells it."),
        allowed=are_shifts,
    )
    portal_certificate: str = _declared(
        "", marked("The organizer's certificate for the portal, a PEM file; empty means plain HTTP.")
    )
    portal_key: str = _declared("", marked("The key of that certificate, a PEM file; empty means the same file."))
    stage_display: str = _declared("", marked("The display of the second screen; empty means that it is shut."))
    signing_roots: tuple[str, ...] = _declared(
        (), marked("Root certificates that this desk trusts when it checks signatures; PEM or DER files.")
    )
    signing_time_stamp: str = _declared(
        "",
        marked("The address of a time-stamp authority for signatures; empty means none, as without a network."),
        allowed=lambda value: not value or value.startswith(("http://", "https://")),
    )
    signing_revocation: bool = _declared(
        False, marked("Signatures are checked for revoked certificates, which needs a network.")
    )
    recent_files: tuple[str, ...] = _declared((), marked("The congress files opened last, the newest first."))

    def opened(self, path: Path) -> DeskSettings:
        """These settings with `path` as the newest of the recent files."""
        others = tuple(known for known in self.recent_files if known != str(path))
        return replace(self, recent_files=(str(path), *others)[:RECENT_FILES_KEPT])


def sentence_of(name: str) -> str:
    """What the setting is for: English source, to be said in the user's language."""
    found: str = _field(name).metadata["sentence"]
    return found


def changed(settings: DeskSettings, **changes: object) -> DeskSettings:
    """The settings with some values changed; NotAllowed for a value outside its range."""
    for name, value in changes.items():
        if not _is_allowed(_field(name), value):
            raise NotAllowed(name, value)
    return replace(settings, **changes)  # type: ignore[arg-type]


class SettingsFile:
    """The settings kept in a file. `current` is what holds now; `change` keeps it and saves at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.current = _read(path)

    def change(self, **changes: object) -> DeskSettings:
        """NotAllowed; OSError where the file cannot be written (the change then holds until the program ends)."""
        return self.keep(changed(self.current, **changes))

    def keep(self, settings: DeskSettings) -> DeskSettings:
        self.current = settings
        _save(self.path, settings)
        return settings


def settings_folder() -> Path:
    """The user's own folder for settings, or the one named by CONGRESS_DESK_CONFIG_DIR."""
    if chosen := os.environ.get(CONFIG_FOLDER_VARIABLE):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("congress-desk", appauthor=False)


def open_settings() -> SettingsFile:
    return SettingsFile(settings_folder() / SETTINGS_FILE)


def _read(path: Path) -> DeskSettings:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return DeskSettings()
    return _from_written(written) if isinstance(written, dict) else DeskSettings()


def _from_written(written: Mapping[str, Any]) -> DeskSettings:
    sound: dict[str, Any] = {}
    for one in fields(DeskSettings):
        value = written.get(one.name)
        if isinstance(value, list):
            value = tuple(str(item) for item in value)
        if one.name in written and _is_allowed(one, value):
            sound[one.name] = value
    return DeskSettings(**sound)


def _is_allowed(one: Field[Any], value: object) -> bool:
    assert one.default is not MISSING
    return type(value) is type(one.default) and bool(one.metadata["allowed"](value))


def _field(name: str) -> Field[Any]:
    return next(one for one in fields(DeskSettings) if one.name == name)


def _save(path: Path, settings: DeskSettings) -> None:
    """Whole or not at all: written beside the file, flushed, then renamed over it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".desk-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise
