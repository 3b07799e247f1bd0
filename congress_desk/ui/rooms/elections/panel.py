"""Beside the bundles: one way of counting, and the bundle that is counted so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from congress_desk.domain.ballot_batches import Way
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.forms import Field, line_edit

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class Panel(QFrame):
    """One way of counting a bundle."""

    way: Way

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self.presenter = presenter
        self.look = look
        self.setProperty("look", "card")
        self.batch = line_edit(FIRST_BATCH)
        self.batch_field = Field(look.say("Bundle"), self.batch, look.say("As on its cover sheet"))
