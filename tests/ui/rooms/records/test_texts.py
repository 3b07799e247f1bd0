"""Words of the credentials report and of the closing papers: kept by part, with figures that nobody changes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from congress_desk.domain.closing_texts import TextPart
from congress_desk.domain.credentials import Base
from congress_desk.domain.records import Form
from congress_desk.domain.refusals import Reason
from congress_desk.domain.rounding import Rounding
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.ui.rooms.records.closing_words import PARTS
from congress_desk.ui.rooms.records.row_table import RowTable
from congress_desk.ui.rooms.records.state import Fact, Page, Stand
from congress_desk.ui.rooms.records.state_closing import ClosingPart, TablePart
from congress_desk.ui.rooms.records.view import RecordsView
from tests.reports.reading import whole_text
from tests.ui.rooms.records.room import Room


def chosen_text(room: Room) -> str:
    one = room.state.credentials.paragraph
    return one.text if one else ""


def at_the_number(room: Room) -> str:
    room.presenter.choose_language("vi")
    room.presenter.open_page(Page.CREDENTIALS)
    room.presenter.credentials.choose(Paragraph.NUMBER)
    return chosen_text(room)


def test_a_paragraph_is_reworded_and_stands_so_in_the_report(room: Room) -> None:
    old = at_the_number(room)
    room.presenter.credentials.keep("Kính thưa Đại hội. " + old)
    assert room.told() is Fact.TEXT_KEPT
    assert chosen_text(room).startswith("Kính thưa Đại hội. ")
    room.presenter.open_form(Form.CREDENTIALS)
    assert "Kính thưa Đại hội." in whole_text(room.paper().pdf)
    room.presenter.open_page(Page.CREDENTIALS)
    room.presenter.credentials.usual_again()
    assert (room.told(), chosen_text(room)) == (Fact.USUAL_AGAIN, old)


def test_a_changed_figure_is_refused_and_named(room: Room) -> None:
    old = at_the_number(room)
    room.presenter.credentials.keep(old.replace("triệu tập 3", "triệu tập 4"), Paragraph.CONCLUSION)
    state = room.state.credentials
    assert state.wrong is not None
    assert state.wrong.reason is Reason.FIGURES_CHANGED
    assert (state.foreign, state.chosen) == (("4",), Paragraph.NUMBER)
    assert chosen_text(room) == old


def test_rules_are_kept_and_what_cannot_be_is_said_at_its_field(view: RecordsView, room: Room) -> None:
    room.presenter.open_page(Page.CREDENTIALS)
    room.presenter.credentials.edit_rules(True)
    form = view.credentials.rules
    assert form.isVisible()
    form.ages.setText("<40, >50")
    form.save.click()
    assert room.state.credentials.wrong_rule == "brackets"
    form.preset.picked.emit("phu-tho")
    form.preset.show_value("phu-tho")
    form.base.show_value(Base.PRESENT)
    form.rounding.show_value(Rounding.DOWN)
    form.goals["women_goal"].setText("12,5 %")
    form.committee.setPlainText("Nguyễn Văn A, Trưởng ban\n\nTrần Thị B")
    form.save.click()
    rules = room.desk.credentials.rules()
    assert (rules.brackets, rules.base, rules.rounding) == ("phu-tho", Base.PRESENT, Rounding.DOWN)
    assert rules.women_goal == Fraction(1, 8)
    assert rules.committee == ("Nguyễn Văn A, Trưởng ban", "Trần Thị B")
    assert not room.state.credentials.edits_rules


def test_a_goal_that_is_no_share_is_said_at_its_field(view: RecordsView, room: Room) -> None:
    room.presenter.open_page(Page.CREDENTIALS)
    room.presenter.credentials.edit_rules(True)
    for written in ("many", "120", "1/0"):
        view.credentials.rules.goals["young_goal"].setText(written)
        view.credentials.rules.save.click()
        assert room.state.credentials.wrong_rule == "young_goal"


def test_the_refused_figure_is_marked_where_it_stands(view: RecordsView, room: Room) -> None:
    old = at_the_number(room)
    page = view.credentials
    page.text.setPlainText(old.replace("triệu tập 3", "triệu tập 47"))
    page.keep.click()
    assert page.text.textCursor().selectedText() == "47"
    assert "47" in page.text.toPlainText()  # what was typed is still there to be corrected
    page.text.setPlainText("Thưa các đồng chí. " + old)
    page.list.setCurrentRow(page.list.count() - 1)
    assert room.state.credentials.chosen is Paragraph.CONCLUSION
    assert room.desk.credentials.paragraphs("vi")[1].text.startswith("Thưa các đồng chí.")


def test_half_typed_words_outlive_a_look_at_another_page(view: RecordsView, room: Room) -> None:
    at_the_number(room)
    view.credentials.text.setPlainText("Kính thưa")
    room.presenter.open_page(Page.CLOSING)
    view.closing.text.setPlainText("Điều 1")
    room.presenter.open_page(Page.CREDENTIALS)
    assert view.credentials.text.toPlainText() == "Kính thưa"
    room.presenter.open_page(Page.CLOSING)
    assert view.closing.text.toPlainText() == "Điều 1"


def test_a_language_chosen_beside_the_words_is_that_of_the_paper_too(room: Room) -> None:
    english = room.paper().pdf
    at_the_number(room)
    room.presenter.open_page(Page.PAPERS)
    assert room.state.language == "vi"
    assert room.paper().pdf != english
    vietnamese = room.paper().pdf
    room.presenter.open_page(Page.CLOSING)
    room.presenter.open_page(Page.PAPERS)
    assert room.paper().pdf is vietnamese  # not made again for nothing


def written(table: RowTable, place: int, across: int, text: str) -> None:
    item = table.grid.item(place, across)
    assert item is not None
    item.setText(text)


def go_to(view: RecordsView, part: ClosingPart) -> None:
    view.closing.list.setCurrentRow(list(PARTS).index(part))


def test_closing_words_are_kept_when_another_part_is_chosen(view: RecordsView, room: Room) -> None:
    room.presenter.open_page(Page.CLOSING)
    go_to(view, TextPart.RESOLUTION)
    view.closing.text.setPlainText("Đại hội quyết nghị:")
    go_to(view, TablePart.TARGETS)
    assert room.told() is Fact.TEXT_KEPT
    assert room.state.closing.part is TablePart.TARGETS
    targets = view.closing.targets
    targets.add_row()
    for across, text in enumerate(("Kinh tế", "Tăng trưởng GRDP", "%", "10,5", "2030", "")):
        written(targets, 0, across, text)
    view.closing.keep.click()
    texts = room.desk.archive.closing.texts()
    assert texts.of(TextPart.RESOLUTION) == "Đại hội quyết nghị:"
    assert [(one.name, one.value) for one in texts.targets] == [("Tăng trưởng GRDP", "10,5")]
    view.closing.paper.click()
    assert (room.state.form, room.stand()) == (Form.RESOLUTION, Stand.SHOWN)


def test_a_task_without_one_of_the_three_clears_is_pointed_at(view: RecordsView, room: Room) -> None:
    room.presenter.open_page(Page.CLOSING)
    go_to(view, TablePart.TASKS)
    tasks = view.closing.tasks
    tasks.show_rows([("", "Đề án A", "Sở A", "", "2027", ""), ("", "Đề án B", "", "", "2028", "")])
    written(tasks, 0, 5, "gấp")
    view.closing.keep.click()
    assert room.state.closing.wrong_row == 2
    assert (tasks.grid.currentRow(), tasks.grid.currentColumn()) == (1, 2)
    assert room.desk.archive.closing.texts().tasks == ()
    written(tasks, 1, 2, "Sở B")
    view.closing.keep.click()
    assert len(room.desk.archive.closing.texts().tasks) == 2
    assert room.state.closing.wrong_row == 0


def test_rows_are_moved_and_taken_away(view: RecordsView, room: Room) -> None:
    room.presenter.open_page(Page.CLOSING)
    go_to(view, TablePart.TASKS)
    tasks = view.closing.tasks
    tasks.show_rows([("", "A", "a", "", "1", ""), ("", "B", "b", "", "2", "")])
    tasks.grid.setCurrentCell(1, 1)
    tasks.move_row(-1)
    assert [line[1] for line in tasks.rows()] == ["B", "A"]
    tasks.remove_row()
    assert [line[1] for line in tasks.rows()] == ["A"]


def test_a_table_is_imported_in_the_place_of_the_rows(room: Room, tmp_path: Path) -> None:
    table = tmp_path / "tasks.csv"
    table.write_text("Nhiệm vụ,Đơn vị chủ trì,Thời hạn\nĐề án A,Sở A,2027\n", encoding="utf-8-sig")
    room.presenter.open_page(Page.CLOSING)
    room.presenter.closing.choose(TablePart.TASKS)
    room.presenter.closing.import_table(table)
    assert room.told() is Fact.TABLE_KEPT
    assert room.state.closing.texts is not None
    assert [one.lead for one in room.state.closing.texts.tasks] == ["Sở A"]


def test_the_report_is_saved_as_a_word_file(room: Room, tmp_path: Path) -> None:
    room.presenter.open_form(Form.CREDENTIALS)
    target = tmp_path / "report.docx"
    room.presenter.paper.save_word(target)
    assert room.told() is Fact.SAVED
    assert target.read_bytes().startswith(b"PK")
    assert len(room.printings()) == 1
    room.presenter.choose_form(Form.ROLL)
    assert not room.state.can_be_word
