"""The command line itself: its guide, its languages, wrong usage, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from congress_desk.cli.parser import command_names
from tests.cli.conftest import Desk, Said

COMMANDS = {
    "": (
        *("create", "rehearse", "describe", "rules", "status", "verify", "backup"),
        *("void", "readings", "excuse", "consent", "print", "looks"),
        *("credentials", "credentials-text", "credentials-rules"),
    ),
    "delegates": (
        *("import", "photos", "template", "list", "search", "add", "edit", "photo"),
        *("history", "standing", "replace", "badge", "link-card"),
    ),
    "absences": ("request", "opinion", "accept", "refuse", "list"),
    "seats": ("list", "find", "import", "arrange", "assign", "swap", "undo"),
    "sessions": ("add", "list", "edit", "close", "reopen"),
    "check-in": ("card", "citizen-card", "manual", "exit", "face"),
    "faces": (
        *("enrol", "status", "consents", "passphrase", "unlock", "lock", "erase"),
        *("evaluate", "models", "try-models", "use-models"),
    ),
    "documents": (
        *("add", "list", "recall", "link", "sheet", "links", "revoke", "register", "stats"),
        *("copies-issue", "copies-return", "copies"),
    ),
    "agenda": (
        *("import", "template", "print", "list", "sitting", "add", "edit", "move", "remove"),
        *("start", "end", "announce", "now", "take-back"),
    ),
    "speeches": (
        *("add", "list", "edit", "order", "approve", "call", "hand-in", "withdraw", "text", "stats", "rules"),
        *("start", "pause", "resume", "extend", "end", "now", "ask", "lower", "requests", "gist", "take-back"),
    ),
    "votes": ("record", "list", "export", "void", "rules", "base", "deduct"),
    "elections": (
        *(
            "create",
            "list",
            "committee",
            "add-candidate",
            "withdraw",
            "ballots",
            "test-ballot",
            "issue",
        ),
        *(
            "collect",
            "exchange",
            "spoil",
            "spare",
            "printed",
            "again",
            "decide-tie",
            "alternates",
        ),
        *(
            "void-round",
            "open",
            "scan",
            "enter",
            "tally",
            "judge",
            "nobody-agreed",
            "void-batch",
        ),
        *(
            "waiting",
            "batches",
            "result",
            "differences",
            "audit",
            "audit-check",
            "export",
            "seal",
        ),
        *("void-count",),
    ),
    "opinions": ("list", "add", "sort", "answer", "print"),
    "portal": ("serve", "check", "settings", "notice"),
    "records": ("seal", "sign", "verify", "list", "text", "targets", "tasks"),
    "stage": (
        *("show", "black", "now", "set", "link"),
        *("cues", "cue-add", "cue-check", "cue-move", "cue-remove"),
    ),
}


@pytest.fixture
def say(call: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    def said(language: str, *words: str) -> Said:
        monkeypatch.setenv("CONGRESS_DESK_LANGUAGE", language)
        return call(*words)

    return said


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_every_command_has_help_in_every_language(say: Callable[..., Said], language: str) -> None:
    whole = say(language, "--help")
    assert whole.status == 0
    for group, names in COMMANDS.items():
        for name in names:
            words = [group, name] if group else [name]
            helped = say(language, *words, "--help")
            assert helped.status == 0
            assert f"congress-desk {' '.join(words)}" in helped.out
            assert all(word in whole.out for word in words)


def test_the_first_words_of_commands_are_known_to_the_program() -> None:
    groups = {group for group in COMMANDS if group}
    assert groups | set(COMMANDS[""]) == set(command_names()) - {"--help", "-h", "--version"}


def test_the_guide_tells_the_exit_status_and_examples(say: Callable[..., Said]) -> None:
    out = say("en", "--help").out
    for told in ("Exit status: 0 done; 2 refused", "check-in card hall.congress", "print attendance", "--json"):
        assert told in out


@pytest.mark.parametrize(
    "words",
    [
        ["delegates"],
        ["check-in", "card"],
        ["sessions", "add", "x", "--name"],
        ["status", "x"],
        ["rules", "x", "--undo-minutes", "many"],
        ["print", "roll"],
        ["check-in", "wave", "x"],
        ["status", "x", "--session", "1", "--frobnicate"],
        ["excuse", "x", "001"],
        ["excuse", "x", "001", "--session", "1", "--whole-congress"],
    ],
)
def test_wrong_usage_is_a_trouble_in_the_users_language(say: Callable[..., Said], words: list[str]) -> None:
    told = {}
    for language, nothing in (("vi", "Chưa thực hiện gì."), ("en", "Nothing was done."), ("ar", "لم يُنفَّذ شيء.")):
        said = say(language, *words)
        assert (said.status, said.out) == (1, "")
        assert said.err.startswith("congress-desk")
        assert said.err.rstrip().endswith(nothing)
        told[language] = said.err
        in_json = say(language, *words, "--json")
        assert (in_json.status, in_json.json["problem"], in_json.err) == (1, "usage", "")
    for english in ("arguments", "required", "argument", "invalid", "expected", "unrecognized", "not allowed"):
        assert english not in told["vi"]


def test_answers_for_people_are_in_their_language(desk: Desk, say: Callable[..., Said]) -> None:
    file = str(desk.file)
    said = say("vi", "check-in", "card", file, "001", "--session", "khai mac", "--at", "2025-09-22T06:40")
    assert (said.status, said.out) == (0, "Đã ghi nhận: Nguyễn Văn An\n")
    said = say("vi", "check-in", "card", file, "001", "--session", "1")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Nguyễn Văn An\nĐã điểm danh lúc 06:40, Bàn 1.")
    assert "triệu tập 3, có mặt 1" in say("vi", "status", file, "--session", "1").out
    assert "سُجِّل الحضور" in say("ar", "check-in", "card", file, "001", "--session", "1", "--json").json["message"]


def test_the_language_is_the_apps_then_the_environments(
    call: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONGRESS_DESK_LANGUAGE")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def usage(locale: str) -> str:
        monkeypatch.setenv("LANG", locale)
        return call("--help").out.split(":")[0]

    english, vietnamese, arabic = usage("en_GB.UTF-8"), usage("vi_VN.UTF-8"), usage("ar_EG.UTF-8")
    assert (english, vietnamese) == ("usage", "cách dùng")
    assert usage("C.UTF-8") == english
    assert usage("fr_FR.UTF-8") == usage("") == vietnamese
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "desk.json").write_text(json.dumps({"language": "ar"}))
    assert usage("en_GB.UTF-8") == arabic


def test_a_command_spelled_wrongly_opens_no_window(say: Callable[..., Said]) -> None:
    for words in (["chek-in"], ["chek-in", "card"], ["--frobnicate"]):
        said = say("en", *words)
        assert said.status == 1
        assert "Nothing was done." in said.err
    assert "check-in" in say("en", "chek-in").err


def test_the_version_is_told(say: Callable[..., Said]) -> None:
    assert say("en", "--version").out.startswith("congress-desk 0.")


def run(*words: str, stdout: int | None = subprocess.PIPE, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "congress_desk", *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
        check=False,
    )


def test_answers_are_utf8_whatever_the_system_says(desk: Desk) -> None:
    said = run("delegates", "list", str(desk.file), PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert (said.returncode, said.stderr) == (0, b"")
    assert "Đỗ Thị Én" in said.stdout.decode("utf-8")


def test_a_reader_who_has_seen_enough_is_no_trouble(desk: Desk) -> None:
    read, write = os.pipe()
    os.close(read)
    said = run("delegates", "list", str(desk.file), "--json", stdout=write)
    os.close(write)
    assert (said.returncode, said.stderr) == (0, b"")


def test_a_command_loads_neither_window_nor_heavy_libraries(desk: Desk) -> None:
    probe = (
        "import sys; from congress_desk.bootstrap import main; "
        f"main(['status', {str(desk.file)!r}, '--session', '1', '--json']); "
        "print([m for m in ('PySide6', 'cv2', 'dlib', 'reportlab', 'PIL', 'numpy', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")
