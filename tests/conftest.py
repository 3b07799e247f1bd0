"""Fixtures that every part of the tests may use; what one part needs alone stands in its own conftest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import Hall, a_hall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """A congress of three delegates with one session; the desk's clock stands at its opening."""
    made = a_hall(tmp_path, people=3)
    yield made
    made.store.close()
