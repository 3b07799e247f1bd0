"""Fixtures of the services. Tests with veraPDF are collected where it is."""

from __future__ import annotations

import pytest

from congress_desk.services.face_models import RULE
from tests.archive_validator import jars
from tests.builders import Hall
from tests.services.enrolling import BLUE, GREEN, RED, agreed, enrolled, photographed
from tests.services.fake_faces import MODEL_HASH

collect_ignore = [] if jars() else ["test_archive_validator.py"]


@pytest.fixture
def hall(hall: Hall) -> Hall:
    """A congress whose face model is the tests' own."""
    with hall.store.transaction() as work:
        work.congress.put_rule(RULE, MODEL_HASH)
    return hall


@pytest.fixture
def ready(hall: Hall) -> Hall:
    """Three delegates who agreed and are enrolled: red, green and blue."""
    photographed(hall, RED, GREEN, BLUE)
    agreed(hall, 0, 1, 2)
    assert enrolled(hall).enrolled == 3
    return hall
