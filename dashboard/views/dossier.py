"""The supplier's dossier: its step, cases and deviations; follow-ups, requirements, audits and comments."""

from collections.abc import Mapping

import polars as pl

from dashboard import formats
from dashboard.charts.escalation_ladder import build_escalation_ladder
from dashboard.charts.theme import STATUS
from dashboard.data.dossier import Dossier
from dashboard.follow_up_words import OUTCOMES
from dashboard.language import language, t
from dashboard.layout import empty, link_to, paragraph, section, show, table, table_behind
from dashboard.register_words import METHODS, REQUIREMENT_TYPES
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views import ladder
from dashboard.views.board import case_table
from dashboard.views.deviations import deviation_table

CONTRACT = Text(sv="Avtal", en="Contract")
ENDED = Text(sv="Avslutade ärenden", en="Ended cases")
OPENED, CLOSED = Text(sv="Öppnat", en="Opened"), Text(sv="Avslutat", en="Ended")
NUMBER = Text(sv="Diarienummer", en="Registration number")
NO_CASES = Text(sv="Leverantören har inga ärenden.", en="The supplier has no cases.")
DEVIATIONS = Text(sv="Avvikelser", en="Deviations")
NO_DEVIATIONS = Text(sv="Inga avvikelser är anmälda.", en="No deviations are reported.")
REPORT = Text(sv="Anmäl en avvikelse", en="Report a deviation")
FOLLOW_UPS = Text(sv="Uppföljningar", en="Follow-ups")
NO_FOLLOW_UPS = Text(sv="Inga uppföljningar är planerade.", en="No follow-ups are planned.")
METHOD, PLANNED, DONE = Text(sv="Metod", en="Method"), Text(sv="Planerad", en="Planned"), Text(sv="Gjord", en="Done")
RESULT, EVIDENCE = Text(sv="Resultat", en="Result"), Text(sv="Underlag", en="Evidence")
REQUIREMENTS = Text(sv="Krav och bevis", en="Requirements and evidence")
NO_REQUIREMENTS = Text(sv="Inga krav är antecknade.", en="No requirements are noted.")
KIND, DUE = Text(sv="Slag", en="Kind"), Text(sv="Bevis senast", en="Evidence due")
REQUIREMENT, CHECKED = Text(sv="Krav", en="Requirement"), Text(sv="Kontrollerat", en="Checked")
OUTCOME = Text(sv="Utfall", en="Outcome")
AUDITS = Text(sv="Revisioner, till exempel Hållbarhetskollen", en="Audits, such as Hållbarhetskollen")
NO_AUDITS = Text(sv="Inga revisionsresultat är antecknade.", en="No audit results are noted.")
SOURCE, ASSESSED = Text(sv="Källa", en="Source"), Text(sv="Bedömd", en="Assessed")
REFERENCE = Text(sv="Referens", en="Reference")
BESIDE = {
    "agrees": Text(
        sv="● Senaste revisionen och vårt steg {step} säger inte emot varandra.",
        en="● The latest audit and our step {step} do not contradict each other.",
    ),
    "theirs_worse": Text(
        sv="■ Revisionen är röd, men hos oss står leverantören på steg {step}. Utred varför.",
        en="■ The audit is red, but with us the supplier is on step {step}. Find out why.",
    ),
    "ours_worse": Text(
        sv="▲ Revisionen är grön, men hos oss står leverantören på steg {step}. Utred varför.",
        en="▲ The audit is green, but with us the supplier is on step {step}. Find out why.",
    ),
    "stale": Text(
        sv="○ Revisionen är för gammal för att säga något om i dag.", en="○ The audit is too old to say much of today."
    ),
}
RESULTS = {
    "green": (Text(sv="Grön", en="Green"), STATUS["green"]),
    "yellow": (Text(sv="Gul", en="Yellow"), STATUS["amber"]),
    "red": (Text(sv="Röd", en="Red"), STATUS["red"]),
}
SUPPLIER = Text(sv="Leverantör", en="Supplier")
CONFLICTS = Text(sv="Där revisionen och vårt steg säger olika", en="Where the audit and our step disagree")
NO_CONFLICTS = Text(sv="Ingenstans säger de emot varandra.", en="Nowhere do they contradict each other.")
COMMENTS = Text(sv="Leverantörens egna ord", en="The supplier's own words")
NO_COMMENTS = Text(sv="Leverantören har inte sagt något som är antecknat.", en="Nothing the supplier said is noted.")
SAID, WORDS = Text(sv="Dag", en="Day"), Text(sv="Kommentar", en="Comment")
RATING, AGAIN = Text(sv="Eget betyg (1–5)", en="Own rating (1–5)"), Text(sv="Anlita igen?", en="Use again?")
ANSWERS = {True: Text(sv="Ja", en="Yes"), False: Text(sv="Nej", en="No")}


def says_step(dossier: Dossier) -> str:
    """The supplier's step and the rule behind it, in words."""
    return t(dossier.step_says, **dossier.step)


