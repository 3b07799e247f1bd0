"""The fonts that ship are the ones that were looked at: bytes, licences, letters."""

from __future__ import annotations

import hashlib

import pytest
import uharfbuzz as hb

from congress_desk.plumbing.resources import resource

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ،؛؟"


def _listed() -> list[tuple[str, str]]:
    lines = resource("fonts", "SHA256SUMS").read_text("utf-8").splitlines()
    return [(name, digest) for digest, name in (line.split("  ", 1) for line in lines)]


@pytest.mark.parametrize(("name", "digest"), _listed())
def test_font_file_is_the_one_that_was_chosen(name: str, digest: str) -> None:
    assert hashlib.sha256(resource("fonts", name).read_bytes()).hexdigest() == digest


def test_every_font_is_listed_and_has_its_licence() -> None:
    listed = {name for name, _ in _listed()}
    fonts = {path.name for path in resource("fonts").glob("*.ttf")}
    assert len(fonts) == 13
    assert fonts <= listed
    for family in {name.split("-")[0] for name in fonts}:
        assert "SIL OPEN FONT LICENSE" in resource("fonts", f"{family}-LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(path.name for path in resource("fonts").glob("*.ttf")))
def test_font_has_all_letters_of_its_language(name: str) -> None:
    there = set(hb.Face(hb.Blob.from_file_path(str(resource("fonts", name)))).unicodes)
    wanted = ARABIC if name.startswith(("Amiri", "NotoSansArabic")) else VIETNAMESE + VIETNAMESE.upper()
    assert not {c for c in wanted if ord(c) not in there}
