"""The open cases: step, days on it, what is missing by when, and who answers for it. For scripts and scheduled mail."""

from datetime import date

from dashboard.console import print_json, print_table
from dashboard.data.build import sample_day
from dashboard.data.case_facts import read_case_frames
from dashboard.data.open_cases import OpenCase, open_cases
from dashboard.deck import STEPS
from dashboard.formats import day
from dashboard.missing_words import MISSING
from dashboard.roles import ROLE_NAMES
from dashboard.rules.escalation.missing import Missing
from data_access.engine import reading

COLUMNS = ("Ärende", "Steg", "Dagar", "Leverantör", "Avtal", "Saknas", "Ansvarig")
CLOCK = {"none": "", "reminder": ", tiden är ute", "proposal": ", tiden är ute sedan länge"}


def show_escalation(as_of: date | None, today: date, *, as_json: bool) -> None:
    """Prints one row for each open case, the highest step and the longest stay first.

    The day is `as_of`, else the made-up municipality's own, else `today`. What happened later is not known then.
    """
    until = as_of or sample_day() or today
    with reading() as connection:
        cases = open_cases(read_case_frames(connection), until)
    if as_json:
        print_json({"as_of": until, "cases": [_document(case) for case in cases]})
        return
    print_table(f"Öppna ärenden {day(until)}: {len(cases)}", COLUMNS, [_row(case) for case in cases])


def step_words(step: int) -> str:
    """The step's number and what the purchasing office calls it."""
    return f"{step} {STEPS[step].level.sv}"


def _row(case: OpenCase) -> tuple[object, ...]:
    return (
        case.facts.id,
        step_words(case.facts.step),
        f"{case.time.days}{CLOCK[case.time.state]}",
        case.supplier,
        case.number,
        "\n".join(_missing_words(one) for one in case.missing) or None,
        "\n".join(f"{ROLE_NAMES[role].sv}: {name or 'ingen utsedd'}" for role, name in case.responsible.items()),
    )


def _missing_words(one: Missing) -> str:
    words = MISSING[one.key].sv
    about = f" för {MISSING[one.kind].sv.lower()}" if one.kind else ""
    return f"{words}{about}, {'försenat sedan' if one.is_overdue else 'senast'} {day(one.due_on)}"


def _document(case: OpenCase) -> dict[str, object]:
    facts, time = case.facts, case.time
    last = facts.events[-1] if facts.events else None
    return {
        "id": facts.id,
        "supplier": {"id": facts.supplier_id, "name": case.supplier},
        "contract": {"id": facts.contract_id, "number": case.number, "title": case.title},
        "registration_number": facts.registration_number,
        "opened_on": facts.opened_on,
        "step": facts.step,
        "step_name": STEPS[facts.step].level.sv,
        "entered_on": facts.entered_on,
        "days": time.days,
        "working_days": time.working_days,
        "max_working_days": time.max_working_days,
        "share": time.share,
        "clock": time.state,
        "last_move": last and {"event": last.event, "from_step": last.from_step, "on": last.happened_on},
        "responsible": [
            {"role": role, "role_name": ROLE_NAMES[role].sv, "name": name} for role, name in case.responsible.items()
        ],
        "missing": [_gap(one) for one in case.missing],
    }


def _gap(one: Missing) -> dict[str, object]:
    return {
        "key": one.key,
        "name": MISSING[one.key].sv,
        "needs": one.needs.sv,
        "of": one.kind,
        "step": one.step,
        "role": one.role,
        "due_on": one.due_on,
        "is_overdue": one.is_overdue,
    }
