"""Word files of the papers whose words secretaries still edit: credentials report, minutes, resolution, programme.

They are written from the very blocks that the PDF was laid out of, so that no figure can differ. Word orders mixed
directions by itself: the marks that isolate names in our own PDFs are taken out.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from congress_desk.domain.closing_records import ActionProgrammeRecord, CongressMinutesRecord, ResolutionRecord
from congress_desk.domain.credentials_records import CredentialsRecord
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.blocks import (
    Block,
    DrawingBlock,
    HeadBlock,
    NewPage,
    SignatureBlock,
    TableBlock,
    TextBlock,
)
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.page import Paper
from congress_desk.reports.wording import Say
from congress_desk.services.ports.printer import FormRecord

if TYPE_CHECKING:
    from congress_desk.reports.word_writer import WordWriter

Layer = Callable[[Any, FontSet, Say], Paper]


class WordForms:
    def render(self, record: FormRecord, language: str) -> bytes:
        """The .docx. language: vi, en, ar. Refusal: NO_WORD_FORM, and those of the form."""
        from congress_desk.reports.word_writer import WordWriter

        layer = _layers().get(type(record))
        if layer is None:
            raise Refusal(Reason.NO_WORD_FORM)
        say = Say(words_for(language))
        paper = layer(record, FontSet(), say)
        writer = WordWriter(paper)
        for block in paper.blocks:
            _write(writer, block)
        target = io.BytesIO()
        writer.save(target)
        return target.getvalue()


def _layers() -> Mapping[type[Any], Layer]:
    from congress_desk.reports.congress_minutes import lay_congress_minutes
    from congress_desk.reports.credentials import lay_credentials
    from congress_desk.reports.resolution import lay_action_programme, lay_resolution

    return {
        CredentialsRecord: lay_credentials,
        CongressMinutesRecord: lay_congress_minutes,
        ResolutionRecord: lay_resolution,
        ActionProgrammeRecord: lay_action_programme,
    }


def _write(writer: WordWriter, block: Block) -> None:
    match block:
        case HeadBlock():
            writer.head(block)
        case TextBlock():
            writer.text(block)
        case TableBlock():
            writer.table(block)
        case SignatureBlock():
            writer.signatures(block)
        case DrawingBlock():
            writer.drawing(block)
        case NewPage():
            writer.new_page()
