"""A congress in a folder of its own, and the command line called as a script calls it, in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from congress_desk import bootstrap

collect_ignore = [] if shutil.which("openssl") else ["test_revoked.py"]
LIST = """\
STT,Họ và tên,Giới tính,Ngày sinh,Đoàn đại biểu,Loại đại biểu,Số thẻ,Số CCCD
1,Nguyễn Văn An,Nam,1/2/1975,Đoàn Định Hóa,Đương nhiên,001,019075000001
2,Trần Thị Bình,Nữ,03-04-1980,Đoàn Định Hóa,Được bầu,002,019180000002
3,Lê Văn Cường,Nam,1970,Đoàn Phổ Yên,Chỉ định,003,019070000003
4,Đỗ Thị Én,Nữ,5/6/1985,Đoàn Phổ Yên,Dự khuyết,004,
5,Phạm Thị Dung,Nữ,7/8/1960,Khách mời,Khách mời,005,
"""


@dataclass(frozen=True)
class Said:
    """What a call said: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """One congress file and the calls to it."""

    file: Path
    call: Callable[..., Said]

    def __call__(self, command: str, *more: str, status: int = 0) -> Any:
        """`delegates list` ... with FILE and --json put where they belong; the JSON, after the status is checked."""
        said = self.say(command, *more, "--json")
        assert said.status == status, said
        assert said.err == ""
        return said.json

    def say(self, command: str, *more: str) -> Said:
        return self.call(*command.split(), str(self.file), *more)

    def card(self, what: str, *more: str, status: int = 0, session: str = "1") -> Any:
        return self("check-in card", what, "--session", session, *more, status=status)

    def print(self, form: str, out: Path, *more: str, status: int = 0) -> Any:
        said = self.call("print", form, str(self.file), "--out", str(out), *more, "--json")
        assert said.status == status, said
        return said.json

    def person(self, name: str) -> Any:
        return next(d for d in self("delegates list") if d["full_name"] == name)


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """congress-desk ... in this process; its settings and face keys in a folder of the test's own."""
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", "en")

    def called(*words: str) -> Said:
        capsys.readouterr()
        status = bootstrap.main(list(words))
        return Said(status, *capsys.readouterr())

    return called


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two congress files, made once by the command line itself: empty.congress and hall.congress."""
    folder = tmp_path_factory.mktemp("prepared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONGRESS_DESK_CONFIG_DIR", str(folder / "config"))
        title = ("--title", "Đại hội đại biểu Đảng bộ tỉnh", "--convening-body", "Tỉnh ủy", "--opens", "2025-09-22")
        hall, written = str(folder / "hall.congress"), folder / "list.csv"
        written.write_text(LIST, encoding="utf-8")
        assert bootstrap.main(["create", hall, *title]) == 0
        shutil.copy(hall, folder / "empty.congress")
        assert bootstrap.main(["delegates", "import", hall, str(written)]) == 0
        times = ("--starts", "2025-09-22T07:00", "--ends", "2025-09-22T11:30")
        assert bootstrap.main(["sessions", "add", hall, "--name", "Khai mạc", *times]) == 0
    return folder


@pytest.fixture
def empty_desk(call: Callable[..., Said], tmp_path: Path, prepared: Path) -> Desk:
    return Desk(Path(shutil.copy(prepared / "empty.congress", tmp_path / "hall.congress")), call)


@pytest.fixture
def desk(call: Callable[..., Said], tmp_path: Path, prepared: Path) -> Desk:
    """Three official delegates, an alternate and a guest in two delegations; session 1, “Khai mạc”."""
    return Desk(Path(shutil.copy(prepared / "hall.congress", tmp_path / "hall.congress")), call)
