"""How well a supplier's cases are documented, and the file that can be made of them: on demand, logged, for a few."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape
from uuid import uuid4

import polars as pl
import streamlit as st

from dashboard import evidence_words as w
from dashboard import formats, session
from dashboard.acts.export_evidence import export_evidence
from dashboard.charts.theme import STATUS
from dashboard.data.edition import Edition
from dashboard.data.evidence import Standing, evidence, standing
from dashboard.export.evidence import Files
from dashboard.forms import draw_refusal
from dashboard.language import language, t
from dashboard.layout import paragraph, section, table
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.rules.permissions import may
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.evidence_report import files, light_of, light_words
from dashboard.views.evidence_tables import point_words
from data_access.errors import LuleaWayError

TITLE = Text(sv="Underlag om brister", en="File on deficiencies")
WHY = Text(
    sv="Underlag, inte rättslig bedömning. Ingen utesluts av det: det prövas i varje upphandling.",
    en="A file, not a legal assessment. It excludes nobody: that is tried in each procurement.",
)
USABLE = Text(sv="Kan åberopas till och med {day} (avtal {contract}).", en="May be told of until {day} ({contract}).")
MAKE = Text(sv="Gör underlaget", en="Make the file")
MADE = Text(
    sv="Gjort per {day}, dataversion {edition}. Sekretessmarkerade anteckningar är utelämnade.",
    en="Made as of {day}, data edition {edition}. Confidential notes are left out.",
)
WORD, ARCHIVE = (
    Text(sv="Hämta som Word", en="Download as Word"),
    Text(sv="Hämta allt som ZIP", en="Download all as ZIP"),
)
KEPT = "evidence_file"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Made:
    """A file somebody asked for, kept until they ask for another."""

    about: tuple[int, str, str]  # supplier, language, the person's key
    day: date
    edition: int
    files: Files


def evidence_downloads(edition: Edition, today: date, supplier_id: int, person: Person | None) -> None:
    """The light with its reasons and until when it holds; for those who may, the file. Nothing without a case."""
    found = standing(edition, today, supplier_id)
    if not found.cases:
        return
    section(t(TITLE), t(WHY))
    _light(found)
    if person is None or not may(person.roles, "export_evidence"):
        paragraph(who_may("export_evidence", language()))
        return
    if st.button(t(MAKE), key="make_evidence"):
        _make(edition, today, supplier_id, person)
    made: Made | None = st.session_state.get(KEPT)
    if made is not None and made.about == (supplier_id, language(), person.key):
        _offer(made)


def _light(found: Standing) -> None:
    look = STATUS[light_of(found)]
    words = escape(light_words(light_of(found)))
    st.html(f"<p class='lw-status' style='color:{look.text}'>{escape(t(w.STATE))}: {words}</p>")
    if found.best is None:
        paragraph(t(w.NO_GROUND))
        return
    paragraph(t(USABLE, day=formats.day(found.usable_until), contract=found.contract))
    rows = [(t(w.POINTS[one.code]), point_words(one)) for one in found.best.points]
    frame = pl.DataFrame(rows, schema={"point": pl.String, "state": pl.String}, orient="row")
    table(frame, (Column("point", w.POINT), Column("state", w.IS_THERE)), t(w.STATE))


def _make(edition: Edition, today: date, supplier_id: int, person: Person) -> None:
    """Makes the files and writes it in the log; where that may not be done there is no file either."""
    found = evidence(edition, today, supplier_id)
    made = files(found, person, edition.number, today)
    try:
        export_evidence(
            person,
            uuid4().hex,  # each press is an export of its own
            session.now(),
            supplier_id=supplier_id,
            as_of=today,
            edition=edition.number,
            light=light_of(found.standing),
            sha256=sha256(made.docx).hexdigest(),
        )
    except LuleaWayError as error:
        draw_refusal(error)
        return
    st.session_state[KEPT] = Made((supplier_id, language(), person.key), today, edition.number, made)


def _offer(made: Made) -> None:
    paragraph(t(MADE, day=formats.day(made.day), edition=made.edition))
    left, right, _ = st.columns((1, 1, 2))
    with left:
        st.download_button(t(WORD), made.files.docx, f"{made.files.name}.docx", DOCX, on_click="ignore")
    with right:
        st.download_button(
            t(ARCHIVE), made.files.archive, f"{made.files.name}.zip", "application/zip", on_click="ignore"
        )
