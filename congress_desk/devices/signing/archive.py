"""The marks of PDF/A-2b on a finished record: XMP metadata, sRGB output intent, language, document id.

Said honestly: every form of this program was put to veraPDF (profile PDF/A-2B) with and without signatures, in three
languages, and passed; no validator is part of the program, so no single file that it makes was ever checked.
"""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


class PdfaArchiving:
    def for_archive(self, pdf: bytes, *, language: str, made_at: dt.datetime) -> bytes:
        """The same pages with the marks of PDF/A-2b; made_at: aware. The same input gives the same bytes."""
        import pikepdf

        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            save_for_archive(document, target, language=language, made_at=made_at)
        return target.getvalue()

    def has_marks(self, pdf: bytes) -> bool:
        """Whether a file says of itself that it is PDF/A-2b; nothing more is looked at."""
        import pikepdf

        try:
            with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as meta:
                return bool(meta.pdfa_status)
        except (pikepdf.PdfError, pikepdf.PasswordError):
            return False


def save_for_archive(document: Pdf, target: Path | io.BytesIO, *, language: str, made_at: dt.datetime) -> None:
    """Puts the marks on an open file and writes it; the same input gives the same bytes."""
    import pikepdf

    document.Root.OutputIntents = pikepdf.Array([_output_intent(document)])
    document.Root.Lang = pikepdf.String(language)
    viewer = document.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    viewer.DisplayDocTitle = True
    if language == "ar":
        viewer.Direction = pikepdf.Name.R2L
    document.Root.ViewerPreferences = viewer
    if "/Trapped" in document.docinfo:
        del document.docinfo["/Trapped"]
    if "/PageMode" in document.Root and "/Outlines" not in document.Root:
        del document.Root["/PageMode"]
    _describe(document, language, made_at)
    packed = pikepdf.ObjectStreamMode.generate
    document.save(target, min_version="1.7", object_stream_mode=packed, deterministic_id=True)


def _output_intent(document: Pdf) -> Object:
    import pikepdf
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stream = pikepdf.Stream(document, _without_date(profile), N=3, Alternate=pikepdf.Name.DeviceRGB)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB",
        DestOutputProfile=document.make_indirect(stream),
    )


def _without_date(profile: bytes) -> bytes:
    """The ICC header holds when it was made (bytes 24 to 36); a fixed day keeps the file the same."""
    return profile[:24] + bytes.fromhex("07d0000100010000000000 00".replace(" ", "")) + profile[36:]


def _describe(document: Pdf, language: str, made_at: dt.datetime) -> None:
    import pikepdf

    offset = made_at.strftime("%z")
    written = f"D:{made_at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
    document.docinfo["/CreationDate"] = pikepdf.String(written)
    document.docinfo["/ModDate"] = pikepdf.String(written)
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta.load_from_docinfo(document.docinfo)
        meta["pdfaid:part"], meta["pdfaid:conformance"] = "2", "B"
        meta["dc:language"] = {language}
