"""The evidence file as a paper in this visitor's language: its parts, its tables and what it says of itself."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from dashboard import evidence_words as w
from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.data.evidence import Evidence, Standing
from dashboard.deviation_words import CATEGORIES, SEVERITIES, STATES
from dashboard.export.evidence import Files, evidence_files
from dashboard.export.paper import Paper, Section, Sheet
from dashboard.language import language, t
from dashboard.people import Person
from dashboard.register_words import orgnr
from dashboard.rules.sanctions.exclusion import Judged, Light, Point
from dashboard.sanction_words import BLOCK_STATES, PENALTY_STATES
from dashboard.text import Text
from dashboard.views.case_chronology import in_words

Columns = Mapping[str, tuple[Text, float]]  # column -> its head and its width; a page is 17.4 cm wide


def light_of(standing: Standing) -> Light:
    """The light of the best documented case; no data where there is none that may be told of."""
    return standing.best.light if standing.best else "no_data"


def light_words(light: Light) -> str:
    """The shape and the words of a light."""
    return f"{STATUS[light].shape} {t(w.LIGHTS[light])}"


def point_words(point: Point) -> str:
    """Whether a thing is there, and how many of it lack."""
    if point.is_there:
        return t(w.THERE)
    if point.is_essential:
        return t(w.LACKS_BADLY)
    return t(w.LACKS_COUNT, count=point.lacking) if point.lacking else t(w.LACKS)


def files(found: Evidence, person: Person, edition_number: int, today: date) -> Files:
    """The Word file and the archive, in this visitor's language."""
    paper = evidence_paper(found, person, edition_number, today)
    name = f"{t(w.FILE_NAME)}-{found.supplier['id']}-{formats.day(today)}"
    said = {section.sheet.file: section.title for section in paper.sections if section.sheet is not None}
    return evidence_files(paper, name, t(w.CONTENTS_NAME), said, "\r\n".join(_left_out(found)))


def evidence_paper(found: Evidence, person: Person, edition_number: int, today: date) -> Paper:
    """Everything it says, in order."""
    supplier, light = found.supplier, light_of(found.standing)
    path = f"/leverantor?id={supplier['id']}&del=arenden"
    sections = [
        Section(f"{number}. {one.title}", one.paragraphs, one.sheet, one.nothing)
        for number, one in enumerate(_sections(found), 1)
    ]
    return Paper(
        title=t(w.TITLE),
        subtitle=supplier["name"],
        notice=t(w.NOTICE),
        facts={
            t(w.SUPPLIER): supplier["name"],
            t(w.ORGNR): t(w.IS_PERSON) if supplier["is_person"] else orgnr(supplier["orgnr"]),
            t(w.AS_OF): formats.day(today),
            t(w.USABLE): formats.day(found.standing.usable_until),
            t(w.DATA): str(edition_number),
            t(w.MADE_BY): person.name,
        },
        state=f"{t(w.STATE)}: {light_words(light)}",
        colour=STATUS[light].text,
        sections=tuple(sections),
        footer=t(w.FOOTER, day=formats.day(today), edition=edition_number, path=path),
        page=w.PAGE.in_language(language()),
        language=language(),
        day=today,
    )


def _sections(found: Evidence) -> Iterator[Section]:
    numbers = dict(found.cases.select("id", "contract").iter_rows())
    grounded = [one for one in found.standing.cases if one.grounds]
    yield Section(t(w.GROUNDS), (t(w.GROUNDS_WHY),), _grounds(grounded, numbers), t(w.NO_GROUND))
    yield Section(t(w.STATE), (), _documentation(grounded, numbers), t(w.NO_GROUND))
    yield _part(w.CONTRACTS, _contracts(found.contracts))
    yield _part(w.CASES, _cases(found.cases))
    yield _part(w.DEVIATIONS, _deviations(found.deviations))
    yield _part(w.CHRONOLOGY, _chronology(found))
    yield _part(w.PENALTIES, _penalties(found.penalties))
    yield _part(w.BLOCKS, _blocks(found.blocks), t(w.BLOCKS_WHY))
    yield Section(t(w.LEFT_OUT), (*_left_out(found), t(w.MARKED)))
    yield Section(t(w.LAW), tuple(t(one) for one in w.LAWS))


def _part(title: Text, sheet: Sheet, *paragraphs: str) -> Section:
    return Section(t(title), paragraphs, sheet, t(w.NONE_OF_THEM))


def _left_out(found: Evidence) -> list[str]:
    """What is not in it, each with its number; confidential notes are always spoken of."""
    said = [t(w.CONFIDENTIAL, count=found.confidential)]
    said += [t(w.WITHDRAWN, count=found.withdrawn)] if found.withdrawn else []
    return said + ([t(w.SECRET, count=found.secret_cases)] if found.secret_cases else [])


def _sheet(file: str, frame: pl.DataFrame, columns: Columns) -> Sheet:
    heads = {name: t(head) for name, (head, _) in columns.items()}
    return Sheet(t(w.FILES[file]), frame.select(*heads), heads, tuple(width for _, width in columns.values()))


def _rows(rows: list[dict[str, Any]], columns: Columns, kinds: Mapping[str, Any] | None = None) -> pl.DataFrame:
    schema = {name: (kinds or {}).get(name, pl.String) for name in columns}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _grounds(cases: list[Judged], numbers: Mapping[int, str]) -> Sheet:
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


def _documentation(cases: list[Judged], numbers: Mapping[int, str]) -> Sheet:
    columns: Columns = {"contract": (w.CONTRACT, 2.5), "point": (w.POINT, 7), "state": (w.IS_THERE, 4)}
    rows = [
        {"contract": numbers[case.case_id], "point": t(w.POINTS[one.code]), "state": point_words(one)}
        for case in cases
        for one in case.points
    ]
    return _sheet("documentation", _rows(rows, columns), columns)


def _contracts(rows: pl.DataFrame) -> Sheet:
    columns: Columns = {
        "number": (w.CONTRACT, 2.7),
        "title": (w.HEADING, 5.2),
        "registration_number": (w.NUMBER, 2.6),
        "start_on": (w.STARTS, 2.2),
        "initial_end_on": (w.ENDS, 2.2),
        "terminated_on": (w.ENDED_EARLY, 2.5),
    }
    return _sheet("contracts", rows, columns)


def _cases(rows: pl.DataFrame) -> Sheet:
    columns: Columns = {
        "contract": (w.CONTRACT, 3),
        "opened_on": (w.OPENED, 2),
        "closed_on": (w.CLOSED, 2),
        "registration_number": (w.NUMBER, 3),
    }
    return _sheet("cases", rows, columns)


def _deviations(rows: pl.DataFrame) -> Sheet:
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


def _chronology(found: Evidence) -> Sheet:
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


def _penalties(rows: pl.DataFrame) -> Sheet:
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


def _blocks(rows: pl.DataFrame) -> Sheet:
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
