"""What every maker of portraits must do, shown on good, odd and hostile files."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.pictures import Pictures

TOP, BOTTOM = (200, 30, 30), (30, 60, 200)
ORIENTATION = 0x0112


def two_colours(size: tuple[int, int] = (300, 400)) -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", size, BOTTOM)
    picture.paste(TOP, (0, 0, size[0], size[1] // 2))
    return picture


def file_of(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def seen(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def is_near(colour: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) < 12 for one, other in zip(colour, wanted, strict=True))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes that claims to be enormous."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(3 * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


class PicturesContract:
    """Subclasses give the fixture `pictures`."""

    @pytest.fixture
    def pictures(self) -> Pictures:
        raise AssertionError("a subclass says which pictures")

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"])
    def test_a_portrait_is_a_jpeg_whatever_came(self, pictures: Pictures, kind: str) -> None:
        portrait = seen(pictures.portrait(file_of(two_colours(), kind)))
        assert (portrait.format, portrait.mode, portrait.size) == ("JPEG", "RGB", (300, 400))

    @pytest.mark.parametrize(
        ("orientation", "turn"),
        [
            (3, Image.Transpose.ROTATE_180),
            (6, Image.Transpose.ROTATE_90),
            (8, Image.Transpose.ROTATE_270),
            (2, Image.Transpose.FLIP_LEFT_RIGHT),
        ],
    )
    def test_a_photo_held_otherwise_is_made_upright(
        self, pictures: Pictures, orientation: int, turn: Image.Transpose
    ) -> None:
        as_stored = two_colours().transpose(turn)
        exif = as_stored.getexif()
        exif[ORIENTATION] = orientation
        portrait = seen(pictures.portrait(file_of(as_stored, exif=exif)))
        assert portrait.size == (300, 400)
        assert is_near(portrait.getpixel((150, 20)), TOP)
        assert is_near(portrait.getpixel((150, 380)), BOTTOM)

    def test_what_the_phone_wrote_beside_the_picture_is_dropped(self, pictures: Pictures) -> None:
        picture = two_colours()
        exif = picture.getexif()
        exif[0x010F] = "A phone"
        exif[0x8825] = {1: "N", 2: (21.0, 35.0, 0.0)}
        portrait = seen(
            pictures.portrait(file_of(picture, exif=exif, comment=b"at home", icc_profile=b"profile" * 9))
        )
        assert not dict(portrait.getexif())
        assert not {"exif", "icc_profile", "comment"} & set(portrait.info)

    def test_the_longest_side_is_at_most_1000(self, pictures: Pictures) -> None:
        assert seen(pictures.portrait(file_of(two_colours((3000, 4000))))).size == (750, 1000)

    def test_a_small_photo_is_not_enlarged(self, pictures: Pictures) -> None:
        assert seen(pictures.portrait(file_of(two_colours((90, 120))))).size == (90, 120)

    def test_a_photo_of_50_megapixels_is_taken(self, pictures: Pictures) -> None:
        huge = file_of(two_colours((6124, 8165)), quality=30)
        assert seen(pictures.portrait(huge)).size == (750, 1000)

    def test_see_through_parts_become_white(self, pictures: Pictures) -> None:
        glass = Image.new("RGBA", (40, 40), (10, 10, 10, 0))
        assert is_near(seen(pictures.portrait(file_of(glass, "PNG"))).getpixel((20, 20)), (255, 255, 255))

    def test_a_see_through_palette_becomes_white(self, pictures: Pictures) -> None:
        glass = Image.new("P", (40, 40), 0)
        glass.putpalette([10, 10, 10, 200, 30, 30])
        raw = file_of(glass, "GIF", transparency=0)
        assert is_near(seen(pictures.portrait(raw)).getpixel((20, 20)), (255, 255, 255))

    def test_print_colours_become_screen_colours(self, pictures: Pictures) -> None:
        portrait = seen(pictures.portrait(file_of(two_colours().convert("CMYK"))))
        assert portrait.mode == "RGB"
        assert is_near(portrait.getpixel((150, 20)), TOP)

    def test_sixteen_bits_of_grey_keep_their_shades(self, pictures: Pictures) -> None:
        grey = Image.new("I;16", (40, 40), 128 * 257)
        assert is_near(seen(pictures.portrait(file_of(grey, "PNG"))).getpixel((20, 20)), (128, 128, 128))

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            "Danh sách đại biểu".encode(),
            b"%PDF-1.7 not a picture",
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
            file_of(two_colours())[:900],
            file_of(two_colours(), "PNG")[:-40],
            b"\xff\xd8\xff\xe0" + bytes(300),
            bomb(20_000, 20_000),
            bomb(10_000, 9_500),
            bomb(60_000, 60_000),
        ],
        ids=["empty", "text", "pdf", "eps", "cut jpeg", "cut png", "broken jpeg", "400 MP", "95 MP", "3600 MP"],
    )
    def test_what_is_no_picture_is_told_with_its_name(self, pictures: Pictures, raw: bytes) -> None:
        with pytest.raises(Trouble) as trouble:
            pictures.portrait(raw, called="Nguyễn Thị Ánh.jpg")
        assert trouble.value.problem is Problem.NOT_A_PICTURE
        assert trouble.value.details["called"] == "Nguyễn Thị Ánh.jpg"

    def test_a_thumbnail_has_the_height_asked_for(self, pictures: Pictures) -> None:
        portrait = pictures.portrait(file_of(two_colours((600, 800))))
        thumbnail = pictures.thumbnail(portrait, 96)
        assert seen(thumbnail).size == (72, 96)
        assert len(thumbnail) < 5_000

    def test_of_a_camera_s_picture_the_middle_is_kept(self, pictures: Pictures) -> None:
        frame = Image.new("RGB", (640, 480), TOP)
        frame.paste(BOTTOM, (140, 0, 500, 480))
        portrait = seen(pictures.from_camera(640, 480, frame.tobytes()))
        assert portrait.size == (360, 480)
        assert is_near(portrait.getpixel((8, 240)), BOTTOM)
        assert seen(pictures.from_camera(480, 960, bytes(480 * 960 * 3))).size == (480, 640)

    def test_a_folder_gives_its_pictures_in_order_of_name(self, pictures: Pictures, tmp_path: Path) -> None:
        folder = tmp_path / "Ảnh đại biểu"
        names = ["b.JPG", "Ánh.png", "a.jpeg", "danh sách.xlsx", ".hidden.jpg", "Thumbs.db", "Đoàn 1/c.webp"]
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(b"x")
        (folder / "folder.jpg").mkdir()
        found = [path.relative_to(folder).as_posix() for path in pictures.in_folder(folder)]
        assert found == ["a.jpeg", "b.JPG", "Ánh.png", "Đoàn 1/c.webp"]

    def test_a_folder_that_is_not_there_is_told(self, pictures: Pictures, tmp_path: Path) -> None:
        with pytest.raises(Trouble) as trouble:
            pictures.in_folder(tmp_path / "nowhere")
        assert trouble.value.problem is Problem.NO_SUCH_FILE
