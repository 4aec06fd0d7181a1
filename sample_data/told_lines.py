"""The lines that are told one by one: what lies exactly on a limit, and what a story needs. The same at every size."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from data_access.ledger_schema import LEDGER_SCHEMA
from sample_data.categories import CATALOGUE, category_id
from sample_data.clock import MONTHS, PERIODS, Ints
from sample_data.contracts import EVERY_UNIT, Contract
from sample_data.draw import stream
from sample_data.organisation import BUYERS, DEPARTMENT_IDS, profile_weights
from sample_data.stories import CLASS_EDGE, RADAR, SMALL_SUPPLIERS
from sample_data.suppliers import Suppliers

STAFF, SCHOOL = DEPARTMENT_IDS[0], DEPARTMENT_IDS[1]


@dataclass(frozen=True)
class Told:
    """One line and its days; `delivered_on` null where the invoice's day decides."""

    category: int
    supplier: int
    unit: int
    sek: float
    posted_on: date
    delivered_on: date | None = None
    paid_on: date | None = None


def told_lines(suppliers: Suppliers, contracts: list[Contract]) -> pl.DataFrame:
    """Every told line with the columns of LEDGER_SCHEMA but `import_id` and `row`."""
    told = [*_radar(suppliers), *_small_suppliers(suppliers), *_late_invoices(contracts), *_small_departures(suppliers)]
    return _frame([*told, *_tail(suppliers)], suppliers.main_alias)


def _radar(suppliers: Suppliers) -> list[Told]:
    """Yearly sums beside, on and past 80 and 100 per cent of the limit for direct awards, in four equal parts."""
    told = []
    for code, years in RADAR.items():
        known = np.flatnonzero(suppliers.home == category_id(code) - 1) + 1
        for year, total in years.items():
            for quarter in range(4):
                day = date(year, 2 + 2 * quarter, 12)
                supplier = int(known[(year + quarter) % 3])
                told.append(Told(category_id(code), supplier, STAFF, total / 4, day, day - timedelta(days=6)))
    return told


def _small_suppliers(suppliers: Suppliers) -> list[Told]:
    """One purchase a supplier and year: just below, on and just above what makes a supplier small."""
    known = np.flatnonzero(suppliers.home == category_id("AR1") - 1)[-len(SMALL_SUPPLIERS) :] + 1
    pairs = zip(known, SMALL_SUPPLIERS, strict=True)
    return [Told(category_id("KU3"), int(one), SCHOOL, sek, date(2026, 5, 20)) for one, sek in pairs]


def _late_invoices(contracts: list[Contract]) -> list[Told]:
    """Delivered in a framework's last week and invoiced 60 and 61 days after its end; delivered after it; paid on
    the due day and the day after."""
    ended = [one for one in contracts if _may_be_late(one)]
    one = min(ended, key=lambda ended: (-CATALOGUE["msek"][ended.category], ended.start))
    common = (one.category + 1, one.suppliers[0], SCHOOL)
    last = one.end
    return [
        Told(*common, 18_400.0, last + timedelta(days=60), last - timedelta(days=4), last + timedelta(days=90)),
        Told(*common, 18_500.0, last + timedelta(days=61), last - timedelta(days=4), last + timedelta(days=92)),
        Told(*common, 18_600.0, last + timedelta(days=30), last + timedelta(days=1)),
    ]


def _may_be_late(one: Contract) -> bool:
    return one.unit == EVERY_UNIT and one.type == "ramavtal" and date(2024, 3, 1) < one.end < date(2026, 6, 1)


def _small_departures(suppliers: Suppliers) -> list[Told]:
    """Purchases beside a contract around the sum that a contract which is not exclusive allows."""
    category = category_id(CLASS_EDGE) - 1
    supplier = int(suppliers.of(category, reserved=True)[0])
    return [
        Told(category + 1, supplier, SCHOOL, sek, date(2026, 9, 3 + place))
        for place, sek in enumerate((4_999.99, 5_000.0, 5_000.01))
    ]


def _tail(suppliers: Suppliers) -> list[Told]:
    """Small purchases from hundreds of suppliers, about one a year from each."""
    rng = stream("tail")
    told = []
    for place in np.flatnonzero(suppliers.is_tail):
        category = int(suppliers.home[place])
        shares = profile_weights(CATALOGUE["profile"][category])
        for period in np.flatnonzero(rng.random(MONTHS) < 0.09):
            day = date(PERIODS[period] // 100, PERIODS[period] % 100, int(rng.integers(1, 28)))
            sek = round(float(rng.lognormal(7.5, 0.9)), 2)
            told.append(Told(category + 1, int(place) + 1, BUYERS[rng.choice(len(BUYERS), p=shares)], sek, day))
    return told


def _frame(told: list[Told], main_alias: Ints) -> pl.DataFrame:
    rows = [
        {
            "member": 0,
            "period": line.posted_on.year * 100 + line.posted_on.month,
            "posted_on": line.posted_on,
            "invoiced_on": line.posted_on,
            "due_on": line.posted_on + timedelta(days=30),
            "paid_on": line.paid_on or line.posted_on + timedelta(days=28),
            "delivered_on": line.delivered_on,
            "alias_id": int(main_alias[line.supplier - 1]),
            "unit_id": line.unit,
            "account_id": line.category,
            "amount_ore": round(line.sek * 100),
            "is_gross": False,
            "voucher_no": f"T{place + 1:04d}",
            "invoice_no": f"T{place + 1:04d}",
            "invoice_format": "pdf",
            "is_disputed": False,
        }
        for place, line in enumerate(told)
    ]
    schema = {name: kind for name, kind in LEDGER_SCHEMA.items() if name not in ("import_id", "row")}
    return pl.DataFrame(rows, schema=schema).filter(pl.col("period").is_between(PERIODS[0], PERIODS[-1]))
