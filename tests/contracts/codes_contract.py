"""What every reader of codes must do."""

from __future__ import annotations

import io

import numpy as np
import pytest
import qrcode
import zxingcpp
from PIL import Image

from congress_desk.services.ports.cards import CodeReader
from congress_desk.services.ports.faces import Picture
from tests.devices import drawn_face as draw

CITIZEN_CARD = "019185001234|090123456|Nguyễn Thị Ánh Đào|02091985|Nữ|Xóm Đồng Hỷ, Đại Từ, Thái Nguyên|10042021"


def qr(text: str, size: int = 300) -> Image.Image:
    file = io.BytesIO()
    qrcode.make(text).save(file)
    return Image.open(file).convert("RGB").resize((size, size))


def symbol(kind: str, text: str) -> Picture:
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    grey = np.pad(np.array(zxingcpp.write_barcode_to_image(made, scale=4)), 60, constant_values=255)
    return np.dstack([grey] * 3)


class CodesContract:
    """Subclasses give the fixture `reader`."""

    @pytest.fixture
    def reader(self) -> CodeReader:
        raise AssertionError("a subclass says which reader")

    @pytest.mark.parametrize(
        "text", ["1234567890128", CITIZEN_CARD, "Đoàn đại biểu Phổ Yên, ghế Ư-14", "جدول الأعمال"]
    )
    def test_a_qr_in_a_frame_is_read_letter_by_letter(self, reader: CodeReader, text: str) -> None:
        assert list(reader.codes(draw.pixels(draw.frame((qr(text), (420, 180)))))) == [text]

    def test_decomposed_letters_come_composed(self, reader: CodeReader) -> None:
        assert list(reader.codes(draw.pixels(draw.frame((qr("Nguye\u0302\u0303n"), (420, 180)))))) == ["Nguyễn"]

    def test_a_tilted_dim_and_blurred_code_is_read(self, reader: CodeReader) -> None:
        held = draw.lit(draw.blurred(draw.rolled(draw.frame((qr("1234567890128"), (420, 180))), 17), 1.2), 0.5)
        assert list(reader.codes(draw.pixels(held))) == ["1234567890128"]

    def test_all_codes_of_a_picture_are_read_each_once(self, reader: CodeReader) -> None:
        both = draw.frame((qr("one"), (60, 180)), (qr("two"), (480, 180)), (qr("one"), (900, 180)))
        assert sorted(reader.codes(draw.pixels(both))) == ["one", "two"]

    @pytest.mark.parametrize(
        ("kind", "text"),
        [
            ("MicroQRCode", "12345678"),
            ("DataMatrix", "Đại Từ 007"),
            ("Code128", "CARD-0042"),
            ("EAN13", "5901234123457"),
        ],
    )
    def test_other_symbols_are_read(self, reader: CodeReader, kind: str, text: str) -> None:
        assert list(reader.codes(symbol(kind, text))) == [text]

    @pytest.mark.parametrize("picture", [draw.portrait(4), draw.frame()], ids=["a person", "nobody"])
    def test_where_no_code_is_none_is_found(self, reader: CodeReader, picture: Image.Image) -> None:
        assert list(reader.codes(draw.pixels(picture))) == []