def cases(dossier: Dossier) -> None:
    """The step month by month, and the cases."""
    if dossier.ladder.height:
        show(build_escalation_ladder(dossier.ladder, language(), ladder.supplier_url), "ladder")
        table_behind(*ladder.as_table(dossier.ladder))
    if dossier.cases.is_empty() and dossier.ended.is_empty():
        empty(t(NO_CASES))
    if dossier.cases.height:
        case_table(dossier.cases)
    if dossier.ended.height:
        section(t(ENDED))
        columns = (
            Column("contract", CONTRACT, "code", page="case", query={"id": "id"}),
            Column("opened_on", OPENED, "day"),
            Column("closed_on", CLOSED, "day"),
            Column("registration_number", NUMBER, "code"),
        )
        table(dossier.ended, columns, t(ENDED))


def deviations(dossier: Dossier, supplier_id: int) -> None:
    """The supplier's deviations, the newest first, and the way to report one."""
    section(t(DEVIATIONS))
    link_to("report_deviation", t(REPORT), leverantor=supplier_id)
    if dossier.deviations.is_empty():
        empty(t(NO_DEVIATIONS))
    else:
        deviation_table(dossier.deviations, t(DEVIATIONS), leave_out=("supplier",))


def follow_ups(dossier: Dossier) -> None:
    """What was to be followed up on the supplier's contracts, and what was."""
    section(t(FOLLOW_UPS))
    if dossier.follow_ups.is_empty():
        empty(t(NO_FOLLOW_UPS))
        return
    columns = (
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("method", METHOD),
        Column("planned_on", PLANNED, "day"),
        Column("done_on", DONE, "day"),
        Column("result", RESULT),
        Column("evidence", EVIDENCE),
    )
    table(_said(dossier.follow_ups, "method", METHODS), columns, t(FOLLOW_UPS), 50)


def requirements(dossier: Dossier) -> None:
    """What was promised, and whether it is shown."""
    section(t(REQUIREMENTS))
    if dossier.requirements.is_empty():
        empty(t(NO_REQUIREMENTS))
        return
    rows = _said(_said(dossier.requirements, "type", REQUIREMENT_TYPES), "outcome", OUTCOMES)
    columns = (
        Column("contract", CONTRACT, "code", page="contract", query={"id": "contract_id"}),
        Column("type", KIND),
        Column("description", REQUIREMENT),
        Column("evidence_due_on", DUE, "day"),
        Column("checked_on", CHECKED, "day"),
        Column("outcome", OUTCOME),
        Column("evidence", EVIDENCE),
    )
    table(rows, columns, t(REQUIREMENTS), 50)


def audits(dossier: Dossier) -> None:
    """What audits found, beside our own step."""
    section(t(AUDITS))
    if dossier.audit_beside is None:
        empty(t(NO_AUDITS))
        return
    paragraph(t(BESIDE[dossier.audit_beside.verdict], step=dossier.step["step"]))
    results = [_result(row["result"]) for row in dossier.audits.iter_rows(named=True)]
    columns = (
        Column("assessed_on", ASSESSED, "day"),
        Column("source", SOURCE),
        Column("result", RESULT, "html"),
        Column("reference", REFERENCE),
    )
    table(dossier.audits.with_columns(result=pl.Series(results, dtype=pl.String)), columns, t(AUDITS))


def _result(code: str) -> str:
    word, look = RESULTS[code]
    return f"<span class='lw-status' style='color:{look.text}'>{look.shape} {t(word)}</span>"


def audit_conflicts(rows: pl.DataFrame) -> None:
    """Every supplier whose latest audit and our step disagree, or whose audit is too old beside an open case."""
    section(t(CONFLICTS))
    if rows.is_empty():
        paragraph(t(NO_CONFLICTS))
        return
    said = [t(BESIDE[row["verdict"]], step=row["step"]) for row in rows.iter_rows(named=True)]
    columns = (
        Column("supplier", SUPPLIER, page="supplier", query={"id": "supplier_id"}),
        Column("assessed_on", ASSESSED, "day"),
        Column("said", RESULT),
    )
    table(rows.with_columns(said=pl.Series(said, dtype=pl.String)), columns, t(CONFLICTS))


def comments(dossier: Dossier) -> None:
    """What the supplier says itself."""
    section(t(COMMENTS))
    if dossier.comments.is_empty():
        empty(t(NO_COMMENTS))
        return
    again = [formats.NONE if row is None else t(ANSWERS[row]) for row in dossier.comments["would_use_again"]]
    columns = (
        Column("said_on", SAID, "day"),
        Column("comment", WORDS),
        Column("self_rating", RATING, "number"),
        Column("again", AGAIN),
    )
    table(dossier.comments.with_columns(again=pl.Series(again, dtype=pl.String)), columns, t(COMMENTS))


def _said(rows: pl.DataFrame, column: str, words: Mapping[str, Text]) -> pl.DataFrame:
    """The codes of a column as words."""
    said = [None if code is None else t(words[code]) for code in rows[column]]
    return rows.with_columns(pl.Series(column, said, dtype=pl.String))
