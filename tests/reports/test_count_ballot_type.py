"""A ballot of another type than the regulation has for its list: the count record says so, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.records import Form
from congress_desk.plumbing.vote_words import BALLOTS_UNUSUAL
from congress_desk.reports.forms import PdfForms
from tests.builders import a_hall
from tests.reports.reading import whole_text, without_marks
from tests.reports.test_count_papers import NAMES, joined, said, stands
from tests.services.scanned_ballots import an_election


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_another_type_of_ballot_stands_in_the_record_with_its_reason(tmp_path: Path, language: str) -> None:
    hall = a_hall(tmp_path, people=4, forms=PdfForms())
    election = an_election(hall, seats=3, names=NAMES, ballot=BallotKind.COLUMNS, ballot_reason="Theo QĐ 07")
    pdf = hall.records.preview(Form.COUNT_RECORD, language=language, subject=election.latest.id)
    told = without_marks(whole_text(pdf))
    hall.store.close()
    assert stands(told, said(language, BALLOTS_UNUSUAL[BallotKind.COLUMNS], article="15"))
    assert "Theo QĐ 07" in joined(told)
