"""Pillow's pictures under the contract, and the drawn portraits."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from congress_desk.devices.pictures.drawn_portrait import drawn_portrait
from congress_desk.devices.pictures.pillow import PillowPictures
from congress_desk.domain.delegates import Gender
from congress_desk.services.ports.pictures import Pictures
from tests.contracts.pictures_contract import PicturesContract, file_of, two_colours


class TestPillowPictures(PicturesContract):
    @pytest.fixture
    def pictures(self) -> Pictures:
        return PillowPictures()


def test_names_sort_the_same_composed_or_decomposed(tmp_path: Path) -> None:
    for name in ("Ánh 2.jpg", unicodedata.normalize("NFD", "Ánh 1.jpg"), "Ánh 3.jpg"):
        (tmp_path / name).write_bytes(file_of(two_colours()))
    found = [unicodedata.normalize("NFC", path.name) for path in PillowPictures().in_folder(tmp_path)]
    assert found == ["Ánh 1.jpg", "Ánh 2.jpg", "Ánh 3.jpg"]


def test_a_drawn_person_is_always_the_same_and_nobody_elses() -> None:
    first = drawn_portrait(7, gender=Gender.FEMALE, height=200)
    assert first == drawn_portrait(7, gender=Gender.FEMALE, height=200)
    others = {drawn_portrait(8, gender=Gender.FEMALE, height=200), drawn_portrait(7, gender=Gender.MALE, height=200)}
    assert first not in others
    assert len(others) == 2


@pytest.mark.parametrize("height", [120, 800])
def test_a_drawn_portrait_is_three_to_four(height: int) -> None:
    portrait = Image.open(io.BytesIO(drawn_portrait(1, gender=Gender.UNKNOWN, height=height)))
    assert (portrait.format, portrait.size) == ("JPEG", (height * 3 // 4, height))
