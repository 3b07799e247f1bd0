"""The face model: its maker's words, one's own models tried beside it, and the one that is used from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.plumbing.model_words import BEST_CASE, TRIAL_ROWS
from congress_desk.plumbing.sentences import sentence
from congress_desk.services.face_models import ModelTried
from congress_desk.services.ports.face_models import ModelCard
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import card_of, page_of
from congress_desk.ui.rooms.settings.state import FaceModel, SettingsState
from congress_desk.ui.rooms.settings.words import share_or_dash
from congress_desk.ui.widgets.parts import button, column, hairline, label, on_click, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter


class FaceModelPage(QWidget):
    folder_requested = Signal()

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn: FaceModel | None = None
        self._build()

    def show_state(self, state: SettingsState) -> None:
        say, before, model = self._look.say, self._drawn, state.model
        self._drawn = model
        if before is None or (before.card, before.missing) != (model.card, model.missing):
            self._about.setText(_told(model, self._look))
        if before is None or before.tried is not model.tried:
            self._draw_trial(model.tried)
        busy = model.progress is not None
        self._back.setVisible(not model.built_in)
        for made in (self._back, self._choose, self._use):
            made.setEnabled(not busy)
        self._strip.setVisible(busy)
        if model.progress is not None:
            doing = say("Preparing the faces anew …") if model.using else say("Trying the model on the photos …")
            self._strip.show_progress(doing, *model.progress)

    def _build(self) -> None:
        look, say, acts = self._look, self._look.say, self._presenter.models
        self._about = label("", wrap=True)
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        explained = label(
            say(
                "The secretariat may supply a model of its own: a folder with models.toml and ONNX files. It is "
                "verified and tried on the photos of those who agreed, beside the model in use, before anybody "
                "relies on it. With another model all faces are prepared anew."
            ),
            "muted",
            wrap=True,
        )
        self._strip = ProgressStrip(look)
        self._strip.cancel_requested.connect(acts.cancel)
        self._use = button(say("Use this model"), look=look, icon="tick")
        aside = button(say("Put it aside"), look=look)
        on_click(self._use, acts.use_tried)
        on_click(aside, acts.drop_trial)
        self._figures = QVBoxLayout()
        figures = QWidget()
        figures.setLayout(column(self._figures, space=12))
        self._trial = card_of(say("Tried beside the model in use"), [figures], foot=row(0, aside, self._use))
        self._back = button(say("Back to the program's own model"), look=look, icon="undo")
        self._choose = button(say("Try a model of your own"), look=look, icon="open")
        on_click(self._back, acts.use_built_in)
        on_click(self._choose, self.folder_requested.emit)
        foot = row(0, self._back, self._choose)
        made = card_of(say("Face model"), [self._about, explained], foot=foot)
        self.setLayout(column(page_of(self._strip, self._trial, made), space=0))

    def _draw_trial(self, tried: tuple[ModelTried, ModelTried] | None) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._trial.setVisible(tried is not None)
        if tried is not None:
            about = label(_maker(tried[1].card, self._look), wrap=True)
            best_case = label(self._look.say(BEST_CASE), "caption", wrap=True)
            for part in (about, _table(tried, self._look), best_case):
                self._figures.addWidget(part)


def _told(model: FaceModel, look: Look) -> str:
    if model.missing is not None:
        return sentence(look.say, model.missing)
    return _maker(model.card, look) if model.card is not None else ""


def _maker(card: ModelCard, look: Look) -> str:
    say = look.say
    lines = [
        say("Face model: {name}", name=isolated(card.name, say)),
        say("Licence: {licence}", licence=isolated(card.licence, say)),
        say("Source: {source}", source=isolated(card.source, say)),
        *(isolated(f"{name} · SHA-256 {sha256}", say) for name, sha256 in card.files),
    ]
    return "\n".join(lines)


def _table(tried: tuple[ModelTried, ModelTried], look: Look) -> QWidget:
    """A line for each figure: the model in use, then the one tried."""
    say, both = look.say, [one.figures for one in tried]
    lines = [
        ("", [isolated(one.card.name, say) for one in tried]),
        *((say(told), [share_or_dash(getattr(f, name)) for f in both]) for told, name in TRIAL_ROWS),
        (say("Enrolled in the trial"), [str(f.enrolled) for f in both]),
        (say("Decisions about strangers"), [str(f.strangers) for f in both]),
        (say("Pictures not usable"), [str(f.refused_photos) for f in both]),
        (say("Time for one picture, ms"), [f"{f.embedding_ms or 0:.0f}" for f in both]),
    ]
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for place, (told, cells) in enumerate(lines):
        if place == 1:
            grid.addWidget(hairline(), place, 0, 1, 3)
        grid.addWidget(label(told), place + (place > 0), 0)
        for column_place, cell in enumerate(cells, 1):
            grid.addWidget(_figure(cell), place + (place > 0), column_place)
    made = QWidget()
    made.setLayout(grid)
    return made


def _figure(cell: str) -> QLabel:
    made = label(cell, "strong")
    made.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    return made
