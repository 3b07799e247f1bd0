"""Signs PDFs with pyHanko (PAdES), one signature after another, each with our own visible stamp.

pyHanko's own stamp draws Vietnamese wrongly; ours is a page drawn by the reports' text layer, put where no other
signature stands. A signature is appended: the bytes before it stay as they are.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.devices.signing import examining
from congress_desk.devices.signing.keys import opened, signatory_of, tokens_in
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.sealing import Signatory, SignatureFound, SigningKey, SigningTerms, TokenFound

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers import PdfSignatureMetadata, Signer
    from pyhanko.sign.timestamps import HTTPTimeStamper
    from pyhanko.stamp import StaticStampStyle

_IN_A_ROW = 3  # stamps in the upper margin of a page
_GAP = 4.0  # points between them
_FROM_TOP = 6.0
_TIME_STAMP_SECONDS = 15


class PadesSigning:
    def tokens(self, library: Path) -> tuple[TokenFound, ...]:
        """Trouble: NO_SUCH_FILE, NOT_A_TOKEN_LIBRARY."""
        return tokens_in(library)

    def named_in(self, certificates: Path) -> tuple[str, ...]:
        """Trouble: CANNOT_READ."""
        return examining.named_in(certificates)

    def signatory(self, key: SigningKey) -> Signatory:
        """Trouble: NO_SUCH_FILE, KEY_NOT_OPENED, NOT_A_TOKEN_LIBRARY, TOKEN_NOT_FOUND."""
        with opened(key) as signer:
            return signatory_of(signer)

    def sign(self, pdf: bytes, key: SigningKey, terms: SigningTerms, stamp: bytes) -> bytes:
        """The PDF with one more signature.

        Trouble: those of signatory; TIME_STAMP_FAILED, NOT_A_PDF.
        """
        with tempfile.TemporaryDirectory() as folder, opened(key) as signer:
            drawn = Path(folder) / "stamp.pdf"  # pyHanko takes pages from files only
            drawn.write_bytes(stamp)
            return _signed(pdf, signer, terms, drawn)

    def signatures(self, pdf: bytes, roots: Sequence[Path], *, check_revocation: bool) -> tuple[SignatureFound, ...]:
        """In order of signing. Trouble: NOT_A_PDF, CANNOT_READ."""
        return examining.signatures(pdf, roots, check_revocation=check_revocation)


def _signed(pdf: bytes, signer: Signer, terms: SigningTerms, stamp: Path) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfReadError
    from pyhanko.sign.signers import PdfSigner
    from pyhanko.sign.timestamps import TimestampRequestError

    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        field = _next_field(writer, stamp)
    except PdfReadError as error:
        raise Trouble(Problem.NOT_A_PDF) from error
    name = field.sig_field_name
    made = PdfSigner(
        _metadata(name, terms),
        signer,
        timestamper=_time_stamper(terms),
        stamp_style=_style(stamp) if field.box else None,
        new_field_spec=field,
    )
    target = io.BytesIO()
    try:
        made.sign_pdf(writer, output=target)
    except (TimestampRequestError, OSError) as error:
        raise Trouble(Problem.TIME_STAMP_FAILED, address=terms.time_stamp_address) from error
    return target.getvalue()


def _metadata(name: str, terms: SigningTerms) -> PdfSignatureMetadata:
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata

    return PdfSignatureMetadata(
        field_name=name,
        reason=terms.reason,
        location=terms.place or None,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
    )


def _style(stamp: Path) -> StaticStampStyle:
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.stamp import StaticStampStyle

    middle = AxisAlignment.ALIGN_MID
    whole = SimpleBoxLayoutRule(x_align=middle, y_align=middle, margins=Margins(0, 0, 0, 0))
    return StaticStampStyle.from_pdf_file(str(stamp), border_width=0, background_opacity=1.0, background_layout=whole)


def _time_stamper(terms: SigningTerms) -> HTTPTimeStamper | None:
    if not terms.time_stamp_address:
        return None
    from pyhanko.sign.timestamps import HTTPTimeStamper

    return HTTPTimeStamper(terms.time_stamp_address, timeout=_TIME_STAMP_SECONDS)


def _next_field(writer: IncrementalPdfFileWriter, stamp: Path) -> SigFieldSpec:
    """Three stamps in the upper margin of a page, the first at its outer end; the fourth on the next page.

    Beyond the last page signatures go on without a visible stamp.
    """
    from pyhanko.sign.fields import SigFieldSpec, enumerate_sig_fields

    number = sum(1 for _ in enumerate_sig_fields(writer))
    page, place = divmod(number, _IN_A_ROW)
    name = f"CongressDesk{number + 1}"
    if page >= int(writer.root["/Pages"]["/Count"]):
        return SigFieldSpec(name)
    width, height = _size_of_first_page(stamp.read_bytes())
    right, top = _corner(writer, page)
    edge = right - (place + 1) * (width + _GAP)
    box = (round(edge), round(top - _FROM_TOP - height), round(edge + width), round(top - _FROM_TOP))
    return SigFieldSpec(name, on_page=page, box=box)


def _corner(writer: IncrementalPdfFileWriter, page: int) -> tuple[float, float]:
    """Right and upper edge of a page, points; the size may stand at one of its parents."""
    found: Any = writer.find_page_for_modification(page)  # type: ignore[no-untyped-call]
    node = found[0].get_object()
    while "/MediaBox" not in node:
        node = node["/Parent"]
    box = node["/MediaBox"]
    return float(box[2]), float(box[3])


def _size_of_first_page(pdf: bytes) -> tuple[float, float]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    box = PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Kids"][0]["/MediaBox"]
    return float(box[2]), float(box[3])
