"""The tables of the evidence file, each a sheet with its widths, in this visitor's language."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboard import evidence_words as w
from dashboard.data.evidence import Evidence
from dashboard.deviation_words import CATEGORIES, SEVERITIES, STATES
from dashboard.export.paper import Sheet
from dashboard.language import t
from dashboard.rules.sanctions.exclusion import Judged, Point
from dashboard.sanction_words import BLOCK_STATES, PENALTY_STATES
from dashboard.text import Text
from dashboard.views.case_chronology import in_words

Columns = Mapping[str, tuple[Text, float]]  # column -> its head and its width; a page is 17.4 cm wide


def point_words(point: Point) -> str:
    """Whether a thing is there, and how many of it lack."""
    if point.is_there:
        return t(w.THERE)
    if point.is_essential:
        return t(w.LACKS_BADLY)
    return t(w.LACKS_COUNT, count=point.lacking) if point.lacking else t(w.LACKS)


def _sheet(file: str, frame: pl.DataFrame, columns: Columns) -> Sheet:
    heads = {name: t(head) for name, (head, _) in columns.items()}
    return Sheet(t(w.FILES[file]), frame.select(*heads), heads, tuple(width for _, width in columns.values()))


def _rows(rows: list[dict[str, Any]], columns: Columns, kinds: Mapping[str, Any] | None = None) -> pl.DataFrame:
    schema = {name: (kinds or {}).get(name, pl.String) for name in columns}
    return pl.DataFrame(rows, schema=schema, orient="row")


def grounds(cases: list[Judged], numbers: Mapping[int, str]) -> Sheet:
    """What the law asks for, one row a ground."""
    columns: Columns = {
        "day": (w.DAY, 2),
        "sanction": (w.SANCTION, 3),
        "deficiency": (w.DEFICIENCY, 3),
        "contract": (w.CONTRACT, 3),
        "until": (w.USABLE, 3),
    }
    rows = [
        {
            "day": one.event_on,
            "sanction": t(w.SANCTIONS[one.sanction]),
            "deficiency": t(w.DEFICIENCIES[one.deficiency]),
            "contract": numbers[one.case_id],
            "until": one.usable_until,
        }
        for case in cases
        for one in case.grounds
    ]
    return _sheet("grounds", _rows(rows, columns, {"day": pl.Date, "until": pl.Date}), columns)


def documentation(cases: list[Judged], numbers: Mapping[int, str]) -> Sheet:
    """What is there and what lacks in each case with a ground."""
    columns: Columns = {"contract": (w.CONTRACT, 2.5), "point": (w.POINT, 7), "state": (w.IS_THERE, 4)}
    rows = [
        {"contract": numbers[case.case_id], "point": t(w.POINTS[one.code]), "state": point_words(one)}
        for case in cases
        for one in case.points
    ]
    return _sheet("documentation", _rows(rows, columns), columns)


def contracts(rows: pl.DataFrame) -> Sheet:
    """The contracts the cases are about."""
    columns: Columns = {
        "number": (w.CONTRACT, 2.7),
        "title": (w.HEADING, 5.2),
        "registration_number": (w.NUMBER, 2.6),
        "start_on": (w.STARTS, 2.2),
        "initial_end_on": (w.ENDS, 2.2),
        "terminated_on": (w.ENDED_EARLY, 2.5),
    }
    return _sheet("contracts", rows, columns)


def cases(rows: pl.DataFrame) -> Sheet:
    """The cases."""
    columns: Columns = {
        "contract": (w.CONTRACT, 3),
        "opened_on": (w.OPENED, 2),
        "closed_on": (w.CLOSED, 2),
        "registration_number": (w.NUMBER, 3),
    }
    return _sheet("cases", rows, columns)


def deviations(rows: pl.DataFrame) -> Sheet:
    """What went wrong."""
    columns: Columns = {
        "observed_on": (w.DAY, 2.2),
        "category": (w.KIND, 2.6),
        "severity": (w.SEVERITY, 1.9),
        "description": (w.DESCRIPTION, 3.8),
        "requirement": (w.REQUIREMENT, 2.8),
        "complained_on": (w.COMPLAINED, 2.2),
        "state": (w.IS_THERE, 1.9),
    }
    said = _said(_said(rows, "category", CATEGORIES), "state", STATES)
    severities = [None if one is None else f"{one} {t(SEVERITIES[one])}" for one in rows["severity"]]
    return _sheet("deviations", said.with_columns(pl.Series("severity", severities, dtype=pl.String)), columns)


def chronology(found: Evidence) -> Sheet:
    """What happened, in order; nothing confidential."""
    columns: Columns = {
        "day": (w.DAY, 2.2),
        "what": (w.WHAT, 4.2),
        "who": (w.WHO, 3),
        "words": (w.WORDS, 5.4),
        "number": (w.NUMBER, 2.6),
    }
    rows = [_happened(row, found.names) for row in found.chronology.iter_rows(named=True)]
    return _sheet("chronology", _rows(rows, columns), columns)


def _happened(row: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    said = in_words(row, names, sees_confidential=False)
    where = t(w.EVIDENCE, words=row["evidence"]) if row["evidence"] else None
    return said | {"words": " ".join(part for part in (said["words"], where) if part) or None}


def penalties(rows: pl.DataFrame) -> Sheet:
    """The penalties there was a right to."""
    columns: Columns = {
        "from_on": (w.DAY, 2.05),
        "clause": (w.CLAUSE, 1.9),
        "entitled_ore": (w.RIGHT, 2.3),
        "amount_ore": (w.STANDS, 2.3),
        "state": (w.IS_THERE, 1.6),
        "state_on": (w.SINCE, 2.05),
        "registration_number": (w.NUMBER, 2.4),
        "reason": (w.REASON, 2.8),
    }
    return _sheet("penalties", _said(rows, "state", PENALTY_STATES), columns)


def blocks(rows: pl.DataFrame) -> Sheet:
    """The order blocks."""
    columns: Columns = {
        "requested_on": (w.REQUESTED, 2),
        "contract": (w.CONTRACT, 2.8),
        "state": (w.IS_THERE, 2.8),
        "executed_on": (w.EXECUTED, 2),
        "lifted_on": (w.LIFTED, 2),
        "reason": (w.REASON, 5),
    }
    named = _said(rows, "state", BLOCK_STATES).with_columns(pl.col("contract").fill_null(t(w.ALL_ORDERS)))
    return _sheet("blocks", named, columns)


def _said(rows: pl.DataFrame, column: str, words: Mapping[str, Text]) -> pl.DataFrame:
    said = {code: t(word) for code, word in words.items()}
    return rows.with_columns(pl.col(column).replace_strict(said, return_dtype=pl.String))
