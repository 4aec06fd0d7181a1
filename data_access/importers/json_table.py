"""Records in JSON: a list of objects, or an object with such a list among its values (a rowstore's `results`)."""

import json

import polars as pl

from data_access.errors import Refused
from data_access.importers.table import Layout, layout_of


def read_records(text: bytes) -> tuple[Layout, pl.DataFrame]:
    """The layout and all rows as strings, `row` counting the records from 1. Raises Refused where there are none."""
    try:
        return _table(_records(json.loads(text)))
    except (ValueError, RecursionError) as error:  # no JSON, or text that is no Unicode (half a surrogate pair)
        raise Refused("json_broken") from error


def _table(records: list[dict[str, object]]) -> tuple[Layout, pl.DataFrame]:
    if not records:
        raise Refused("table_missing")
    keys = list(dict.fromkeys(key for record in records for key in record))
    header = [key.strip().lstrip("\ufeff") for key in keys]
    values = {f"column_{i + 1}": [_text(record.get(key)) for record in records] for i, key in enumerate(keys)}
    frame = pl.DataFrame(values, schema=dict.fromkeys(values, pl.String())).with_row_index("row", offset=1)
    sample = [[record_value or "" for record_value in row] for row in frame.drop("row").head(200).iter_rows()]
    found = layout_of([header, *sample], 0, None)
    return Layout(None, 0, found.header, found.values), frame


def _records(content: object) -> list[dict[str, object]]:
    if isinstance(content, list):
        return [record for record in content if isinstance(record, dict)]
    if isinstance(content, dict):
        lists = [_records(value) for value in content.values() if isinstance(value, list)]
        return max(lists, key=len, default=[])
    return []


def _text(value: object) -> str | None:
    """A JSON value as a CSV would hold it; what is nested is no value of a table."""
    if value is None or isinstance(value, (dict, list)) or value == "":
        return None
    return value if isinstance(value, str) else json.dumps(value)
