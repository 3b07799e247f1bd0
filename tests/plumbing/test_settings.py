"""The desk's settings survive restarts, damage by hand, and a disk that says no."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from congress_desk.plumbing.settings import (
    CONFIG_FOLDER_VARIABLE,
    RECENT_FILES_KEPT,
    DeskSettings,
    NotAllowed,
    SettingsFile,
    changed,
    open_settings,
    sentence_of,
)


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "desk.json")
    assert kept.current == DeskSettings()
    assert not kept.path.exists()


def test_a_change_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "desk.json"
    SettingsFile(path).change(language="ar", desk_name="Bàn số 2", sound_volume=0, faces_on=True)
    again = SettingsFile(path).current
    assert (again.language, again.desk_name, again.sound_volume, again.faces_on) == ("ar", "Bàn số 2", 0, True)


@pytest.mark.parametrize(
    "bad",
    [
        {"language": "fr"},
        {"sound_volume": 101},
        {"desk_name": " "},
        {"theme": "blue"},
        {"faces_on": "yes"},
        {"printer_shifts": ("30,0 HP",)},
    ],
)
def test_a_value_out_of_range_is_refused_and_nothing_changes(tmp_path: Path, bad: dict[str, object]) -> None:
    kept = SettingsFile(tmp_path / "desk.json")
    with pytest.raises(NotAllowed) as refused:
        kept.change(**bad)
    assert refused.value.name in bad
    assert kept.current == DeskSettings()


def test_a_damaged_value_falls_back_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    path.write_text(json.dumps({"language": "fr", "sound_volume": True, "desk_name": "Bàn 3", "old": 1}))
    assert SettingsFile(path).current == DeskSettings(desk_name="Bàn 3")


@pytest.mark.parametrize("written", ["", "{", "[1]", "\x00\xff"])
def test_a_file_that_is_no_settings_gives_the_defaults(tmp_path: Path, written: str) -> None:
    path = tmp_path / "desk.json"
    path.write_text(written, encoding="latin-1")
    assert SettingsFile(path).current == DeskSettings()


def test_where_nothing_can_be_written_the_change_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = SettingsFile(tmp_path / "file" / "desk.json")
    with pytest.raises(OSError, match="file"):
        kept.change(theme="dark")
    assert kept.current.theme == "dark"


def test_no_draft_is_left_behind(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "desk.json").change(theme="dark")
    assert [path.name for path in tmp_path.iterdir()] == ["desk.json"]


def test_recent_files_are_unique_newest_first_and_few() -> None:
    settings = DeskSettings()
    for number in (*range(12), 5):
        settings = settings.opened(Path(f"/c/{number}.congress"))
    assert settings.recent_files[0] == str(Path("/c/5.congress"))
    assert len(settings.recent_files) == len(set(settings.recent_files)) == RECENT_FILES_KEPT


def test_the_folder_can_be_chosen_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONFIG_FOLDER_VARIABLE, str(tmp_path))
    assert open_settings().path == tmp_path / "desk.json"


def test_without_it_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CONFIG_FOLDER_VARIABLE, raising=False)
    assert "congress-desk" in str(open_settings().path)


def test_every_setting_has_its_sentence() -> None:
    assert all(sentence_of(one.name).endswith(".") for one in fields(DeskSettings))


def test_changed_leaves_the_old_settings_alone() -> None:
    before = DeskSettings()
    assert changed(before, theme="dark").theme == "dark"
    assert before.theme == "light"
