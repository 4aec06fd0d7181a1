"""The cubes of an edition: made once from the ledger and the registers, kept as Parquet files, without Streamlit."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from threading import Lock

import polars as pl

from dashboard import rules
from dashboard.periods import last_day
from dashboard.rules.ceilings import consumed_by_day, exhausted_from
from dashboard.rules.coverage import Coverage, build_coverage
from dashboard.rules.cube import roll_up
from dashboard.rules.invoices import roll_up_invoices
from dashboard.rules.limits import limits_on
from dashboard.rules.line_class import classify
from dashboard.rules.spend_audit import spend_audit
from data_access import ledger
from data_access.engine import Connection, reading
from data_access.home import database_url, home, ledger_url
from data_access.queries import (
    categories,
    contracts,
    goals,
    ledger_state,
    orders,
    organisation,
    procurements,
    suppliers,
)

KEPT_EDITIONS = 3
BUILDING = Lock()  # two pages that open at once wait for one build

READERS: Mapping[str, Callable[[Connection], pl.DataFrame]] = {
    "contracts": contracts.read_contracts,
    "options": contracts.read_contract_options,
    "scope": contracts.read_contract_scope,
    "contract_suppliers": contracts.read_contract_suppliers,
    "price_items": contracts.read_price_items,
    "direct_awards": procurements.read_direct_awards,
    "orders": orders.read_orders,
    "accounts": categories.read_accounts,
    "account_rules": categories.read_account_class_rules,
    "categories": categories.read_categories,
    "units": organisation.read_units,
    "unit_aliases": organisation.read_unit_aliases,
    "suppliers": suppliers.read_suppliers,
    "aliases": suppliers.read_supplier_aliases,
    "limits": goals.read_rule_limits,
}


@dataclass(frozen=True)
class Edition:
    """One state of the data. `as_of` is the last day of the last complete month in the ledger, else the day asked.

    `register_number` is the number at which the registers last changed; `sample_on` is the day the made-up
    municipality stands on.
    """

    number: int
    ledger_version: int | None
    last_period: int | None
    as_of: date
    stamp: str = ""
    register_number: int = 0
    sample_on: date | None = None

    @property
    def name(self) -> str:
        """The folder of this edition's files: another database, or other rules, give another name."""
        return f"{self.register_number}-{self.ledger_version}-{_fingerprint(self.stamp)}"

    @property
    def of_registers(self) -> "Edition":
        """The edition as it was when the registers last changed: the same for all that share their cubes."""
        return replace(self, number=self.register_number)


def current_edition(today: date) -> Edition:
    """The edition that is there now; one cheap read."""
    with reading() as connection:
        return _edition(connection, today)


def sample_day() -> date | None:
    """The day the made-up municipality stands on; None in a real one."""
    with reading() as connection:
        return ledger_state.read_ledger_state(connection).sample_on


def _edition(connection: Connection, today: date) -> Edition:
    now = ledger_state.read_ledger_state(connection)
    day = as_of(now.last_period, now.sample_on or today)
    return Edition(now.number, now.ledger_version, now.last_period, day, now.stamp, now.register_number, now.sample_on)


def as_of(last_period: int | None, today: date) -> date:
    """The last day of `last_period`, or of the month before today's where the ledger reaches into or beyond it."""
    if last_period is None:
        return today
    end = last_day(last_period)
    return end if end <= today else min(end, today.replace(day=1) - timedelta(days=1))


def read_inputs() -> dict[str, pl.DataFrame]:
    """Every register the rules need, as of one moment."""
    with reading() as connection:
        return {name: read(connection) for name, read in READERS.items()}


def coverage_of(inputs: Mapping[str, pl.DataFrame], day: date, exhausted: pl.DataFrame | None) -> Coverage:
    """What the registers say about every day, ready to be joined to lazy Polars frames."""
    return build_coverage(inputs, limits_on(inputs["limits"], day), day, exhausted).on(pl.DataFrame.lazy)


def frame(edition: Edition, name: str) -> pl.DataFrame:
    """One of the edition's frames: cube, invoices, exhausted, spend_audit. Builds them all where they are missing."""
    folder = _cache() / edition.name
    with BUILDING:
        if not folder.is_dir():
            build(edition)
    return pl.read_parquet(folder / f"{name}.parquet")


def build(edition: Edition) -> Path:
    """Makes the edition's files, whole or not at all, and takes away those of older editions."""
    _cache().mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=_cache()))
    try:
        for name, made in frames_of(edition).items():
            made.write_parquet(unfinished / f"{name}.parquet")
        _put(unfinished, _cache() / edition.name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _forget_old()
    return _cache() / edition.name


def frames_of(edition: Edition) -> dict[str, pl.DataFrame]:
    """Every frame of the edition, computed."""
    inputs = read_inputs()
    lines = ledger.scan(edition.ledger_version)
    consumed = consumed_by_day(lines, coverage_of(inputs, edition.as_of, None)).collect(engine="streaming")
    exhausted = exhausted_from(consumed, inputs["contracts"])
    coverage = coverage_of(inputs, edition.as_of, exhausted)
    return {
        "cube": roll_up(classify(lines, coverage)).collect(engine="streaming"),
        "invoices": roll_up_invoices(lines, coverage.frames["aliases"]),
        "exhausted": exhausted,
        "spend_audit": spend_audit(lines, coverage, inputs["account_rules"]),
    }


def _put(unfinished: Path, finished: Path) -> None:
    try:
        unfinished.rename(finished)
    except OSError:
        if not finished.is_dir():  # else somebody else made the same files first
            raise


def _forget_old() -> None:
    folders = [one for one in _cache().iterdir() if one.is_dir() and not one.name.startswith("unfinished-")]
    newest = sorted(folders, key=lambda one: one.stat().st_mtime, reverse=True)
    for old in newest[KEPT_EDITIONS:]:
        shutil.rmtree(old, ignore_errors=True)


def _cache() -> Path:
    return home() / "cache"


def _fingerprint(stamp: str) -> str:
    """Eight letters that change with the rules' code, the database and the ledger."""
    print_ = hashlib.sha256(f"{stamp} {database_url()} {ledger_url()}".encode())
    print_.update(_rules_code())
    return print_.hexdigest()[:8]


@cache
def _rules_code() -> bytes:
    """The rules as this process has loaded them: what is written to the files since is not what it counts with."""
    print_ = hashlib.sha256()
    for source in sorted(Path(rules.__file__).parent.rglob("*.py")):
        print_.update(source.read_bytes())
    return print_.digest()
