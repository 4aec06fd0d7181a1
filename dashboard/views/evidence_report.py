"""The evidence file as a paper in this visitor's language: its parts, its tables and what it says of itself."""

from collections.abc import Iterator
from datetime import date

from dashboard import evidence_words as w
from dashboard import formats
from dashboard.charts.theme import STATUS
from dashboard.data.evidence import Evidence, Standing
from dashboard.export.evidence import Files, evidence_files
from dashboard.export.paper import Paper, Section, Sheet
from dashboard.language import language, t
from dashboard.people import Person
from dashboard.register_words import orgnr
from dashboard.rules.sanctions.exclusion import Light
from dashboard.text import Text
from dashboard.views import evidence_tables as tables


def light_of(standing: Standing) -> Light:
    """The light of the best documented case; no data where there is none that may be told of."""
    return standing.best.light if standing.best else "no_data"


def light_words(light: Light) -> str:
    """The shape and the words of a light."""
    return f"{STATUS[light].shape} {t(w.LIGHTS[light])}"


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
    yield Section(t(w.GROUNDS), (t(w.GROUNDS_WHY),), tables.grounds(grounded, numbers), t(w.NO_GROUND))
    yield Section(t(w.STATE), (), tables.documentation(grounded, numbers), t(w.NO_GROUND))
    yield _part(w.CONTRACTS, tables.contracts(found.contracts))
    yield _part(w.CASES, tables.cases(found.cases))
    yield _part(w.DEVIATIONS, tables.deviations(found.deviations))
    yield _part(w.CHRONOLOGY, tables.chronology(found))
    yield _part(w.PENALTIES, tables.penalties(found.penalties))
    yield _part(w.BLOCKS, tables.blocks(found.blocks), t(w.BLOCKS_WHY))
    yield Section(t(w.LEFT_OUT), (*_left_out(found), t(w.MARKED)))
    yield Section(t(w.LAW), tuple(t(one) for one in w.LAWS))


def _part(title: Text, sheet: Sheet, *paragraphs: str) -> Section:
    return Section(t(title), paragraphs, sheet, t(w.NONE_OF_THEM))


def _left_out(found: Evidence) -> list[str]:
    """What is not in it, each with its number; confidential notes are always spoken of."""
    said = [t(w.CONFIDENTIAL, count=found.confidential)]
    said += [t(w.WITHDRAWN, count=found.withdrawn)] if found.withdrawn else []
    return said + ([t(w.SECRET, count=found.secret_cases)] if found.secret_cases else [])
