"""Every face at every shape in three languages: nothing cut, nothing over another, legible, contrast 7:1."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication

from congress_desk.domain.stage import BlackFace, SpeakerFace, TitleFace
from congress_desk.ui.stage import sheet
from congress_desk.ui.stage.gallery import drawn, stage_pictures
from congress_desk.ui.stage.painting import DRAWN_HEIGHT, too_small
from congress_desk.ui.stage.samples import FACES, MORNING, SIZES, sample_scene
from congress_desk.ui.stage.scene import Moment
from congress_desk.ui.stage.sheet import Lettered
from congress_desk.ui.theme import load_fonts

LANGUAGES = ("vi", "en", "ar")
NEEDED = 7.0  # WCAG 2.2, 1.4.6


@pytest.fixture(autouse=True)
def _letters(qapp: QApplication) -> None:
    load_fonts()


def ink_of(one: Lettered) -> list[QRectF]:
    """Where the letters' own outlines are, line by line."""
    metrics = QFontMetricsF(one.fitted.font)
    lines = zip(one.fitted.lines, one.origins, strict=True)
    return [metrics.tightBoundingRect(line.text).translated(origin) for line, origin in lines]


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_and_none_stands_on_another(language: str, shape: str) -> None:
    size = SIZES[shape]
    wall = QRectF(0, 0, size.width() * DRAWN_HEIGHT / size.height(), DRAWN_HEIGHT)
    wrong = []
    for name in FACES:
        _image, letters = drawn(sample_scene(name, language), size)
        boxes: list[QRectF] = []
        for one in letters:
            assert "".join(line.text for line in one.fitted.lines).replace(" ", "") == one.text.replace(
                " ", ""
            ).replace("\n", "")
            inks = ink_of(one)
            aside = one.fitted.size * 0.12  # a letter's horn or swash beside its own width
            room = one.box.adjusted(-aside, -2, aside, 2)
            wrong += [f"{name}: {one.text!r} cut" for ink in inks if not (room.contains(ink) and wall.contains(ink))]
            whole = inks[0]
            for ink in inks[1:]:
                whole = whole.united(ink)
            wrong += [f"{name}: {one.text!r} over another" for box in boxes if box.intersects(whole)]
            boxes.append(whole)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_row_can_read_every_usual_face(language: str, shape: str) -> None:
    """Thirty metres from a screen of three; the longest samples may be smaller, and the operator is told."""
    longest = {"AGENDA_LONG", "ATTENDANCE_EARLY", "WELCOME_LONG"}
    small = []
    for name in FACES.keys() - longest:
        scene = sample_scene(name, language)
        _image, letters = drawn(scene, SIZES[shape])
        small += [f"{name}: {one.text!r}" for one in letters if too_small([one], scene.least)]
    assert not small, "\n".join(small)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("type_colour", [sheet.WHITE, sheet.CREAM], ids=["white", "cream"])
@pytest.mark.parametrize(
    "ground",
    [sheet.GROUND_TOP, sheet.GROUND_BOTTOM, sheet.RAISED, sheet.BLACK],
    ids=["top", "bottom", "panel", "black"],
)
def test_type_stands_out_seven_to_one(type_colour: QColor, ground: QColor) -> None:
    assert contrast(type_colour, ground) >= NEEDED


def test_white_and_gold_of_the_ring_are_told_apart_from_the_ground() -> None:
    for colour in (sheet.GOLD, sheet.WHITE):
        assert contrast(colour, sheet.GROUND_BOTTOM) >= 3.0
        assert contrast(colour, sheet.RAISED) >= 3.0


def test_arabic_mirrors_the_wall() -> None:
    places = {}
    for language in ("en", "ar"):
        _image, letters = drawn(sample_scene("SPEAKER", language), SIZES["16x9"])
        places[language] = next(one for one in letters if one.text == "5:48").box.center().x()
    middle = DRAWN_HEIGHT * 16 / 9 / 2
    assert places["en"] > middle > places["ar"]


def test_digits_are_ascii_in_arabic() -> None:
    for name in FACES:
        _image, letters = drawn(sample_scene(name, "ar"), SIZES["16x9"])
        assert not any("٠" <= letter <= "٩" for one in letters for letter in one.text)


def ring_colours(scene_name: str, seconds: int) -> set[str]:
    moment = Moment(now=MORNING + dt.timedelta(seconds=seconds))
    image, _letters = drawn(sample_scene(scene_name, "vi"), QSize(960, 540), moment)
    return {image.pixelColor(x, y).name() for x in range(560, 960, 2) for y in range(150, 530, 2)}


def test_the_ring_is_gold_then_white_and_blinks_slowly_over_time() -> None:
    assert "#d8b744" in ring_colours("SPEAKER", 0)
    assert "#d8b744" not in ring_colours("SPEAKER_WARNING", 0)
    over = [image_of("SPEAKER_OVER", second) for second in range(3)]
    assert over[0] != over[1]
    assert white_share(over[0]) > white_share(over[1]) * 2


def image_of(name: str, second: int) -> list[int]:
    moment = Moment(now=MORNING.replace(second=second))
    image, _letters = drawn(sample_scene(name, "vi"), QSize(480, 270), moment)
    return [image.pixel(x, y) for x in range(280, 480) for y in range(60, 270)]


def white_share(pixels: list[int]) -> float:
    return sum(pixel & 0xFFFFFF == 0xFFFFFF for pixel in pixels) / len(pixels)


def test_the_timer_says_what_is_left_and_what_is_over() -> None:
    texts = {}
    for name in ("SPEAKER", "SPEAKER_OVER"):
        face = FACES[name]
        assert isinstance(face, SpeakerFace)
        _image, letters = drawn(sample_scene(name, "en"), SIZES["16x9"])
        texts[name] = {one.text for one in letters}
    assert "5:48" in texts["SPEAKER"]
    assert {"+1:06", "Time is up"} <= texts["SPEAKER_OVER"]


def test_black_is_black_and_nothing_else() -> None:
    image, letters = drawn(sample_scene("BLACK", "vi"), QSize(64, 36))
    assert letters == []
    assert {image.pixelColor(x, y).name() for x in range(64) for y in range(36)} == {"#000000"}
    assert isinstance(FACES["BLACK"], BlackFace)


def test_a_long_list_of_elected_turns_its_pages() -> None:
    names: set[str] = set()
    for page in range(6):
        moment = Moment(now=MORNING + dt.timedelta(seconds=8 * page))
        _image, letters = drawn(sample_scene("ELECTION", "vi"), SIZES["16x9"], moment)
        names |= {one.text for one in letters}
    assert {"Nguyễn Thị Ánh", "Chu Thị Ý"} <= names


def test_a_larger_hall_has_larger_letters() -> None:
    sizes = []
    for least in (0.05, 0.08):
        scene = sample_scene("AGENDA", "vi", least=least)
        _image, letters = drawn(scene, SIZES["16x9"])
        sizes.append(min(one.fitted.size for one in letters))
    assert sizes[1] > sizes[0] * 1.3


def test_the_gallery_draws_every_face_in_every_language_at_every_shape() -> None:
    names = [name for name, _image in stage_pictures("stage-title,vi")]
    assert names == [f"stage-title-vi-{shape}.png" for shape in SIZES] + [
        f"stage-title-short-vi-{shape}.png" for shape in SIZES
    ]
    assert isinstance(FACES["TITLE"], TitleFace)
