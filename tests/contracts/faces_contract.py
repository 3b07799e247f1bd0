"""What every face engine must do, shown on drawn people."""

from __future__ import annotations

import numpy as np
import pytest

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import FaceEngine, Flaw, Template
from tests.devices import drawn_face as draw


def distance(one: Template | None, other: Template | None) -> float:
    assert one is not None
    assert other is not None
    return float(np.linalg.norm(one - other))


class FacesContract:
    """Subclasses give the fixture `engine`."""

    @pytest.fixture
    def engine(self) -> FaceEngine:
        raise AssertionError("a subclass says which engine")

    @pytest.mark.parametrize("seed", [1, 3])
    def test_a_portrait_has_one_face_with_a_template(self, engine: FaceEngine, seed: int) -> None:
        (face,) = engine.faces(draw.pixels(draw.portrait(seed)), strict=True)
        assert face.flaws == ()
        assert face.eye_distance >= 60
        assert face.sharpness > 20
        assert face.template is not None
        assert face.template.ndim == 1
        assert 0.3 < np.linalg.norm(face.template) < 1.5
        assert face.template.dtype == np.float32

    def test_the_box_lies_on_the_face(self, engine: FaceEngine) -> None:
        left = engine.faces(draw.pixels(draw.frame((draw.portrait(4), (0, 40)))))[0].box
        right = engine.faces(draw.pixels(draw.frame((draw.portrait(4), (700, 40)))))[0].box
        for box, middle in ((left, 240), (right, 940)):
            assert box[0] + box[2] / 2 == pytest.approx(middle, abs=40)
            assert box[1] + box[3] / 2 == pytest.approx(40 + 320, abs=60)

    def test_the_same_person_is_nearer_than_any_other(self, engine: FaceEngine) -> None:
        enrolled = {
            seed: engine.faces(draw.pixels(draw.portrait(seed)), strict=True)[0].template for seed in range(6)
        }
        for seed in enrolled:
            live_frame = draw.blurred(draw.lit(draw.frame((draw.portrait(seed, 560), (500, 90))), 0.9), 0.5)
            live = engine.faces(draw.pixels(live_frame))[0].template
            nearest = min(enrolled, key=lambda other: distance(enrolled[other], live))
            assert nearest == seed
            assert distance(enrolled[seed], live) < 0.2

    def test_of_several_faces_the_largest_and_most_central_comes_first(self, engine: FaceEngine) -> None:
        near, far = draw.portrait(4, 620), draw.portrait(7, 360)
        faces = engine.faces(draw.pixels(draw.frame((near, (400, 60)), (far, (0, 0)))))
        assert len(faces) == 2
        assert faces[0].box[2] > faces[1].box[2]

    def test_only_the_first_face_gets_a_template(self, engine: FaceEngine) -> None:
        faces = engine.faces(draw.pixels(draw.beside_each_other([1, 4])))
        assert [face.template is not None for face in faces] == [True, False]

    def test_an_empty_frame_has_no_face(self, engine: FaceEngine) -> None:
        assert list(engine.faces(draw.pixels(draw.frame()))) == []

    def test_a_tiny_picture_has_no_face(self, engine: FaceEngine) -> None:
        assert list(engine.faces(np.zeros((3, 2, 3), dtype=np.uint8))) == []

    def test_a_face_cut_by_the_edge_has_that_flaw_and_no_template(self, engine: FaceEngine) -> None:
        whole = draw.portrait(4)
        face = engine.faces(draw.pixels(whole.crop((180, 0, whole.width, whole.height))))[0]
        assert Flaw.CUT_OFF in face.flaws
        assert face.template is None

    def test_a_face_with_few_pixels_is_too_small_for_enrolment(self, engine: FaceEngine) -> None:
        small = draw.portrait(4, 180)
        (face,) = engine.faces(draw.pixels(small), strict=True)
        assert face.eye_distance < 30
        assert Flaw.TOO_SMALL in face.flaws
        assert face.template is None

    def test_live_takes_smaller_faces_than_enrolment(self, engine: FaceEngine) -> None:
        small = draw.pixels(draw.portrait(4, 180))
        assert engine.faces(small)[0].template is not None

    def test_a_blurred_face_has_no_template(self, engine: FaceEngine) -> None:
        face = engine.faces(draw.pixels(draw.blurred(draw.portrait(4), 6)), strict=True)[0]
        assert face.flaws == (Flaw.BLURRED,)
        assert face.template is None

    def test_a_dark_face_has_no_template(self, engine: FaceEngine) -> None:
        face = engine.faces(draw.pixels(draw.lit(draw.portrait(4), 0.15)))[0]
        assert face.flaws[0] is Flaw.TOO_DARK
        assert face.template is None

    def test_an_over_exposed_face_has_no_template(self, engine: FaceEngine) -> None:
        face = engine.faces(draw.pixels(draw.lit(draw.portrait(4), 1.7)))[0]
        assert face.flaws[0] is Flaw.TOO_BRIGHT
        assert face.template is None

    def test_a_tilted_head_has_no_template(self, engine: FaceEngine) -> None:
        face = engine.faces(draw.pixels(draw.rolled(draw.portrait(4), 24)))[0]
        assert face.flaws == (Flaw.TILTED,)
        assert face.template is None

    def test_a_very_large_photo_gives_the_measures_of_its_own_pixels(self, engine: FaceEngine) -> None:
        small = engine.faces(draw.pixels(draw.portrait(4)), strict=True)[0]
        (large,) = engine.faces(draw.pixels(draw.portrait(4).resize((2400, 3200))), strict=True)
        assert large.eye_distance == pytest.approx(small.eye_distance * 5, rel=0.05)
        assert large.box[2] == pytest.approx(small.box[2] * 5, rel=0.15)
        assert distance(large.template, small.template) < 0.2

    def test_the_model_hash_is_a_sha256(self, engine: FaceEngine) -> None:
        assert len(bytes.fromhex(engine.model_hash)) == 32

    def test_decode_turns_a_photo_upright(self, engine: FaceEngine) -> None:
        lying = draw.portrait(4).rotate(90, expand=True)
        exif = lying.getexif()
        exif[0x0112] = 6
        upright = engine.decode(draw.jpeg(lying, exif=exif))
        assert upright.shape == (640, 480, 3)
        assert len(engine.faces(upright)) == 1

    @pytest.mark.parametrize("raw", [b"", b"no picture at all", b"\xff\xd8\xff\xe0 broken"])
    def test_decode_tells_what_is_no_picture(self, engine: FaceEngine, raw: bytes) -> None:
        with pytest.raises(Trouble) as trouble:
            engine.decode(raw)
        assert trouble.value.problem is Problem.NOT_A_PICTURE
