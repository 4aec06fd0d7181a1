"""The short form with which anybody reports a deviation."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import session
from dashboard.acts.report_deviation import report_deviation
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import t
from dashboard.people import Person
from dashboard.text import Text

SUBJECT = Text(sv="Vilken leverantör eller vilket avtal gäller det?", en="Which supplier or contract is it about?")
WHAT = Text(sv="Vad hände?", en="What happened?")
WHEN = Text(sv="När?", en="When?")
WHERE = Text(sv="Var? Till exempel skola eller arbetsplats", en="Where? For example school or workplace")
UNIT = Text(sv="Din förvaltning", en="Your department")
EVIDENCE = Text(sv="Länk till underlag, om det finns", en="Link to evidence, if there is any")
SAVE = Text(sv="Anmäl", en="Report")
DONE = Text(sv="Tack! Avvikelsen är anmäld.", en="Thank you! The deviation is reported.")


def report_form(person: Person, subjects: dict[tuple[int, int], str], units: dict[int, str], today: date) -> None:
    """The form; what the address says (`leverantor`, `avtal`) is chosen already."""
    form = open_form("report")
    with st.form(form.name, width=760):
        about = form.choose("about", SUBJECT, subjects, _asked(subjects))
        what = form.long_text("what", WHAT)
        left, right = st.columns(2)
        with left:
            when = form.day("when", WHEN, today, latest=today)
            unit = form.choose("unit", UNIT, units, person.unit_id)
        with right:
            where = form.text("where", WHERE)
            evidence = form.text("evidence", EVIDENCE, longest=500)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_report, person, form, about, what, when, where, evidence, unit), DONE)


def _report(
    person: Person,
    form: Form,
    about: tuple[int, int] | None,
    what: str,
    when: date | None,
    where: str,
    evidence: str,
    unit: int | None,
) -> object:
    fill_in((SUBJECT, about), (WHAT, what), (WHEN, when))
    supplier_id, contract_id = about or (0, 0)
    return report_deviation(
        person,
        form.key,
        session.now(),
        supplier_id=supplier_id,
        contract_id=contract_id or None,
        description=what,
        observed_on=when or session.today(),
        place=where or None,
        evidence=evidence or None,
        unit_id=unit,
    )


def _asked(subjects: dict[tuple[int, int], str]) -> tuple[int, int] | None:
    """The supplier and contract named in the address, where they can be reported about."""
    supplier, contract = (st.query_params.get(name, "") for name in ("leverantor", "avtal"))
    wanted = (
        int(supplier) if supplier.isdecimal() else 0,
        int(contract) if contract.isdecimal() else 0,
    )
    if wanted in subjects:
        return wanted
    return next((one for one in subjects if wanted[1] and one[1] == wanted[1]), None)
