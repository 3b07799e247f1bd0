"""Everything that is printed of people, seats, attendance, credentials and documents, in one table of makers."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.records import Form
from congress_desk.services.credentials import CredentialsService
from congress_desk.services.floor import Floor
from congress_desk.services.records import RecordMaker
from congress_desk.services.records_attendance import AttendanceRecords
from congress_desk.services.records_congress import CongressRecords
from congress_desk.services.records_library import library_makers
from congress_desk.services.records_seating import SeatingRecords
from congress_desk.services.roster import Roster


def hall_makers(floor: Floor, roster: Roster) -> Mapping[Form, RecordMaker]:
    return {
        **AttendanceRecords(roster).makers(),
        **CongressRecords(roster).makers(),
        **SeatingRecords(roster).makers(),
        **CredentialsService(floor, roster).makers(),
        **library_makers(roster),
    }
