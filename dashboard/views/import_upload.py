"""Uploading a file: look at it without writing, correct how its columns are read, and take it in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import streamlit as st

from dashboard import formats
from dashboard.acts.take_import import Seen, look_at, take_in
from dashboard.language import language, t
from dashboard.layout import paragraph, section
from dashboard.ledger_words import ALL_MEANINGS, MEANINGS, MORE_MEANINGS
from dashboard.people import Person
from dashboard.refusals import about_error
from dashboard.register_words import IMPORT_KINDS, word
from dashboard.text import Text
from dashboard.views import import_report
from data_access.errors import LuleaWayError

LARGEST_MB = 500
TYPES = ["csv", "txt", "tsv", "xlsx", "xls", "xlsm", "ods", "json", "zip", "gz", "tgz", "tar"]

UPLOAD = Text(
    sv="Välj en fil: reskontra, avtalsregister, upphandlingsstatistik, CPV-koder eller revisionsresultat",
    en="Choose a file: ledger, contract register, procurement statistics, CPV codes or audit results",
)
UPLOAD_HELP = Text(
    sv="CSV, Excel, JSON eller en packad fil, högst {mb} MB. Inget sparas förrän du tar in filen.",
    en="CSV, Excel, JSON or a packed file, at most {mb} MB. Nothing is stored until you take it in.",
)
LOOKING = Text(sv="Läser filen …", en="Reading the file …")
STATES = {
    "new": Text(sv="{kind}: filen kan tas in.", en="{kind}: the file can be taken in."),
    "unchanged": Text(sv="{kind}: filen finns redan här. Inget ändras.", en="{kind}: the file is here already."),
    "replaces": Text(
        sv="{kind}: filen ersätter en tidigare version av samma fil.",
        en="{kind}: the file replaces an earlier version of itself.",
    ),
}
NOT_POSSIBLE = Text(sv="Filen kan inte tas in.", en="The file cannot be taken in.")
SOURCE = Text(sv="Vilket system kommer filen från?", en="Which system is the file from?")
SOURCE_HELP = Text(
    sv="Till exempel raindance. Då minns verktyget hur just det systemets kolumner ska läsas.",
    en="For example raindance. The tool then remembers how that system's columns are to be read.",
)
CORRECT = Text(sv="Rätta hur kolumnerna läses", en="Correct how the columns are read")
NO_COLUMN = Text(sv="Finns inte i filen", en="Not in the file")
READ_AGAIN = Text(sv="Läs filen så här", en="Read the file like this")
ACCEPT = Text(
    sv="Ta in filen utan de rader som inte kan läsas: {count} st, {sum} kr",
    en="Take the file without the rows that cannot be read: {count}, SEK {sum}",
)
TAKE = Text(sv="Ta in filen", en="Take the file in")
STEPS = {
    "read": Text(sv="Läser filen", en="Reading the file"),
    "resolve": Text(sv="Känner igen leverantörer och konton", en="Recognising suppliers and accounts"),
    "store": Text(sv="Sparar", en="Storing"),
    "done": Text(sv="Klart", en="Done"),
}
DONE = {
    "taken": Text(sv="{count} rader togs in.", en="{count} rows were taken in."),
    "replaced": Text(
        sv="{count} rader togs in och ersatte den tidigare versionen.",
        en="{count} rows were taken in and replaced the earlier version.",
    ),
    "unchanged": Text(sv="Filen fanns redan här. Inget ändrades.", en="The file was here already. Nothing changed."),
}


def upload() -> Any:
    """The file a person chose, or None. A file that has been taken in is put away."""
    turn = st.session_state.setdefault("upload_turn", 0)
    return st.file_uploader(
        t(UPLOAD), TYPES, key=f"upload_{turn}", help=t(UPLOAD_HELP, mb=LARGEST_MB), max_upload_size=LARGEST_MB
    )


def look(file: Any) -> Seen | None:
    """What the file is and holds; says why, and gives None, where it cannot be read."""
    source = st.text_input(t(SOURCE), key=f"source_{file.file_id}", help=t(SOURCE_HELP), max_chars=60).strip()
    asked = (file.file_id, source, tuple(sorted(_mapping(file).items())))
    kept = st.session_state.get("seen")
    if kept is None or kept[0] != asked:
        try:
            with st.spinner(t(LOOKING)):
                kept = (asked, look_at(file.name, file, source or None, _mapping(file) or None))
        except LuleaWayError as error:
            st.error(about_error(error, language()))
            return None
        st.session_state["seen"] = kept
    seen: Seen = kept[1]
    return seen


def _mapping(file: Any) -> dict[str, str]:
    """What a person said of the columns: meaning -> column, "" for none."""
    said: dict[str, str] = st.session_state.get("mapping", {}).get(file.file_id, {})
    return said


def report(seen: Seen) -> None:
    """What would happen, in counts and sums, and what to know."""
    kind = word(IMPORT_KINDS, seen.kind, language())
    section(t(NOT_POSSIBLE) if seen.report.is_refused else t(STATES[seen.state], kind=kind))
    import_report.counts(seen.report)
    import_report.problems(seen.report, seen.kind)
    import_report.refused_rows(seen.errors, seen.kind)


def correct(file: Any, seen: Seen) -> None:
    """The mapping with examples, and selectboxes to correct it with."""
    if not seen.header:
        return
    import_report.columns(seen.mapping, seen.examples)
    with st.expander(t(CORRECT)), st.form(f"mapping_{file.file_id}", border=False):
        left, right = st.columns(2)
        with left:
            chosen = {meaning: _choice(meaning, seen) for meaning in MEANINGS}
        with right:
            chosen |= {meaning: _choice(meaning, seen) for meaning in MORE_MEANINGS}
        if st.form_submit_button(t(READ_AGAIN)):
            st.session_state["mapping"] = {file.file_id: chosen}
            st.rerun()


def _choice(meaning: str, seen: Seen) -> str:
    options = ["", *dict.fromkeys(name for name in seen.header if name)]
    at = options.index(seen.mapping[meaning]) if seen.mapping.get(meaning) in options else 0
    chosen: str = st.selectbox(
        t(ALL_MEANINGS[meaning]), options, at, format_func=lambda name: _with_example(name, seen.examples)
    )
    return chosen


def _with_example(name: str, examples: Mapping[str, list[str]]) -> str:
    if not name:
        return t(NO_COLUMN)
    first = next(iter(examples.get(name, [])), "")
    return f"{name} ({first[:30]})" if first else name


def take(file: Any, seen: Seen, person: Person, now: datetime) -> None:
    """The button that takes the file in, with the checkbox that unreadable rows ask for."""
    if seen.report.is_refused or seen.state == "unchanged":
        return
    refused = seen.report.rows_refused
    amount = formats.parse_number(seen.report.amount_sum_refused)
    words = t(ACCEPT, count=formats.number(refused), sum=formats.number(amount, 2))
    accepts = bool(refused) and st.checkbox(words, key=f"accept_{file.file_id}")
    if not st.button(t(TAKE), type="primary", disabled=bool(refused) and not accepts):
        return
    bar = st.progress(0.0, t(STEPS["read"]))

    def progress(step: str, share: float) -> None:
        bar.progress(min(share, 1.0), t(STEPS.get(step, STEPS["read"])))

    source = st.session_state["seen"][0][1]
    try:
        taken = take_in(
            file.name,
            file,
            person,
            now,
            source or None,
            _mapping(file) or None,
            accepts,
            progress,
        )
    except LuleaWayError as error:
        bar.empty()
        st.error(about_error(error, language()))
        return
    _put_away()
    st.toast(t(DONE[taken.state], count=formats.number(taken.report.rows_taken)), duration=8)
    st.rerun()


def _put_away() -> None:
    st.session_state["upload_turn"] += 1
    for name in ("seen", "mapping"):
        st.session_state.pop(name, None)


def nothing_chosen() -> None:
    """What to do first."""
    paragraph(t(UPLOAD_HELP, mb=LARGEST_MB))
