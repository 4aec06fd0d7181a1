"""A supplier's lines with the same number are one invoice, counted once, in its first line's month and unit."""

import random
from collections import Counter, defaultdict
from datetime import date, timedelta

import polars as pl
import pytest

from dashboard.rules.invoices import INVOICE_KEYS, roll_up_invoices
from data_access.ledger_schema import LEDGER_SCHEMA

DUE = date(2026, 3, 31)
SUPPLIERS = pl.LazyFrame({"alias_id": [1, 2, 3, 4, 5], "supplier_id": [1, 1, 2, 3, 8]})  # two names for supplier 1


def ledger(*lines: dict[str, object]) -> pl.LazyFrame:
    """Ledger lines of one file, in order; what a line does not say is unknown."""
    usual = {"import_id": 1, "member": 0, "period": 202603, "alias_id": 1, "invoice_no": "A", "amount_ore": 100}
    return pl.LazyFrame([usual | {"row": at} | line for at, line in enumerate(lines, 2)], schema=LEDGER_SCHEMA)


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ({"due_on": DUE, "paid_on": DUE}, "in_time"),
        ({"due_on": DUE, "paid_on": DUE + timedelta(days=1)}, "late"),
        ({"due_on": DUE}, "unpaid"),
        ({"paid_on": DUE}, "unknown"),
        ({"due_on": DUE, "paid_on": DUE, "is_disputed": True}, "disputed"),
    ],
)
def test_an_invoice_is_judged_by_its_days(line: dict[str, object], state: str) -> None:
    found = roll_up_invoices(ledger(line), SUPPLIERS)

    assert found["paid_state"].to_list() == [state]


def test_the_same_number_under_two_names_of_a_supplier_is_one_invoice() -> None:
    lines = ledger({"alias_id": 1}, {"alias_id": 2, "period": 202604}, {"alias_id": 3}, {"invoice_no": None})

    found = roll_up_invoices(lines, SUPPLIERS).select("supplier_id", "period", "invoices", "amount_ore")

    assert sorted(found.rows()) == [(1, 202603, 1, 200), (2, 202603, 1, 100)]


def test_counting_line_by_line_gives_the_same() -> None:
    draw = random.Random(7)  # noqa: S311 - rows for a test
    lines = [
        {
            "alias_id": draw.choice([1, 2, 3, 4, 5, None]),
            "invoice_no": draw.choice(["A", "B", "C", "D", None]),
            "period": draw.choice([202601, 202602]),
            "unit_id": draw.choice([1, None]),
            "amount_ore": draw.randint(-500, 500),
            "invoice_format": draw.choice(["pdf", "peppol", None]),
        }
        for _ in range(60)
    ]

    found = roll_up_invoices(ledger(*lines), SUPPLIERS)

    assert {tuple(row[:5]): tuple(row[5:]) for row in found.rows()} == _slowly(lines)


def _slowly(lines: list[dict[str, object]]) -> dict[tuple[object, ...], tuple[int, int]]:
    supplier_of = dict(SUPPLIERS.collect().iter_rows())
    invoices: dict[tuple[object, object], list[dict[str, object]]] = defaultdict(list)
    for line in lines:
        if line["alias_id"] is not None and line["invoice_no"] is not None:
            invoices[supplier_of[line["alias_id"]], line["invoice_no"]].append(line)
    count: Counter[tuple[object, ...]] = Counter()
    total: Counter[tuple[object, ...]] = Counter()
    for (supplier, _), own in invoices.items():
        key = (own[0]["period"], own[0]["unit_id"], supplier, own[0]["invoice_format"], "unknown")
        count[key] += 1
        total[key] += sum(int(str(line["amount_ore"])) for line in own)
    assert INVOICE_KEYS == ("period", "unit_id", "supplier_id", "invoice_format", "paid_state")
    return {key: (count[key], total[key]) for key in count}
