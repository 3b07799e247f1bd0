"""Beside the bundles: what is scanned, who enters, who tallies; and a bundle taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from congress_desk.domain.ballot_batches import PASSES, Way
from congress_desk.plumbing.vote_words import WAYS
from congress_desk.services.count_checks import batch_of
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections import dialogs
from congress_desk.ui.rooms.elections.count_acts import SCANNED
from congress_desk.ui.rooms.elections.parts import SideForm, TwoPeople
from congress_desk.ui.rooms.elections.state import ElectionsState, Form
from congress_desk.ui.rooms.elections.words import wrong_words
from congress_desk.ui.widgets.dropping import FileDrop
from congress_desk.ui.widgets.forms import Choice, Field, line_edit
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, icon_label, label, on_click, primary_button, restyle, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip

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


class ScanPanel(Panel):
    way = Way.SCAN

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look)
        say = look.say
        self.files = primary_button(say("Choose files"), look=look, icon="open", key="F6")
        self.folder = button(say("Scanner's folder"), look=look, icon="open")
        self.again = button(say("Read the folder again"), look=look, icon="retry", key="F7")
        self.progress = ProgressStrip(look)
        self.place = QFrame()
        self.place.setProperty("look", "drop")
        told = label(say("Drop scanned sheets here: PDF, TIFF, JPEG, PNG, or a folder"), "muted", wrap=True)
        picture = icon_label(look, "ballot", 40, "line_strong")
        inside = row(picture, told, space=12, margin=16)
        inside.setStretch(1, 1)
        self.place.setLayout(inside)
        self._last = label("", "strong", wrap=True)
        self._more = label("", "muted", wrap=True)
        self._printed = label(say("Its ballots were not printed here, so no sheet can be read."), "wrong", wrap=True)
        self.setLayout(
            column(
                self.batch_field,
                self._printed,
                self.place,
                row(self.files, self.folder),
                self.again,
                self.progress,
                self._last,
                self._more,
                0,
                space=10,
                margin=14,
            )
        )
        self._connect()

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        say, one = self.look.say, state.round
        printed = one is not None and one.form is not None
        self._printed.setVisible(not printed)
        running = state.progress is not None
        for part in (self.files, self.folder, self.place, self.batch):
            part.setEnabled(may and printed and not running)
        self.again.setVisible(bool(self.presenter.counts.may_read_again))
        self.again.setEnabled(may and not running)
        self.progress.setVisible(running)
        if state.progress is not None:
            self.progress.show_progress(say("Reading the sheets"), *state.progress)
        scan = state.scan
        self._last.setVisible(scan is not None)
        self._more.setVisible(scan is not None)
        if scan is not None:
            self._last.setText(
                say(
                    "Read {read}, to conclude {asked}, no ballots {refused}",
                    read=scan.read,
                    asked=scan.asked,
                    refused=scan.refused,
                )
            )
            known = say("Known from before, not counted again: {again}.", again=scan.again)
            self._more.setText(known if scan.again else say("No sheet was dropped; each is shown under Judgement."))

    def _connect(self) -> None:
        on_click(self.files, self._on_files)
        on_click(self.folder, self._on_folder)
        on_click(self.again, self.presenter.counts.read_again)
        self.progress.cancel_requested.connect(self.presenter.counts.cancel)
        drop = FileDrop(self.place, lambda path: path.is_dir() or path.suffix.lower() in SCANNED)
        drop.all_dropped.connect(lambda paths: self.presenter.counts.scan(paths, self.batch.text()))
        drop.over.connect(lambda over: restyle(self.place, tone="over" if over else ""))

    def _on_files(self) -> None:
        dialogs.ask_scans(
            self,
            self.look.say,
            self.presenter.folder,
            lambda paths: self.presenter.counts.scan(paths, self.batch.text()),
        )

    def _on_folder(self) -> None:
        dialogs.ask_scan_folder(
            self,
            self.look.say,
            self.presenter.folder,
            lambda path: self.presenter.counts.scan([path], self.batch.text()),
        )


class EntryPanel(Panel):
    """Two or three people enter the same bundle, each alone, each another pass."""

    way = Way.ENTRY

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look)
        say = look.say
        self.number = Segments([(str(n), n) for n in PASSES], say("Pass"))
        self._number = PASSES[0]
        self.by = line_edit(placeholder=say("Full name"))
        self._by_field = Field(say("Who enters this pass"), self.by)
        self.begin = primary_button(say("Begin to enter"), look=look, icon="keyboard", key="F5")
        self._waits = label("", "strong", wrap=True)
        told = label(
            say(
                "Each pass is entered by another person who does not see the others. What is equal counts; what is "
                "not is shown ballot by ballot."
            ),
            "muted",
            wrap=True,
        )
        self.setLayout(
            column(
                self.batch_field,
                column(label(say("Pass"), "caption"), self.number, space=4),
                self._by_field,
                told,
                self._waits,
                self.begin,
                0,
                space=10,
                margin=14,
            )
        )
        self.number.picked.connect(self._on_number)
        on_click(self.begin, lambda: presenter.entries.begin(self.batch.text(), self._number, self.by.text()))
        self.number.show_value(self._number)

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        say, entry = self.look.say, state.entry
        self._by_field.show_wrong(wrong_words(state.wrong, "entered_by", say))
        self._waits.setVisible(entry is not None)
        if entry is not None:
            told = say(
                "Not kept yet: bundle {batch}, pass {number}, {count} ballots",
                batch=entry.batch,
                number=entry.number,
                count=len(entry.rows),
            )
            self._waits.setText(told)
        self.begin.setEnabled(may)

    def _on_number(self, number: int) -> None:
        self._number = number


class TallyPanel(Panel):
    way = Way.TALLY

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look)
        say = look.say
        self.by = TwoPeople(look, upright=True)
        self.begin = primary_button(say("Write down the tally"), look=look, icon="edit", key="F5")
        told = label(
            say("One calls the names, one makes the marks; both answer for the figures."), "muted", wrap=True
        )
        self.setLayout(column(self.batch_field, told, self.by, self.begin, 0, space=10, margin=14))
        self.by.said.connect(presenter.say_who)
        on_click(self.begin, self._on_begin)

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        self.by.show_people(state)
        self.begin.setEnabled(may and all(state.by))

    def _on_begin(self) -> None:
        self.presenter.counts.choose_batch(self.batch.text().strip() or FIRST_BATCH)
        self.presenter.open_form(Form.TALLY)


class VoidBatchForm(SideForm):
    """A bundle, one way of counting it, or one pass, is taken back and counted anew."""

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        say = look.say
        super().__init__(presenter, look, say("Void and recount"), say("Void and recount"))
        self._what, self._reason, self._by = Choice(), line_edit(), line_edit()
        self._which = label("", "strong", wrap=True)
        self.fields = {
            "what": Field(say("What is taken back"), self._what),
            "reason_needed": Field(say("The reason"), self._reason),
            "by": Field(say("By whom"), self._by),
        }
        told = label(
            say("It stays on record as taken back. Judgements of its sheets go with it."), "muted", wrap=True
        )
        self.lay_out(self._which, *self.fields.values(), told)
        on_click(self.save, lambda: presenter.counts.void(self._reason.text(), *self._wanted(), self._by.text()))

    def show_form(self, state: ElectionsState, *, fresh: bool) -> None:
        say = self.look.say
        self.show_wrong(state)
        if not fresh:
            return
        known = batch_of(state.round, state.batch) if state.round else None
        self._which.setText(say("Bundle {name}", name=state.batch))
        options: list[tuple[str, object]] = [(say("The whole bundle, however counted"), (None, None))]
        options += [(say(WAYS[way]), (way, None)) for way in (known.ways if known else ())]
        passes = known.passes if known else ()
        options += [
            (say("Pass {number} by {name}", number=p.number, name=p.by), (Way.ENTRY, p.number)) for p in passes
        ]
        self._what.offer(options)
        self._reason.clear()
        self._reason.setFocus()

    def _wanted(self) -> tuple[Way | None, int | None]:
        way, number = self._what.value() or (None, None)
        return way, number
