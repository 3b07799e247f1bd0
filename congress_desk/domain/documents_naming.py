"""What a file's name tells about the document in it: a title to propose, and its type.

A proposal only: offices name files with underscores, dates and version marks, and never twice in the same way.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from congress_desk.domain.documents import Card, DocumentType
from congress_desk.domain.names import folded, tidy_name

_IN_FRONT = re.compile(r"^\(?\d{1,2}\)?[\s.)-]+(?=\D)")  # "03. Báo cáo"
_AT_THE_END = re.compile(
    r"\s*\(\d{1,2}\)$|[\s-]+(v|ver|bản|ban|lần|lan)[\s.]*\d{1,2}$|[\s-]+(final|scan|signed)$", re.I
)
_TYPED = {
    "nghi quyet": DocumentType.RESOLUTION,
    "resolution": DocumentType.RESOLUTION,
    "chi thi": DocumentType.DIRECTIVE,
    "directive": DocumentType.DIRECTIVE,
    "quy che": DocumentType.REGULATION,
    "regulation": DocumentType.REGULATION,
    "quy dinh": DocumentType.PROVISION,
    "huong dan": DocumentType.INSTRUCTION,
    "instruction": DocumentType.INSTRUCTION,
    "chuong trinh": DocumentType.PROGRAMME,
    "programme": DocumentType.PROGRAMME,
    "ke hoach": DocumentType.PLAN,
    "bao cao": DocumentType.REPORT,
    "report": DocumentType.REPORT,
    "ket luan": DocumentType.CONCLUSION,
    "thong bao": DocumentType.NOTICE,
    "notice": DocumentType.NOTICE,
    "trinh chieu": DocumentType.PRESENTATION,
    "slide": DocumentType.PRESENTATION,
}


def title_from(file_name: str) -> str:
    """ "03_Báo cáo chính trị (2).pdf" gives "Báo cáo chính trị"; never empty."""
    stem = PurePath(file_name).stem
    spaced = tidy_name(stem.replace("_", " ").replace("+", " "))
    bare = tidy_name(_AT_THE_END.sub("", _IN_FRONT.sub("", spaced)))
    if " " not in bare and bare.count("-") > 1:
        bare = bare.replace("-", " ")
    named = bare or spaced or stem or file_name
    return named[:1].upper() + named[1:]


def type_from(title: str, *, clip: bool = False) -> DocumentType:
    """By the words of the office; a draft is one before it is a resolution."""
    words = f" {re.sub(r'[^a-z0-9]+', ' ', folded(title))} "
    if clip:
        return DocumentType.CLIP
    if " du thao " in words or " draft " in words:
        return DocumentType.DRAFT
    found = [(words.index(f" {word} "), kind) for word, kind in _TYPED.items() if f" {word} " in words]
    return min(found)[1] if found else DocumentType.OTHER


def card_from(file_name: str, *, clip: bool = False) -> Card:
    """The card that is proposed for a file; internal until somebody decides otherwise."""
    title = title_from(file_name)
    return Card(title=title, type=type_from(title, clip=clip))
