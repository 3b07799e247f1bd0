"""How a person on the command line names a session or a delegate."""

from __future__ import annotations

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import folded
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.desk import Desk


def the_session(desk: Desk, named: str) -> Session:
    """By id, by name (case and diacritics ignored), or by its place in time: 1, 2, ... Refusal: NO_SUCH_SESSION."""
    sessions = desk.sessions.sessions()
    for session in sessions:
        if session.id == named:
            return session
    same_name = [s for s in sessions if folded(s.name) == folded(named)]
    if len(same_name) == 1:
        return same_name[0]
    if named.isdigit() and 1 <= int(named) <= len(sessions):
        return sessions[int(named) - 1]
    raise Refusal(Reason.NO_SUCH_SESSION, session=named)


def the_delegate(desk: Desk, named: str) -> Delegate:
    """By id, badge code, card number or citizen number, else by words of the name.

    Refusal: NO_SUCH_DELEGATE, AMBIGUOUS.
    """
    everybody = desk.registry.delegates()
    for delegate in everybody:
        if named in (delegate.id, delegate.badge_code):
            return delegate
    numbered = [d for d in everybody if named in (d.sheet.card_number, d.sheet.citizen_number)]
    exact = [d for d in everybody if folded(d.sheet.full_name) == folded(named)]
    found = numbered or exact or list(desk.check_in.search(named))
    if len(found) > 1:
        raise Refusal(Reason.AMBIGUOUS, candidates=tuple(d.id for d in found))
    if not found:
        raise Refusal(Reason.NO_SUCH_DELEGATE, delegate=named)
    return found[0]
