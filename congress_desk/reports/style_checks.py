"""A province's own page style, checked place by place before anything is printed with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.resources import resource

_LANGUAGES = ("vi", "en", "ar")
_NOTES = "about"
_DIGITS = ("ascii", "arabic")
# place: least and most; a place of several parts (sizes_pt.body) is found by its first
_RANGES: Mapping[str, tuple[float, float]] = {
    "portrait_margins_mm": (5, 60),
    "landscape_margins_mm": (5, 60),
    "footer_mm": (4, 40),
    "sizes_pt": (6, 40),
    "line_height": (0.9, 2.5),
    "baseline": (0.4, 0.95),
    "first_line_indent_mm": (0, 40),
    "rule_pt": (0.1, 3),
    "grid_pt": (0.1, 3),
    "signature_room_mm": (8, 80),
    "watermark.most_pt": (20, 300),
    "watermark.across": (0.1, 1),
    "watermark.grey": (0, 1),
    "watermark.angle_degrees": (-90, 90),
    "heads.organ_share": (0.3, 0.7),
}


def checked(path: Path, usual: Mapping[str, Any]) -> dict[str, Any]:
    """What the file changes. Trouble: PAGE_STYLE_WRONG(path, place, value, possible)."""
    try:
        written = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        _refuse(path, "page_style.json", str(error), "JSON, UTF-8")
    if not isinstance(written, dict):
        _refuse(path, "page_style.json", type(written).__name__, "{ … }")
    _check_table(path, written, usual, "")
    found: dict[str, Any] = written
    return found


def merged(usual: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The usual values, with the own ones in their places."""
    both: dict[str, Any] = dict(usual)
    for name, value in own.items():
        both[name] = merged(usual[name], value) if isinstance(value, dict) and name in usual else value
    return both


def _check_table(path: Path, written: Mapping[str, Any], usual: Mapping[str, Any], inside: str) -> None:
    for name, value in written.items():
        place = f"{inside}.{name}" if inside else name
        if place == _NOTES:
            continue
        if place.startswith("heads.party.") or place == "heads.star":
            _check_words(path, place, value)
            continue
        if name not in usual:
            _refuse(path, place, value, ", ".join(usual))
        if isinstance(usual[name], dict):
            if not isinstance(value, dict):
                _refuse(path, place, value, "{ … }")
            _check_table(path, value, usual[name], place)
            continue
        _check_value(path, place, value)


def _check_words(path: Path, place: str, value: object) -> None:
    language = place.rpartition(".")[2]
    if place.startswith("heads.party.") and language not in _LANGUAGES:
        _refuse(path, place, value, ", ".join(_LANGUAGES))
    if not isinstance(value, str) or len(value) > 80:
        _refuse(path, place, value, "“…”")


def _check_value(path: Path, place: str, value: object) -> None:
    if place == "digits":
        if value not in _DIGITS:
            _refuse(path, place, value, ", ".join(_DIGITS))
        return
    if place.startswith("fonts."):
        _check_font(path, place, value)
        return
    least, most = _RANGES[place] if place in _RANGES else _RANGES[place.split(".")[0]]
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        _refuse(path, place, value, f"{least:g} … {most:g}")


def _check_font(path: Path, place: str, value: object) -> None:
    """A TrueType file in fonts/ beside the style, or one that ships with the program."""
    if not isinstance(value, str) or Path(value).name != value:
        _refuse(path, place, value, "*.ttf")
    own, shipped = path.parent / "fonts" / value, resource("fonts", value)
    found = next((file for file in (own, shipped) if file.is_file()), None)
    if found is None or found.read_bytes()[:4] not in (b"\x00\x01\x00\x00", b"true"):
        _refuse(path, place, value, f"*.ttf, {path.parent / 'fonts'}")


def _refuse(path: Path, place: str, value: object, possible: str) -> NoReturn:
    raise Trouble(Problem.PAGE_STYLE_WRONG, path=str(path), place=place, value=str(value), possible=possible)
