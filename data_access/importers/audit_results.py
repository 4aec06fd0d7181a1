"""What audits found, such as those of Hållbarhetskollen: a supplier, a traffic light, the day, where it is written.

Which supplier a row is about is told by its organisation number, else by its name; persons get pseudonyms here.
"""

from collections.abc import Sequence
from datetime import date

import polars as pl

from data_access.importers import register_values as values
from data_access.importers.headed_sheet import Content, Layout, Rows
from data_access.importers.orgnr import hide_person
from data_access.importers.register_problems import Found
from data_access.importers.suppliers import KEYS, with_suppliers

USUAL_SOURCE = "Hållbarhetskollen"
EARLIEST = date(2000, 1, 1)
NAMES = {
    "orgnr": ("orgnr", "org nr", "organisationsnummer", "organisationsnr", "organisation number", "org no"),
    "supplier": ("leverantor", "leverantorsnamn", "foretag", "supplier", "supplier name", "company"),
    "result": ("resultat", "bedomning", "result", "rating"),
    "assessed_on": ("datum", "bedomd", "bedomningsdatum", "revisionsdatum", "date", "assessed on", "assessed"),
    "reference": ("referens", "lank", "rapport", "reference", "link", "report"),
    "source": ("kalla", "source"),
}
RESULTS = {
    "green": ("grön", "gron", "grönt", "green"),
    "yellow": ("gul", "gult", "yellow"),
    "red": ("röd", "rod", "rött", "red"),
}
FRAME: dict[str, pl.DataType] = {
    "row": pl.Int64(),
    "orgnr": pl.String(),
    "supplier": pl.String(),
    "result": pl.String(),
    "assessed_on": pl.Date(),
    "reference": pl.String(),
    "source": pl.String(),
}
# Which supplier: as the other importers say it, persons hidden.
IDENTIFIED = {**FRAME, **{name: pl.String() for name in ("supplier_name", "supplier_no", "country", "mask_key")}}


def _places(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, names in NAMES.items():
        at = next((place for place, cell in enumerate(header) if cell in names), None)
        if at is not None:
            found[column] = at
    is_enough = {"result", "assessed_on"} <= found.keys() and found.keys() & {"orgnr", "supplier"}
    return found if is_enough else {}


def _content(rows: Rows, names: dict[str, str]) -> Content:
    """One row a result; the same supplier, source and day twice is taken once, or refused where they disagree."""
    found: list[Found] = []
    taken = [row for at, cells in rows if (row := _row(at, cells, names, found)) is not None]
    frame = pl.DataFrame(taken, schema=FRAME, orient="row")
    return Content(_identified(frame), len(taken), found)


def _row(at: int, cells: dict[str, str], names: dict[str, str], found: list[Found]) -> dict[str, object] | None:
    orgnr, name = cells.get("orgnr", "").strip(), cells.get("supplier", "").strip()
    day, result = _day(cells["assessed_on"]), _result(cells["result"])
    wrong = {
        "audit_supplier_missing": ("orgnr" if "orgnr" in names else "supplier", bool(orgnr or name)),
        "audit_result_unreadable": ("result", result is not None),
        "audit_day_unreadable": ("assessed_on", day is not None),
    }
    bad = [Found(code, row=at, column=names[column]) for code, (column, is_right) in wrong.items() if not is_right]
    found.extend(bad)
    if bad:
        return None
    return {
        "row": at,
        "orgnr": orgnr or None,
        "supplier": name or None,
        "result": result,
        "assessed_on": day,
        "reference": hide_person(cells.get("reference", "").strip())[:300] or None,
        "source": hide_person(cells.get("source", "").strip())[:100] or USUAL_SOURCE,
    }


def _day(text: str) -> date | None:
    try:
        day = values.day(text)
    except values.Unreadable:
        return None
    return day if day is not None and day >= EARLIEST else None


def _result(text: str) -> str | None:
    word = text.strip().casefold()
    return next((code for code, words in RESULTS.items() if word in words), None)


def _identified(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows with `supplier_name, supplier_no, orgnr, country, mask_key` in place of what the file says."""
    blank = [pl.lit(None, pl.String).alias(name) for name in KEYS if name not in ("supplier_name", "orgnr")]
    asked = frame.rename({"supplier": "supplier_name"}).with_columns(blank)
    known = with_suppliers(asked).with_columns(supplier=pl.col("supplier_name"))
    return known.select(pl.col(name).cast(kind) for name, kind in IDENTIFIED.items()).sort("row")


LAYOUT = Layout("hallbarhetskollen", "audit_header_missing", IDENTIFIED, _places, _content)
recognises, read = LAYOUT.recognises, LAYOUT.read
